using NodaTime;

namespace MicroWins.Goals;

/// <summary>A kept commitment, or a bonus on top of one.</summary>
/// <param name="Goal">The goal's number.</param>
/// <param name="Step">The step's number.</param>
/// <param name="Occurrence">Which time it was, from 1; the same win cannot be counted twice.</param>
/// <param name="Bonus">0 for the commitment itself; else which bonus it is that was done on top of it.</param>
/// <param name="At">When it was reported.</param>
/// <param name="Minutes">Minutes that it really took, where a timer ran or the person said.</param>
/// <param name="Day">The person's day that it counts for.</param>
public sealed record Win(int Goal, int Step, int Occurrence, int Bonus, Instant At, double? Minutes, LocalDate Day)
{
    readonly Late<string> _unit = "";

    /// <summary>The bonus of a few more minutes, of which there is one; the others are numbered on from it.</summary>
    public const int TimedBonus = 1;

    /// <summary>True for what was done past the commitment.</summary>
    public bool IsBonus => Bonus > 0;

    /// <summary>The unit of the amounts, as it is counted in ("pages"); empty for what is not counted.</summary>
    public string Unit { get => _unit.Value; init => _unit = value; }

    /// <summary>The unit as it is stored, opened when somebody looks at it: a year has hundreds of wins.</summary>
    internal Late<string> StoredUnit { init => _unit = value; }

    /// <summary>The amount that was promised and done, in units.</summary>
    public decimal Amount { get; init; }

    /// <summary>The amount done past the promise, in units.</summary>
    public decimal Extra { get; init; }
}

/// <summary>A day on which a person left a goal out.</summary>
/// <param name="Goal">The goal's number.</param>
/// <param name="Day">The person's day.</param>
public sealed record SkippedDay(int Goal, LocalDate Day);
