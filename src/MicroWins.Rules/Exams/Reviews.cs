using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>How well a person remembered, in their own judgement.</summary>
public enum Recall
{
    /// <summary>Nothing, or the wrong thing.</summary>
    Forgot,
    /// <summary>With effort, and not all of it.</summary>
    Hard,
    /// <summary>Well.</summary>
    Good,
    /// <summary>At once.</summary>
    Easy,
}

/// <summary>When a topic is reviewed.</summary>
/// <remarks>
/// The gaps form a ladder: 1, 3, 7, 14 days. What was forgotten goes back to the first rung, hard stays on its rung, good goes one up, easy two;
/// the last rung is not left. Gaps are clipped by the exam: the last review lies within 48 hours before it.
/// </remarks>
public static class Reviews
{
    /// <summary>Hours before the exam within which the last review lies: what was recalled two days ago is still there.</summary>
    public const int LastHours = 48;

    /// <summary>The gaps in days, growing: roughly doubling gaps hold longest for the time spent.</summary>
    public static IReadOnlyList<int> GapDays { get; } = [1, 3, 7, 14];

    /// <summary>The rung of the next gap after a recall.</summary>
    /// <param name="rung">The rung of the gap that has just passed; outside of the ladder counts as its nearest end.</param>
    /// <param name="recall">How it went.</param>
    public static int NextRung(int rung, Recall recall)
    {
        rung = Math.Clamp(rung, 0, GapDays.Count - 1);
        return recall switch
        {
            Recall.Forgot => 0,
            Recall.Hard => rung,
            Recall.Good => Math.Min(rung + 1, GapDays.Count - 1),
            Recall.Easy => Math.Min(rung + 2, GapDays.Count - 1),
        };
    }

    /// <summary>The gap of a rung, in days.</summary>
    /// <param name="rung">The rung; outside of the ladder counts as its nearest end.</param>
    public static int GapOf(int rung) => GapDays[Math.Clamp(rung, 0, GapDays.Count - 1)];

    /// <summary>The date of the next review after a recall, clipped to the eve of the exam.</summary>
    /// <param name="today">The date of the recall.</param>
    /// <param name="rung">The rung of the gap that has just passed.</param>
    /// <param name="recall">How it went.</param>
    /// <param name="exam">The date of the exam.</param>
    /// <returns>Null when no whole day is left before the exam.</returns>
    public static LocalDate? Next(LocalDate today, int rung, Recall recall, LocalDate exam)
    {
        var eve = exam.PlusDays(-1);
        return today < eve ? LocalDate.Min(today.PlusDays(GapOf(NextRung(rung, recall))), eve) : null;
    }
}
