using System.Collections.Immutable;
using System.Globalization;
using MicroWins.Pictures;
using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>What the picture of a week shows of a record.</summary>
static class WeekReview
{
    /// <summary>The Monday of the week to look back on: this one, or in its first days the last one, where there was something to look back on.</summary>
    public static LocalDate WeekOf(IReadOnlyCollection<EvidenceRow> rows, LocalDate today)
    {
        var monday = MondayOf(today);
        return today.DayOfWeek <= IsoDayOfWeek.Tuesday && rows.Any(row => row.Day < monday) ? monday.PlusWeeks(-1) : monday;
    }

    /// <summary>The rows of a week.</summary>
    public static IReadOnlyCollection<EvidenceRow> RowsOf(IReadOnlyCollection<EvidenceRow> rows, LocalDate monday) =>
        [.. rows.Where(row => row.Day >= monday && row.Day < monday.PlusWeeks(1))];

    static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <param name="replies">The sentences of the person's language.</param>
    /// <param name="rows">The whole record.</param>
    /// <param name="monday">The week that is shown.</param>
    public static WeekPictureData DataOf(Replies replies, IReadOnlyCollection<EvidenceRow> rows, LocalDate monday)
    {
        var weeks = Math.Clamp(WeeksOf(rows, monday), 4, WeekPictureData.MostWeeks);
        var history = Consistency.History(rows);
        return new WeekPictureData
        {
            Labels = LabelsOf(replies, monday, history),
            Numbers = NumbersOf(replies, rows, monday),
            Week = WeekFrom(rows, monday),
            Weeks = [.. Enumerable.Range(0, weeks).Select(i => monday.PlusWeeks(i - weeks + 1)).Select(first => new CalendarWeek(replies.Briefly(first), WeekFrom(rows, first)))],
            Consistency = [.. history],
        };
    }

    static int WeeksOf(IReadOnlyCollection<EvidenceRow> rows, LocalDate monday) =>
        rows.Count is 0 ? 0 : (Period.DaysBetween(MondayOf(rows.Min(row => row.Day)), monday) / 7) + 1;

    static ImmutableArray<DayMark> WeekFrom(IEnumerable<EvidenceRow> rows, LocalDate first) => [.. DayMark.Of(rows, new DateInterval(first, first.PlusDays(6)))];

    static ImmutableArray<BigNumber> NumbersOf(Replies replies, IReadOnlyCollection<EvidenceRow> rows, LocalDate monday)
    {
        var week = EvidenceSummary.Of(RowsOf(rows, monday));
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
