using NodaTime;

namespace MicroWins.Rules.Evidence;

/// <summary>Whether "you are someone who does what you say" may be said: only where the record bears it out.</summary>
public abstract record Identity
{
    /// <summary>Days of the record before the line may be said: four weeks, as the method has it.</summary>
    public const int Days = 28;

    /// <summary>Asked commitments in those weeks at the fewest: every other day, or there is nothing to be someone by.</summary>
    public const int FewestAsked = 14;

    /// <summary>The kept part at the least: the same 80 % that growth asks for.</summary>
    public const decimal LeastShare = 0.8m;

    Identity() { }

    /// <summary>It may be said, with these numbers.</summary>
    /// <param name="Kept">Commitments kept in the last four weeks.</param>
    /// <param name="Asked">Commitments asked in them.</param>
    /// <param name="Since">The first day of the whole record.</param>
    public sealed record MayBeSaid(int Kept, int Asked, LocalDate Since) : Identity;

    /// <summary>Four weeks are not over.</summary>
    /// <param name="Until">The first day on which it could be said; null where nothing was kept yet.</param>
    public sealed record TooEarly(LocalDate? Until) : Identity;

    /// <summary>The record does not bear it out, for now; nothing is said of it.</summary>
    /// <param name="Kept">Commitments kept in the last four weeks.</param>
    /// <param name="Asked">Commitments asked in them.</param>
    public sealed record NotBorneOut(int Kept, int Asked) : Identity;

    /// <summary>Judges the record.</summary>
    /// <param name="rows">Rows in any order.</param>
    /// <param name="today">The person's day.</param>
    public static Identity Of(IReadOnlyCollection<EvidenceRow> rows, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        LocalDate[] wins = [.. rows.Where(row => row.Outcome is Outcome.Kept).Select(row => row.Day)];
        if (wins.Length is 0) return new TooEarly(null);
        var since = wins.Min();
        if (today < since.PlusDays(Days)) return new TooEarly(since.PlusDays(Days));
        EvidenceRow[] recent = [.. rows.Where(row => row.IsAsked && row.Day > today.PlusDays(-Days) && row.Day <= today)];
        var kept = recent.Count(row => row.Outcome is Outcome.Kept);
        return recent.Length >= FewestAsked && kept >= LeastShare * recent.Length
            ? new MayBeSaid(kept, recent.Length, since)
            : new NotBorneOut(kept, recent.Length);
    }
}
