using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

public sealed class StuckTests
{
    [Theory]
    [InlineData("Too big")]
    [InlineData("Unclear")]
    [InlineData("Dull")]
    [InlineData("Scary")]
    [InlineData("No energy")]
    [InlineData("Blocked")]
    public async Task Every_cause_is_answered_with_a_step_of_at_most_two_minutes_and_nothing_is_lost(string cause)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Write for 5 minutes about the siege", "Read one page of my notes");
        await bot.Says(Some.Goal);

        var question = Assert.Single(await bot.Says("/stuck"));
        var card = Assert.Single(await bot.Presses(cause));

        Assert.Equal(6, question.Labels().Count);
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
        var goal = Assert.Single((await bot.Chat()).Goals);
        Assert.True(goal.Next!.Goal.Effort.HighMinutes <= Limits.StuckStepMinutes, card.Words());
        Assert.True(goal.Steps.Length > 2, "The step that did not begin is still in the plan.");
        Assert.Equal("Read one page of my notes", goal.Steps[^1].Goal.Text);
    }

    [Fact]
    public async Task An_old_cause_changes_nothing()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/stuck");
        await bot.Says("done");

        var reply = Assert.Single(await bot.Presses("Unclear"));

        Assert.Contains("earlier step", reply.Words(), StringComparison.Ordinal);
    }
}
