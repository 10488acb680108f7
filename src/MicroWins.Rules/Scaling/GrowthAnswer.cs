using NodaTime;

namespace MicroWins.Rules.Scaling;

/// <summary>What the last 14 days show: the reason that is given with an answer.</summary>
/// <param name="Stage">The stage of the habit.</param>
/// <param name="Kept">Commitments kept.</param>
/// <param name="Asked">Commitments asked.</param>
/// <param name="KeptDays">Days with something kept.</param>
/// <param name="BonusDays">Of these, days with something on top.</param>
/// <param name="MedianDone">Units really done on the middle one of these days ("about 4 pages a day"); 0 where there is none.</param>
/// <param name="SlowDayDone">Units really done on a slow day: three days in four had at least as many; 0 where there is none.</param>
public sealed record GrowthFacts(Stage Stage, int Kept, int Asked, int KeptDays, int BonusDays, decimal MedianDone, decimal SlowDayDone);

/// <summary>Which rule an offered raise comes from.</summary>
public enum RaiseKind
{
    /// <summary>10-20 % more.</summary>
    Step,
    /// <summary>One unit more, where 20 % is less than one unit.</summary>
    OneUnit,
    /// <summary>What is done on slow days anyway becomes the promise.</summary>
    Formalise,
}

/// <summary>Why it is too early for a raise.</summary>
public enum EarlyReason
{
    /// <summary>The first two weeks: only that it happens counts.</summary>
    Establishing,
    /// <summary>Weeks 3-4: the official goal stays, what comes on top is bonus.</summary>
    ExpandingNaturally,
    /// <summary>The level changed, or was confirmed, less than 14 days ago.</summary>
    RecentChange,
    /// <summary>The person said "not yet" less than 7 days ago.</summary>
    Postponed,
}

/// <summary>Why a smaller level is offered.</summary>
public enum BackReason
{
    /// <summary>Two misses in a row.</summary>
    TwoMisses,
    /// <summary>The person said that it is too hard.</summary>
    TooHard,
}

/// <summary>What the rules say to growth. Nothing is imposed: each offer is a question, with "stay here" beside it.</summary>
public abstract record GrowthAnswer
{
    GrowthAnswer() { }

    /// <summary>A larger level may be offered.</summary>
    /// <param name="Next">The level to offer.</param>
    /// <param name="Kind">Which rule it comes from.</param>
    /// <param name="Facts">The reason.</param>
    public sealed record OfferRaise(HabitLevel Next, RaiseKind Kind, GrowthFacts Facts) : GrowthAnswer;

    /// <summary>The occurrence is full at 10 minutes: one more occurrence in the day may be offered.</summary>
    /// <param name="Next">The level to offer.</param>
    /// <param name="Facts">The reason.</param>
    public sealed record OfferOccurrence(HabitLevel Next, GrowthFacts Facts) : GrowthAnswer;

    /// <summary>The level below is to be offered, with the same ease as a raise.</summary>
    /// <param name="Below">The level to offer.</param>
    /// <param name="Reason">Why.</param>
    public sealed record OfferBack(HabitLevel Below, BackReason Reason) : GrowthAnswer;

    /// <summary>It is too much, and one unit is the least: the step itself has to be made smaller (a smaller unit, or the opening move).</summary>
    /// <param name="Reason">Why.</param>
    public sealed record ShrinkTheStep(BackReason Reason) : GrowthAnswer;

    /// <summary>It is too early.</summary>
    /// <param name="Until">The first day on which it may be looked at again.</param>
    /// <param name="Reason">The reason that lasts longest.</param>
    public sealed record TooEarly(LocalDate Until, EarlyReason Reason) : GrowthAnswer;

    /// <summary>Under 80 % kept in 14 days, or too few days asked to tell.</summary>
    /// <param name="Facts">The numbers.</param>
    public sealed record NotSteadyYet(GrowthFacts Facts) : GrowthAnswer;

    /// <summary>Steady, but nobody said that it is easy, and bonuses are not regular.</summary>
    /// <param name="Facts">The numbers.</param>
    public sealed record NotEasyYet(GrowthFacts Facts) : GrowthAnswer;

    /// <summary>Three occurrences of 10 minutes a day are full: everything above is bonus.</summary>
    /// <param name="Facts">The numbers.</param>
    public sealed record AtTop(GrowthFacts Facts) : GrowthAnswer;

    /// <summary>This is never raised: weight, food restriction, sleep loss, self-punishment.</summary>
    public sealed record NeverScaled : GrowthAnswer;
}

/// <summary>What is said to somebody who takes a change back.</summary>
public abstract record UndoAnswer
{
    UndoAnswer() { }

    /// <summary>The level goes back.</summary>
    /// <param name="To">The level as it was.</param>
    public sealed record Granted(HabitLevel To) : UndoAnswer;

    /// <summary>The week is over; a smaller level can still be chosen.</summary>
    /// <param name="LastDay">The last day on which one tap would have done it.</param>
    public sealed record TooLate(LocalDate LastDay) : UndoAnswer;

    /// <summary>Nothing was changed, or the change was taken back already.</summary>
    public sealed record NothingToUndo : UndoAnswer;
}
