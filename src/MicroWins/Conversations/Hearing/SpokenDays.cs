using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using MicroWins.Rules.Calendar;
using NodaTime;

namespace MicroWins.Conversations.Hearing;

/// <summary>Days that a pause is to last, as far as they were said.</summary>
readonly record struct SpokenSpan(LocalDate? From, LocalDate? To);

/// <summary>Reads days and spans of days in the words of people, in all languages at once.</summary>
static partial class SpokenDays
{
    static readonly PhraseList
        Until = Phrases.Of("day.until"),
        Since = Phrases.Of("day.since"),
        Today = Phrases.Of("day.today"),
        Tomorrow = Phrases.Of("day.tomorrow"),
        Yesterday = Phrases.Of("day.yesterday"),
        DayBefore = Phrases.Of("day.dayBefore"),
        Day = Phrases.Of("day.day"),
        Week = Phrases.Of("day.week"),
        Month = Phrases.Of("day.month"),
        Two = Phrases.Of("day.two"),
        Three = Phrases.Of("day.three");

    static readonly PhraseList[] Weekdays = [.. Enumerable.Range(1, 7).Select(number => Phrases.Of($"weekday.{number}"))];

    static readonly PhraseList[] Months = [.. Enumerable.Range(1, 12).Select(number => Phrases.Of($"month.{number}"))];

    /// <summary>The span of a pause: "until monday", "a week", "since yesterday", "from friday to sunday", "3 days"; null where none is named.</summary>
    public static SpokenSpan? Pause(string text, LocalDate today)
    {
        var words = PersonText.Read(text);
        var since = Since.Places(words).Select(place => DayAfter(words, place.End, today, isPast: true)).FirstOrDefault(day => day is not null);
        var until = Until.Places(words).Select(place => DayAfter(words, place.End, since ?? today, isPast: false)).FirstOrDefault(day => day is not null);
        // "Since last week" names a day that is not read here, and is no week from today.
        if (since is null && Since.IsAt(words, 0)) return null;
        if (since is null && until is null && Count(words) is null) until = DayAfter(words, 0, today, isPast: false);
        if (until is null && Count(words) is { } days) until = (since ?? today).PlusDays(days - 1);
        return since is null && until is null ? null : new(since, until);
    }

    /// <summary>Days that are counted: "3 days", "a week", "two weeks".</summary>
    static int? Count(PersonText words)
    {
        foreach (var (list, length) in ((PhraseList, int)[])[(Week, 7), (Month, 30), (Day, 1)])
            foreach (var (first, end) in list.Places(words))
            {
                if (Weekdays.Any(day => day.Places(words).Any(place => place.First <= first && place.End >= end && place.End - place.First > end - first))) continue;
                var number = first is 0 ? 1
                    : int.TryParse(words.Words[first - 1].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
                    : Two.IsAt(words, first - 1) ? 2
                    : Three.IsAt(words, first - 1) ? 3 : 1;
                if (number is > 0 and <= 365 && !IsDayPhrase(words, first)) return number * length;
            }
        return null;
    }

    // "The day before yesterday" counts no day.
    static bool IsDayPhrase(PersonText words, int at) => DayBefore.Places(words).Concat(Yesterday.Places(words)).Any(place => at >= place.First && at < place.End);

    static LocalDate? DayAfter(PersonText words, int from, LocalDate today, bool isPast)
    {
        var end = Math.Min(words.Words.Count, from + 5);
        if (!isPast && from < words.Words.Count && InWords(words, from, today) is { } said) return said;
        for (var at = from; at < end; at++)
        {
            if (DayBefore.IsAt(words, at)) return today.PlusDays(-2);
            if (Yesterday.IsAt(words, at)) return today.PlusDays(-1);
            if (Today.IsAt(words, at)) return today;
            if (Tomorrow.IsAt(words, at)) return today.PlusDays(1);
            if (Array.FindIndex(Weekdays, day => day.IsAt(words, at)) is >= 0 and var weekday)
                return isPast ? today.PlusDays(1).Previous((IsoDayOfWeek)(weekday + 1)) : today.Next((IsoDayOfWeek)(weekday + 1));
            if (Since.IsAt(words, at) || Until.IsAt(words, at)) break;
        }
        return from < words.Words.Count ? Dated(words.Clean[words.Words[from].Start..], PersonText.Read(words.Slice(from, end)), today, isPast) : null;
    }

    /// <summary>A day that is said and nothing else, up to the next "since" or "until": "next friday", "the 12th", "конца месяца".</summary>
    static LocalDate? InWords(PersonText words, int from, LocalDate today)
    {
        var end = Enumerable.Range(from, words.Words.Count - from).FirstOrDefault(at => Since.IsAt(words, at) || Until.IsAt(words, at), words.Words.Count);
        if (end <= from) return null;
        var said = words.Slice(from, end);
        return Languages.All.Select(language => TimeWords.ReadDay(said, today, language)).FirstOrDefault(day => day is not null);
    }

    /// <summary>"2026-03-08", "8.3.", "8 march": the nearest such day ahead, or back.</summary>
    static LocalDate? Dated(string text, PersonText words, LocalDate today, bool isPast)
    {
        if (Iso().Match(text) is { Success: true } iso) return Date(Number(iso, 1), Number(iso, 2), Number(iso, 3));
        if (DayAndMonth().Match(text) is { Success: true } numbers) return Near(Number(numbers, 1), Number(numbers, 2));
        if (ChineseDate().Match(text) is { Success: true } chinese) return Near(Number(chinese, 2), Number(chinese, 1));
        for (var at = 0; at < words.Words.Count; at++)
            if (Array.FindIndex(Months, month => month.IsAt(words, at)) is >= 0 and var found
                && Digits().Match(words.Clean) is { Success: true } day) return Near(Number(day, 1), found + 1);
        return null;

        LocalDate? Near(int day, int month) =>
            ((int[])(isPast ? [today.Year, today.Year - 1] : [today.Year, today.Year + 1])).Select(year => Date(year, month, day))
                .FirstOrDefault(date => date is { } found && (isPast ? found <= today : found >= today));
    }

    static LocalDate? Date(int year, int month, int day) => year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
        ? new LocalDate(year, month, day)
        : null;

    static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2})[./]([0-9]{1,2})(?![0-9])")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"([0-9]{1,2})月([0-9]{1,2})")]
    private static partial Regex ChineseDate();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2})(?![0-9])")]
    private static partial Regex Digits();
}
