using NodaTime;

namespace MicroWins.Rules.Evidence;

/// <summary>What small steps came to in one unit: "31 pages since 3 March; 19 of those planned, 12 because you had started".</summary>
/// <param name="Unit">The unit, in the person's words.</param>
/// <param name="Since">The first day with an amount.</param>
/// <param name="Planned">What was promised and done.</param>
/// <param name="Bonus">What was done past the promises.</param>
/// <param name="Times">How many wins it is the sum of.</param>
public sealed record CompoundSum(string Unit, LocalDate Since, decimal Planned, decimal Bonus, int Times)
{
    /// <summary>Everything together.</summary>
    public decimal Total => Planned + Bonus;

    /// <summary>One sum for each unit, the one with the most wins first; what is not counted in units is in none.</summary>
    /// <param name="rows">Rows in any order, of one habit or goal where the sum is to be of one.</param>
    public static IReadOnlyList<CompoundSum> Of(IEnumerable<EvidenceRow> rows) =>
    [
        .. rows.Where(row => row is { Outcome: Outcome.Kept, Unit.Length: > 0, Done: > 0 })
            .GroupBy(row => row.Unit, StringComparer.Ordinal)
            .Select(unit => new CompoundSum(
                unit.Key, unit.Min(row => row.Day), unit.Sum(row => row.Amount), unit.Sum(row => row.Bonus), unit.Count()))
            .OrderByDescending(sum => sum.Times).ThenBy(sum => sum.Unit, StringComparer.Ordinal),
    ];
}
