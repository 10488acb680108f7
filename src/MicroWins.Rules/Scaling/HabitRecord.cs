using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Rules.Scaling;

/// <summary>How a level felt, as the person said.</summary>
public enum Ease
{
    /// <summary>Hardly felt.</summary>
    Easy,
    /// <summary>Neither easy nor hard.</summary>
    Fine,
    /// <summary>"Too hard."</summary>
    Hard,
}

/// <summary>What a person said about how it feels.</summary>
/// <param name="Day">The person's day.</param>
/// <param name="Ease">How it felt.</param>
public sealed record EaseAnswer(LocalDate Day, Ease Ease);

/// <summary>Everything that growth looks at: a habit, its decisions and its days.</summary>
public sealed record HabitRecord
{
    /// <summary>The first day of the habit.</summary>
    public required LocalDate Started { get; init; }

    /// <summary>The level now.</summary>
    public required HabitLevel Level { get; init; }

    /// <summary>False for what is never raised and whose raising is never celebrated: weight, food restriction, sleep loss, self-punishment.</summary>
    public bool MayGrow { get; init; } = true;

    /// <summary>Decisions about the level, oldest first.</summary>
    public IReadOnlyList<LevelEvent> Events { get; init; } = [];

    /// <summary>The rows of this habit, in any order.</summary>
    public IReadOnlyList<EvidenceRow> Rows { get; init; } = [];

    /// <summary>What the person said about how it feels, in any order; of one day, the latest last.</summary>
    public IReadOnlyList<EaseAnswer> Eases { get; init; } = [];

    /// <summary>Days since the start up to today, pauses left out.</summary>
    /// <param name="today">The person's day.</param>
    public int LivedDays(LocalDate today)
    {
        var paused = Rows.Where(row => row.Outcome is Outcome.Paused && row.Day >= Started && row.Day < today)
            .Select(row => row.Day)
            .Distinct()
            .Count();
        return Math.Max(0, Period.DaysBetween(Started, today) - paused);
    }

    /// <summary>The stage today.</summary>
    /// <param name="today">The person's day.</param>
    public Stage StageOn(LocalDate today) => Stages.After(LivedDays(today));

    /// <summary>The record after a decision.</summary>
    /// <param name="day">The person's day.</param>
    /// <param name="kind">What they decided.</param>
    /// <param name="to">The level after it; the level now for those who stay.</param>
    public HabitRecord After(LocalDate day, LevelEventKind kind, HabitLevel to) =>
        this with { Level = to, Events = [.. Events, new(day, kind, Level, to)] };
}
