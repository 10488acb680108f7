using System.Globalization;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Sizing;

namespace MicroWins.Conversations;

// Which step comes next is the person's to say: another one first, this one later, this one not at all.
public sealed partial class ConversationFlow
{
    /// <summary>"This step is not for me": the next one, or a smaller one where there is no other.</summary>
    Decision Reject(Goal goal, Step step)
    {
        if (goal.Habit is null && goal.Steps.Any(other => other.Status is StepStatus.Open && other.Number != step.Number))
        {
            var without = goal.With(step with { Status = StepStatus.Skipped, StartedAt = null });
            return ShowStep(_chat.With(without), without, Pressed, Replies[Reply.Rejected]);
        }
        var smaller = _rules.Own.Smaller(new SizingQuestion(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes));
        if (smaller.First.Text == step.Goal.Text) return AskForWords(Reply.AskEdit, goal, step.Number);
        var other = goal.Reword(step, smaller.First, []);
        return ShowStep(_chat.With(other), other, Pressed, Replies[Reply.Rejected]);
    }

    /// <summary>/first 5: the fifth step of the plan comes next.</summary>
    Decision OnFirst(string rest)
    {
        if (GoalAtHand is not { Next: not null } goal) return Say(Replies[Reply.NoGoals]);
        var isPlace = int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= goal.Steps.Length;
        return isPlace && goal.Steps[place - 1] is { Status: StepStatus.Open } step ? DoItFirst(goal, step) : Say(Cards.Plan(Replies, goal, Pressed));
    }

    Decision DoItFirst(Goal goal, Step step)
    {
        var ordered = goal.First(step);
        return ShowStep(_chat.With(ordered), ordered, Pressed, Replies[Reply.PutFirst]);
    }

    Decision PutAfterTheNext(Goal goal, Step step)
    {
        var ordered = goal.AfterTheNext(step);
        return ShowStep(_chat.With(ordered), ordered, Pressed, Replies[Reply.PutFirst]);
    }
}
