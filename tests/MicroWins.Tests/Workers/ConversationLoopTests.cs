using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;
using MicroWins.Workers;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Workers;

public sealed class ConversationLoopTests
{
    [Fact]
    public async Task A_failed_turn_leaves_the_old_state_and_is_tried_again()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var before = await bot.Chat();
        var attempts = 0;
        bot.Coach.Answers = (_, _) => ++attempts <= 2 ? throw new InvalidOperationException("as planned") : Task.FromResult(Some.Answer("Put the shoes by the door", "Walk for 5 minutes"));

        var card = Assert.Single(await bot.Says("/plan start running three times a week"));

        Assert.Equal(3, attempts);
        Assert.Contains("Put the shoes by the door", card.Words(), StringComparison.Ordinal);
        Assert.Equal(before.Goals.Length + 1, (await bot.Chat()).Goals.Length);
    }

    [Fact]
    public async Task The_apology_is_in_the_language_that_the_chat_is_spoken_in()
    {
        await using var bot = new TestBot();
        await bot.Says("/language de");
        bot.Coach.Answers = (_, _) => throw new InvalidOperationException("as planned");

        var sorry = Assert.Single(await bot.Says("/plan dreimal in der Woche laufen gehen"));

        Assert.Equal(Replies.In(Language.German)[Reply.Stumbled].ToPlainText(), sorry.Words());
    }

    [Fact]
    public async Task A_question_whose_answer_cannot_be_taken_does_not_fail_the_lines_behind_it()
    {
        await using var bot = new TestBot();
        await bot.Says("/stack");
        await bot.Says("read more");
        bot.Coach.Answers = (_, _) => throw new InvalidOperationException("as planned");
        Assert.Equal(MessageKind.Error, Assert.Single(await bot.Says("coffee in the morning")).Kind);

        Assert.NotEqual(MessageKind.Error, Assert.Single(await bot.Says("/stats")).Kind);
        Assert.IsType<ChatState.Idle>((await bot.Chat()).State);
    }

    [Fact]
    public async Task A_poison_message_is_put_aside_kindly_and_those_behind_it_are_answered()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Coach.Answers = (_, _) => throw new InvalidOperationException("as planned");

        var sorry = Assert.Single(await bot.Says("/plan start running three times a week"));
        var done = Assert.Single(await bot.Says("done"));

        Assert.Equal(MessageKind.Error, sorry.Kind);
        Assert.Contains("Nothing else is lost", sorry.Words(), StringComparison.Ordinal);
        Assert.Equal(MessageKind.Celebration, done.Kind);
        Assert.Equal(1, await bot.Count("select count(*) from inbox where status = 'parked'"));
    }

    [Fact]
    public async Task A_store_in_trouble_puts_nothing_that_was_said_aside()
    {
        await using var bot = new TestBot();
        var attempts = 0;
        const int full = 13;
        bot.Coach.Answers = (_, _) => ++attempts <= 10 ? throw new SqliteException("as planned", full) : Task.FromResult(Some.Answer("Put the shoes by the door"));
        using var stop = new CancellationTokenSource();
        var loop = bot.Conversations.RunAsync(stop.Token);
        var deliveries = bot.Deliveries.RunAsync(stop.Token);

        await bot.Inbox.StoreAsync([new("test:full", new(TestBot.Channel, "ann"), new ChatEvent.TextWritten("/plan start running three times a week"), "en")]);
        await Eventually.IsTrue(() =>
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            return bot.Sender.To("ann").Any(message => message.Kind is MessageKind.Card);
        });

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(loop, deliveries));
        Assert.Equal(11, attempts);
        Assert.DoesNotContain(bot.Sender.To("ann"), message => message.Kind is MessageKind.Error);
    }

    [Fact]
    public async Task Chats_run_side_by_side_and_each_in_order()
    {
        await using var bot = new TestBot();
        var annWaits = new TaskCompletionSource();
        bot.Coach.Answers = async (request, _) =>
        {
            if (request.ChatId == "test:ann") await annWaits.Task;
            return Some.Answer();
        };
        using var stop = new CancellationTokenSource();
        var loop = bot.Conversations.RunAsync(stop.Token);
        var deliveries = bot.Deliveries.RunAsync(stop.Token);

        await bot.Inbox.StoreAsync([Text("1", "ann", Some.Goal), Text("2", "ann", "done"), Text("3", "bob", Some.Goal), Text("4", "bob", "done")]);
        await Eventually.IsTrue(() => bot.Sender.To("bob").Count is 2);

        Assert.Empty(bot.Sender.To("ann"));
        annWaits.SetResult();
        await Eventually.IsTrue(() => bot.Sender.To("ann").Count is 2);
        Assert.Equal([MessageKind.Card, MessageKind.Celebration], bot.Sender.To("ann").Select(message => message.Kind));
        Assert.Equal([MessageKind.Card, MessageKind.Celebration], bot.Sender.To("bob").Select(message => message.Kind));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deliveries);
    }

    [Fact]
    public async Task Stopping_in_the_middle_of_a_turn_leaves_its_event_for_the_next_start()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store))
        {
            var asked = new TaskCompletionSource();
            bot.Coach.Answers = async (_, cancel) =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, bot.Time, cancel);
                return Some.Answer();
            };
            using var stop = new CancellationTokenSource();
            var loop = bot.Conversations.RunAsync(stop.Token);
            await bot.Inbox.StoreAsync([Text("1", "ann", Some.Goal)]);
            await asked.Task;
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        }

        await using var restarted = new TestBot(store);
        await restarted.Settle();

        Assert.Single(restarted.Sender.To("ann"));
        Assert.Equal(0, await restarted.Count("select attempts from inbox"));
    }

    [Fact]
    public async Task A_text_of_a_goal_that_cannot_be_read_holds_up_nothing_that_does_not_look_at_it()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Database.WriteAsync(session => session.Execute("update goals set words = 'broken', milestones = 'broken'"));

        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("done")).Kind);
    }

    [Fact]
    public async Task What_comes_in_is_in_hand_when_it_is_stored()
    {
        await using var bot = new TestBot();
        var answer = new TaskCompletionSource();
        bot.Coach.Answers = async (_, _) =>
        {
            await answer.Task;
            return Some.Answer();
        };
        using var stop = new CancellationTokenSource();
        var loop = bot.Conversations.RunAsync(stop.Token);

        await bot.Conversations.ReceiveAsync([Text("1", "ann", Some.Goal), Text("2", "ann", "done"), Text("3", "bob", Some.Goal)]);

        Assert.Equal(["1", "3"], await bot.Database.ReadAsync(session => session.Query<string>("select event_key from inbox where claimed_by is not null order by id")));
        answer.SetResult();
        await Eventually.IsTrue(async () => await bot.Count("select count(*) from inbox where status = 'handled'") is 3);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        Assert.Equal(3, await bot.Count("select count(*) from outbox"));
    }

    [Fact]
    public async Task Who_answers_nobody_any_more_leaves_what_comes_in_to_the_next()
    {
        await using var bot = new TestBot();
        using var stop = new CancellationTokenSource();
        await bot.Conversations.ReceiveAsync([Text("1", "ann", Some.Goal)]);
        var loop = bot.Conversations.RunAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);

        await bot.Conversations.ReceiveAsync([Text("2", "bob", Some.Goal)]);

        Assert.Equal(1, await bot.Count("select count(*) from inbox where event_key = '2' and claimed_by is null and status = 'pending'"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    public void A_failed_turn_waits_a_little_longer_each_time(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), TurnPolicy.WaitAfterFailure(attempts));

    [Fact]
    public void The_third_failure_is_the_last() => Assert.Null(TurnPolicy.WaitAfterFailure(3));

    static IncomingEvent Text(string key, string person, string text) => new(key, new ChatId(TestBot.Channel, person), new ChatEvent.TextWritten(text), "en");
}
