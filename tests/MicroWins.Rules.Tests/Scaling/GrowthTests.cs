using CsCheck;
using MicroWins.Rules.Evidence;
using MicroWins.Rules.Scaling;
using MicroWins.Rules.Tests.Evidence;
using NodaTime;

namespace MicroWins.Rules.Tests.Scaling;

public class GrowthTests
{
    static readonly LocalDate Start = Days.First;

    static HabitLevel Pages(int amount, double minutes = 1) => HabitLevel.Create(amount, "pages", Effort.FromMinutes(minutes));

    /// <summary>A habit of one page whose days are drawn from the start on.</summary>
    static HabitRecord Habit(string days, int amount = 1, double minutes = 1) =>
        new() { Started = Start, Level = Pages(amount, minutes), Rows = Days.Draw(days) };

    static string Times(string days, int times) => string.Concat(Enumerable.Repeat(days, times));

    static HabitRecord Felt(HabitRecord habit, Ease ease, LocalDate day) => habit with { Eases = [.. habit.Eases, new(day, ease)] };

    [Theory]
    [InlineData(0, Stage.Establish)]
    [InlineData(13, Stage.Establish)]
    [InlineData(14, Stage.ExpandNaturally)]
    [InlineData(27, Stage.ExpandNaturally)]
    [InlineData(28, Stage.Formalise)]
    [InlineData(41, Stage.Formalise)]
    [InlineData(42, Stage.Scale)]
    [InlineData(400, Stage.Scale)]
    public void A_stage_lasts_two_weeks(int livedDays, Stage stage) => Assert.Equal(stage, Stages.After(livedDays));

    [Fact]
    public void A_pause_stops_the_clock_of_the_stages() =>
        // 10 days kept, 10 paused, 10 kept: 20 lived
        Assert.Equal(Stage.ExpandNaturally, Habit(Times("k", 10) + Times("p", 10) + Times("k", 10)).StageOn(Start.PlusDays(30)));

    [Fact]
    public void In_week_five_the_promise_becomes_what_is_done_on_slow_days()
    {
        // Promised 1 page, did 3 to 5: the middle day had 4, three days in four had at least 3.
        var habit = Habit(Times("k", 14) + Times("3423", 4), minutes: 2.7);

        var offer = Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(habit, Start.PlusDays(29), AskedBy.Bot, wish: 50));

        Assert.Equal((3, RaiseKind.Formalise), (offer.Next.Amount, offer.Kind));
        Assert.Equal(4, offer.Facts.MedianDone);
    }

    [Fact]
    public void From_1_to_50_is_answered_with_what_the_rules_give()
    {
        var habit = Felt(Habit(Times("k", 60)), Ease.Easy, Start.PlusDays(58));

        var offer = Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(habit, Start.PlusDays(60), AskedBy.Person, wish: 50));

        Assert.Equal((2, RaiseKind.OneUnit), (offer.Next.Amount, offer.Kind));
    }

    [Fact]
    public void The_first_two_weeks_are_never_raised_however_easy()
    {
        var habit = Felt(Habit(Times("9", 14)), Ease.Easy, Start.PlusDays(12));

        Assert.Equal(new GrowthAnswer.TooEarly(Start.PlusDays(14), EarlyReason.Establishing), Growth.Look(habit, Start.PlusDays(13), AskedBy.Person));
        Assert.Equal(new GrowthAnswer.TooEarly(Start.PlusDays(28), EarlyReason.Establishing), Growth.Look(habit, Start.PlusDays(13)));
    }

    [Fact]
    public void In_weeks_three_and_four_the_goal_stays_unless_the_person_asks_for_one_unit()
    {
        var (small, large) = (Habit(Times("3", 20)), Habit(Times("3", 20), amount: 8));
        var today = Start.PlusDays(20);

        Assert.Equal(new GrowthAnswer.TooEarly(Start.PlusDays(28), EarlyReason.ExpandingNaturally), Growth.Look(small, today));
        Assert.Equal(2, Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(small, today, AskedBy.Person, wish: 4)).Next.Amount);
        Assert.Equal(new GrowthAnswer.TooEarly(Start.PlusDays(28), EarlyReason.ExpandingNaturally), Growth.Look(large, today, AskedBy.Person));
    }

    [Fact]
    public void A_raise_is_followed_by_14_days_of_peace()
    {
        var habit = Felt(Habit(Times("1", 70), amount: 10), Ease.Easy, Start.PlusDays(60)).After(Start.PlusDays(48), LevelEventKind.Raised, Pages(11, 0.5));

        Assert.Equal(new GrowthAnswer.TooEarly(Start.PlusDays(62), EarlyReason.RecentChange), Growth.Look(habit, Start.PlusDays(61), AskedBy.Person));
        Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(habit, Start.PlusDays(62)));
    }

    [Fact]
    public void Staying_is_looked_at_after_two_weeks_and_not_yet_after_one()
    {
        var habit = Habit(Times("1", 90));
        var stayed = habit.After(Start.PlusDays(50), LevelEventKind.Stayed, habit.Level);
        var later = habit.After(Start.PlusDays(50), LevelEventKind.Postponed, habit.Level);

        Assert.Equal(new GrowthAnswer.TooEarly(Start.PlusDays(64), EarlyReason.RecentChange), Growth.Look(stayed, Start.PlusDays(63)));
        Assert.Equal(new GrowthAnswer.TooEarly(Start.PlusDays(57), EarlyReason.Postponed), Growth.Look(later, Start.PlusDays(56)));
        Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(stayed, Start.PlusDays(64)));
        Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(later, Start.PlusDays(57)));
    }

    [Theory]
    // the last 14 days: 1 stands for a kept page with one on top
    [InlineData("11111111111111", true)]
    [InlineData("1m111m111m1111", false)] // 11 of 14: 79 %
    [InlineData("1m1111m111s111", true)]  // 11 of 13: a skip is not asked
    [InlineData("1m111m1111", true)]      // 8 of 10, then four days without a row
    [InlineData("111111", false)]         // six days show nothing
    public void A_raise_needs_80_percent_of_14_days(string last, bool raised)
    {
        var habit = Habit(Times("1", 46) + last);

        Assert.Equal(raised, Growth.Look(habit, Start.PlusDays(59)) is GrowthAnswer.OfferRaise);
        Assert.Equal(!raised, Growth.Look(habit, Start.PlusDays(59)) is GrowthAnswer.NotSteadyYet);
    }

    [Fact]
    public void A_steady_habit_that_nobody_called_easy_stays_as_it_is()
    {
        var habit = Habit(Times("k", 60));

        Assert.IsType<GrowthAnswer.NotEasyYet>(Growth.Look(habit, Start.PlusDays(60)));
        Assert.IsType<GrowthAnswer.NotEasyYet>(Growth.Look(Felt(habit, Ease.Fine, Start.PlusDays(59)), Start.PlusDays(60)));
        Assert.IsType<GrowthAnswer.NotEasyYet>(Growth.Look(Felt(habit, Ease.Easy, Start.PlusDays(40)), Start.PlusDays(60))); // long ago
        Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(Felt(habit, Ease.Easy, Start.PlusDays(59)), Start.PlusDays(60)));
    }

    [Fact]
    public void Past_ten_minutes_a_second_occurrence_is_added()
    {
        var offer = Assert.IsType<GrowthAnswer.OfferOccurrence>(Growth.Look(Habit(Times("1", 60), amount: 10), Start.PlusDays(60)));

        Assert.Equal([10, 1], offer.Next.Occurrences);
    }

    [Fact]
    public void Three_full_occurrences_are_the_top() =>
        Assert.IsType<GrowthAnswer.AtTop>(Growth.Look(Habit(Times("1", 60), amount: 30), Start.PlusDays(60)));

    [Fact]
    public void What_must_not_grow_is_never_raised_but_may_be_made_smaller()
    {
        Assert.IsType<GrowthAnswer.NeverScaled>(Growth.Look(Habit(Times("9", 60)) with { MayGrow = false }, Start.PlusDays(60), AskedBy.Person));
        Assert.IsType<GrowthAnswer.OfferBack>(Growth.Look(Habit(Times("9", 58) + "mm", 5) with { MayGrow = false }, Start.PlusDays(60)));
    }

    [Theory]
    [InlineData("kkkkkkmm", BackReason.TwoMisses)]
    [InlineData("kkkkkmsm", BackReason.TwoMisses)] // a skip between two misses does not part them
    [InlineData("kkkkkmkm", null)]
    [InlineData("kkkkkmmk", null)]
    [InlineData("kkkkkkkm", null)]
    public void Two_misses_in_a_row_offer_the_level_below_at_any_stage(string days, BackReason? reason)
    {
        var answer = Growth.Look(Habit(days, amount: 10), Start.PlusDays(8));

        Assert.Equal(reason, (answer as GrowthAnswer.OfferBack)?.Reason);
    }

    [Fact]
    public void Too_hard_offers_the_level_before_the_last_raise()
    {
        var habit = Felt(Habit(Times("1", 60)).After(Start.PlusDays(40), LevelEventKind.Raised, Pages(4)), Ease.Hard, Start.PlusDays(50));

        Assert.Equal(new GrowthAnswer.OfferBack(Pages(1), BackReason.TooHard), Growth.Look(habit, Start.PlusDays(50)));
    }

    [Fact]
    public void Below_one_unit_the_step_itself_is_made_smaller() =>
        Assert.Equal(new GrowthAnswer.ShrinkTheStep(BackReason.TwoMisses), Growth.Look(Habit("kmm"), Start.PlusDays(3)));

    [Fact]
    public void Who_chose_to_stay_is_not_offered_less_for_the_same_misses()
    {
        var habit = Habit("kkkkkmm", amount: 10);

        Assert.IsType<GrowthAnswer.OfferBack>(Growth.Look(habit, Start.PlusDays(7)));
        Assert.IsType<GrowthAnswer.TooEarly>(Growth.Look(habit.After(Start.PlusDays(7), LevelEventKind.Stayed, habit.Level), Start.PlusDays(7)));
    }

    [Fact]
    public void Who_chose_to_stay_is_not_offered_less_for_what_they_said_before()
    {
        var habit = Felt(Habit(Times("k", 50), amount: 10), Ease.Hard, Start.PlusDays(49));

        Assert.IsType<GrowthAnswer.OfferBack>(Growth.Look(habit, Start.PlusDays(49)));
        Assert.IsType<GrowthAnswer.TooEarly>(Growth.Look(habit.After(Start.PlusDays(49), LevelEventKind.Stayed, habit.Level), Start.PlusDays(50)));
    }

    [Fact]
    public void An_offer_never_passes_the_wish()
    {
        var habit = Habit(Times("4", 32));

        Assert.Equal(5, Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(habit, Start.PlusDays(31))).Next.Amount);
        Assert.Equal(2, Assert.IsType<GrowthAnswer.OfferRaise>(Growth.Look(habit, Start.PlusDays(31), AskedBy.Person, wish: 2)).Next.Amount);
    }

    [Fact]
    public void A_change_is_undone_within_a_week_and_once()
    {
        var raised = Habit("kkk").After(Start.PlusDays(30), LevelEventKind.Raised, Pages(3));

        Assert.Equal(new UndoAnswer.Granted(Pages(1)), Growth.Undo(raised, Start.PlusDays(37)));
        Assert.Equal(new UndoAnswer.TooLate(Start.PlusDays(37)), Growth.Undo(raised, Start.PlusDays(38)));
        Assert.IsType<UndoAnswer.NothingToUndo>(Growth.Undo(raised.After(Start.PlusDays(31), LevelEventKind.Undone, Pages(1)), Start.PlusDays(31)));
        Assert.IsType<UndoAnswer.NothingToUndo>(Growth.Undo(Habit("kkk"), Start));
    }

    [Fact]
    public void An_offer_keeps_every_limit_whatever_the_record() =>
        AnyHabit.Sample((habit, today, askedBy, wish) =>
        {
            var next = Growth.Look(habit, today, askedBy, wish) switch
            {
                GrowthAnswer.OfferRaise raise => raise.Next,
                GrowthAnswer.OfferOccurrence occurrence => occurrence.Next,
                _ => null,
            };
            if (next is null) return;
            var (now, facts) = (habit.Level.Amount, Growth.Look(habit, today, askedBy, wish) is GrowthAnswer.OfferRaise { Facts: var f, Kind: RaiseKind.Formalise } ? f : null);
            Assert.True(next.Amount > now);
            Assert.True(next.Amount == now + 1 || 10 * next.Amount <= 12 * now || (facts is { Stage: Stage.Formalise } && next.Amount <= facts.MedianDone));
            Assert.All(next.Occurrences, part => Assert.True(next.EffortOf(part).HighMinutes <= Limits.MicroGoalMinutes));
            Assert.True(habit.LivedDays(today) >= 14);
            Assert.All(habit.Events.Where(e => e.IsChange), e => Assert.True(Period.DaysBetween(e.Day, today) >= 14));
            Assert.True(wish is null || wish <= now || next.Amount <= wish);
            Assert.True(habit.MayGrow);
            EvidenceRow[] fortnight = [.. habit.Rows.Where(row => row.IsAsked && row.Day > today.PlusDays(-14) && row.Day <= today)];
            Assert.True(fortnight.Count(row => row.Outcome is Outcome.Kept) * 10 >= fortnight.Length * 8);
        }, iter: 2000);

    [Fact]
    public void Back_and_up_again_leads_no_further_than_before() =>
        Gen.Select(Gen.Int[2, 30], HabitLevelTests.AnyEffort, Gen.Bool).Sample((amount, perUnit, wasRaised) =>
        {
            var before = HabitLevel.Create(1, "pages", perUnit).With(amount);
            var habit = new HabitRecord { Started = Start, Level = before, Rows = Days.Draw(Times("9", 60)) };
            if (wasRaised) habit = (habit with { Level = before.With(1) }).After(Start.PlusDays(14), LevelEventKind.Raised, before);
            if (Growth.Below(habit) is not { } below) return;
            // Looked at in weeks 5-6, in which nine units on top of every day would otherwise be made the promise.
            var back = habit.After(Start.PlusDays(20), LevelEventKind.ScaledBack, below);
            if (Growth.Look(back, Start.PlusDays(34)) is GrowthAnswer.OfferRaise(var next, _, _)) Assert.InRange(next.Amount, below.Amount + 1, before.Amount);
        });

    [Fact]
    public void Eight_weeks_of_an_eager_person_climb_gently()
    {
        // Takes every offer the bot makes, did nine pages on top every day, never misses.
        var habit = Habit("", minutes: 2);
        var levels = new List<int>();
        for (var today = Start; today < Start.PlusDays(90); today = today.PlusDays(1))
        {
            habit = habit with { Rows = [.. habit.Rows, EvidenceRow.Kept(today, "pages", habit.Level.Amount, 9)] };
            if (Growth.Look(habit, today) is GrowthAnswer.OfferRaise(var next, _, _)) habit = habit.After(today, LevelEventKind.Raised, next);
            if (Growth.Look(habit, today) is GrowthAnswer.OfferOccurrence(var more, _)) habit = habit.After(today, LevelEventKind.Raised, more);
            levels.Add(habit.Level.Amount);
        }
        // weeks 1-4: 1 page | week 5: 5 pages, all that fits into 10 minutes | then 6, 7, 8 with a second occurrence
        Assert.Equal([1, 5, 6, 7, 8, 9], levels.Distinct());
        Assert.Equal([28, 14, 14, 14, 14, 6], levels.GroupBy(level => level).Select(level => level.Count()));
    }

    static readonly Gen<(HabitRecord Habit, LocalDate Today, AskedBy AskedBy, int? Wish)> AnyHabit =
        Gen.Select(
            Gen.Int[0, 11].Select(letter => "kkk19911mms "[letter]).Array[0, 90].Select(letters => new string(letters)),
            HabitLevelTests.AnyEffort,
            Gen.Int[1, 40],
            Gen.Int[0, 100],
            Gen.Select(Gen.Int[0, 90], Gen.Int[0, 4]).List[0, 3],
            Gen.Select(Gen.Int[0, 90], Gen.Int[0, 2]).List[0, 3],
            Gen.Int[0, 60],
            Gen.Int[0, 19]).Select((days, perUnit, amount, age, events, eases, wish, odd) =>
        {
            var level = HabitLevel.Create(1, "pages", perUnit).With(amount);
            return (
                new HabitRecord
                {
                    Started = Start,
                    Level = level,
                    MayGrow = odd > 0,
                    Rows = Days.Draw(days),
                    Events = [.. events.Where(e => e.Item1 <= age).OrderBy(e => e.Item1).Select(e => new LevelEvent(Start.PlusDays(e.Item1), (LevelEventKind)e.Item2, level.With(amount % 7 + 1), level))],
                    Eases = [.. eases.Select(e => new EaseAnswer(Start.PlusDays(e.Item1), (Ease)e.Item2))],
                },
                Start.PlusDays(age),
                odd % 2 == 0 ? AskedBy.Bot : AskedBy.Person,
                wish > 0 ? (int?)wish : null);
        });
}
