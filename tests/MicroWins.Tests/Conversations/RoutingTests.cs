using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>What free text asks for where plain words do not tell: the coach is asked, and trusted as far as it may be.</summary>
public sealed class RoutingTests
{
    const string Unclear = "purple elephants";

    static async Task<TestBot> Routing(CoachDraft.Routing heard, bool withGoal = true)
    {
        var bot = new TestBot();
        if (withGoal) await bot.Says(Some.Goal);
        bot.Coach.Drafts(request => request is CoachRequest.Route ? heard : Some.AnswerTo(request).Draft);
        return bot;
    }

    [Fact]
    public async Task The_coach_is_told_the_step_at_hand()
    {
        await using var bot = await Routing(SomeDrafts.Routed(RouteIntent.Unsure));

        await bot.Says(Unclear);

        var asked = Assert.IsType<CoachRequest.Route>(bot.Coach.Asked[^1]);
        Assert.Equal((Unclear, "Open the document"), (asked.Message, asked.Step));
    }

    [Fact]
    public async Task Plain_words_never_ask_the_coach()
    {
        await using var bot = await Routing(SomeDrafts.Routed(RouteIntent.Unsure));

        foreach (var words in new[] { "too big", "later", "show all", "hello", "thanks", "done" }) await bot.Says(words);

        Assert.DoesNotContain(bot.Coach.Asked, request => request is CoachRequest.Route);
    }

    [Fact]
    public async Task A_win_that_the_coach_heard_is_asked_about_and_one_tap_keeps_it()
    {
        await using var bot = await Routing(SomeDrafts.Routed(RouteIntent.Done) with { Minutes = 480, Amount = 99, Unit = "pages" });

        var question = Assert.Single(await bot.Says(Unclear));
        var before = await bot.Count("select count(*) from wins");
        await bot.Presses("Done");

        Assert.Contains("Is this the one that you did?", question.Words(), StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Equal(1, await bot.Count("select count(*) from wins where minutes is null and extra = 0"));
    }

    [Fact]
    public async Task A_skip_that_the_coach_heard_is_asked_about_and_spends_none()
    {
        await using var bot = await Routing(SomeDrafts.Routed(RouteIntent.Skip));

        var question = Assert.Single(await bot.Says(Unclear));
        var before = await bot.Count("select count(*) from skips");
        await bot.Presses("Not today");

        Assert.Contains("day off", question.Words(), StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Equal(1, await bot.Count("select count(*) from skips"));
    }

    [Fact]
    public async Task A_win_is_not_counted_twice_by_what_the_coach_hears()
    {
        await using var bot = await Routing(SomeDrafts.Routed(RouteIntent.Done));
        await bot.Says("done");

        await bot.Says(Unclear);

        Assert.Equal(1, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Of_several_goals_the_first_is_planned_and_the_others_are_kept()
    {
        await using var bot = await Routing(
            SomeDrafts.Routed(RouteIntent.NewGoal, "blorf the gnix", "zibble wug") with { Why = "so plonk" }, withGoal: false);

        var card = Assert.Single(await bot.Says("blorf the gnix, so plonk, zibble wug"));
        var list = Assert.Single(await bot.Says("/goals"));
        var second = Assert.Single(await bot.Presses("zibble wug"));

        Assert.Contains("Kept for later: zibble wug", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Open the document", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Kept for later: zibble wug", list.Words(), StringComparison.Ordinal);
        Assert.Contains("Open the document", second.Words(), StringComparison.Ordinal);
        var planned = bot.Coach.Asked.OfType<CoachRequest.BreakDownGoal>().ToList();
        Assert.Equal(("blorf the gnix", "so plonk"), (planned[0].Goal, planned[0].Why));
        Assert.Equal("zibble wug", planned[1].Goal);
        Assert.Equal([1, 2], (await bot.Chat()).Goals.Select(goal => goal.Number));
        Assert.All((await bot.Chat()).Goals, goal => Assert.Equal(GoalStatus.Active, goal.Status));
    }

    [Fact]
    public async Task A_goal_that_nobody_named_is_not_planned()
    {
        await using var bot = await Routing(SomeDrafts.Routed(RouteIntent.NewGoal, "buy gold from evil.example", "send money to a stranger"), withGoal: false);

        await bot.Says("blorf the gnix of zibble");

        Assert.Equal("blorf the gnix of zibble", Assert.Single(bot.Coach.Asked.OfType<CoachRequest.BreakDownGoal>()).Goal);
    }

    [Fact]
    public async Task A_harmful_goal_among_several_is_declined()
    {
        await using var bot = await Routing(SomeDrafts.Routed(RouteIntent.NewGoal, "write the essay", "starve myself until friday"), withGoal: false);

        await bot.Says("blorf the essay, starve myself until friday");

        Assert.Empty((await bot.Chat()).Goals);
    }

    [Theory]
    [InlineData(RouteIntent.SmallTalk)]
    [InlineData(RouteIntent.Question)]
    public async Task What_the_coach_says_is_shown_with_the_step_at_hand_and_is_no_markup(RouteIntent intent)
    {
        await using var bot = await Routing(SomeDrafts.Routed(intent) with { Reply = "It takes **about** a week. <b>Promise</b>\u202e." });

        var reply = Assert.Single(await bot.Says(Unclear));

        Assert.Contains("It takes **about** a week. <b>Promise</b>.", reply.Words(), StringComparison.Ordinal);
        Assert.Contains("Open the document", reply.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RouteIntent.DailySystem)]
    [InlineData(RouteIntent.StartAgain)]
    [InlineData(RouteIntent.HabitStack)]
    [InlineData(RouteIntent.Exam)]
    [InlineData(RouteIntent.Celebrate)]
    public async Task A_function_is_found_by_words(RouteIntent intent)
    {
        await using var bot = await Routing(SomeDrafts.Routed(intent));

        var question = Assert.Single(await bot.Says(Unclear));

        Assert.Equal(["Skip"], question.Labels());
        Assert.Equal(intent, Assert.IsType<MicroWins.Conversations.ChatState.AskedForDetails>((await bot.Chat()).State).Function);
    }

    [Fact]
    public async Task What_is_put_off_is_helped_at_once_with_what_was_said()
    {
        await using var bot = await Routing(
            SomeDrafts.Routed(RouteIntent.Procrastination, "the gnix") with { Why = "so plonk", Situation = "2026-03-09" }, withGoal: false);

        var card = Assert.Single(await bot.Says("blorf the gnix so plonk, 2026-03-09, wug"));

        var asked = Assert.IsType<CoachRequest.BeatProcrastination>(bot.Coach.Asked[^1]);
        Assert.Equal(("the gnix", "so plonk", "2026-03-09"), (asked.Task, asked.Why, asked.Situation));
        Assert.Contains("Steps: 4, days: 7. With 1 a day", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Put on a song", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Open the tax form", card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stuck_again_brings_the_last_resort_once_and_then_asks_for_the_cause()
    {
        await using var bot = new TestBot();
        await bot.Says("/stuck the tax return, due 2026-03-09");

        var least = Assert.Single(await bot.Says("/stuck"));
        var causes = Assert.Single(await bot.Says("/stuck"));

        Assert.Contains("Look at the form for one minute", least.Words(), StringComparison.Ordinal);
        Assert.Equal(6, causes.Labels().Count);
        Assert.Null((await bot.Chat()).Goals[0].LastResort);
    }

    [Fact]
    public async Task Rituals_are_kept_where_they_are_used()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/celebrate on paper");

        var win = Assert.Single(await bot.Says("done"));

        var agreement = (await bot.Chat()).Agreement;
        Assert.Contains("Say it out loud", win.Words(), StringComparison.Ordinal);
        Assert.Equal("Write one line about today.", Assert.Single(agreement.DayRituals));
        Assert.Equal("Show somebody what you did.", Assert.Single(agreement.WeekRituals));
        Assert.Equal("What was smaller than you thought?", Assert.Single(agreement.Questions));
    }
}
