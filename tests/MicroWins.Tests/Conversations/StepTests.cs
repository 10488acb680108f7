using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

public sealed class StepTests
{
    [Fact]
    public async Task Skip_leaves_the_step_out_and_counts_nothing()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var next = Assert.Single(await bot.Presses("Skip"));

        Assert.Contains("Write one sentence", next.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task See_all_shows_the_plan_and_the_way_back()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Done");

        var plan = Assert.Single(await bot.Says("show all"));
        var back = Assert.Single(await bot.Presses("Back to the step"));

        Assert.Contains("✔ 1. Open the document", plan.Words(), StringComparison.Ordinal);
        Assert.Contains("2. Write one sentence", plan.Words(), StringComparison.Ordinal);
        Assert.Contains("notes → draft → polish", plan.Words(), StringComparison.Ordinal);
        Assert.Equal("card", back.Edits);
    }

    [Theory]
    [InlineData("In an hour", 1)]
    [InlineData("In three hours", 3)]
    [InlineData("Tomorrow", 24)]
    public async Task Later_asks_again_at_the_agreed_time_and_once(string label, int hours)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Later");
        await bot.Presses(label);

        Assert.Empty(await bot.Passes(TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1)));
        var asked = Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1)));
        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(1)));

        Assert.Equal(MessageKind.CheckIn, asked.Kind);
        Assert.Contains("Open the document", asked.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_asks_the_next_day_by_itself_and_not_about_what_is_done()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open the document", "Write one sentence");
        await bot.Says(Some.Goal);
        await bot.Presses("Done");

        var asked = Assert.Single(await bot.Passes(TimeSpan.FromDays(1)));

        Assert.Contains("Write one sentence", asked.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Open the document", asked.Words(), StringComparison.Ordinal);
        await bot.Presses("Done");
        Assert.Empty(await bot.Passes(TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task A_reminder_that_came_due_while_the_bot_was_down_rings_once_when_it_is_back()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store)) await bot.Says(Some.Goal);

        await using var restarted = new TestBot(store);
        var asked = await restarted.Passes(TimeSpan.FromDays(3));

        Assert.Equal(MessageKind.CheckIn, Assert.Single(asked).Kind);
        Assert.Empty(await restarted.Passes(TimeSpan.FromHours(23)));
        Assert.Single(await restarted.Passes(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Tomorrow_is_at_the_same_time_on_the_wall_when_the_clocks_change()
    {
        await using var bot = new TestBot();
        // Berlin, Saturday 28 March 2026, 10:00; the night after, 02:00 becomes 03:00.
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 28, 9, 0, 0, TimeSpan.Zero));
        await bot.Says(Some.Goal);

        Assert.Empty(await bot.Passes(TimeSpan.FromHours(23) - TimeSpan.FromMinutes(1)));
        Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Stop_here_says_that_it_counts_and_when_the_bot_asks_again()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Done");

        var stop = Assert.Single(await bot.Presses("Stop here"));
        await bot.Presses("Don't ask");

        Assert.Contains("It counts in full", stop.Words(), StringComparison.Ordinal);
        Assert.Contains("tomorrow", stop.Words(), StringComparison.Ordinal);
        Assert.Empty(await bot.Passes(TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task A_goal_can_be_put_away_and_brought_back_with_all_that_was_kept()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Done");
        await bot.Says("show all");

        await bot.Presses("Put it away");
        var none = Assert.Single(await bot.Says("/goals"));
        var back = Assert.Single(await bot.Presses("Bring it back"));

        Assert.Contains("No goals yet", none.Words(), StringComparison.Ordinal);
        Assert.Contains("step 2 of 4", back.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Read the entire book")]
    [InlineData("Write the introduction and all body paragraphs")]
    [InlineData("Study for 3 hours")]
    public async Task A_lying_coach_gets_no_step_over_ten_minutes_saved_or_shown(string lie)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(lie, lie + " again", "Write one sentence");

        var card = Assert.Single(await bot.Says(Some.Goal));
        await bot.Says("show all");

        Assert.Equal(0, await bot.Count("select count(*) from steps where high_minutes > 10"));
        var goal = Assert.Single((await bot.Chat()).Goals);
        Assert.True(goal.Steps[0].Goal.Effort.HighMinutes <= Limits.FirstStepMinutes, card.Words());
        Assert.DoesNotContain($"{lie}\n", card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Smaller_goes_down_to_a_floor_and_loses_nothing()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Write two sentences", "Read one page of my notes");
        await bot.Says(Some.Goal);

        var floor = false;
        for (var press = 0; press < 12 && !floor; press++)
            floor = Assert.Single(await bot.Presses("Smaller")).Words().Contains("as small as it gets", StringComparison.Ordinal);

        Assert.True(floor);
        var goal = Assert.Single((await bot.Chat()).Goals);
        Assert.Equal("Read one page of my notes", goal.Steps[^1].Goal.Text);
        Assert.True(goal.Steps.Length > 2, "What was cut off is in the plan.");
    }
}
