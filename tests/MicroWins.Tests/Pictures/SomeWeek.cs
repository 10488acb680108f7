using System.Collections.Immutable;
using System.Globalization;
using MicroWins.Pictures;
using MicroWins.Rules;
using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Tests.Pictures;

/// <summary>Records of weeks, drawn as text: a digit is so many wins, x a missed day, p a pause, a dot a day without a record.</summary>
static class SomeWeek
{
    static readonly LocalDate Sunday = new(2026, 11, 22);

    /// <summary>The words as they are in the languages of the bot, the longest that are likely.</summary>
    public static IReadOnlyDictionary<Language, WeekLabels> Labels { get; } = new Dictionary<Language, WeekLabels>
    {
        [Language.English] = Words("Your week", "16–22 November", "Wins per day", "Mo Tu We Th Fr Sa Su", "No wins yet this week", "Last 6 weeks", "kept", "missed", "skipped or paused", "Consistency", "After 7 days there is a curve here"),
        [Language.Spanish] = Words("Tu semana", "16–22 de noviembre", "Logros por día", "lu ma mi ju vi sá do", "Aún no hay logros esta semana: ¡mañana!", "Últimas 6 semanas", "cumplido", "sin hacer", "saltado o en pausa", "Constancia", "Tras 7 días habrá aquí una curva"),
        [Language.German] = Words("Deine Woche", "16.–22. November", "Erfolge pro Tag", "Mo Di Mi Do Fr Sa So", "Diese Woche noch kein Erfolg", "Die letzten 8 Wochen", "gehalten", "nicht geschafft", "ausgelassen oder pausiert", "Verlässlichkeit", "Nach 7 Tagen steht hier eine Kurve – größer wird’s von selbst"),
        [Language.French] = Words("Votre semaine", "du 16 au 22 novembre", "Réussites par jour", "lu ma me je ve sa di", "Pas encore de réussite cette semaine", "6 dernières semaines", "tenu", "manqué", "sauté ou en pause", "Régularité", "Après 7 jours, une courbe apparaîtra ici : cœur, été, où, ça"),
        [Language.Portuguese] = Words("A sua semana", "16–22 de novembro", "Vitórias por dia", "seg ter qua qui sex sáb dom", "Ainda não há vitórias nesta semana", "Últimas 6 semanas", "cumprido", "não feito", "pulado ou em pausa", "Consistência", "Após 7 dias há uma curva aqui: ações, três"),
        [Language.Italian] = Words("La tua settimana", "16–22 novembre", "Successi al giorno", "lu ma me gi ve sa do", "Ancora nessun successo questa settimana", "Ultime 6 settimane", "fatto", "mancato", "saltato o in pausa", "Costanza", "Dopo 7 giorni qui c’è una curva: più, così, però"),
        [Language.Russian] = Words("Ваша неделя", "16–22 ноября 2026 года", "Победы по дням", "Пн Вт Ср Чт Пт Сб Вс", "На этой неделе пока нет побед", "Последние 8 недель", "выполнено", "не выполнено", "пропущено или на паузе", "Постоянство", "Кривая появится после семи дней, в которые было задание — ещё чуть-чуть"),
        [Language.Chinese] = Words("你的一周", "11月16日至22日", "每天的小胜利", "一 二 三 四 五 六 日", "这周还没有小胜利", "最近六周", "完成", "未完成", "跳过或暂停", "稳定度", "满七天后，这里会有曲线。"),
    };

    public static WeekPictureData Of(params string[] weeks) => Of(Language.English, weeks);

    public static WeekPictureData Of(Language language, params string[] weeks)
    {
        ImmutableArray<CalendarWeek> calendar = [.. weeks.Select((days, i) => WeekOf(Sunday.PlusDays(-6 - 7 * (weeks.Length - 1 - i)), days))];
        var rows = calendar.SelectMany(week => week.Days).SelectMany(RowsOf).ToList();
        var summary = EvidenceSummary.Of(rows);
        return new()
        {
            Labels = Labels[language],
            Numbers = [new(Number(calendar[^1].Days.Sum(day => day.Kept)), Labels[language].Kept), new(Number(summary.Minutes), "minutes"), new(summary.Score is { } score ? Number(score) : "–", Labels[language].Consistency)],
            Week = calendar[^1].Days,
            Weeks = calendar,
            Consistency = [.. Consistency.History(rows)],
        };
    }

    static WeekLabels Words(
        string title, string subtitle, string winsPerDay, string days, string noWinsYet, string calendar, string kept, string missed, string frozen, string consistency, string tooEarly) => new()
    {
        Title = title, Subtitle = subtitle, WinsPerDay = winsPerDay, DayNames = [.. days.Split(' ')], NoWinsYet = noWinsYet, Calendar = calendar,
        Kept = kept, Missed = missed, Frozen = frozen, Consistency = consistency, TooEarly = tooEarly, CurveStart = "12.10.", CurveEnd = "22.11.",
    };

    static CalendarWeek WeekOf(LocalDate monday, string days) =>
        new(monday.ToString("d MMM", CultureInfo.InvariantCulture), [.. days.Select((sign, i) => DayOf(monday.PlusDays(i), sign))]);

    static DayMark DayOf(LocalDate day, char sign) => sign switch
    {
        '.' => new(day, DayState.Blank, 0, 0, 0),
        'x' => new(day, DayState.Missed, 0, 1, 0),
        'p' => new(day, DayState.Frozen, 0, 0, 0),
        _ => new(day, DayState.Kept, sign - '0', sign - '0', 4),
    };

    static IEnumerable<EvidenceRow> RowsOf(DayMark day) =>
        [.. Enumerable.Repeat(EvidenceRow.Kept(day.Day, minutes: 4), day.Kept), .. Enumerable.Repeat(EvidenceRow.Missed(day.Day), day.Asked - day.Kept)];

    static string Number(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);
}
