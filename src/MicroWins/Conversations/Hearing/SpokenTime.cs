using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Coaching.Embedded.Reading;
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
        BeforeNoon = PhraseList.Parse("am, morning, mornings, morgens, früh, vormittags, de la mañana, por la mañana, du matin, matin, da manhã, de manhã, manhã, di mattina, mattina, утра, утром, 早上, 上午, 早晨"),
        AfterNoon = PhraseList.Parse("pm, afternoon, evening, evenings, night, tonight, nachmittags, abends, abend, nachts, de la tarde, tarde, noche, après-midi, du soir, soir, da tarde, à noite, da noite, noite, pomeriggio, sera, di sera, дня, вечера, вечером, 下午, 晚上, 傍晚, 今晚"),
        Noon = PhraseList.Parse("noon, midday, mittag, mittags, mediodía, midi, meio-dia, mezzogiorno, полдень, в обед, 中午"),
        Tomorrow = PhraseList.Parse("tomorrow, morgen, mañana, demain, amanhã, domani, завтра, 明天"),
        Tonight = PhraseList.Parse("tonight, this evening, heute abend, esta noche, ce soir, hoje à noite, esta noite, stasera, сегодня вечером, вечером, 今晚, 晚上"),
        // What is counted is no time of day.
        Counted = PhraseList.Parse("times, time, minutes, minute, min, mins, hours, hour, days, day, pages, mal, minuten, stunden, stunde, tage, veces, minutos, minuto, horas al día, fois, minutes, heures par jour, vezes, volte, minuti, раз, раза, минут, минуты, 次, 分钟, 小时, 个小时, 天, 页");

    /// <summary>Longest span that "in ..." may name: past it, it is another day.</summary>
    static readonly Duration LongestSpan = Duration.FromHours(24);

    /// <summary>The times of day in a text, in order; none where it names none.</summary>
    public static IReadOnlyList<SpokenHour> Times(string text) => [.. Separator().Split(text).SelectMany(TimesOfPart)];

    static IEnumerable<SpokenHour> TimesOfPart(string part)
    {
        var words = PersonText.Read(part);
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

    /// <summary>"In 20 minutes", "in an hour": one minute to a day; null for anything else.</summary>
    public static Duration? Span(string text)
    {
        if (SpanAhead().Match(WordCutter.Fold(text)) is not { Success: true } match) return null;
        var count = match.Groups["count"].Value is { Length: > 0 } digits && double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : match.Groups["half"].Success ? 0.5
            : match.Groups["two"].Success ? 2
            : match.Groups["three"].Success ? 3 : 1;
        var span = Duration.FromMinutes(count * (match.Groups["hours"].Success ? 60 : 1));
        return span >= Duration.FromMinutes(1) && span <= LongestSpan ? span : null;
    }

    public static bool IsTomorrow(string text) => Tomorrow.IsIn(PersonText.Read(text));

    public static bool IsTonight(string text) => Tonight.IsIn(PersonText.Read(text));

    // "8:30, 13:00 and 20:00", "22-7".
    [GeneratedRegex(@"[,;/&+–—~、，；]|(?<=\d\s*(?:h|am|pm|uhr)?)\s*-\s*(?=\d)|\b(?:and|und|y|et|e|и|to|bis|until|till|hasta|jusqu'à|à|até|al|alle|до)\b(?=\D{0,12}\d)|[和到至]", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<![\d.,:])(?<time>(?<hour>\d{1,2})(?:(?:[:.]|\s?(?:h|uhr|ч|点|點|时)\s?)(?<minute>[0-5]\d)(?!\d))?(?<half>\s?[点點]半)?)(?!\d)(?![.:]\d)\s*(?:(?<am>a\.?m\b)|(?<pm>p\.?m\b))?")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"(?:\b(?:in|en|dentro de|dans|em|daqui a|tra|fra|через)\s+(?:(?<count>\d{1,4})\s?|(?<half>half an|half|einer halben|media|une demi-?|meia|mezz)\s?|(?:an?|one|einer?|una?|une?|uma?|одну?)?\s?|(?<two>two|zwei|dos|deux|duas|due|два|две)\s|(?<three>three|drei|tres|trois|tre|три)\s)(?:(?<hours>h\b|hours?\b|hrs?\b|stunden?\b|horas?\b|heures?\b|ora\b|ore\b|час)|(?:min|m\b|мин))|через (?:(?<half>пол)(?<hours>часа))|(?:(?<count>\d{1,4})|(?<half>半)|(?<two>[两二])|(?<three>三)|一)个?(?:(?<hours>小时|钟头)|分钟)[之以]?后)")]
    private static partial Regex SpanAhead();
}
