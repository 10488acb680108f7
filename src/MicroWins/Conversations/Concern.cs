using NodaTime;

namespace MicroWins.Conversations;

/// <summary>How far the conversation about a person's safety has come. A denial lowers the tone, and clears nothing.</summary>
public enum ConcernStage
{
    /// <summary>Nothing was ever said.</summary>
    None,

    /// <summary>"Do you mean the work or your life?" was asked.</summary>
    Asked,

    /// <summary>The person said that they mean the work.</summary>
    Denied,

    /// <summary>The resources were given.</summary>
    Told,
}

/// <summary>What the safety gate has learned of a person.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Since">When it came there.</param>
public sealed record Concern(ConcernStage Stage, Instant Since)
{
    public static Concern None { get; } = new(ConcernStage.None, Instant.MinValue);

    /// <summary>After the resources were given, the bot asks nobody for anything for so long.</summary>
    public static readonly Duration Quiet = Duration.FromHours(72);

    /// <summary>Whether the bot keeps from reminding and praising.</summary>
    public bool IsQuiet(Instant now) => Stage is ConcernStage.Told && now < Since + Quiet;
}
