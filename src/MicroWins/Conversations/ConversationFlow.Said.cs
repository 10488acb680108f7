using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Conversations;

// What words say besides a goal: lists, days, minutes.
public sealed partial class ConversationFlow
{
    /// <summary>Words of a part of a list that is written with commas: a longer one is a sentence with a comma in it.</summary>
    const int MostWordsOfAPart = 6;

    /// <summary>Goals or habits as they are listed: a line each, else between semicolons, else between commas.</summary>
    static IReadOnlyList<string> ListOf(string raw)
    {
        foreach (var separators in new[] { "\n\r", ";；", ",，、" })
        {
            var parts = raw.Split(separators.ToCharArray()).Select(part => ListMark().Replace(Clean(part), "")).Where(part => part.Any(char.IsLetterOrDigit)).ToList();
            if (parts.Count > 1 && (separators[0] is not ',' || parts.All(part => part.Split(' ').Length <= MostWordsOfAPart)))
                return [.. parts.Select(part => Shorten(part, WordsLength)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostGoals)];
        }
        return Clean(raw) is var one && one.Any(char.IsLetterOrDigit) ? [Shorten(ListMark().Replace(one, ""), WordsLength)] : [];
    }

    /// <summary>The day that a text names, as the person's clock stands; null for none.</summary>
    LocalDate? DayIn(string text) =>
        IsoDay().Match(text) is { Success: true } match && LocalDatePattern.Iso.Parse(match.Value) is { Success: true } day && day.Value >= Today ? day.Value : null;

    /// <summary>Minutes a day that a text names; null for none.</summary>
    static int? MinutesIn(string text)
    {
        if (MinuteWords().Match(text) is not { Success: true } match) return null;
        var number = double.Parse(match.Groups["number"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        return (int)Math.Clamp(match.Groups["hours"].Success ? number * 60 : number, 5, 600);
    }

    [GeneratedRegex(@"^\s*(?:[-–—*•·]|\d{1,2}[.)])\s*")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex IsoDay();

    // Hours and minutes in the languages that the bot speaks.
    [GeneratedRegex(@"(?<number>\d{1,3}(?:[.,]\d)?)\s*(?:(?<hours>h\b|hrs?\b|hours?|stunden?|std\b|heures?|horas?|or[ae]\b|час|ч\b|小时|个小时)|(?:min|мин|分钟))", RegexOptions.IgnoreCase)]
    private static partial Regex MinuteWords();
}
