using MicroWins.Conversations;
using MicroWins.Rules;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Conversations;

/// <summary>The 5-minute rule, and a Pomodoro as a stack of micro-goals.</summary>
public sealed class FocusTests
{
    [Fact]
    public async Task Five_minutes_by_default_and_the_real_ones_are_recorded()
    {
        await using var bot = await Begun("/focus");

        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(4)));
        var question = Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1)));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var celebration = Assert.Single(await bot.Presses("Done"));

        Assert.StartsWith("That's 5 minutes. How did it go?", question.Words(), StringComparison.Ordinal);
        Assert.Equal(["Done", "Did a bit", "A bit more"], question.Labels());
        Assert.Contains("Keep going", celebration.Labels());
        Assert.Equal(6, await bot.Count("select minutes from wins"));
        Assert.Null((await bot.Chat()).Focus);
    }

    [Fact]
    public async Task A_pomodoro_is_three_blocks_each_with_its_tap_and_a_break_between()
    {
        await using var bot = await Begun("/focus 25");
        Assert.StartsWith("25 minutes in small blocks: 10 + 10 + 5.", bot.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);

        await bot.Passes(TimeSpan.FromMinutes(10));
        var first = Assert.Single(await bot.Presses("Done"));
        Assert.Contains("10 of 25 minutes. The next 10", first.Words(), StringComparison.Ordinal);
        Assert.Equal(["Next block", "Short break", "Stop here"], first.Labels().Take(3));
        await bot.Presses("Short break");
        Assert.Contains("break is over", Assert.Single(await bot.Passes(TimeSpan.FromMinutes(3))).Words(), StringComparison.Ordinal);
        await bot.Presses("Next block");
        Assert.Single(await bot.Passes(TimeSpan.FromMinutes(10)));
        Assert.Contains("The next 5", Assert.Single(await bot.Presses("Done")).Words(), StringComparison.Ordinal);
        await bot.Presses("Next block");
        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(4)));
        Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1)));
        var last = Assert.Single(await bot.Presses("Done"));

        Assert.Contains("whole session of 25 minutes is through", last.Words(), StringComparison.Ordinal);
        Assert.Equal(3, await bot.Count("select count(*) from wins"));
        Assert.Equal(25, await bot.Count("select sum(minutes) from wins"));
        Assert.Equal(0, await bot.Count("select count(*) from steps where high_minutes > 10"));
    }

    [Fact]
    public async Task A_tap_before_the_end_of_a_block_leaves_the_rest_for_the_next_ones()
    {
        await using var bot = await Begun("/focus 25");
        await bot.Passes(TimeSpan.FromMinutes(2));

        var early = Assert.Single(await bot.Presses("Done"));
        await bot.Presses("Stop here");

        Assert.Contains("2 of 25 minutes. The next 10", early.Words(), StringComparison.Ordinal);
        Assert.Empty(await bot.Passes(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Who_is_not_done_stays_on_the_step_for_the_next_block()
    {
        await using var bot = await Begun("/focus 25");
        await bot.Passes(TimeSpan.FromMinutes(10));
        Assert.StartsWith("10 more minutes", Assert.Single(await bot.Presses("A bit more")).Words(), StringComparison.Ordinal);
        Assert.Single(await bot.Passes(TimeSpan.FromMinutes(10)));
        await bot.Presses("A bit more");
        Assert.Single(await bot.Passes(TimeSpan.FromMinutes(5)));
        await bot.Presses("Done");

        Assert.Equal(25, await bot.Count("select minutes from wins"));
    }

    [Fact]
    public async Task A_session_goes_on_through_a_restart()
    {
        using var store = new TemporaryStore();
        await using (var bot = await Begun("/focus 20", store)) { }

        await using var restarted = new TestBot(store);
        Assert.Single(await restarted.Passes(TimeSpan.FromMinutes(10)));
        var celebration = Assert.Single(await restarted.Presses("Done"));

        Assert.Contains("10 of 20 minutes", celebration.Words(), StringComparison.Ordinal);
        Assert.Equal(10, await restarted.Count("select minutes from wins"));
    }

    [Fact]
    public async Task A_session_that_was_left_for_hours_is_over()
    {
        await using var bot = await Begun("/focus 25");
        await bot.Passes(TimeSpan.FromMinutes(10));
        await bot.Presses("Done");
        await bot.Passes(TimeSpan.FromHours(3));

        var answer = Assert.Single(await bot.Presses("Next block"));

        Assert.Contains("belongs to an earlier step", answer.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/focus 0")]
    [InlineData("/focus 61")]
    [InlineData("/focus -5")]
    [InlineData("/focus 2.5")]
    [InlineData("/focus 99999999999999999999")]
    [InlineData("/focus please")]
    public async Task Other_lengths_are_answered_with_what_is_possible(string command)
    {
        await using var bot = await Begun(command);

        Assert.Contains("1 to 60 minutes", bot.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);
        Assert.Null((await bot.Chat()).Focus);
    }

    [Fact]
    public async Task A_habit_is_kept_once_and_the_session_ends_where_nothing_is_left()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        await bot.Says("/focus 25 min");
        await bot.Passes(TimeSpan.FromMinutes(10));
        await bot.Presses("Did a bit");

        Assert.Equal(1, await bot.Count("select count(*) from wins where bonus = 0"));
        Assert.Null((await bot.Chat()).Focus);
    }

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(5, new[] { 5 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(11, new[] { 9, 2 })]
    [InlineData(25, new[] { 10, 10, 5 })]
    [InlineData(60, new[] { 10, 10, 10, 10, 10, 10 })]
    public void Blocks_are_ten_minutes_at_most(int minutes, int[] blocks) => Assert.Equal(blocks, Session(minutes).Blocks());

    [Fact]
    public void No_session_has_a_block_over_the_limit_and_every_session_ends()
    {
        foreach (var minutes in Enumerable.Range(FocusSession.Shortest, FocusSession.Longest))
        {
            Assert.Equal(minutes, Session(minutes).Blocks().Sum());
            Assert.All(Session(minutes).Blocks(), block => Assert.InRange(block, 1, Limits.MicroGoalMinutes));
            var session = Session(minutes);
            for (var tap = 0; tap < minutes && !session.IsThrough; tap++) session = session.AfterBlock(session.Since);
            Assert.True(session.IsThrough);
        }
    }

    static FocusSession Session(int minutes) => new(minutes, Done: 0, Goal: 1, Instant.FromUtc(2026, 3, 2, 9, 0));

    static async Task<TestBot> Begun(string command, TemporaryStore? store = null)
    {
        var bot = new TestBot(store);
        await bot.Says(Some.Goal);
        await bot.Says(command);
        return bot;
    }
}
