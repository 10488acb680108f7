namespace MicroWins.Rules;

/// <summary>What sort of goal a person brought; each has its own first move.</summary>
public enum GoalKind
{
    /// <summary>Something with an end that is being put off; starts with the smallest move there is.</summary>
    Task,
    /// <summary>Something to get better at; a little of it every day.</summary>
    Skill,
    /// <summary>Something to do regularly; starts with a gateway ("put on the shoes").</summary>
    Habit,
    /// <summary>Something to make; starts with the permission to be bad.</summary>
    Creative,
    /// <summary>Something to be examined in on a date.</summary>
    Exam,
}
