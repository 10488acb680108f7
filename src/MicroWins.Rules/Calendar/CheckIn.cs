using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What makes a check-in unique: no two ever have the same day and slot, whatever clocks, zones and restarts do.</summary>
/// <param name="Day">The person's day.</param>
/// <param name="Slot">The slot within the day, 0 to 2.</param>
public readonly record struct CheckInKey(LocalDate Day, int Slot);

/// <summary>One message that the bot sends by itself at an agreed time.</summary>
/// <param name="Key">The day and the slot that it asks about.</param>
/// <param name="At">When it goes out.</param>
public sealed record CheckIn(CheckInKey Key, Instant At);
