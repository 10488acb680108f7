using MicroWins.CheckIns;
using MicroWins.Rules.Calendar;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>Whose clock counts: the person's zone, else that of whoever runs the bot, else UTC, which keeps days 24 hours apart at least.</summary>
public static class Clocks
{
    /// <param name="agreement">What was agreed with the person.</param>
    /// <param name="usual">The zone of those who have not named theirs; null where none is known.</param>
    public static PersonalClock Of(Agreement agreement, DateTimeZone? usual) => new(
        (agreement.Zone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null) ?? usual ?? DateTimeZone.Utc,
        DayStart.At(agreement.DayStart));
}
