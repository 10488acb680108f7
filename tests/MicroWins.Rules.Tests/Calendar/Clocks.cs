using MicroWins.Rules.Calendar;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Rules.Tests.Calendar;

/// <summary>Times as they are written in the tables.</summary>
static class Clocks
{
    public static PersonalClock Of(string zone, string dayStart = "04:00") => new(DateTimeZoneProviders.Tzdb[zone], DayStart.At(Time(dayStart)));

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    public static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;

    /// <summary>A moment in UTC, as "2026-03-29 01:00".</summary>
    public static Instant Utc(string text) => Local(text).InUtc().ToInstant();

    public static string Show(Instant moment) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(moment.InUtc().LocalDateTime);

    public static CheckInSchedule Schedule(PersonalClock clock, params string[] times) => CheckInSchedule.Create(clock, times.Select(Time));

    public static CheckInKey Key(string day, int slot = 0) => new(Date(day), slot);

    public static HashSet<CheckInKey> Nothing { get; } = [];
}
