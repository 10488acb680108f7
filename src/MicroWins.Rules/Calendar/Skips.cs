using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What is said to somebody who wants to skip a day.</summary>
public abstract record SkipAnswer
{
    SkipAnswer() { }

    /// <summary>The day is skipped: the score stays where it is.</summary>
    /// <param name="Used">Skips of this week, this one included: 1 or 2.</param>
    /// <param name="Left">Skips left this week: 1 or 0.</param>
    public sealed record Granted(int Used, int Left) : SkipAnswer;

    /// <summary>The day was skipped before; saying it again costs nothing.</summary>
    /// <param name="Left">Skips left this week.</param>
    public sealed record SkippedAlready(int Left) : SkipAnswer;

    /// <summary>No skip is left this week: the day stays open, and is asked about as ever.</summary>
    /// <param name="FreshOn">The first day of the next week.</param>
    public sealed record NoneLeft(LocalDate FreshOn) : SkipAnswer;
}

/// <summary>Slack: days that count neither as a win nor as a miss.</summary>
public static class Skips
{
    /// <summary>Skips in a week, Monday to Sunday: enough for a bad day, too few to become the habit.</summary>
    public const int AWeek = 2;

    /// <summary>Judges a wish to skip a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="skipped">The days of the same habit that were skipped before, in any order.</param>
    public static SkipAnswer Ask(LocalDate day, IReadOnlyCollection<LocalDate> skipped)
    {
        ArgumentNullException.ThrowIfNull(skipped);
        var monday = MondayOf(day);
        var used = skipped.Distinct().Count(other => MondayOf(other) == monday);
        var left = Math.Max(0, AWeek - used);
        if (skipped.Contains(day)) return new SkipAnswer.SkippedAlready(left);
        return left > 0 ? new SkipAnswer.Granted(used + 1, left - 1) : new SkipAnswer.NoneLeft(monday.PlusDays(7));
    }

    static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
