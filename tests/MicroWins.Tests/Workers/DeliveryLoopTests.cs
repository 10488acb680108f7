using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Workers;

public sealed class DeliveryLoopTests
{
    [Fact]
    public async Task A_message_waits_exactly_as_long_as_the_channel_asks()
    {
        await using var bot = new TestBot();
        bot.Sender.Answers = (_, _) => Outcome(new SendOutcome.AskedToWait(TimeSpan.FromSeconds(17), EveryChat: false));
        await Answer(bot, "ann");
        using var running = new Running(bot);
        await running.UntilWaiting("ann");
        bot.Sender.Answers = (_, _) => Outcome(new SendOutcome.Sent());

        bot.Time.Advance(TimeSpan.FromSeconds(17) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await bot.Outbox.HeadsAsync());
        bot.Time.Advance(TimeSpan.FromMilliseconds(1));
        bot.Outbox.Filled.Knock();
        await running.UntilSent("ann");

        Assert.Equal(0, await bot.Count("select attempts from outbox"));
    }

    [Fact]
    public async Task A_wait_for_every_chat_holds_the_others_back_as_well()
    {
        await using var bot = new TestBot();
        await Answer(bot, "ann");
        var asked = 0;
        bot.Sender.Answers = (_, _) =>
        {
            asked++;
            return Outcome(new SendOutcome.AskedToWait(TimeSpan.FromSeconds(30), EveryChat: true));
        };
        using var running = new Running(bot);
        await running.UntilWaiting("ann");

        await Answer(bot, "bob");
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, asked);

        bot.Sender.Answers = (_, _) => Outcome(new SendOutcome.Sent());
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        await running.UntilSent("ann");
        await running.UntilSent("bob");
    }

    [Fact]
    public async Task Messages_to_somebody_who_left_wait_until_they_are_back()
    {
        await using var bot = new TestBot();
        bot.Sender.Answers = (_, _) => Outcome(new SendOutcome.Unreachable());
        await Answer(bot, "ann");
        using var running = new Running(bot);
        await Eventually.IsTrue(async () => !(await bot.Chat()).IsReachable);

        Assert.Empty(await bot.Outbox.HeadsAsync(impatient: true));
        bot.Sender.Answers = (_, _) => Outcome(new SendOutcome.Sent());
        await bot.Inbox.StoreAsync([new("back", new ChatId(TestBot.Channel, "ann"), new ChatEvent.PersonCameBack())]);
        await bot.Conversations.DrainAsync(TestBot.Channel, CancellationToken.None);
        bot.Outbox.Filled.Knock();

        await running.UntilSent("ann");
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
            Assert.Empty(await bot.Outbox.HeadsAsync());
            bot.Time.Advance(TimeSpan.FromMilliseconds(1));
            bot.Outbox.Filled.Knock();
            await running.UntilPending(3 - second);
        }

        Assert.Equal(["3 …", "2 …", "1 …", "Go."], bot.Sender.To("ann").Select(message => message.Words().Split('\n')[0]));
    }

    [Fact]
    public async Task A_sign_of_life_that_cannot_be_sent_is_let_go()
    {
        await using var bot = new TestBot();
        await Press(bot, "Start.1.1.1");
        bot.Sender.Answers = (_, message) => message.Words() switch
        {
            "3 …" => throw new HttpRequestException("as planned"),
            "2 …" => Outcome(new SendOutcome.AskedToWait(TimeSpan.FromSeconds(40), EveryChat: false)),
            _ => Outcome(new SendOutcome.Sent()),
        };
        bot.Time.Advance(TimeSpan.FromSeconds(3));
        using var running = new Running(bot);

        await running.UntilSent("ann", 2);

        Assert.Equal(["1 …", "Go."], bot.Sender.To("ann").Select(message => message.Words().Split('\n')[0]));
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

        public Running(TestBot bot)
        {
            _bot = bot;
            _loop = bot.Deliveries.RunAsync(_stop.Token);
        }

        public Task UntilSent(string person, int messages = 1) => Eventually.IsTrue(() => _bot.Sender.To(person).Count >= messages);

        public Task UntilPending(int messages) => Eventually.IsTrue(async () => await _bot.Count("select count(*) from outbox where status = 'pending'") == messages);

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
