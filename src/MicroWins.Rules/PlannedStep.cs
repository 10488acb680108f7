namespace MicroWins.Rules;

/// <summary>A micro-goal in a plan, and how often it is to be done until it is through ("read 4 pages", 98 times).</summary>
public sealed record PlannedStep
{
    /// <summary>Makes a step that is done a number of times.</summary>
    /// <param name="goal">What is done each time.</param>
    /// <param name="times">How often, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is under 1.</exception>
    public PlannedStep(MicroGoal goal, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        (Goal, Times) = (goal, times);
    }

    /// <summary>What is done each time; the limit of 10 minutes holds for each time by itself.</summary>
    public MicroGoal Goal { get; }

    /// <summary>How often it is done until this step is through; 1 for most.</summary>
    public int Times { get; }
}
