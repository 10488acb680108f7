namespace MicroWins.Rules.Safety;

/// <summary>What the safety gate says of a message.</summary>
/// <param name="Tier">What the bot should do.</param>
/// <param name="Concern">What the message is about; <see cref="SafetyConcern.None"/> exactly where the tier is <see cref="SafetyTier.None"/>.</param>
public sealed record SafetyScreen(SafetyTier Tier, SafetyConcern Concern)
{
    /// <summary>A message that goes on as usual.</summary>
    public static SafetyScreen Clear { get; } = new(SafetyTier.None, SafetyConcern.None);
}
