using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using MicroWins.Rules.Calendar;
using NodaTime;

namespace MicroWins.Conversations.Hearing;

/// <summary>A time of day as it was said.</summary>
/// <param name="Time">The time.</param>
/// <param name="IsCertain">False where "at five" may be twelve hours later as well.</param>
readonly record struct SpokenHour(LocalTime Time, bool IsCertain);

/// <summary>Reads times of day and spans of minutes in the words of people, in all languages at once: the words are different enough.</summary>
static partial class SpokenTime
{
    static readonly PhraseList
        BeforeNoon = Phrases.Of("time.beforeNoon"),
        AfterNoon = Phrases.Of("time.afterNoon"),
        Noon = Phrases.Of("time.noon"),
        Tomorrow = Phrases.Of("time.tomorrow"),
        Tonight = Phrases.Of("time.tonight"),
        // What is counted is no time of day.
        Counted = Phrases.Of("time.counted");

    /// <summary>Longest span that "in ..." may name: past it, it is another day.</summary>
    static readonly Duration LongestSpan = Duration.FromHours(24);

    /// <summary>The times of day in a text, in order; none where it names none.</summary>
    public static IReadOnlyList<SpokenHour> Times(string text) => [.. Separator().Split(text).SelectMany(TimesOfPart)];

    /// <summary>The parts of a text that may each name a time.</summary>
    public static IReadOnlyList<string> Parts(string text) => [.. Separator().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0)];

    static IEnumerable<SpokenHour> TimesOfPart(string part)
    {
        var words = PersonText.Read(part);
        if (InWords(part) is { } time)
        {
            yield return new(time, BeforeNoon.IsIn(words) || AfterNoon.IsIn(words) || time.Hour is 0 or >= 12 || Zeroed().IsMatch(part));
            yield break;
        }
        var (isMorning, isEvening, isNoon) = (BeforeNoon.IsIn(words), AfterNoon.IsIn(words), Noon.IsIn(words));
        var isRead = false;
        foreach (Match match in ClockTime().Matches(part.ToLowerInvariant()))
        {
            if (Counted.IsAt(PersonText.Read(part[(match.Index + match.Groups["time"].Length)..]), 0)) continue;
            var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
            var minute = match.Groups["half"].Success ? 30 : match.Groups["minute"] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
            if (hour > 24 || minute > 59) continue;
            isRead = true;
            var (am, pm) = (match.Groups["am"].Success || isMorning, match.Groups["pm"].Success || isEvening);
            hour = (hour, am, pm) switch
            {
                (24, _, _) => 0,
                (12, true, _) => 0,
                ( < 12, false, true) => hour + 12,
                _ => hour,
            };
            yield return new(new LocalTime(hour, minute), am || pm || hour is 0 or >= 12 || match.Groups["hour"].Value[0] is '0');
        }
        if (!isRead && isNoon) yield return new(LocalTime.Noon, true);
    }

    /// <summary>A time that is said and nothing else: "half past seven", "um halb acht".</summary>
    public static LocalTime? InWords(string part) => Languages.All.Select(language => TimeWords.ReadTime(part, language)).FirstOrDefault(time => time is not null);

    /// <summary>"In 20 minutes", "in an hour": one minute to a day; null for anything else.</summary>
    public static Duration? Span(string text)
    {
        if (SpanAhead.Match(WordCutter.Fold(text)) is not { Success: true } match) return null;
        var count = match.Groups["count"].Value is { Length: > 0 } digits && double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : match.Groups["half"].Success ? 0.5
            : match.Groups["two"].Success ? 2
            : match.Groups["three"].Success ? 3 : 1;
        var span = Duration.FromMinutes(count * (match.Groups["hours"].Success ? 60 : 1));
        return span >= Duration.FromMinutes(1) && span <= LongestSpan ? span : null;
    }

    public static bool IsTomorrow(string text) => Tomorrow.IsIn(PersonText.Read(text));

    public static bool IsTonight(string text) => Tonight.IsIn(PersonText.Read(text));

    /// <summary>Whether a text names one moment and nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fillers">Phrases that say nothing.</param>
    public static bool IsMoment(string text, params PhraseList[] fillers)
    {
        if (Span(text) is not null) return true;
        if (!IsTomorrow(text) && !IsTonight(text) && Times(text).Count is not 1) return false;
        var words = PersonText.Read(text);
        List<(int First, int End)> known = [.. ((PhraseList[])[Tomorrow, Tonight, BeforeNoon, AfterNoon, Noon, .. fillers]).SelectMany(list => list.Places(words))];
        return Enumerable.Range(0, words.Words.Count).All(at =>
            words.Words[at].IsNumber || words.Words[at].Key is "h" or "am" or "pm" || known.Any(place => at >= place.First && at < place.End));
    }

    /// <summary>The time of day that a text about tomorrow names; null where it leaves that open.</summary>
    /// <param name="text">The text.</param>
    /// <param name="morning">When the morning is.</param>
    /// <param name="evening">When the evening is.</param>
    public static LocalTime? OfTomorrow(string text, LocalTime morning, LocalTime evening) =>
        Times(text) is [var time] ? time.Time
        : BeforeNoon.IsIn(PersonText.Read(text)) ? morning
        : AfterNoon.IsIn(PersonText.Read(text)) ? evening
        : null;

    // Digits are 0 to 9 in these: \d takes those of every script, which no number is read from.
    // "08:00" is in the morning.
    [GeneratedRegex(@"(?<![0-9])0[0-9]")]
    private static partial Regex Zeroed();

    // "8:30, 13:00 and 20:00", "22-7".
    [GeneratedRegex(@"[,;/&+–—~、，；]|(?<=[0-9]\s*(?:h|am|pm|uhr)?)\s*-\s*(?=[0-9])|\b(?:and|und|y|et|e|и)\b(?=[^0-9]{0,20}[0-9])|(?<=[0-9][^0-9]{0,20})\b(?:to|bis|until|till|hasta|jusqu'à|à|até|al|alle|до)\b(?=[^0-9]{0,12}[0-9])|[和到至]", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<![0-9.,:])(?<time>(?<hour>[0-9]{1,2})(?:(?:[:.]|\s?(?:h|uhr|ч|点|點|时)\s?)(?<minute>[0-5][0-9])(?![0-9]))?(?<half>\s?[点點]半)?)(?![0-9])(?![.:][0-9])\s*(?:(?<am>a\.?m\b)|(?<pm>p\.?m\b))?")]
    private static partial Regex ClockTime();

    // Interpreted, and not code made when building: that is one method of 7 KB, and to compile it well takes 16 MB for a moment.
#pragma warning disable SYSLIB1045
    static readonly Regex SpanAhead = new(@"(?:\b(?:in|en|dentro de|dans|em|daqui a|tra|fra|через)\s+(?:(?<count>[0-9]{1,4})\s?|(?<half>half an|half|einer halben|media|une demi-?|meia|mezz)\s?|(?:an?|one|einer?|una?|une?|uma?|одну?)?\s?|(?<two>two|zwei|dos|deux|duas|due|два|две)\s|(?<three>three|drei|tres|trois|tre|три)\s)(?:(?<hours>h\b|hours?\b|hrs?\b|stunden?\b|horas?\b|heures?\b|ora\b|ore\b|час)|(?:min|m\b|мин))|через (?:(?<half>пол)(?<hours>часа))|(?:(?<count>[0-9]{1,4})|(?<half>半)|(?<two>[两二])|(?<three>三)|一)个?(?:(?<hours>小时|钟头)|分钟)[之以]?后)");
#pragma warning restore SYSLIB1045
}
