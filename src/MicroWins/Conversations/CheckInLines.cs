using NodaTime;

namespace MicroWins.Conversations;

/// <summary>What the question of a check-in comes after; the first that fits, in this order.</summary>
enum CheckInSituation
{
    /// <summary>The day is looked back on.</summary>
    LookBack,

    /// <summary>A pause ended yesterday.</summary>
    AfterPause,

    /// <summary>The person was silent for days.</summary>
    AfterSilence,

    /// <summary>Asked and missed two days in a row: the step may be too big.</summary>
    MissedTwice,

    /// <summary>Nothing was ever asked before.</summary>
    First,

    Ordinary,
}

/// <summary>What the choice of a line looks at. Every number is counted from the record.</summary>
/// <param name="Situation">What it comes after.</param>
/// <param name="Day">The person's day.</param>
/// <param name="IsHabit">Whether a habit is asked about.</param>
/// <param name="HasSentence">Whether the habit has a sentence of its own ("After I pour my coffee, I will ...").</param>
/// <param name="Kept">Commitments of this habit, or of all plans, that were kept.</param>
/// <param name="Asked">Those that were asked: kept and missed.</param>
/// <param name="MissedLast">Whether the last asked day was missed.</param>
/// <param name="KeptLast">How many asked days in a row were kept, up to the last.</param>
sealed record CheckInFacts(CheckInSituation Situation, LocalDate Day, bool IsHabit, bool HasSentence, int Kept, int Asked, bool MissedLast, int KeptLast);

/// <summary>
/// The pool of lines that a check-in begins with. A line is eligible by what is true of the person; the choice among the eligible is by
/// lot, with a lot that the chat, the day and the slot draw, so that it varies and yet repeats in a test; what was said lately is less likely.
/// </summary>
static class CheckInLines
{
    /// <summary>Lines that are remembered: with three a day, two days back.</summary>
    public const int Remembered = 6;

    /// <summary>What is left of the weight of a line that was said lately.</summary>
    const double SaidLately = 0.25;

    /// <summary>Kept of asked is told from here on: a smaller share is no evidence that helps.</summary>
    const double TellableShare = 0.6;

    sealed record Line(Reply Words, CheckInSituation Situation, double Weight, Func<CheckInFacts, bool> Fits)
    {
        public Line(Reply words, CheckInSituation situation) : this(words, situation, 1, _ => true) { }
    }

    static readonly Line[] All =
    [
        new(Reply.LookBack, CheckInSituation.LookBack, 2, _ => true),
        new(Reply.LookBackDay, CheckInSituation.LookBack),
        new(Reply.LookBackStep, CheckInSituation.LookBack),
        new(Reply.CheckInAfterPause, CheckInSituation.AfterPause),
        new(Reply.CheckInNoCatchUp, CheckInSituation.AfterSilence),
        new(Reply.CheckInBeenQuiet, CheckInSituation.AfterSilence),
        new(Reply.CheckInTooBig, CheckInSituation.MissedTwice),
        new(Reply.CheckInNotYou, CheckInSituation.MissedTwice),
        new(Reply.CheckInFirst, CheckInSituation.First),
        new(Reply.CheckInFirstSmall, CheckInSituation.First),
        new(Reply.CheckIn, CheckInSituation.Ordinary),
        new(Reply.CheckInToday, CheckInSituation.Ordinary),
        new(Reply.CheckInMoment, CheckInSituation.Ordinary),
        new(Reply.CheckInRest, CheckInSituation.Ordinary),
        new(Reply.CheckInEvidence, CheckInSituation.Ordinary, 1.5, facts => facts.Kept > 0 && !facts.MissedLast),
        new(Reply.CheckInShare, CheckInSituation.Ordinary, 2,
            facts => facts.Asked >= 4 && facts.Kept < facts.Asked && facts.Kept >= TellableShare * facts.Asked && !facts.MissedLast),
        new(Reply.CheckInAll, CheckInSituation.Ordinary, 2, facts => facts.Kept >= 3 && facts.Kept == facts.Asked),
        new(Reply.CheckInLately, CheckInSituation.Ordinary, 1.5, facts => facts.KeptLast >= 3),
        new(Reply.CheckInMonday, CheckInSituation.Ordinary, 3, facts => facts.Day.DayOfWeek is IsoDayOfWeek.Monday),
        new(Reply.CheckInDaily, CheckInSituation.Ordinary, 1, facts => facts.IsHabit),
        new(Reply.CheckInSaid, CheckInSituation.Ordinary, 2, facts => facts.HasSentence),
        new(Reply.CheckInNewDay, CheckInSituation.Ordinary, 4, facts => facts.MissedLast),
        new(Reply.CheckInSomeDays, CheckInSituation.Ordinary, 4, facts => facts.MissedLast),
    ];

    /// <summary>The lines that are eligible.</summary>
    public static IReadOnlyList<Reply> Eligible(CheckInFacts facts) => [.. All.Where(line => line.Situation == facts.Situation && line.Fits(facts)).Select(line => line.Words)];

    /// <summary>Chooses a line.</summary>
    /// <param name="facts">What is true of the person.</param>
    /// <param name="lately">The lines said last, the newest last.</param>
    /// <param name="lot">From 0 to below 1; the same lot chooses the same line.</param>
    public static Reply Choose(CheckInFacts facts, IReadOnlyList<string> lately, double lot)
    {
        var eligible = All.Where(line => line.Situation == facts.Situation && line.Fits(facts)).ToList();
        // The same words twice in a row sound like a machine, where there are others.
        var fresh = eligible.Where(line => lately.Count is 0 || line.Words.ToString() != lately[^1]).ToList();
        var lines = fresh.Count > 0 ? fresh : eligible;
        var left = lot * lines.Sum(WeightOf);
        foreach (var line in lines)
        {
            left -= WeightOf(line);
            if (left < 0) return line.Words;
        }
        return lines[^1].Words;

        double WeightOf(Line line) => line.Weight * (lately.Contains(line.Words.ToString()) ? SaidLately : 1);
    }

    /// <summary>The lot of a chat for a slot of a day, from 0 to below 1: FNV-1a, which gives the same on every machine.</summary>
    public static double LotOf(string chat, LocalDate day, int slot)
    {
        const ulong basis = 14695981039346656037, prime = 1099511628211;
        var hash = $"{chat}|{day.Year}|{day.DayOfYear}|{slot}".Aggregate(basis, (current, letter) => unchecked((current ^ letter) * prime));
        // The low bits of FNV are the well mixed ones; a finisher spreads them over the high ones.
        hash ^= hash >> 33;
        hash = unchecked(hash * 0xff51afd7ed558ccd);
        hash ^= hash >> 33;
        return (hash >> 11) / (double)(1UL << 53);
    }
}
