using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Conversations;

/// <summary>What waits for an answer, as the state of a chat keeps it: a short text.</summary>
static class Held
{
    /// <summary>The calendar file, which waits for a zone.</summary>
    public const string Calendar = "calendar";

    static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Of(int goal) => goal.ToString(CultureInfo.InvariantCulture);

    public static int Goal(string held) => int.TryParse(held, NumberStyles.None, CultureInfo.InvariantCulture, out var goal) ? goal : 0;

    public static string Of(IEnumerable<LocalTime> times) => string.Join(',', times.Select(Minutes.Format));

    public static IReadOnlyList<LocalTime> Times(string held) =>
        [.. held.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(time => Minutes.Parse(time)).Where(time => time.Success).Select(time => time.Value)];

    /// <summary>Times that wait for a zone, and the zones that the person may have meant.</summary>
    public static string Of(string times, IEnumerable<string> zones) => $"{times}|{string.Join(',', zones)}";

    public static string TimesOf(string held) => held.Split('|')[0];

    public static string[] Zones(string held) => held.Split('|') is [_, { Length: > 0 } zones] ? zones.Split(',') : [];
}
