using NodaTime;

namespace MicroWins.CheckIns;

/// <summary>A moment that was agreed on, at which the bot asks.</summary>
/// <param name="Number">Counts within the chat.</param>
/// <param name="Goal">The goal that it asks about.</param>
/// <param name="Due">When.</param>
public sealed record Reminder(int Number, int Goal, Instant Due);
