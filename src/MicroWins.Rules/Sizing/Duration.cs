namespace MicroWins.Rules.Sizing;

/// <summary>What a length of time in a text says.</summary>
enum DurationRole
{
    /// <summary>How long it is to be done: "for 5 minutes".</summary>
    Box,
    /// <summary>How long the object is: "a 5-minute speech"; whether it counts depends on what is done with it.</summary>
    Attribute,
    /// <summary>How long somebody thinks it takes: "(5 min)".</summary>
    Claim,
    /// <summary>No length of anything that is done: "30 minutes before bed".</summary>
    Label,
}

/// <summary>A length of time in a text, in minutes, from its first to its last token.</summary>
readonly record struct Duration(double Low, double High, int First, int Last, DurationRole Role)
{
    public static readonly Duration None = new(0, 0, -1, -1, DurationRole.Label);

    public bool Exists => First >= 0;
}
