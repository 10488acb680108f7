namespace MicroWins.Rules;

/// <summary>What the sizing test says of a step.</summary>
public enum Verdict
{
    /// <summary>Takes under 2 minutes.</summary>
    Perfect,

    /// <summary>Takes 2 to 10 minutes.</summary>
    Good,

    /// <summary>Takes over 10 minutes, and may not be asked of a person.</summary>
    TooBig,
}
