namespace MicroWins.Rules;

/// <summary>How hard a step feels, whatever time it takes.</summary>
public enum Difficulty
{
    /// <summary>Hardly felt.</summary>
    Easy,
    /// <summary>Takes some will.</summary>
    Medium,
    /// <summary>Takes courage or concentration.</summary>
    Hard,
}
