namespace MicroWins.Rules;

/// <summary>How long something takes: a range of minutes, because an honest estimate has two ends.</summary>
public readonly record struct Effort
{
    /// <summary>The longest effort that can be named, in minutes (about two years): a bound for arithmetic, not for people.</summary>
    public const double MaxMinutes = 1_000_000;

    Effort(double low, double high) => (LowMinutes, HighMinutes) = (low, high);

    /// <summary>Minutes on a quick day; from 0 to <see cref="HighMinutes"/>.</summary>
    public double LowMinutes { get; }

    /// <summary>Minutes on a slow day; the verdict looks at this end, since a promise has to hold on the worst day.</summary>
    public double HighMinutes { get; }

    /// <summary>The minutes to name to a person: the geometric middle of the range, as estimates are wrong by factors.</summary>
    public double TypicalMinutes => Math.Sqrt(LowMinutes * HighMinutes);

    /// <summary>What the sizing test says of this range.</summary>
    public Verdict Verdict => HighMinutes switch
    {
        > Limits.MicroGoalMinutes => Verdict.TooBig,
        < Limits.StuckStepMinutes => Verdict.Perfect,
        _ => Verdict.Good,
    };

    /// <summary>Makes a range of minutes.</summary>
    /// <param name="low">Minutes on a quick day, at least 0.</param>
    /// <param name="high">Minutes on a slow day, at least <paramref name="low"/>; values over <see cref="MaxMinutes"/> are cut to it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or not a number, or the ends are the wrong way round.</exception>
    public static Effort FromMinutes(double low, double high)
    {
        if (double.IsNaN(low) || low < 0) throw new ArgumentOutOfRangeException(nameof(low), low, "Minutes start at 0.");
        if (double.IsNaN(high) || high < low) throw new ArgumentOutOfRangeException(nameof(high), high, "The slow day cannot be quicker than the quick one.");
        return new(Math.Min(low, MaxMinutes), Math.Min(high, MaxMinutes));
    }

    /// <summary>Makes a range with one value at both ends, as for a timer.</summary>
    /// <param name="minutes">Minutes, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not a number.</exception>
    public static Effort FromMinutes(double minutes) => FromMinutes(minutes, minutes);
}
