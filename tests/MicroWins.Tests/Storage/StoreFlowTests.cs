using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Storage;

public sealed class SqliteFlowTests() : StoreFlowTests(new TemporaryStore());

[NeedsPostgres]
public sealed class PostgresFlowTests() : StoreFlowTests(new TemporaryPostgres());

/// <summary>Whole flows, from a message to its answers, on every store.</summary>
public abstract class StoreFlowTests(ITemporaryStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [StoreFact]
    public async Task A_goal_becomes_a_card_and_done_counts_once_however_often_it_is_pressed()
    {
        await using var bot = new TestBot(store);
        var card = Assert.Single(await bot.Says(Some.Goal));
        var done = card.Buttons.SelectMany(row => row).First(button => button.Label == "Done").Data;

        var celebration = Assert.Single(await bot.Happens(new ChatEvent.ButtonPressed(done, "card")));
        await bot.Happens(new ChatEvent.ButtonPressed(done, "card"));

        Assert.Equal((MessageKind.Card, MessageKind.Celebration), (card.Kind, celebration.Kind));
        Assert.Equal(1, await bot.Count("select count(*) from wins"));
    }

    [StoreFact]
    public async Task A_check_in_comes_every_day_once_and_says_how_it_stands()
    {
        await using var bot = new TestBot(store);
        await bot.Says(Some.Goal);

        for (var day = 1; day <= 2; day++)
        {
            Assert.Empty(await bot.Passes(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1)));
            Assert.Equal(MessageKind.CheckIn, Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1))).Kind);
        }
        Assert.Equal(2, await bot.Count("select count(*) from asked"));
    }

    [StoreFact]
    public async Task Everything_is_found_again_after_a_restart()
    {
        await using (var bot = new TestBot(store))
        {
            await bot.Says(Some.Goal);
            await bot.Presses("Done");
        }

        await using var restarted = new TestBot(store);
        var goals = Assert.Single(await restarted.Says("/goals"));
        var today = Assert.Single(await restarted.Says("/today"));

        Assert.Contains("1 of 4 kept", goals.Words(), StringComparison.Ordinal);
        Assert.Contains("Kept today: 1", today.Words(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_words_of_a_week_and_the_settings_come_back_in_every_alphabet()
    {
        await using var bot = new TestBot(store);
        await bot.Says("/language zh");
        await bot.Says("写我的历史论文 🙃");
        await bot.Says("/settings");

        Assert.Contains("写我的历史论文 🙃", Assert.Single((await bot.Chat()).Goals).Words, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_process_that_was_given_up_for_dead_cannot_answer_a_second_time()
    {
        await using var slow = new TestBot(store);
        var (asked, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        slow.Coach.Answers = async (_, _) =>
        {
            asked.SetResult();
            await goesOn.Task;
            return Some.Answer();
        };
        var answering = slow.Says(Some.Goal);
        await asked.Task;
        var life = await slow.Worker.LiveAsync();
        life.Dispose();
        // The server lets go of what a closed session held when it notices that it is closed.
        if (slow.Database.Dialect.IsShared)
            await Eventually.IsTrueOfProgram(async () => await slow.Count(
                $"select count(*) from pg_locks where locktype = 'advisory' and objid = {life.Number} and database = (select oid from pg_database where datname = current_database())") is 0);

        await using var other = new TestBot(store);
        await other.Settle();
        goesOn.SetResult();

        Assert.Empty(await answering);
        Assert.Single(other.Sender.To("ann"));
        Assert.Equal(1, await other.Count("select count(*) from goals"));
    }

    [StoreFact]
    public async Task Everything_is_handed_over_and_then_nothing_is_left()
    {
        await using var bot = new TestBot(store);
        await bot.LivesFully("ann");

        var files = (await bot.Says("/export")).Count(message => message.Attachment is not null);
        await bot.Says("/delete");
        await bot.Presses("Delete all");

        Assert.True(files > 0);
        foreach (var table in (string[])["chats", "goals", "steps", "wins", "reminders", "asked", "skips", "inbox", "outbox"])
            Assert.Equal(0, await bot.Count($"select count(*) from {table}"));
    }

    [StoreFact]
    public async Task What_was_kept_long_enough_goes_by_itself()
    {
        await using var bot = new TestBot(store);
        await bot.LivesFully("ann");

        bot.Time.Advance(TimeSpan.FromDays(400));
        var first = await bot.Retention.SweepAsync();
        await bot.Settle();
        bot.Time.Advance(TimeSpan.FromDays(60));
        var second = await bot.Retention.SweepAsync();

        Assert.True(first is { Forgotten: > 0, Warned: 1, Erased: 0 }, first.ToString());
        Assert.Equal(1, second.Erased);
        Assert.Equal(0, await bot.Count("select count(*) from chats"));
    }

    [StoreFact]
    public async Task Two_bots_on_one_store_answer_each_message_once()
    {
        await using var one = new TestBot(store);
        await using var other = new TestBot(store);
        await one.Inbox.StoreAsync([.. Enumerable.Range(0, 30).Select(i =>
            new IncomingEvent($"test:both:{i}", new ChatId(TestBot.Channel, $"person{i % 10}"), new ChatEvent.TextWritten(i < 10 ? Some.Goal : i < 20 ? "done" : "next"), "en"))]);

        // A file belongs to one process, so there the second begins when the first is through.
        if (store.Dialect.IsShared) await Task.WhenAll(one.Conversations.DrainAsync(TestBot.Channel, default), other.Conversations.DrainAsync(TestBot.Channel, default));
        else await one.Conversations.DrainAsync(TestBot.Channel, default);
        await one.Deliveries.DrainAsync(TestBot.Channel, default);

        Assert.All(Enumerable.Range(0, 10), i => Assert.Equal(
            [MessageKind.Card, MessageKind.Celebration, MessageKind.Card], one.Sender.To($"person{i}").Select(message => message.Kind)));
        Assert.Equal(10, await one.Count("select count(*) from wins"));
    }
}
