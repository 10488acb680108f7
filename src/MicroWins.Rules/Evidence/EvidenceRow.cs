using NodaTime;

namespace MicroWins.Rules.Evidence;

/// <summary>What became of something that was asked of a person on a day.</summary>
public enum Outcome
{
    /// <summary>The commitment was kept.</summary>
    Kept,
    /// <summary>It was asked, and the day ended without it.</summary>
    Missed,
    /// <summary>The person skipped it: neither win nor miss.</summary>
    Skipped,
    /// <summary>The day lay in a pause: neither win nor miss.</summary>
    Paused,
}

/// <summary>One row of the record: what was asked on a day, and what was really done. All evidence is counted from these and from nothing else.</summary>
/// <remarks>A day without a row was not asked about, and counts for nothing.</remarks>
public sealed record EvidenceRow
{
    EvidenceRow(LocalDate day, Outcome outcome) => (Day, Outcome) = (day, outcome);

    /// <summary>The person's day.</summary>
    public LocalDate Day { get; }

    /// <summary>What became of it.</summary>
    public Outcome Outcome { get; }

    /// <summary>Minutes really taken; null where no timer ran and nobody said.</summary>
    public double? Minutes { get; private init; }

    /// <summary>The unit of the amounts, in the person's words ("pages"); empty for what is not counted.</summary>
    public string Unit { get; private init; } = "";

    /// <summary>The amount that was promised and done, in units.</summary>
    public decimal Amount { get; private init; }

    /// <summary>The amount done past the promise, in units.</summary>
    public decimal Bonus { get; private init; }

    /// <summary>Promise and bonus together, in units.</summary>
    public decimal Done => Amount + Bonus;

    /// <summary>Whether it was asked, so that it counts as a win or a miss.</summary>
    public bool IsAsked => Outcome is Outcome.Kept or Outcome.Missed;

    /// <summary>A kept commitment.</summary>
    /// <param name="day">The person's day.</param>
    /// <param name="unit">The unit of the amounts; empty for what is not counted.</param>
    /// <param name="amount">The amount promised and done, at least 0.</param>
    /// <param name="bonus">The amount past it, at least 0.</param>
    /// <param name="minutes">Minutes really taken, at least 0; null where not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not a number.</exception>
    public static EvidenceRow Kept(LocalDate day, string unit = "", decimal amount = 0, decimal bonus = 0, double? minutes = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfNegative(bonus);
        if (minutes is { } taken && !(taken >= 0)) throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "Minutes start at 0.");
        return new(day, Outcome.Kept) { Unit = unit, Amount = amount, Bonus = bonus, Minutes = minutes };
    }

    /// <summary>A day that ended without what was asked.</summary>
    /// <param name="day">The person's day.</param>
    public static EvidenceRow Missed(LocalDate day) => new(day, Outcome.Missed);

    /// <summary>A skipped day.</summary>
    /// <param name="day">The person's day.</param>
    public static EvidenceRow Skipped(LocalDate day) => new(day, Outcome.Skipped);

    /// <summary>A day of a pause.</summary>
    /// <param name="day">The person's day.</param>
    public static EvidenceRow Paused(LocalDate day) => new(day, Outcome.Paused);
}
