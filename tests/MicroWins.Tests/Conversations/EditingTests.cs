using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

public sealed class EditingTests
{
    [Fact]
    public async Task A_step_can_be_put_in_ones_own_words()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        await bot.Says("/edit");
        var card = Assert.Single(await bot.Says("Write one sentence about the siege"));

        Assert.Contains("Write one sentence about the siege", card.Words(), StringComparison.Ordinal);
        Assert.Contains("step 1 of 4", card.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/edit Read the entire book")]
    [InlineData("/add Read the entire book")]
    public async Task Ones_own_words_are_sized_as_well_and_nothing_of_them_is_lost(string words)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var card = Assert.Single(await bot.Says(words));

        Assert.DoesNotContain("entire book\n", card.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from steps where high_minutes > 10"));
        Assert.True((await bot.Chat()).Goals[0].Steps.Length > 4, "The rest of it is in the plan.");
    }

    [Fact]
    public async Task An_added_step_stands_at_the_end_and_the_next_one_stays()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var card = Assert.Single(await bot.Says("/add Send it to my friend"));

        Assert.Contains("Open the document", card.Words(), StringComparison.Ordinal);
        Assert.Equal("Send it to my friend", (await bot.Chat()).Goals[0].Steps[^1].Goal.Text);
    }

    [Fact]
    public async Task Without_a_goal_there_is_nothing_to_edit()
    {
        await using var bot = new TestBot();

        Assert.Contains("No goals yet", Assert.Single(await bot.Says("/edit Write one word")).Words(), StringComparison.Ordinal);
    }
}
