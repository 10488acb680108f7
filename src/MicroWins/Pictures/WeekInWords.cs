using System.Globalization;
using MicroWins.Rules.Evidence;

namespace MicroWins.Pictures;

/// <summary>Says what the picture shows, for those who cannot see it, and as what stands under it.</summary>
public static class WeekInWords
{
    public static string Of(WeekPictureData data) => string.Join('\n', Lines(data).Where(line => line.Length > 0));

    static IEnumerable<string> Lines(WeekPictureData data)
    {
        var labels = data.Labels;
        yield return labels.Subtitle.Length is 0 ? labels.Title : $"{labels.Title}, {labels.Subtitle}";
        yield return string.Join(" · ", data.Numbers.Select(number => $"{number.Value} {number.Label}"));
        yield return data.Week.All(day => day.Kept is 0) ? labels.NoWinsYet : Line(labels.WinsPerDay, data.Week.Zip(labels.DayNames, (day, name) => (name, day)).Select(day => InWords(day.name, day.day, labels)));
        yield return Line(labels.Calendar, data.Weeks.TakeLast(WeekPictureData.MostWeeks).Select(week => Counted(week.Label, week.Days.Sum(day => day.Kept))));
    }

    static string Line(string heading, IEnumerable<string> items) => $"{heading}: {string.Join(", ", items.Where(item => item.Length > 0))}";

    static string InWords(string name, DayMark day, WeekLabels labels) => day.State switch
    {
        DayState.Kept or DayState.Missed => Counted(name, day.Kept),
        DayState.Frozen => $"{name} {labels.Frozen}",
        DayState.Blank => "",
    };

    static string Counted(string what, int wins) => string.Create(CultureInfo.InvariantCulture, $"{what} {wins}");
}
