using NodaTime;

namespace MicroWins.Rules.Evidence;

/// <summary>How a day looks in the calendar of a record.</summary>
public enum DayState
{
    /// <summary>At least one commitment was kept.</summary>
    Kept,
    /// <summary>Something was asked, and nothing was kept.</summary>
    Missed,
    /// <summary>Nothing was asked that counts: skipped or paused.</summary>
    Frozen,
    /// <summary>There is no row of that day.</summary>
    Blank,
}

/// <summary>One day of the record, summed up.</summary>
/// <param name="Day">The person's day.</param>
/// <param name="State">How it looks.</param>
/// <param name="Kept">Commitments kept.</param>
/// <param name="Asked">Commitments that were asked: kept and missed.</param>
/// <param name="Minutes">Minutes of those wins that have any.</param>
public sealed record DayMark(LocalDate Day, DayState State, int Kept, int Asked, double Minutes)
{
    /// <summary>The kept part of what was asked, 0 to 1; null where nothing was.</summary>
    public double? KeptShare => Asked is 0 ? null : (double)Kept / Asked;

    /// <summary>Sums up each day that has rows, in order.</summary>
    /// <param name="rows">Rows in any order, several a day where several things were asked.</param>
    public static IReadOnlyList<DayMark> Of(IEnumerable<EvidenceRow> rows) =>
        [.. rows.GroupBy(row => row.Day).OrderBy(day => day.Key).Select(day => Sum(day.Key, [.. day]))];

    /// <summary>Every day of a span, in order, those without rows as blanks: for the weekly picture.</summary>
    /// <param name="rows">Rows in any order.</param>
    /// <param name="span">The days.</param>
    public static IReadOnlyList<DayMark> Of(IEnumerable<EvidenceRow> rows, DateInterval span)
    {
        ArgumentNullException.ThrowIfNull(span);
        var marks = Of(rows.Where(row => span.Contains(row.Day))).ToDictionary(mark => mark.Day);
        return [.. span.Select(day => marks.GetValueOrDefault(day) ?? new(day, DayState.Blank, 0, 0, 0))];
    }

    static DayMark Sum(LocalDate day, EvidenceRow[] rows)
    {
        var kept = rows.Count(row => row.Outcome is Outcome.Kept);
        var asked = rows.Count(row => row.IsAsked);
        var state = kept > 0 ? DayState.Kept : asked > 0 ? DayState.Missed : DayState.Frozen;
        return new(day, state, kept, asked, rows.Sum(row => row.Minutes ?? 0));
    }
}
