using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>/today: what is done, what is open, and the card of the next step.</summary>
public sealed class TodayTests
{
    [Fact]
    public async Task What_is_done_and_what_is_open_stands_above_the_card()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("done");
        await bot.Says("/daily read one page");
        await bot.Says("done");
        await bot.Says("/daily drink a glass of water");

        var today = Assert.Single(await bot.Says("/today"));

        Assert.Contains("✔ Open the document\n✔ Read one page\n○ Drink a glass of water\n○ Write one sentence\n\nKept today: 2", today.Words(), StringComparison.Ordinal);
        Assert.Equal(MessageKind.Card, today.Kind);
        Assert.Contains("Start now", today.Labels());
    }

    [Fact]
    public async Task One_open_step_is_on_the_card_alone()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var today = Assert.Single(await bot.Says("/today"));

        Assert.DoesNotContain("○", today.Words(), StringComparison.Ordinal);
        Assert.Contains("One small thing is enough for today", today.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_today_is_no_open_thing()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        await bot.Says("/skip");
        await bot.Says("/daily drink a glass of water");

        Assert.Contains("– Read one page\n○ Drink a glass of water", Assert.Single(await bot.Says("/today")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yesterdays_wins_are_not_todays()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        await bot.Says("done");
        await bot.Passes(TimeSpan.FromDays(1));

        var today = Assert.Single(await bot.Says("/today"));

        Assert.DoesNotContain("✔", today.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Kept today", today.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_day_stays_short()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts([.. Enumerable.Range(1, 12).Select(number => $"Write sentence number {number}")]);
        await bot.Says(Some.Goal);
        for (var step = 0; step < 8; step++)
        {
            await bot.Says("done");
            await bot.Presses("Keep going");
        }

        var today = Assert.Single(await bot.Says("/today"));

        Assert.Equal(4, today.Words().Count(letter => letter is '✔'));
        Assert.Contains("Kept today: 8", today.Words(), StringComparison.Ordinal);
    }
}
