using NodaTime;

namespace MicroWins.Rules.Evidence;

/// <summary>The numbers that may be told to a person: each is counted from rows, none comes from anywhere else.</summary>
/// <param name="Since">The day of the first row; null where there is none.</param>
/// <param name="Kept">Commitments kept.</param>
/// <param name="Asked">Commitments asked: kept and missed, without skips and pauses.</param>
/// <param name="WithBonus">Commitments kept with something on top.</param>
/// <param name="Minutes">Minutes of those wins whose minutes are known.</param>
/// <param name="Timed">How many wins those are.</param>
/// <param name="Streak">Kept days in a row.</param>
/// <param name="Score">The consistency score, 0 to 100; null while it is too early to tell one.</param>
/// <param name="Sums">What it came to, for each unit.</param>
public sealed record EvidenceSummary(
    LocalDate? Since, int Kept, int Asked, int WithBonus, double Minutes, int Timed, Streak Streak, double? Score, IReadOnlyList<CompoundSum> Sums)
{
    /// <summary>Counts rows.</summary>
    /// <param name="rows">Rows in any order, of a habit, a goal or a person. Streak and score are those of the rows given, so take them
    /// from the whole record; the counts may be of a week.</param>
    public static EvidenceSummary Of(IReadOnlyCollection<EvidenceRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        EvidenceRow[] wins = [.. rows.Where(row => row.Outcome is Outcome.Kept)];
        return new(
            rows.Count is 0 ? null : rows.Min(row => row.Day),
            wins.Length,
            rows.Count(row => row.IsAsked),
            wins.Count(row => row.Bonus > 0),
            wins.Sum(row => row.Minutes ?? 0),
            wins.Count(row => row.Minutes is not null),
            Streak.Of(rows),
            Consistency.Of(rows),
            CompoundSum.Of(rows));
    }
}
