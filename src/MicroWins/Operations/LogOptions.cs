namespace MicroWins.Operations;

/// <summary>How the log is written. The section "Logging" of the configuration.</summary>
public sealed class LogOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "Logging";

    /// <summary>One JSON object a line, for programs; else a line for people.</summary>
    public bool Json { get; init; }
}
