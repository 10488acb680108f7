using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded;

/// <summary>A way out of putting off: the plan for the task, what makes a step pleasant for this reason, and the least that still counts.</summary>
static class WayOutWriter
{
    /// <summary>More than three ways to begin is one more thing to choose from.</summary>
    const int MostBoosters = 3;

    public static CoachDraft.WayOut Write(CoachDraft.GoalBreakdown plan, HabitGoal task)
    {
        var now = plan.FirstStep;
        // "Right now" is two minutes; where the words of the task make it more, the least that counts is what can be done now.
        var isNow = now.Minutes <= Limits.StuckStepMinutes && task.Speech.IsSmall(now.Text, now.Minutes!.Value);
        var least = task.Least;
        return new(plan.Title, isNow ? now : least, [.. plan.Steps.Where(step => step.Text != least.Text)], task.Speech.Some("booster", MostBoosters), least);
    }
}
