using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

public sealed class ComebackTests
{
    [Theory]
    [InlineData("hi")]
    [InlineData("more")]
    [InlineData("/start")]
    [InlineData("/today")]
    [InlineData("it was a rough week")]
    public async Task Who_comes_back_is_welcomed_with_two_minutes(string words)
    {
        await using var bot = await Silent(days: 5);

        var card = Assert.Single(await bot.Says(words));

        Assert.Contains("Good to have you back. Nothing to catch up on", card.Words(), StringComparison.Ordinal);
        Assert.InRange(Step(await bot.Chat()).Goal.Effort.HighMinutes, 0, Limits.StuckStepMinutes);
        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("done")).Kind);
    }

    [Fact]
    public async Task Words_that_may_be_a_goal_are_one_tap_from_a_plan()
    {
        await using var bot = await Silent(days: 5);

        await bot.Says("it was a rough week");
        await bot.Presses("Yes, a new goal");

        Assert.Equal(2, (await bot.Chat()).Goals.Length);
    }

    [Fact]
    public async Task Who_comes_back_with_a_win_is_celebrated_and_nothing_else()
    {
        await using var bot = await Silent(days: 5);

        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("done")).Kind);
    }

    [Fact]
    public async Task A_long_weekend_is_no_silence()
    {
        await using var bot = await Silent(days: 3);

        Assert.DoesNotContain("Good to have you back", Assert.Single(await bot.Says("hi")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_habit_is_small_for_the_day_and_as_it_was_on_the_next()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read 3 pages");
        bot.Stands("2026-03-08 10:00");
        var promised = Step(await bot.Chat()).Goal.Text;

        await bot.Says("hi");
        var small = Step(await bot.Chat()).Goal;
        await bot.Says("done");
        Assert.Empty(await bot.LivesUntil("2026-03-09 03:00"));
        bot.Stands("2026-03-09 10:00");

        Assert.InRange(small.Effort.HighMinutes, 0, Limits.StuckStepMinutes);
        Assert.NotEqual(promised, small.Text);
        Assert.Equal(promised, Step(await bot.Chat()).Goal.Text);
    }

    [Fact]
    public async Task After_two_misses_the_step_is_asked_about()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 18:30");

        var said = await bot.LivesUntil("2026-03-04 23:00");

        Assert.Equal(3, said.Count);
        Assert.Contains("Shall we make it smaller?", said[2].Message.Words(), StringComparison.Ordinal);
        Assert.Equal("Smaller", said[2].Message.Labels()[0]);
        Assert.DoesNotContain("smaller?", said[1].Message.Words(), StringComparison.Ordinal);
    }

    static async Task<TestBot> Silent(int days)
    {
        var bot = new TestBot();
        bot.Coach.Drafts("Write three sentences", "Write one sentence");
        await bot.Says(Some.Goal);
        bot.Time.Advance(TimeSpan.FromDays(days));
        return bot;
    }

    static MicroWins.Goals.Step Step(MicroWins.Conversations.Chat chat) => Assert.Single(chat.Goals).Next!;
}
