using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;

namespace MicroWins.Exports;

/// <summary>
/// Says in a calendar file how a zone's clocks stand over a span of days: each change at its own moment. The library would write
/// yearly rules, and those are wrong for zones whose changes follow none ("the Friday before the last Sunday", Ramadan in
/// Morocco) or whose summer time is called standard (Ireland): 28 of the zones of 2026, Cairo, Jerusalem and Santiago among them.
/// </summary>
static class ZoneRules
{
    /// <summary>For a zone that was always as it is: a year that every calendar can read.</summary>
    static readonly LocalDateTime LongAgo = new(1970, 1, 1, 0, 0);

    public static VTimeZone Of(DateTimeZone zone, LocalDateTime from, LocalDateTime until)
    {
        // A day more on either side: an offset is up to 14 hours.
        var intervals = zone.GetZoneIntervals(from.PlusDays(-1).InUtc().ToInstant(), until.PlusDays(1).InUtc().ToInstant()).ToList();
        // Irish law calls the winter's time the one that is put back.
        var winterIsPutBack = intervals.Any(interval => interval.Savings < Offset.Zero);
        var written = new VTimeZone(zone.Id);
        // Not in the standard, and some readers refuse what they do not know.
        written.Properties.Remove("X-LIC-LOCATION");
        foreach (var interval in intervals)
            written.AddChild(Observance(zone, interval, isSummer: interval.Savings > Offset.Zero || (winterIsPutBack && interval.Savings == Offset.Zero)));
        return written;
    }

    static VTimeZoneInfo Observance(DateTimeZone zone, ZoneInterval interval, bool isSummer)
    {
        var before = interval.HasStart ? zone.GetZoneInterval(interval.Start - NodaTime.Duration.Epsilon).WallOffset : interval.WallOffset;
        // The change is told on the clock that it ends.
        var change = interval.HasStart ? interval.Start.WithOffset(before).LocalDateTime : LongAgo;
        return new(isSummer ? Components.Daylight : Components.Standard)
        {
            Start = new CalDateTime((change > LongAgo ? change : LongAgo).ToDateTimeUnspecified()),
            OffsetFrom = new UtcOffset(before.ToTimeSpan()),
            OffsetTo = new UtcOffset(interval.WallOffset.ToTimeSpan()),
            TimeZoneName = interval.Name,
        };
    }
}
