namespace MicroWins.Messaging;

/// <summary>How much one person may send. The limits are for floods: somebody who talks with the bot does not meet them.</summary>
public sealed class LimitsOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "Limits";

    const int FewestPerMinute = 5, MostPerMinute = 100_000, FewestWaiting = 10, MostWaiting = 1_000_000;

    /// <summary>Messages and button presses that one person is answered in a minute (5 to 100,000).</summary>
    public int MessagesPerMinute { get; init; } = 30;

    /// <summary>Messages of one person that may wait for an answer at once (10 to 1,000,000).</summary>
    public int WaitingPerPerson { get; init; } = 100;

    /// <summary>One sentence for each wrong value: the key, and what would be right.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (MessagesPerMinute is < FewestPerMinute or > MostPerMinute)
            problems.Add($"Limits:MessagesPerMinute must be {FewestPerMinute} to {MostPerMinute}; 30 suits people.");
        if (WaitingPerPerson is < FewestWaiting or > MostWaiting)
            problems.Add($"Limits:WaitingPerPerson must be {FewestWaiting} to {MostWaiting}; 100 suits people.");
        return problems;
    }
}
