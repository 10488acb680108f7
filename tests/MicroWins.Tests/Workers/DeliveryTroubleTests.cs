using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroWins.Tests.Workers;

/// <summary>Clocks that jump, a store that is locked, and loops that are taken over.</summary>
public sealed class DeliveryTroubleTests
{
    static readonly SendOutcome Sent = new SendOutcome.Sent();

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task A_clock_that_jumps_neither_shortens_nor_lengthens_a_wait(int hours)
    {
        await using var bot = new TestBot();
        var clock = new JumpingClock(bot.Time);
        var outbox = new Outbox(bot.Database, clock);
        await Add(bot, "ann", "hello");
        var (asked, start) = (new List<long>(), clock.GetTimestamp());
        bot.Sender.Answers = (_, _) =>
        {
            lock (asked) asked.Add((long)clock.GetElapsedTime(start).TotalMilliseconds);
            return Task.FromResult(asked.Count is 1 ? new SendOutcome.AskedToWait(TimeSpan.FromSeconds(17), EveryChat: false) : Sent);
        };
        await using var run = new Run(bot, new DeliveryLoop(outbox, [bot.Sender], new Reachability(bot.Database), clock, NullLogger<DeliveryLoop>.Instance), outbox);
        await run.Until(async () => await bot.Count("select count(*) from outbox where not_before > 0") is 1, TimeSpan.Zero);

        clock.Jump = TimeSpan.FromHours(hours);
        // In small steps, since the clock goes on while the loop has not noticed yet.
        await run.Until(() => bot.Sender.To("ann").Count is 1, TimeSpan.FromMilliseconds(2));

        // Neither at once nor after ten hours; how far the test moved its clock while the machine was busy is not the loop's doing.
        Assert.InRange(asked.Single(moment => moment > 0), 17_000, 3_600_000);
    }

    /// <summary>A clock whose time of day is set, while the seconds go on as they were.</summary>
    sealed class JumpingClock(TimeProvider time) : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override long TimestampFrequency => time.TimestampFrequency;
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Jump;
        public override long GetTimestamp() => time.GetTimestamp();
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(20, 40)]
    [InlineData(60, 0)]
    [InlineData(36_000, 0)]
    // The clock was set back: the whole wait again, and not a second more.
    [InlineData(-36_000, 60)]
    public void A_stored_wait_is_never_longer_than_it_was(int elapsed, int left)
    {
        var since = DateTimeOffset.UnixEpoch.AddYears(50);

        Assert.Equal(left, DeliveryPolicy.WaitLeft(since.AddSeconds(60), since, since.AddSeconds(elapsed)).TotalSeconds);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_and_back_makes_no_storm_of_questions()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Sender.Forget();
        var start = bot.Time.GetUtcNow();

        for (var jump = 0; jump < 5; jump++)
        {
            bot.Time.AdjustTime(start.AddDays(3));
            await bot.Reminders.RingAsync();
            await bot.Settle();
            bot.Time.AdjustTime(start);
            await bot.Reminders.RingAsync();
            await bot.Settle();
        }

        Assert.InRange(bot.Sender.To("ann").Count, 0, 1);
    }

    [Fact]
    public async Task What_was_sent_while_the_store_was_locked_is_recorded_later_and_not_sent_again()
    {
        await using var bot = new TestBot();
        using var store = new TemporaryStore();
        await using var database = new Database(new SqliteDialect($"Data Source={store.File};Pooling=False;Default Timeout=1"), SomeKeys.Seal);
        var outbox = new Outbox(database, bot.Time);
        await database.WriteAsync(session =>
        {
            session.Execute("insert into chats (chat_id, state, created_at, seen_at) values ('test:ann', '', 0, 0)");
            Outbox.Add(session, new(TestBot.Channel, "ann"), new(MessageKind.Reply, FormattedText.Plain("hello"), []), bot.Time.GetUtcNow());
        });
        using var log = new MicroWins.Tests.Channels.Telegram.CollectedLog();
        var lockTaken = store.Dialect.Open();
        Execute(lockTaken, "begin immediate");
        var loop = new DeliveryLoop(outbox, [bot.Sender], new Reachability(database), bot.Time, log.For<DeliveryLoop>());
        await using var run = new Run(bot, loop, outbox);

        await run.Until(() => bot.Sender.To("ann").Count is 1, TimeSpan.FromMilliseconds(100));
        await run.Until(() => log.Lines.Count(line => line.Contains("did not take", StringComparison.Ordinal)) >= 2, TimeSpan.FromMilliseconds(100));
        Execute(lockTaken, "rollback");
        lockTaken.Dispose();
        await run.Until(async () => await database.ReadAsync(session => session.One<long>("select count(*) from outbox where status = 'sent'")) is 1, TimeSpan.FromMilliseconds(100));

        Assert.Single(bot.Sender.To("ann"));
    }

    [Fact]
    public async Task Who_takes_over_reads_all_from_the_store_and_repeats_nothing_that_is_recorded()
    {
        await using var bot = new TestBot();
        for (var message = 0; message < 300; message++) await Add(bot, $"p{message % 7}", $"{message}");
        var stopAfter = 100;
        CancellationTokenSource? stop = null;
        bot.Sender.Answers = async (_, _) =>
        {
            if (Interlocked.Decrement(ref stopAfter) is 0) await stop!.CancelAsync();
            return Sent;
        };

        for (var term = 0; term < 3; term++)
        {
            using var ending = stop = new CancellationTokenSource();
            Interlocked.Exchange(ref stopAfter, 100);
            var run = bot.Deliveries.RunAsync(ending.Token);
            await Eventually.IsTrue(() =>
            {
                bot.Time.Advance(TimeSpan.FromMilliseconds(50));
                return run.IsCompleted || Sum() is 300;
            });
            await ending.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }
        await bot.Deliveries.DrainAsync(TestBot.Channel, CancellationToken.None);

        for (var person = 0; person < 7; person++)
            Assert.Equal(Enumerable.Range(0, 300).Where(i => i % 7 == person).Select(i => $"{i}"), bot.Sender.To($"p{person}").Select(message => message.Text.ToPlainText()));
        int Sum() => Enumerable.Range(0, 7).Sum(person => bot.Sender.To($"p{person}").Count);
    }

    [Fact]
    public async Task A_row_that_was_committed_behind_a_higher_one_is_found()
    {
        await using var bot = new TestBot();
        await Add(bot, "ann", "one");
        await Add(bot, "bob", "two");
        await bot.Database.WriteAsync(session => session.Execute("update outbox set held = 1 where id = 1"));
        await using var run = new Run(bot);
        await run.Until(() => bot.Sender.To("bob").Count is 1, TimeSpan.FromMilliseconds(100));

        await bot.Database.WriteAsync(session => session.Execute("update outbox set held = 0 where id = 1"));

        await run.Until(() => bot.Sender.To("ann").Count is 1, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task What_is_deleted_while_it_waits_in_memory_is_not_sent()
    {
        await using var bot = new TestBot();
        await bot.Database.WriteAsync(session => Outbox.Add(
            session, new(TestBot.Channel, "ann"), new(MessageKind.Reply, FormattedText.Plain("secret"), []) { After = TimeSpan.FromSeconds(60) }, bot.Time.GetUtcNow()));
        await Add(bot, "bob", "hello");
        await using var run = new Run(bot);
        // The clock stands: the minute of the first must not pass before it is deleted.
        await run.Until(() => bot.Sender.To("bob").Count is 1, TimeSpan.Zero);

        await bot.Database.WriteAsync(session => session.Execute("delete from outbox where chat_id = 'test:ann'"));
        for (var seconds = 0; seconds < 70; seconds++)
        {
            await Add(bot, "bob", "again");
            var count = seconds + 2;
            // A second at a time, and the loop turns in each.
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await run.Until(() => bot.Sender.To("bob").Count == count, TimeSpan.Zero);
        }

        Assert.Empty(bot.Sender.To("ann"));
    }

    [Fact]
    public async Task A_check_in_does_not_pass_an_older_answer_of_its_chat_that_is_not_in_memory_yet()
    {
        await using var bot = new TestBot();
        await bot.Database.WriteAsync(session =>
        {
            // More than memory holds.
            for (var person = 0; person < 5_100; person++) Say(session, $"p{person}", MessageKind.Reply, "hello");
            Say(session, "ann", MessageKind.Reply, "an answer");
            Say(session, "ann", MessageKind.CheckIn, "a check-in");
        });
        await using var run = new Run(bot);

        await run.Until(() => bot.Sender.To("ann").Count is 2, TimeSpan.Zero);

        Assert.Equal(["an answer", "a check-in"], bot.Sender.To("ann").Select(message => message.Text.ToPlainText()));

        void Say(Session session, string person, MessageKind kind, string text) =>
            Outbox.Add(session, new(TestBot.Channel, person), new(kind, FormattedText.Plain(text), []), bot.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_corrupt_event_is_put_aside_and_the_rest_of_its_chat_is_answered()
    {
        await using var bot = new TestBot();
        await bot.Inbox.StoreAsync(
        [
            new("torn", new(TestBot.Channel, "ann"), new ChatEvent.TextWritten("/goals"), "en"),
            new("whole", new(TestBot.Channel, "ann"), new ChatEvent.TextWritten("/help"), "en"),
        ]);
        await bot.Database.WriteAsync(session => session.Execute("update inbox set event = @torn where event_key = 'torn'", new { torn = session.Seal("{\"type\":\"te") }));

        await bot.Settle();

        Assert.Equal(1, await bot.Count("select count(*) from inbox where status = 'parked'"));
        Assert.Equal(1, await bot.Count("select count(*) from inbox where status = 'handled'"));
        Assert.Equal(MessageKind.Error, bot.Sender.To("ann")[0].Kind);
    }

    static void Execute(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static async Task Add(TestBot bot, string person, string text)
    {
        await bot.Database.WriteAsync(session => Outbox.Add(session, new(TestBot.Channel, person), new(MessageKind.Reply, FormattedText.Plain(text), []), bot.Time.GetUtcNow()));
        bot.Outbox.Filled.Knock();
    }

    /// <summary>A delivery loop, running until it is disposed.</summary>
    sealed class Run(TestBot bot, DeliveryLoop loop, Outbox outbox) : IAsyncDisposable
    {
        readonly CancellationTokenSource _stop = new();
        Task? _run;

        public Run(TestBot bot) : this(bot, bot.Deliveries, bot.Outbox) => Start();

        void Start() => _run ??= loop.RunAsync(_stop.Token);

        public Task Until(Func<bool> isTrue, TimeSpan step) => Until(() => Task.FromResult(isTrue()), step);

        public Task Until(Func<Task<bool>> isTrue, TimeSpan step)
        {
            Start();
            return Eventually.IsTrue(async () =>
            {
                bot.Time.Advance(step);
                outbox.Filled.Knock();
                return await isTrue();
            });
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run!);
            _stop.Dispose();
        }
    }
}
