using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Duration = Ical.Net.DataTypes.Duration;

namespace MicroWins.Exports;

/// <summary>Writes blocks of time as a file that calendars read (iCalendar, RFC 5545), at the person's own time on the wall.</summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar";

    /// <param name="blocks">What to set aside, in any order.</param>
    /// <param name="zone">The person's zone; the file says what it is, for a calendar that does not know its name.</param>
    /// <param name="now">When the file was made.</param>
    /// <returns>The file, as UTF-8.</returns>
    public static byte[] Write(IReadOnlyCollection<CalendarBlock> blocks, DateTimeZone zone, Instant now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//MicroWins//MicroWins//EN" };
        var events = blocks.Select(block => EventOf(block, zone, now)).ToList();
        // Calendars read from the top: the zone before what refers to it.
        if (events.Count > 0 && !IsUtc(zone)) calendar.AddTimeZone(ZoneRules.Of(zone, blocks.Min(block => block.Start), blocks.Max(block => block.Start.PlusDays(block.Days + 1))));
        foreach (var written in events) calendar.Events.Add(written);
        return Encoding.UTF8.GetBytes(LineFolding.Refold(new CalendarSerializer().SerializeToString(calendar) ?? ""));
    }

    static CalendarEvent EventOf(CalendarBlock block, DateTimeZone zone, Instant now)
    {
        var written = new CalendarEvent
        {
            Uid = PersonText.OneLine(block.Id),
            DtStamp = new CalDateTime(now.ToDateTimeUtc()),
            Start = new CalDateTime(zone.AtLeniently(block.Start).LocalDateTime.ToDateTimeUnspecified(), IsUtc(zone) ? CalDateTime.UtcTzId : zone.Id),
            Duration = Duration.FromMinutes(block.Minutes),
            Summary = PersonText.OneLine(block.Title),
        };
        if (PersonText.Lines(block.Description) is { Length: > 0 } description) written.Description = description;
        // By count: an end by date would have to be told in UTC, where the day is another one.
        if (block.Days > 1) written.RecurrenceRule = new RecurrenceRule(FrequencyType.Daily) { Count = block.Days };
        return written;
    }

    static bool IsUtc(DateTimeZone zone) => zone.Equals(DateTimeZone.Utc) || zone.Id is CalDateTime.UtcTzId;
}
