using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>Two levels of a plan, and its order.</summary>
public sealed class MilestoneTests
{
    /// <summary>A plan of three parts whose first has one step.</summary>
    static async Task<TestBot> AtTheEndOfAPart()
    {
        var bot = new TestBot();
        bot.Coach.Drafts(request => request is CoachRequest.BreakDownGoal { Part.Length: > 0 } part
            ? Some.Answer($"Write one line of the {part.Part}", "Read the entire book").Draft
            : (CoachDraft.GoalBreakdown)Some.Answer().Draft with { Steps = [] });
        await bot.Says(Some.Goal);
        return bot;
    }

    [Fact]
    public async Task The_end_of_a_part_is_celebrated_and_the_next_part_offered()
    {
        await using var bot = await AtTheEndOfAPart();

        var win = Assert.Single(await bot.Presses("Done"));

        Assert.Equal(MessageKind.Celebration, win.Kind);
        Assert.Contains("Part 1 of 3 is through: notes.", win.Words(), StringComparison.Ordinal);
        Assert.Equal(["Cut next part", "Stop here"], win.Labels().Take(2));
        Assert.DoesNotContain("Keep going", win.Labels());
        Assert.Equal(GoalStatus.Active, Assert.Single((await bot.Chat()).Goals).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_part_is_cut_when_the_person_wants_it(bool byButton)
    {
        await using var bot = await AtTheEndOfAPart();
        await bot.Says("done");

        var card = Assert.Single(byButton ? await bot.Presses("Cut next part") : await bot.Says("one more"));
        var old = Assert.Single(await bot.Happens(new ChatEvent.ButtonPressed("NextPart.1.0.0", "card")));

        Assert.Contains("Part 2 of 3: draft", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Write one line of the draft", card.Words(), StringComparison.Ordinal);
        Assert.Contains("earlier step", old.Words(), StringComparison.Ordinal);
        var asked = Assert.IsType<CoachRequest.BreakDownGoal>(bot.Coach.Asked[^1]);
        Assert.Equal((Some.Goal, "draft"), (asked.Goal, asked.Part));
        Assert.Equal(1, Assert.Single((await bot.Chat()).Goals).MilestoneAt);
        Assert.Equal(0, await bot.Count("select count(*) from steps where high_minutes > 10"));
    }

    [Fact]
    public async Task A_check_in_offers_the_next_part_so_that_the_goal_is_not_forgotten()
    {
        await using var bot = await AtTheEndOfAPart();
        await bot.Says("done");

        var asked = Assert.Single(await bot.Passes(TimeSpan.FromDays(1)));

        Assert.Contains("Cut next part", asked.Labels());
    }

    [Fact]
    public async Task Through_all_parts_the_goal_is_reached()
    {
        await using var bot = await AtTheEndOfAPart();
        bot.Coach.Drafts(request => (CoachDraft.GoalBreakdown)Some.Answer("Write one line").Draft with { Steps = [] });
        await bot.Says("done");
        for (var part = 2; part <= 3; part++)
        {
            await bot.Presses("Cut next part");
            await bot.Says("done");
        }

        Assert.Contains("last step of this plan", bot.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);
        Assert.Equal(GoalStatus.Reached, Assert.Single((await bot.Chat()).Goals).Status);
    }

    [Fact]
    public async Task A_step_can_be_put_first_by_button_and_by_number()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("show all");

        var third = Assert.Single(await bot.Presses("First: 3"));
        var fourth = Assert.Single(await bot.Says("/first 4"));

        Assert.Contains("Write two sentences", third.Words(), StringComparison.Ordinal);
        Assert.Contains("Read one page of my notes", fourth.Words(), StringComparison.Ordinal);
        Assert.Equal(["Read one page of my notes", "Write two sentences", "Open the document", "Write one sentence"],
            (await bot.Chat()).Goals[0].Steps.Select(step => step.Goal.Text));
    }

    [Theory]
    [InlineData("/first")]
    [InlineData("/first 99")]
    [InlineData("/first -1")]
    [InlineData("/first one")]
    public async Task A_place_that_is_not_there_shows_the_plan(string line)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        Assert.Contains("1. Open the document", Assert.Single(await bot.Says(line)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_can_mean_after_the_next_step()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Later");

        var next = Assert.Single(await bot.Presses("After the next"));

        Assert.Contains("Write one sentence", next.Words(), StringComparison.Ordinal);
        Assert.Equal("Open the document", (await bot.Chat()).Goals[0].Steps[1].Goal.Text);
    }

    [Fact]
    public async Task A_step_that_is_not_for_somebody_gives_way_and_the_last_one_becomes_smaller()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open the document", "Write two sentences");
        await bot.Says(Some.Goal);

        var other = Assert.Single(await bot.Says("/reject"));
        var smaller = Assert.Single(await bot.Says("/reject"));

        Assert.Contains("Write two sentences", other.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Write two sentences", smaller.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Somebody_who_says_what_makes_it_hard_begins_with_two_minutes_at_the_most()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Write for 5 minutes about the siege", "Read one page");
        await bot.Says("essay");
        await bot.Says("about the siege, five pages");

        await bot.Presses("Scary");

        Assert.True((await bot.Chat()).Goals[0].Next!.Goal.Effort.HighMinutes <= MicroWins.Rules.Limits.StuckStepMinutes);
    }
}
