using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Conversations;

/// <summary>A day of small steps, habits tied to a routine, and goals begun again.</summary>
public sealed class SystemTests
{
    static async Task<TestBot> WithSystem()
    {
        var bot = new TestBot();
        await bot.Says("/system");
        await bot.Says("thesis, piano, spanish");
        await bot.Says("work until five, then free");
        return bot;
    }

    [Fact]
    public async Task A_system_becomes_habits_with_times_and_one_step_on_the_card()
    {
        await using var bot = await WithSystem();

        var card = bot.Sender.To("ann")[^1];
        var chat = await bot.Chat();

        Assert.Contains("08:30 · Write one sentence of the thesis", card.Words(), StringComparison.Ordinal);
        Assert.Contains("19:00 · Play one scale", card.Words(), StringComparison.Ordinal);
        Assert.Contains("every day", card.Words(), StringComparison.Ordinal);
        Assert.Equal([new LocalTime(8, 30), new LocalTime(19, 0)], chat.Agreement.Times.ToArray());
        Assert.Equal([0, 1], chat.ActiveGoals.Select(goal => goal.Habit!.Slot));
        Assert.All(chat.Goals, goal => Assert.Equal(Step.EveryDay, Assert.Single(goal.Steps).Times));
        Assert.Equal(["Which step came by itself?", "Which one was too big?"], chat.Agreement.Questions.ToArray());
    }

    [Fact]
    public async Task A_goal_that_the_coach_left_out_waits_and_is_not_lost()
    {
        await using var bot = await WithSystem();

        var spanish = (await bot.Chat()).Goals.Single(goal => goal.Title == "spanish");
        Assert.Equal(GoalStatus.PutAway, spanish.Status);
        Assert.Contains("spanish", bot.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);
        await bot.Presses("spanish");

        Assert.Equal(3, (await bot.Chat()).ActiveGoals.Count());
    }

    [Fact]
    public async Task Each_habit_is_asked_about_in_its_own_slot_and_comes_back_the_next_day()
    {
        await using var bot = await WithSystem();

        // It is ten in Berlin: the evening is still to come.
        var evening = Assert.Single(await bot.Passes(TimeSpan.FromHours(9)));
        await bot.Presses("Done");
        var morning = Assert.Single(await bot.Passes(TimeSpan.FromHours(13.5)));
        await bot.Presses("Done");
        var next = Assert.Single(await bot.Passes(TimeSpan.FromHours(10.5)));

        Assert.Contains("Play one scale", evening.Words(), StringComparison.Ordinal);
        Assert.Contains("thesis", morning.Words(), StringComparison.Ordinal);
        Assert.Contains("Play one scale", next.Words(), StringComparison.Ordinal);
        Assert.Equal(2, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Of_more_steps_than_a_day_holds_the_others_wait_and_one_tap_begins_them()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(SomeDrafts.System with { PerDay = 1 });
        await bot.Says("/system thesis, piano, spanish");
        await bot.Presses("Skip");

        var waiting = (await bot.Chat()).Goals.Single(goal => goal is { Status: GoalStatus.PutAway, Title: "piano" });
        var card = Assert.Single(await bot.Presses("piano"));

        Assert.True(waiting.IsKeptForLater);
        Assert.Contains("Play one scale", card.Words(), StringComparison.Ordinal);
        Assert.Equal(2, (await bot.Chat()).ActiveGoals.Count());
    }

    [Fact]
    public async Task A_second_system_moves_what_is_done_daily_and_begins_nothing_twice()
    {
        await using var bot = await WithSystem();
        bot.Coach.Drafts(SomeDrafts.System with { Slots = [new SystemSlot(DayPart.Afternoon, "piano", new DraftStep("Play one scale", 2))] });

        await bot.Says("/system thesis, piano, spanish");
        await bot.Presses("Skip");

        var chat = await bot.Chat();
        Assert.Equal(["piano", "spanish", "thesis"], chat.Goals.Select(goal => goal.Title).Order());
        Assert.Equal(new LocalTime(13, 30), chat.Agreement.Times[chat.Goals.Single(goal => goal.Title == "piano").Habit!.Slot]);
        Assert.Equal(new LocalTime(8, 30), chat.Agreement.Times[chat.Goals.Single(goal => goal.Title == "thesis").Habit!.Slot]);
    }

    [Fact]
    public async Task What_the_person_is_at_is_known_and_not_asked_for()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var question = Assert.Single(await bot.Says("/system"));
        await bot.Says("piano");
        await bot.Presses("Skip");

        Assert.Contains("history paper", question.Words(), StringComparison.Ordinal);
        var asked = Assert.IsType<CoachRequest.DesignDailySystem>(bot.Coach.Asked[^1]);
        Assert.Equal(["history paper", "piano"], asked.Goals);
    }

    [Fact]
    public async Task Times_that_a_person_chose_stay()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var chat = await bot.Chat();
        await bot.Database.WriteAsync(session => MicroWins.Conversations.ChatStore.Save(
            session, chat, chat with { Agreement = chat.Agreement with { TimesChosen = true, Times = [new LocalTime(7, 15)] } }, Instant.FromUtc(2026, 3, 2, 9, 0)));

        await bot.Says("/system piano, spanish");
        await bot.Presses("Skip");

        Assert.Equal(new LocalTime(7, 15), Assert.Single((await bot.Chat()).Agreement.Times));
    }

    [Fact]
    public async Task Keep_going_after_a_habit_shows_the_next_one_and_never_says_that_it_is_reached()
    {
        await using var bot = await WithSystem();

        await bot.Says("done");
        var next = Assert.Single(await bot.Presses("Keep going"));
        await bot.Says("done");
        var through = Assert.Single(await bot.Presses("Keep going"));
        var word = Assert.Single(await bot.Says("done"));

        Assert.Contains("Play one scale", next.Words(), StringComparison.Ordinal);
        Assert.Contains("It comes back tomorrow", through.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("last step", through.Words() + word.Words(), StringComparison.Ordinal);
        Assert.Equal(2, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Smaller_makes_a_habit_smaller_and_leaves_one_step()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(SomeDrafts.System with { Slots = [new SystemSlot(DayPart.Morning, "reading", new DraftStep("Read two pages", 4))] });
        await bot.Says("/system reading, piano");
        await bot.Presses("Skip");

        await bot.Presses("Smaller");

        var step = Assert.Single(Assert.Single((await bot.Chat()).ActiveGoals).Steps);
        Assert.NotEqual("Read two pages", step.Goal.Text);
        Assert.Equal(Step.EveryDay, step.Times);
    }

    [Fact]
    public async Task A_stack_has_its_sentences_and_a_rehearsal_that_counts_as_nothing()
    {
        await using var bot = new TestBot();
        await bot.Says("/stack read more, exercise");
        await bot.Says("coffee, bus, work, teeth");

        var card = bot.Sender.To("ann")[^1];
        var rehearsal = Assert.Single(await bot.Presses("Try it once"));
        var praise = Assert.Single(await bot.Presses("I tried it"));

        Assert.Contains("After I pour my coffee, I will read one page", card.Words(), StringComparison.Ordinal);
        Assert.Contains("After I brush my teeth, I will do two squats", card.Words(), StringComparison.Ordinal);
        Assert.Contains("After I pour my coffee", rehearsal.Words(), StringComparison.Ordinal);
        Assert.Contains("isn't counted", praise.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
        Assert.Equal(["I pour my coffee", "I brush my teeth"], (await bot.Chat()).Goals.Select(goal => goal.Habit!.Anchor));
    }

    [Fact]
    public async Task Starting_again_begins_one_goal_small_and_keeps_the_others()
    {
        await using var bot = new TestBot();
        await bot.Says("/again");
        await bot.Says("run a marathon\nread more");

        var card = Assert.Single(await bot.Says("too much at once"));

        Assert.Contains("A marathon is a habit before it is a race.", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Each one you keep is a reason to believe the next.", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Put the shoes by the door", card.Words(), StringComparison.Ordinal);
        Assert.True((await bot.Chat()).Goals[0].Next!.Goal.Effort.HighMinutes <= Limits.StuckStepMinutes);
        var asked = Assert.IsType<CoachRequest.ReframeFailedGoals>(Assert.Single(bot.Coach.Asked));
        Assert.Equal(["run a marathon", "read more"], asked.Goals);
        Assert.Equal("too much at once", asked.Why);

        Assert.Contains("read more", Assert.Single(await bot.Says("/goals")).Words(), StringComparison.Ordinal);
        Assert.Contains("Read the first paragraph", Assert.Single(await bot.Presses("read more")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_praised_in_the_days_after_somebody_spoke_of_danger()
    {
        await using var bot = new TestBot();
        await bot.Says("/stack read more");
        await bot.Presses("Skip");
        await bot.Says("i want to kill myself");

        await bot.Presses("Try it once");
        var after = Assert.Single(await bot.Presses("I tried it"));

        Assert.DoesNotContain("That's how it goes", after.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain((await bot.Chat()).Reminders, reminder => reminder.Purpose is ReminderPurpose.Daily && reminder.Due < Instant.FromUtc(2026, 3, 5, 9, 0));
        Assert.Equal(MessageKind.Card, after.Kind);
    }
}
