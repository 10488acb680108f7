using System.Diagnostics.CodeAnalysis;
using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Goals;

public enum StepStatus
{
    /// <summary>Still to do.</summary>
    Open,

    /// <summary>Done, every time that it was to be done.</summary>
    Kept,

    /// <summary>Left out by the person: neither a win nor a miss.</summary>
    Skipped,
}

/// <summary>A micro-goal in the plan of a goal.</summary>
public sealed record Step
{
    readonly Late<MicroGoal> _goal = null!;

    public Step() { }

    /// <summary>A step as it is stored, whose words are opened when somebody looks at them.</summary>
    [SetsRequiredMembers]
    internal Step(int number, Late<MicroGoal> goal, WorkKind kind)
    {
        // The compiler wants to see it set, and cannot see by what.
        (Number, Goal, Kind) = (number, null!, kind);
        _goal = goal;
    }

    /// <summary>Counts the steps of one goal in the order in which they came to be, from 1; the place in the plan is another thing.</summary>
    public required int Number { get; init; }

    public required MicroGoal Goal
    {
        get => _goal.Value;
        init => _goal = value;
    }

    public required WorkKind Kind { get; init; }

    public Difficulty Difficulty { get; init; }

    /// <summary>How often it is to be done; 1 for most.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How often it was done.</summary>
    public int TimesDone { get; init; }

    public StepStatus Status { get; init; }

    /// <summary>When the person pressed start; null while they have not.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>How often a step is to be done that comes back every day: more days than anybody lives.</summary>
    public const int EveryDay = 1_000_000;

    /// <summary>Of a step that comes back every day: the last day that it was kept or skipped on.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Whether both have the same words, as far as that can be told without looking at them.</summary>
    internal bool HasWordsOf(Step other) => ReferenceEquals(_goal, other._goal);

    /// <summary>The step of a habit after it was done on a day.</summary>
    public Step DoneOn(LocalDate day) => this with { TimesDone = TimesDone + 1, Status = StepStatus.Kept, StartedAt = null, Day = day };

    /// <summary>The step after it was done once more.</summary>
    public Step DoneOnce() => this with
    {
        TimesDone = TimesDone + 1,
        Status = TimesDone + 1 >= Times ? StepStatus.Kept : StepStatus.Open,
        StartedAt = null,
    };
}
