using System.Globalization;
using MicroWins.Messaging;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>Days and times as a person reads them.</summary>
static class Dates
{
    /// <summary>"Monday 2 March".</summary>
    public static FormattedText Of(Replies replies, LocalDate day) => replies[Reply.DayDate, replies.Weekday(day), replies.On(day)];

    /// <summary>"8:30", "18:30": the same on every phone.</summary>
    public static string Of(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");

    /// <summary>"8:30, 13:00, 20:00".</summary>
    public static string Of(IEnumerable<LocalTime> times) => string.Join(", ", times.Select(Of));
}
