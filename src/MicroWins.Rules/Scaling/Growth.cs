using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Rules.Scaling;

/// <summary>Who brings growth up.</summary>
public enum AskedBy
{
    /// <summary>The bot, in its weekly look.</summary>
    Bot,
    /// <summary>The person (/scaleup, "I can do more").</summary>
    Person,
}

/// <summary>When a habit may grow or should shrink, and by how much.</summary>
/// <remarks>
/// In weeks 3-4 the official goal stays: the bot offers nothing of its own accord. A person who asks then is offered one unit where 20 % is
/// less than that ("1 page" to "2 pages"), and otherwise is told when it will be looked at.
/// </remarks>
public static class Growth
{
    /// <summary>Days that a level is lived before the next look, and days that the look goes back: two weeks, as long as a stage.</summary>
    public const int LookAgainDays = 14;

    /// <summary>Days until the next look after "not yet".</summary>
    public const int PostponedDays = 7;

    /// <summary>Days in which a change is taken back with one tap.</summary>
    public const int UndoDays = 7;

    /// <summary>The kept part of what was asked that a raise needs: one miss in five is life, more is a level that is too high.</summary>
    public const decimal LeastKeptShare = 0.8m;

    /// <summary>Days asked within the 14 that a raise needs: under half of them show nothing.</summary>
    public const int FewestDaysAsked = 7;

    /// <summary>Misses in a row after which a smaller level is offered.</summary>
    public const int MissesInARow = 2;

    /// <summary>Looks at a habit: is it time for more, for less, or to stay?</summary>
    /// <param name="habit">The habit's record.</param>
    /// <param name="today">The person's day.</param>
    /// <param name="askedBy">Who brings it up.</param>
    /// <param name="wish">The amount that the person named ("I can do 50 now"); an offer never passes it, nor does it ever pass what the rules give.</param>
    public static GrowthAnswer Look(HabitRecord habit, LocalDate today, AskedBy askedBy = AskedBy.Bot, int? wish = null)
    {
        ArgumentNullException.ThrowIfNull(habit);
        if (ReasonToGoBack(habit, today) is { } back) return Smaller(habit, back);
        if (!habit.MayGrow) return new GrowthAnswer.NeverScaled();
        if (WhyTooEarly(habit, today, askedBy) is { } early) return early;
        var facts = FactsOf(habit, today);
        if (DaysAsked(habit, today) < FewestDaysAsked || facts.Kept < LeastKeptShare * facts.Asked)
            return new GrowthAnswer.NotSteadyYet(facts);
        if (LastEase(habit, today) is not { Ease: Ease.Easy } && !HasRegularBonus(facts)) return new GrowthAnswer.NotEasyYet(facts);
        return Larger(habit, facts, wish);
    }

    /// <summary>The level below: the one before the last raise, or one step down where there is none.</summary>
    /// <param name="habit">The habit's record.</param>
    /// <returns>Null at one unit.</returns>
    public static HabitLevel? Below(HabitRecord habit)
    {
        ArgumentNullException.ThrowIfNull(habit);
        var level = habit.Level;
        if (level.Amount is 1) return null;
        var raise = habit.Events.LastOrDefault(e =>
            e.Kind is LevelEventKind.Raised && e.From.Unit == level.Unit && e.From.Amount < level.Amount);
        return level.With(raise?.From.Amount ?? Steps.Down(level.Amount));
    }

    /// <summary>Judges a wish to take the last change of level back.</summary>
    /// <param name="habit">The habit's record.</param>
    /// <param name="today">The person's day.</param>
    public static UndoAnswer Undo(HabitRecord habit, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(habit);
        if (habit.Events.LastOrDefault(e => e.IsChange) is not { Kind: not LevelEventKind.Undone } change)
            return new UndoAnswer.NothingToUndo();
        var lastDay = change.Day.PlusDays(UndoDays);
        return today <= lastDay ? new UndoAnswer.Granted(change.From) : new UndoAnswer.TooLate(lastDay);
    }

    static BackReason? ReasonToGoBack(HabitRecord habit, LocalDate today)
    {
        // What was said or missed on the very day of a decision may be what led to it, and what is older has been answered by it.
        var since = LastSettled(habit)?.Day ?? LocalDate.MinIsoValue;
        if (LastEase(habit, today) is { Ease: Ease.Hard } hard && hard.Day > since) return BackReason.TooHard;
        var days = DayMark.Of(Recent(habit, today).Where(row => row.IsAsked && row.Day > since)).TakeLast(MissesInARow).ToList();
        return days.Count == MissesInARow && days.All(day => day.State is DayState.Missed) ? BackReason.TwoMisses : null;
    }

    static GrowthAnswer Smaller(HabitRecord habit, BackReason reason) =>
        Below(habit) is { } below ? new GrowthAnswer.OfferBack(below, reason) : new GrowthAnswer.ShrinkTheStep(reason);

    static GrowthAnswer.TooEarly? WhyTooEarly(HabitRecord habit, LocalDate today, AskedBy askedBy)
    {
        var lived = habit.LivedDays(today);
        var mayAskForAUnit = askedBy is AskedBy.Person && Steps.IsUnderOneUnit(habit.Level.Amount);
        var stage = Stages.BeginOf(mayAskForAUnit ? Stage.ExpandNaturally : Stage.Formalise, lived, today);
        var reasons = new List<GrowthAnswer.TooEarly>
        {
            new(stage, lived < Stages.Days ? EarlyReason.Establishing : EarlyReason.ExpandingNaturally),
        };
        if (LastSettled(habit) is { } settled) reasons.Add(new(settled.Day.PlusDays(LookAgainDays), EarlyReason.RecentChange));
        if (habit.Events.LastOrDefault(e => e.Kind is LevelEventKind.Postponed) is { } later)
            reasons.Add(new(later.Day.PlusDays(PostponedDays), EarlyReason.Postponed));
        return reasons.MaxBy(early => early.Until) is { } longest && longest.Until > today ? longest : null;
    }

    static GrowthAnswer Larger(HabitRecord habit, GrowthFacts facts, int? wish)
    {
        var level = habit.Level;
        var step = Steps.Up(level.Amount);
        var formal = facts.Stage is Stage.Formalise && HasRegularBonus(facts) ? (int)Math.Min(facts.SlowDayDone, level.MostAtOnce) : 0;
        var next = Math.Min(Math.Max(step, formal), level.MostADay);
        if (next < Steps.Least(level.Amount)) return new GrowthAnswer.AtTop(facts);
        // Who had to come back from a level is not offered more than that level the next time.
        if (habit.Events.LastOrDefault(e => e.IsChange) is { Kind: not LevelEventKind.Raised } back && back.From.Amount > level.Amount)
            next = Math.Min(next, back.From.Amount);
        if (wish > level.Amount) next = Math.Min(next, wish.Value);
        var larger = level.With(next);
        if (larger.Occurrences.Count > level.Occurrences.Count) return new GrowthAnswer.OfferOccurrence(larger, facts);
        var kind = next > step || (next == formal && formal > 0) ? RaiseKind.Formalise
            : Steps.IsUnderOneUnit(level.Amount) ? RaiseKind.OneUnit : RaiseKind.Step;
        return new GrowthAnswer.OfferRaise(larger, kind, facts);
    }

    static GrowthFacts FactsOf(HabitRecord habit, LocalDate today)
    {
        EvidenceRow[] asked = [.. Recent(habit, today).Where(row => row.IsAsked)];
        var days = asked.Where(row => row.Outcome is Outcome.Kept).GroupBy(row => row.Day).ToList();
        decimal[] done = [.. days.Select(day => day.Sum(row => row.Done)).Order()];
        return new(
            habit.StageOn(today),
            asked.Count(row => row.Outcome is Outcome.Kept),
            asked.Length,
            days.Count,
            days.Count(day => day.Any(row => row.Bonus > 0)),
            done.Length is 0 ? 0 : done[(done.Length - 1) / 2],
            done.Length is 0 ? 0 : done[(done.Length - 1) / 4]);
    }

    /// <summary>Bonuses are regular when at least every other kept day has one.</summary>
    static bool HasRegularBonus(GrowthFacts facts) => facts.KeptDays > 0 && 2 * facts.BonusDays >= facts.KeptDays;

    /// <summary>What the person said last within the 14 days.</summary>
    static EaseAnswer? LastEase(HabitRecord habit, LocalDate today) =>
        habit.Eases.Where(answer => answer.Day > today.PlusDays(-LookAgainDays) && answer.Day <= today)
            .OrderBy(answer => answer.Day)
            .LastOrDefault();

    static int DaysAsked(HabitRecord habit, LocalDate today) =>
        Recent(habit, today).Where(row => row.IsAsked).Select(row => row.Day).Distinct().Count();

    static IEnumerable<EvidenceRow> Recent(HabitRecord habit, LocalDate today) =>
        habit.Rows.Where(row => row.Day > today.PlusDays(-LookAgainDays) && row.Day <= today);

    /// <summary>The last decision that settled a level: a change of it, or the choice to stay.</summary>
    static LevelEvent? LastSettled(HabitRecord habit) => habit.Events.LastOrDefault(e => e.Kind is not LevelEventKind.Postponed);
}
