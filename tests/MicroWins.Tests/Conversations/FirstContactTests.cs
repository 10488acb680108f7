using MicroWins.Coaching;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>From a messy goal to one kept step, against a real store.</summary>
public sealed class FirstContactTests
{
    [Fact]
    public async Task A_goal_is_answered_with_one_card_that_has_one_step()
    {
        await using var bot = new TestBot();

        var card = Assert.Single(await bot.Says(Some.Goal));

        Assert.Equal(MessageKind.Card, card.Kind);
        Assert.Contains("Open the document", card.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Write one sentence", card.Words(), StringComparison.Ordinal);
        Assert.Equal(["Start now", "Done", "Smaller", "Later", "Skip", "See all"], card.Labels());
    }

    [Fact]
    public async Task The_coach_is_asked_with_the_persons_own_words()
    {
        await using var bot = new TestBot();

        await bot.Says(Some.Goal);

        Assert.Equal(Some.Goal, Assert.IsType<CoachRequest.BreakDownGoal>(Assert.Single(bot.Coach.Asked)).Goal);
    }

    [Fact]
    public async Task Done_celebrates_with_the_count_and_offers_three_ways_on()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var celebration = Assert.Single(await bot.Presses("Done"));

        Assert.Equal(MessageKind.Celebration, celebration.Kind);
        Assert.Contains("Your first one kept", celebration.Words(), StringComparison.Ordinal);
        Assert.Equal(["Keep going", "Stop here", "A bit more"], celebration.Labels());
        Assert.Equal(1, (await bot.Chat()).Kept);
    }

    [Fact]
    public async Task Words_do_what_buttons_do()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("done")).Kind);

        Assert.Equal(1, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Keep_going_shows_the_next_step_and_counts_on()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Done");

        var next = Assert.Single(await bot.Presses("Keep going"));
        var celebration = Assert.Single(await bot.Presses("Done"));

        Assert.Contains("Write one sentence", next.Words(), StringComparison.Ordinal);
        Assert.Contains("step 2 of 4", next.Words(), StringComparison.Ordinal);
        Assert.Contains("2 kept so far", celebration.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_done_twice_is_one_win()
    {
        await using var bot = new TestBot();
        var card = Assert.Single(await bot.Says(Some.Goal));
        var done = card.Buttons.SelectMany(row => row).First(button => button.Label == "Done").Data;

        await bot.Happens(new ChatEvent.ButtonPressed(done, "card"));
        var second = Assert.Single(await bot.Happens(new ChatEvent.ButtonPressed(done, "card")));

        Assert.Contains("counted already", second.Words(), StringComparison.Ordinal);
        Assert.Equal(1, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Saying_done_again_before_the_next_step_was_shown_wins_nothing()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("done");

        var second = Assert.Single(await bot.Says("done"));

        Assert.Contains("counted already", second.Words(), StringComparison.Ordinal);
        Assert.Contains("Write one sentence", second.Words(), StringComparison.Ordinal);
        Assert.Equal(1, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task A_bit_more_is_a_bonus_and_no_commitment()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Done");

        var offer = Assert.Single(await bot.Presses("A bit more"));
        var thanks = Assert.Single(await bot.Presses("Done"));

        Assert.Contains("5 more minutes", offer.Words(), StringComparison.Ordinal);
        Assert.Contains("bonus", thanks.Words(), StringComparison.Ordinal);
        Assert.Equal(1, (await bot.Chat()).Kept);
        Assert.Equal(1, await bot.Count("select count(*) from wins where bonus = 1"));
    }

    [Fact]
    public async Task Start_counts_down_and_measures_the_minutes()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var counted = await bot.Presses("Start now");
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        await bot.Presses("Done");

        Assert.All(counted, message => Assert.Equal("card", message.Edits));
        Assert.Equal(["3 …", "2 …", "1 …"], counted.SkipLast(1).Select(message => message.Words()));
        Assert.StartsWith("Go.\n\nOpen the document", counted[^1].Words(), StringComparison.Ordinal);
        Assert.Equal(3, await bot.Count("select minutes from wins"));
    }

    [Fact]
    public async Task All_steps_done_ends_the_goal()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open the document", "Write one sentence");
        await bot.Says(Some.Goal);
        await bot.Presses("Done");
        await bot.Presses("Keep going");

        var last = Assert.Single(await bot.Presses("Done"));

        Assert.Contains("last step of this plan for “history paper”", last.Words(), StringComparison.Ordinal);
        Assert.Empty((await bot.Chat()).ActiveGoals);
    }

    [Fact]
    public async Task Everything_is_found_again_after_a_restart()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store))
        {
            await bot.Says(Some.Goal);
            await bot.Presses("Done");
        }

        await using var restarted = new TestBot(store);
        var goals = Assert.Single(await restarted.Says("/goals", person: "ann"));
        var today = Assert.Single(await restarted.Says("/today"));

        Assert.Contains("1. history paper · 1 of 4 kept", goals.Words(), StringComparison.Ordinal);
        Assert.Contains("Kept today: 1", today.Words(), StringComparison.Ordinal);
        Assert.Contains("Write one sentence", today.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_goals_live_side_by_side()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Coach.Answers = (_, _) => Task.FromResult(Some.Answer("Put the shoes by the door", "Walk for 5 minutes")
            with { Draft = (CoachDraft.GoalBreakdown)Some.Answer("Put the shoes by the door", "Walk for 5 minutes").Draft with { Title = "running" } });
        await bot.Says("/plan start running three times a week");

        var list = Assert.Single(await bot.Says("/goals"));
        var first = Assert.Single(await bot.Presses("history paper"));
        await bot.Presses("Done");

        Assert.Equal(["running", "history paper"], list.Labels());
        Assert.Contains("Open the document", first.Words(), StringComparison.Ordinal);
        Assert.Contains("2. running · 0 of 2 kept", Assert.Single(await bot.Says("/goals")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_goal_twice_is_one_plan()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var again = Assert.Single(await bot.Says("/plan " + Some.Goal));

        Assert.Contains("have a plan for that already", again.Words(), StringComparison.Ordinal);
        Assert.Single((await bot.Chat()).Goals);
    }

    [Theory]
    [InlineData(DraftedBy.PlannerInsteadOfModel, "language model is out of reach")]
    [InlineData(DraftedBy.PlannerForToday, "all the language model can give you today")]
    public async Task A_plan_of_the_planner_in_place_of_the_model_says_so(DraftedBy by, string why)
    {
        await using var bot = new TestBot();
        bot.Coach.Answers = (_, _) => Task.FromResult(Some.Answer() with { By = by });

        var card = Assert.Single(await bot.Says(Some.Goal));

        Assert.Contains(why, card.Words(), StringComparison.Ordinal);
    }
}
