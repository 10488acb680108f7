using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>The offset of a clock whose time somebody tells: "it is 18:40 here".</summary>
static partial class ClockHere
{
    // Clocks and messages are a few minutes late; offsets are whole half hours, but for those of Nepal, the Chathams and Eucla.
    const int MostLateMinutes = 10;

    static readonly int[] Quarters = [345, 525, 765, 825];

    static readonly int[] Offsets = [.. Enumerable.Range(-24, 53).Select(half => 30 * half), .. Quarters];

    [GeneratedRegex(@"(?<!\d)(\d{1,2})\s*(?::|\.|h|ч|点|uhr)\s*(\d{2})(?!\d)\s*(a\.?m|p\.?m)?", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    public static ZoneAnswer? Read(string line, Instant now)
    {
        var matches = Clock().Matches(TextFolding.Fold(line));
        if (matches.Count is not 1) return null;
        var (hour, minute) = (Number(matches[0].Groups[1]), Number(matches[0].Groups[2]));
        var half = matches[0].Groups[3];
        if (hour > 24 || minute > 59 || half.Success && hour is 0 or > 12 && half.Success) return null;
        if (half.Success) hour = hour % 12 + (half.Value[0] is 'p' ? 12 : 0);
        var open = !half.Success && hour is >= 1 and <= 12 && matches[0].Groups[1].Value[0] is not '0';
        return ZoneAnswer.Of(Zones(60 * (hour % 24) + minute, now).Concat(open ? Zones(60 * ((hour + 12) % 24) + minute, now) : []));
    }

    static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // 18:40 at 16:41 UTC is two hours ahead; 06:00 at 18:00 may be twelve ahead or behind.
    static IEnumerable<string> Zones(int minuteOfDay, Instant now)
    {
        var utc = now.InUtc();
        var ahead = minuteOfDay - (60 * utc.Hour + utc.Minute);
        return from days in (int[])[0, -1, 1]
               let offset = ahead + 1440 * days
               let nearest = Offsets.MinBy(o => Math.Abs(o - offset))
               where Math.Abs(nearest - offset) <= MostLateMinutes
               orderby Math.Abs(nearest)
               select OffsetWords.Id(nearest);
    }
}
