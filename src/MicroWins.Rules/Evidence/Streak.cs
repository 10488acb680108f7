using NodaTime;

namespace MicroWins.Rules.Evidence;

/// <summary>Kept days in a row; skipped, paused and blank days in between neither count nor break.</summary>
/// <param name="Current">Kept days up to the last row: 0 after a missed day.</param>
/// <param name="Since">The first day of the current streak; null where it is 0.</param>
/// <param name="Longest">The longest streak in the rows.</param>
public sealed record Streak(int Current, LocalDate? Since, int Longest)
{
    /// <summary>Counts the streak. A day counts as kept with one kept commitment: a little is not nothing.</summary>
    /// <param name="rows">Rows in any order; today's row is there only once it is decided, so an open day breaks nothing.</param>
    public static Streak Of(IEnumerable<EvidenceRow> rows)
    {
        var streak = new Streak(0, null, 0);
        foreach (var day in DayMark.Of(rows))
        {
            streak = day.State switch
            {
                DayState.Kept => new(streak.Current + 1, streak.Since ?? day.Day, Math.Max(streak.Longest, streak.Current + 1)),
                DayState.Missed => new(0, null, streak.Longest),
                DayState.Frozen or DayState.Blank => streak,
            };
        }
        return streak;
    }
}
