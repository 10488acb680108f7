using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Rules.Calendar;
using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>What was asked of a person, and what became of it: every number that the bot tells is counted from these rows.</summary>
/// <param name="Wins">Wins, oldest first.</param>
/// <param name="Asked">Check-ins that went out, oldest first.</param>
/// <param name="Skips">Days left out.</param>
public sealed record Record(ImmutableArray<Win> Wins, ImmutableArray<AskedRow> Asked, ImmutableArray<SkippedDay> Skips)
{
    public static Record Empty { get; } = new([], [], []);

    /// <summary>Kept commitments; bonuses are counted apart.</summary>
    public int Kept => Wins.Count(win => !win.IsBonus);

    /// <summary>Kept commitments of one day.</summary>
    public int KeptOn(LocalDate day) => Wins.Count(win => !win.IsBonus && win.Day == day);

    /// <summary>The record in the words of the rules: a row for each win, and one for each day that was asked about without one.</summary>
    /// <param name="today">The person's day: what is asked on it is not missed yet.</param>
    /// <param name="pauses">The person's pauses.</param>
    /// <param name="goals">The goals that the rows are to be of.</param>
    public IReadOnlyList<EvidenceRow> Rows(LocalDate today, IReadOnlyList<Pause> pauses, IReadOnlyCollection<Goal> goals)
    {
        var numbers = goals.Select(goal => goal.Number).ToHashSet();
        var habits = goals.Where(goal => goal.Habit is not null).Select(goal => goal.Number).ToHashSet();
        var wins = Wins.Where(win => numbers.Contains(win.Goal)).ToList();
        var kept = wins.Where(win => !win.IsBonus).Select(win => (win.Goal, win.Day)).ToHashSet();
        // Of what is done once, any step counts for the day, whichever was asked about; a habit is asked for itself.
        var keptOnce = kept.Where(win => !habits.Contains(win.Goal)).Select(win => win.Day).ToHashSet();
        var skipped = Skips.Where(skip => numbers.Contains(skip.Goal) && !kept.Contains((skip.Goal, skip.Day))).ToHashSet();
        var bonuses = wins.Where(win => win.IsBonus).ToLookup(win => (win.Goal, win.Step, win.Occurrence));
        bool IsPaused(LocalDate day) => pauses.Any(pause => pause.Covers(day));
        return
        [
            .. wins.Where(win => !win.IsBonus).Select(win => RowOf(win, [.. bonuses[(win.Goal, win.Step, win.Occurrence)]])),
            .. skipped.Select(skip => EvidenceRow.Skipped(skip.Day)),
            .. Asked.Where(row => row.Day < today && numbers.Contains(row.Goal)).Select(row => (row.Goal, row.Day)).Distinct()
                .Where(row => !kept.Contains(row) && !skipped.Contains(new SkippedDay(row.Goal, row.Day)) && !IsPaused(row.Day))
                .Where(row => habits.Contains(row.Goal) || !keptOnce.Contains(row.Day))
                .Select(row => EvidenceRow.Missed(row.Day)),
            .. PausedDays(today, pauses).Where(day => !kept.Any(win => win.Day == day)).Select(EvidenceRow.Paused),
        ];
    }

    /// <summary>A win with the bonus that was done on top of it.</summary>
    static EvidenceRow RowOf(Win win, IReadOnlyList<Win> bonus)
    {
        var minutes = win.Minutes is null && bonus.All(other => other.Minutes is null)
            ? (double?)null
            : (win.Minutes ?? 0) + bonus.Sum(other => other.Minutes ?? 0);
        return EvidenceRow.Kept(win.Day, win.Unit, win.Amount, win.Extra + bonus.Sum(other => other.Extra), minutes);
    }

    static IEnumerable<LocalDate> PausedDays(LocalDate today, IReadOnlyList<Pause> pauses) =>
        pauses.SelectMany(pause => Days(pause.From, LocalDate.Min(pause.To ?? today, today))).Distinct();

    static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1)) yield return day;
    }
}
