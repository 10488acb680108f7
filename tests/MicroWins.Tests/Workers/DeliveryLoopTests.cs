using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Workers;

public sealed class DeliveryLoopTests
{
    [Fact]
    public async Task A_message_waits_exactly_as_long_as_the_channel_asks()
    {
        await using var bot = new TestBot();
        await Answer(bot, "ann");
        var (asked, start) = (new List<TimeSpan>(), bot.Time.GetUtcNow());
        bot.Sender.Answers = (_, _) =>
        {
            lock (asked) asked.Add(bot.Time.GetUtcNow() - start);
            return Outcome(asked.Count is 1 ? new SendOutcome.AskedToWait(TimeSpan.FromSeconds(17), EveryChat: false) : new SendOutcome.Sent());
        };
        using var running = new Running(bot);
        await running.UntilWaiting("ann");

        await running.UntilSent("ann", step: TimeSpan.FromMilliseconds(100));

        Assert.True(asked is [_, { TotalSeconds: >= 17 }], string.Join(", ", asked));
        Assert.Equal(0, await bot.Count("select attempts from outbox"));
    }

    [Fact]
    public async Task A_wait_for_every_chat_holds_the_others_back_as_well()
    {
        await using var bot = new TestBot();
        await Answer(bot, "ann");
        var (asked, start) = (new List<TimeSpan>(), bot.Time.GetUtcNow());
        bot.Sender.Answers = (_, _) =>
        {
            lock (asked) asked.Add(bot.Time.GetUtcNow() - start);
            return Outcome(asked.Count is 1 ? new SendOutcome.AskedToWait(TimeSpan.FromSeconds(30), EveryChat: true) : new SendOutcome.Sent());
        };
        using var running = new Running(bot);
        await running.UntilWaiting("ann");
        await Answer(bot, "bob");

        await running.Until(() => Task.FromResult(bot.Sender.To("ann").Count + bot.Sender.To("bob").Count is 2), TimeSpan.FromSeconds(1));

        Assert.Equal(0, asked[0].TotalSeconds);
        Assert.All(asked[1..], moment => Assert.True(moment >= TimeSpan.FromSeconds(30), $"asked after {moment}"));
    }

    [Fact]
    public async Task Messages_to_somebody_who_left_wait_until_they_are_back()
    {
        await using var bot = new TestBot();
        bot.Sender.Answers = (_, _) => Outcome(new SendOutcome.Unreachable());
        await Answer(bot, "ann");
        using var running = new Running(bot);
        await Eventually.IsTrue(async () => !(await bot.Chat()).IsReachable);

        Assert.Null(await bot.Outbox.FirstAsync(TestBot.Channel));
        bot.Sender.Answers = (_, _) => Outcome(new SendOutcome.Sent());
        await bot.Inbox.StoreAsync([new("back", new ChatId(TestBot.Channel, "ann"), new ChatEvent.PersonCameBack())]);
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);

        await running.UntilSent("ann", step: TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task A_broken_other_side_is_tried_again_with_growing_waits_and_in_order()
    {
        await using var bot = new TestBot();
        await Answer(bot, "ann");
        await bot.Inbox.StoreAsync([new("second", new ChatId(TestBot.Channel, "ann"), new ChatEvent.TextWritten("/goals"), "en")]);
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);
        var failures = 0;
        bot.Sender.Answers = (_, _) => ++failures <= 3 ? throw new HttpRequestException("as planned") : Outcome(new SendOutcome.Sent());
        using var running = new Running(bot);

        await Eventually.IsTrue(() =>
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            return bot.Sender.To("ann").Count is 2;
        });

        Assert.Equal([MessageKind.Card, MessageKind.Reply], bot.Sender.To("ann").Select(message => message.Kind));
        Assert.Equal(3, await bot.Count("select max(attempts) from outbox"));
    }

    [Fact]
    public async Task A_message_that_is_refused_for_good_does_not_block_the_next()
    {
        await using var bot = new TestBot();
        await Answer(bot, "ann");
        await bot.Inbox.StoreAsync([new("second", new ChatId(TestBot.Channel, "ann"), new ChatEvent.TextWritten("/goals"), "en")]);
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);
        bot.Sender.Answers = (_, message) => Outcome(message.Kind is MessageKind.Card ? new SendOutcome.Refused("as planned") : new SendOutcome.Sent());
        using var running = new Running(bot);

        await running.UntilSent("ann");

        Assert.Equal(1, await bot.Count("select count(*) from outbox where status = 'refused'"));
    }

    [Fact]
    public async Task A_countdown_is_sent_a_second_apart_and_what_comes_behind_it_waits()
    {
        await using var bot = new TestBot();
        await Press(bot, "Start.1.1.1");
        using var running = new Running(bot);
        await running.UntilPending(3);

        for (var second = 1; second <= 3; second++)
        {
            bot.Time.Advance(TimeSpan.FromMilliseconds(999));
            await running.Looks();
            Assert.Equal(second, bot.Sender.To("ann").Count);
            bot.Time.Advance(TimeSpan.FromMilliseconds(1));
            await running.UntilPending(3 - second);
        }

        Assert.Equal(["3 …", "2 …", "1 …", "Go."], bot.Sender.To("ann").Select(message => message.Words().Split('\n')[0]));
    }

    [Fact]
    public async Task A_sign_of_life_that_cannot_be_sent_is_let_go_and_so_are_those_that_come_too_late_for_it()
    {
        await using var bot = new TestBot();
        await Press(bot, "Start.1.1.1");
        var asked = new List<string>();
        bot.Sender.Answers = (_, message) =>
        {
            asked.Add(message.Words().Split('\n')[0]);
            return message.Words() is "2 …" ? Outcome(new SendOutcome.AskedToWait(TimeSpan.FromSeconds(40), EveryChat: false))
                : message.Words() is "3 …" ? throw new HttpRequestException("as planned") : Outcome(new SendOutcome.Sent());
        };
        bot.Time.Advance(TimeSpan.FromSeconds(3));
        using (var running = new Running(bot))
        {
            await running.UntilPending(3);
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await running.UntilPending(0, step: TimeSpan.FromSeconds(10));
        }

        Assert.Equal("Go.", bot.Sender.To("ann").Single().Words().Split('\n')[0]);
        Assert.Equal("3 …", asked[0]);
        Assert.DoesNotContain("1 …", asked);
    }

    [Fact]
    public void Waits_after_failures_double_up_to_five_minutes()
    {
        var waits = Enumerable.Range(1, 12).Select(DeliveryPolicy.WaitAfterFailure).ToList();

        Assert.Equal(TimeSpan.FromSeconds(1), waits[0]);
        Assert.All(waits.Zip(waits.Skip(1)), pair => Assert.True(pair.Second == pair.First * 2 || pair.Second == TimeSpan.FromMinutes(5)));
        Assert.Equal(TimeSpan.FromMinutes(5), DeliveryPolicy.WaitAfterFailure(DeliveryPolicy.MostAttempts));
    }

    static Task<SendOutcome> Outcome(SendOutcome outcome) => Task.FromResult(outcome);

    /// <summary>A goal whose card is there, and a button under it.</summary>
    static async Task Press(TestBot bot, string data)
    {
        await Answer(bot, "ann");
        await bot.Deliveries.DrainAsync(TestBot.Channel, CancellationToken.None);
        bot.Sender.Forget();
        await bot.Inbox.StoreAsync([new("press", new ChatId(TestBot.Channel, "ann"), new ChatEvent.ButtonPressed(data, "card"))]);
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);
    }

    static async Task Answer(TestBot bot, string person)
    {
        await bot.Inbox.StoreAsync([new($"first:{person}", new ChatId(TestBot.Channel, person), new ChatEvent.TextWritten(Some.Goal), "en")]);
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);
    }

    /// <summary>The delivery loop, running until it is disposed.</summary>
    sealed class Running : IDisposable
    {
        readonly TestBot _bot;
        readonly CancellationTokenSource _stop = new();
        readonly Task _loop;
        int _looks;

        public Running(TestBot bot)
        {
            _bot = bot;
            _loop = bot.Deliveries.RunAsync(_stop.Token);
        }

        public Task UntilSent(string person, int messages = 1, TimeSpan step = default) =>
            Until(() => Task.FromResult(_bot.Sender.To(person).Count >= messages), step);

        public Task UntilPending(int messages, TimeSpan step = default) => Until(
            async () => await _bot.Count("select count(*) from outbox where status = 'pending'") == messages, step);

        /// <summary>Wakes the loop, as the clock does that a test moved before the loop lay down, until it is true.</summary>
        public Task Until(Func<Task<bool>> isTrue, TimeSpan step = default) => Eventually.IsTrue(async () =>
        {
            if (step > TimeSpan.Zero) _bot.Time.Advance(step);
            _bot.Outbox.Filled.Knock();
            return await isTrue();
        });

        /// <summary>Sees to it that the loop looks through all that waits: a message of somebody else goes out.</summary>
        public async Task Looks()
        {
            var (answers, other) = (_bot.Sender.Answers, $"other{++_looks}");
            _bot.Sender.Answers = (chat, message) => chat.Address == other ? Outcome(new SendOutcome.Sent()) : answers(chat, message);
            await _bot.Database.WriteAsync(session => Outbox.Add(
                session, new ChatId(TestBot.Channel, other), new(MessageKind.Reply, FormattedText.Plain("look"), []), _bot.Time.GetUtcNow()));
            await UntilSent(other);
            _bot.Sender.Answers = answers;
        }

        public Task UntilWaiting(string person) => Eventually.IsTrue(async () =>
            await _bot.Count($"select count(*) from outbox where chat_id = 'test:{person}' and not_before > 0") > 0);

        public void Dispose()
        {
            _stop.Cancel();
            Assert.ThrowsAnyAsync<OperationCanceledException>(() => _loop).GetAwaiter().GetResult();
            _stop.Dispose();
        }
    }
}
