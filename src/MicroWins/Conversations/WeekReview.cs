using System.Collections.Immutable;
using System.Globalization;
using MicroWins.Pictures;
using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>What the picture of a week shows of a record.</summary>
static class WeekReview
{
    /// <param name="replies">The sentences of the person's language.</param>
    /// <param name="rows">The whole record.</param>
    /// <param name="today">The person's day: the last of the week that is shown.</param>
    public static WeekPictureData DataOf(Replies replies, IReadOnlyCollection<EvidenceRow> rows, LocalDate today)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var weeks = Math.Clamp(WeeksOf(rows, monday), 4, WeekPictureData.MostWeeks);
        var history = Consistency.History(rows);
        return new WeekPictureData
        {
            Labels = LabelsOf(replies, monday, history),
            Numbers = NumbersOf(replies, rows, today),
            Week = WeekFrom(rows, monday),
            Weeks = [.. Enumerable.Range(0, weeks).Select(i => monday.PlusWeeks(i - weeks + 1)).Select(first => new CalendarWeek(replies.Briefly(first), WeekFrom(rows, first)))],
            Consistency = [.. history],
        };
    }

    static int WeeksOf(IReadOnlyCollection<EvidenceRow> rows, LocalDate monday) =>
        rows.Count is 0 ? 0 : (Period.DaysBetween(rows.Min(row => row.Day), monday) / 7) + 2;

    static ImmutableArray<DayMark> WeekFrom(IEnumerable<EvidenceRow> rows, LocalDate first) => [.. DayMark.Of(rows, new DateInterval(first, first.PlusDays(6)))];

    static ImmutableArray<BigNumber> NumbersOf(Replies replies, IReadOnlyCollection<EvidenceRow> rows, LocalDate today)
    {
        var week = EvidenceSummary.Of([.. rows.Where(row => row.Day > today.PlusDays(-7))]);
        var numbers = ImmutableArray.Create(new BigNumber(Number(week.Kept), replies[Reply.PictureNumberKept].ToPlainText()));
        if (week.Minutes >= 1) numbers = numbers.Add(new BigNumber(Number(week.Minutes), replies[Reply.PictureNumberMinutes].ToPlainText()));
        if (Consistency.Of(rows) is { } score) numbers = numbers.Add(new BigNumber(Number(score), replies[Reply.PictureNumberScore].ToPlainText()));
        return numbers;
    }

    static string Number(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);

    static WeekLabels LabelsOf(Replies replies, LocalDate monday, IReadOnlyList<(LocalDate Day, double Score)> history) => new()
    {
        Title = replies[Reply.PictureTitle].ToPlainText(),
        Subtitle = replies[Reply.PictureSpan, replies.On(monday), replies.On(monday.PlusDays(6))].ToPlainText(),
        WinsPerDay = replies[Reply.PictureDays].ToPlainText(),
        DayNames = [.. replies.List(Reply.DayNames)],
        NoWinsYet = replies[Reply.PictureNoWins].ToPlainText(),
        Calendar = replies[Reply.PictureCalendar].ToPlainText(),
        Kept = replies[Reply.PictureKept].ToPlainText(),
        Missed = replies[Reply.PictureMissed].ToPlainText(),
        Frozen = replies[Reply.PictureFrozen].ToPlainText(),
        Consistency = replies[Reply.PictureConsistency].ToPlainText(),
        CurveStart = history.Count > 0 ? replies.Briefly(history[0].Day) : "",
        CurveEnd = history.Count > 0 ? replies.Briefly(history[^1].Day) : "",
        TooEarly = replies[Reply.PictureTooEarly].ToPlainText(),
    };
}
