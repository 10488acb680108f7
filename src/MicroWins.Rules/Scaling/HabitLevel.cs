namespace MicroWins.Rules.Scaling;

/// <summary>How much of a habit is promised a day, in units, and the occurrences of at most 10 minutes that it is done in.</summary>
/// <remarks>
/// The amount is that of a whole day. It is done at once while it fits into 10 minutes on a slow day; what passes that becomes a second and
/// a third occurrence: of 12 pages at a minute each, 10 at once and 2 later in the day.
/// </remarks>
public sealed record HabitLevel
{
    /// <summary>Occurrences a day at the most: one for each slot of a day (morning, afternoon, evening).</summary>
    public const int MostOccurrences = 3;

    /// <summary>Minutes of a unit at the fewest: one second, a bound for arithmetic.</summary>
    public const double FewestMinutesPerUnit = 1 / 60.0;

    HabitLevel(int amount, string unit, Effort perUnit) => (Amount, Unit, PerUnit) = (amount, unit, perUnit);

    /// <summary>Units a day, at least 1.</summary>
    public int Amount { get; }

    /// <summary>The unit in the person's words ("pages").</summary>
    public string Unit { get; }

    /// <summary>Minutes that one unit takes at the person's pace.</summary>
    public Effort PerUnit { get; }

    /// <summary>Units that fit into one occurrence of 10 minutes on a slow day, at least 1.</summary>
    public int MostAtOnce => MostAtOnceOf(PerUnit);

    /// <summary>Units that fit into a day.</summary>
    public int MostADay => MostAtOnce * MostOccurrences;

    /// <summary>The amounts of the day's occurrences, in order: full ones first, then the rest.</summary>
    public IReadOnlyList<int> Occurrences => [.. Enumerable.Repeat(MostAtOnce, Amount / MostAtOnce), .. Rest(Amount % MostAtOnce)];

    /// <summary>What the occurrences of a day take together.</summary>
    public Effort PerDay => EffortOf(Amount);

    /// <summary>Makes a level.</summary>
    /// <param name="amount">Units a day, from 1 to what fits into three occurrences of 10 minutes.</param>
    /// <param name="unit">The unit in the person's words.</param>
    /// <param name="perUnit">Minutes a unit at the person's pace (<see cref="AtPace"/>); a second to 10 minutes.</param>
    /// <exception cref="ArgumentException">The unit is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One unit takes over 10 minutes (choose a smaller unit) or no time, or the amount does not fit.</exception>
    public static HabitLevel Create(int amount, string unit, Effort perUnit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        if (perUnit.HighMinutes is < FewestMinutesPerUnit or > Limits.MicroGoalMinutes)
            throw new ArgumentOutOfRangeException(nameof(perUnit), perUnit, "One unit takes from a second to 10 minutes.");
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, MostAtOnceOf(perUnit) * MostOccurrences);
        return new(amount, unit.Trim(), perUnit);
    }

    /// <summary>Minutes of a unit for one person.</summary>
    /// <param name="usual">Minutes of a unit for most people.</param>
    /// <param name="pace">The person's pace.</param>
    /// <param name="kind">The kind of work.</param>
    public static Effort AtPace(Effort usual, Pace pace, WorkKind kind)
    {
        ArgumentNullException.ThrowIfNull(pace);
        var factor = pace.FactorFor(kind);
        return Effort.FromMinutes(usual.LowMinutes * factor, usual.HighMinutes * factor);
    }

    /// <summary>The same habit with another amount; what does not fit into a day is cut to what does.</summary>
    /// <param name="amount">Units a day, at least 1.</param>
    public HabitLevel With(int amount) => Create(Math.Min(amount, MostADay), Unit, PerUnit);

    /// <summary>The same amount at another pace; where that no longer fits into a day, the largest amount that does.</summary>
    /// <param name="perUnit">Minutes a unit; a second to 10 minutes.</param>
    public HabitLevel Repriced(Effort perUnit) => new HabitLevel(Amount, Unit, Create(1, Unit, perUnit).PerUnit).With(Amount);

    /// <summary>What an amount takes.</summary>
    /// <param name="amount">Units, at least 0.</param>
    public Effort EffortOf(int amount) => Effort.FromMinutes(amount * PerUnit.LowMinutes, amount * PerUnit.HighMinutes);

    /// <summary>One of the day's occurrences as the micro-goal that is asked.</summary>
    /// <param name="occurrence">Its place in <see cref="Occurrences"/>, from 0.</param>
    /// <param name="text">What to do, in the person's language, with the amount of this occurrence in it.</param>
    public MicroGoal Step(int occurrence, string text) => MicroGoal.Create(text, EffortOf(Occurrences[occurrence]));

    static IEnumerable<int> Rest(int rest) => rest > 0 ? [rest] : [];

    static int MostAtOnceOf(Effort perUnit)
    {
        // The multiplication decides, as it is what the micro-goal is measured by; the division alone may be off by a rounding.
        var most = (int)Math.Ceiling(Limits.MicroGoalMinutes / perUnit.HighMinutes);
        while (most * perUnit.HighMinutes > Limits.MicroGoalMinutes) most--;
        return most;
    }
}
