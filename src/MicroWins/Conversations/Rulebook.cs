using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>What a decision is made by, besides the chat and the event: the rules, which know no person and no time.</summary>
/// <param name="Sizer">The judge of sizes.</param>
/// <param name="ModelHost">The host of the language model that drafts, or null without one; the bot is honest about it.</param>
/// <param name="Zone">The time zone of those who have not named theirs; null where it is not known.</param>
public sealed record Rulebook(Sizer Sizer, string? ModelHost, DateTimeZone? Zone);
