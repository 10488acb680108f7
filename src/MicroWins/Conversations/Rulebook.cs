using MicroWins.Coaching.Embedded;
using MicroWins.Privacy;
using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>What a decision is made by, besides the chat and the event: the rules, which know no person and no time.</summary>
/// <param name="Sizer">The judge of sizes.</param>
/// <param name="ModelHost">The host of the language model that drafts, or null without one; the bot is honest about it.</param>
/// <param name="Zone">The time zone of those who have not named theirs; null where it is not known.</param>
public sealed record Rulebook(Sizer Sizer, string? ModelHost, DateTimeZone? Zone)
{
    /// <summary>What the rules found of the planner's own sentences.</summary>
    public OwnSentences Own { get; } = new(Sizer);

    /// <summary>What is kept how long, as people are told.</summary>
    public PrivacyOptions Privacy { get; init; } = new();

    /// <summary>Whether the words of people are encrypted in the store, with a key kept apart; nothing is claimed where it is not known.</summary>
    public bool IsSealed { get; init; }

    /// <summary>The largest file that is handed over; Telegram takes 50 MB of a bot, and Base64 in the outbox a third more.</summary>
    public int MostFileBytes { get; init; } = 45_000_000;

    /// <summary>Nobody hears the turn, and nothing of it is counted.</summary>
    public bool IsRehearsal { get; init; }
}
