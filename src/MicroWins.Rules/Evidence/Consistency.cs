using NodaTime;

namespace MicroWins.Rules.Evidence;

/// <summary>The smoothed consistency score, 0 to 100: how reliably a person keeps their word to themselves of late. One miss hardly moves it.</summary>
/// <remarks>
/// Exponential smoothing over the days that were asked: <c>score = score + 0.05 * (100 * kept share of the day - score)</c>, from
/// <see cref="Start"/>. Skipped, paused and blank days leave it as it is. With 0.05 a missed day takes at most 5 points, and half of what
/// was is forgotten after 13.5 asked days (0.95^13.5 = 0.5), two weeks: the window that growth looks at as well.
/// A fortnight without a miss gives 75.6, four weeks 88.1, sixty days 97.7.
/// </remarks>
public static class Consistency
{
    /// <summary>The weight of the latest day: a miss takes at most 5 of 100 points.</summary>
    public const double Weight = 0.05;

    /// <summary>The score before the first day: nothing is known, so neither praise nor blame.</summary>
    public const double Start = 50;

    /// <summary>Asked days before a score is told: under a week it says more about the start than about the person.</summary>
    public const int FewestDays = 7;

    /// <summary>The score now, 0 to 100.</summary>
    /// <param name="rows">Rows in any order.</param>
    /// <returns>Null while fewer than <see cref="FewestDays"/> days were asked.</returns>
    public static double? Of(IEnumerable<EvidenceRow> rows) => History(rows) is { Count: >= FewestDays } history ? history[^1].Score : null;

    /// <summary>The score after each asked day, in order: for the curve. The first <see cref="FewestDays"/> points are not to be told as numbers.</summary>
    /// <param name="rows">Rows in any order.</param>
    public static IReadOnlyList<(LocalDate Day, double Score)> History(IEnumerable<EvidenceRow> rows)
    {
        var history = new List<(LocalDate Day, double Score)>();
        var score = Start;
        foreach (var day in DayMark.Of(rows))
        {
            if (day.KeptShare is not { } share) continue;
            score += Weight * (100 * share - score);
            history.Add((day.Day, score));
        }
        return history;
    }
}
