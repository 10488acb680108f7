using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>The question of every day: when it comes, and when it does not.</summary>
public sealed class DailyTests
{
    [Fact]
    public async Task A_check_in_comes_every_day_at_the_time_of_the_first_talk_once()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        for (var day = 1; day <= 2; day++)
        {
            Assert.Empty(await bot.Passes(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1)));
            Assert.Equal(MessageKind.CheckIn, Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1))).Kind);
        }
        Assert.Equal(2, await bot.Count("select count(*) from asked"));
    }

    [Fact]
    public async Task What_is_done_today_is_not_asked_about_today()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Passes(TimeSpan.FromHours(20));
        await bot.Says("done");

        Assert.Empty(await bot.Passes(TimeSpan.FromHours(4)));
        Assert.Single(await bot.Passes(TimeSpan.FromHours(24)));
    }

    [Fact]
    public async Task Somebody_silent_is_asked_less_and_less_and_told_when_it_stops()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var asked = new List<int>();
        string last = "";
        for (var day = 1; day <= 40; day++)
            if (await bot.Passes(TimeSpan.FromDays(1)) is [var message])
            {
                asked.Add(day);
                last = message.Text.ToPlainText();
            }

        Assert.Equal([1, 2, 3, 4, 6, 8, 15], asked);
        Assert.Contains("stop asking", last, StringComparison.Ordinal);

        await bot.Presses("I'm back");
        Assert.Single(await bot.Passes(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task Nobody_is_written_to_at_night()
    {
        await using var bot = new TestBot();
        // 23:30 in Berlin.
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 22, 30, 0, TimeSpan.Zero));
        await bot.Says(Some.Goal);

        Assert.Empty(await bot.Passes(TimeSpan.FromHours(21)));
        Assert.Single(await bot.Passes(TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public async Task A_goal_that_is_put_away_is_not_asked_about()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("See all");
        await bot.Presses("Put it away");

        Assert.Empty(await bot.Passes(TimeSpan.FromDays(3)));
        Assert.DoesNotContain((await bot.Chat()).Reminders, reminder => reminder.Purpose is ReminderPurpose.Daily);
    }

    [Fact]
    public async Task The_budget_of_tokens_survives_a_restart()
    {
        using var store = new TemporaryStore();
        var day = new DateOnly(2026, 3, 2);
        await using (var bot = new TestBot(store)) await new StoredTokenLedger(bot.Database).AddAsync("test:ann", day, 700, CancellationToken.None);

        await using var restarted = new TestBot(store);
        var ledger = new StoredTokenLedger(restarted.Database);
        await ledger.AddAsync("test:ann", day, 50, CancellationToken.None);

        Assert.Equal(750, await ledger.SpentAsync("test:ann", day, CancellationToken.None));
        Assert.Equal(0, await ledger.SpentAsync("test:bob", day, CancellationToken.None));
        Assert.Equal(0, await ledger.SpentAsync("test:ann", day.AddDays(1), CancellationToken.None));
    }
}
