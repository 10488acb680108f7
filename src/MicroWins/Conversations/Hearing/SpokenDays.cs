using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Coaching.Embedded.Reading;
using NodaTime;

namespace MicroWins.Conversations.Hearing;

/// <summary>Days that a pause is to last, as far as they were said.</summary>
readonly record struct SpokenSpan(LocalDate? From, LocalDate? To);

/// <summary>Reads days and spans of days in the words of people, in all languages at once.</summary>
static partial class SpokenDays
{
    static readonly PhraseList
        Until = PhraseList.Parse("until, till, til, bis, hasta, jusqu'a, jusqu'au, jusque, até, fino, до, по, 到, 直到"),
        Since = PhraseList.Parse("since, from, seit, ab, von, desde, depuis, à partir de, a partir de, dal, da, с, со, 从, 自"),
        Today = PhraseList.Parse("today, heute, hoy, aujourd'hui, hoje, oggi, сегодня, 今天"),
        Tomorrow = PhraseList.Parse("tomorrow, morgen, mañana, demain, amanhã, domani, завтра, 明天"),
        Yesterday = PhraseList.Parse("yesterday, gestern, ayer, hier, ontem, ieri, вчера, вчерашнего дня, 昨天"),
        DayBefore = PhraseList.Parse("day before yesterday, vorgestern, anteayer, antier, avant-hier, anteontem, altro ieri, l'altroieri, позавчера, 前天"),
        Day = PhraseList.Parse("day, days, tag, tage, tagen, día, días, jour, jours, dia, dias, giorno, giorni, день, дня, дней, 天"),
        Week = PhraseList.Parse("week, weeks, woche, wochen, semana, semanas, semaine, semaines, settimana, settimane, неделю, неделя, недели, недель, 周, 个星期, 个礼拜, 星期"),
        Month = PhraseList.Parse("month, months, monat, monate, mes, meses, mois, mês, meses, mese, mesi, месяц, месяца, 个月"),
        Two = PhraseList.Parse("two, couple of, zwei, dos, deux, duas, dois, due, два, две, пару, 两, 二"),
        Three = PhraseList.Parse("three, few, drei, paar, tres, trois, três, tre, три, 三, 几");

    static readonly PhraseList[] Weekdays =
    [
        PhraseList.Parse("monday, mon, montag, lunes, lundi, segunda, lunedì, понедельник*, 星期一, 周一, 礼拜一"),
        PhraseList.Parse("tuesday, tue, tues, dienstag, martes, mardi, terça, martedì, вторник*, 星期二, 周二, 礼拜二"),
        PhraseList.Parse("wednesday, wed, mittwoch, miércoles, mercredi, quarta, mercoledì, сред*, 星期三, 周三, 礼拜三"),
        PhraseList.Parse("thursday, thu, thurs, donnerstag, jueves, jeudi, quinta, giovedì, четверг*, 星期四, 周四, 礼拜四"),
        PhraseList.Parse("friday, fri, freitag, viernes, vendredi, sexta, venerdì, пятниц*, 星期五, 周五, 礼拜五"),
        PhraseList.Parse("saturday, sat, samstag, sonnabend, sábado, samedi, sabato, суббот*, 星期六, 周六, 礼拜六"),
        PhraseList.Parse("sunday, sun, sonntag, domingo, dimanche, domenica, воскресень*, 星期日, 星期天, 周日, 礼拜天"),
    ];

    static readonly PhraseList[] Months =
    [
        PhraseList.Parse("january, jan, januar, enero, janvier, janeiro, gennaio, январ*"), PhraseList.Parse("february, feb, februar, febrero, février, fevereiro, febbraio, феврал*"),
        PhraseList.Parse("march, mar, märz, marzo, mars, março, марта, март"), PhraseList.Parse("april, apr, abril, avril, aprile, апрел*"),
        PhraseList.Parse("may, mai, mayo, maio, maggio, мая, май"), PhraseList.Parse("june, jun, juni, junio, juin, junho, giugno, июн*"),
        PhraseList.Parse("july, jul, juli, julio, juillet, julho, luglio, июл*"), PhraseList.Parse("august, aug, agosto, août, август*"),
        PhraseList.Parse("september, sep, sept, septiembre, septembre, setembro, settembre, сентябр*"), PhraseList.Parse("october, oct, oktober, okt, octubre, octobre, outubro, ottobre, октябр*"),
        PhraseList.Parse("november, nov, noviembre, novembre, novembro, ноябр*"), PhraseList.Parse("december, dec, dezember, dez, diciembre, décembre, dezembro, dicembre, декабр*"),
    ];

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

    [GeneratedRegex(@"(\d{4})-(\d{1,2})-(\d{1,2})")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})[./](\d{1,2})(?!\d)")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"(\d{1,2})月(\d{1,2})")]
    private static partial Regex ChineseDate();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})(?!\d)")]
    private static partial Regex Digits();
}
