using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Conversations;

// What is put off: two minutes right now, how many steps a day are in time, and the least that still counts.
public sealed partial class ConversationFlow
{
    /// <summary>/stuck: about the step at hand, or about a task that is told with it.</summary>
    Decision OnStuck(string rest)
    {
        if (rest.Any(char.IsLetterOrDigit) && (GoalAtHand?.Next is null || DayIn(rest) is not null || !IsTooShortToSee(rest)))
            return Function(RouteIntent.Procrastination, rest);
        return GoalAtHand is { Next: not null } goal ? StuckAgain(goal) : Function(RouteIntent.Procrastination, "");
    }

    /// <summary>Somebody whose plan came with a last resort gets it first, once; then the causes are asked for, where none was named.</summary>
    Decision StuckAgain(Goal goal, ButtonVerb? cause = null)
    {
        if (goal.Next is not { } step) return ShowStep(_chat, goal);
        if (goal.LastResort is not { } least) return cause is { } named ? Unstick(goal, step, named) : AskStuck(goal, step);
        var eased = (goal.Steps.FirstOrDefault(other => other.Status is StepStatus.Open && other.Goal.Text == least.Text) is { } known ? goal.First(known) : goal.Before(step, least))
            with { LastResort = null };
        return ShowStep(_chat.With(eased), eased, Pressed, Replies[Reply.LastResort]);
    }

    Decision WayOutFound(CoachRequest.BeatProcrastination asked, CoachDraft.WayOut draft, DraftedBy by)
    {
        var plan = Judged(draft.Steps.Prepend(draft.Now), asked.Task, asked.Language, Limits.StuckStepMinutes);
        var goal = NewGoal(_chat, draft.Title.Any(char.IsLetterOrDigit) ? draft.Title : asked.Task, asked.Task, asked.Language, by, StepsOf(plan)) with
        {
            Why = asked.Why,
            LastResort = draft.Emergency.Text.Any(char.IsLetterOrDigit) ? Judged([draft.Emergency], asked.Task, asked.Language, Limits.StuckStepMinutes)[0].Planned.Goal : null,
        };
        List<FormattedText> lead = [.. Origin(by), Replies[Reply.WayOutLead], .. PaceOf(goal, ToldBefore.On)];
        if (!_chat.Concern.IsQuiet(_now)) lead.AddRange(Sentences(draft.Boosters, 1, asked, asked.Task, asked.Why, asked.Situation).Select(booster => Replies[Reply.MarkIt, booster]));
        return ShowStep(_chat with { Goals = _chat.Goals.Add(goal) }, goal, Pressed, [.. lead]);
    }

    /// <summary>How many steps a day are in time, counted from the plan and the day that was named.</summary>
    IEnumerable<FormattedText> PaceOf(Goal goal, string on)
    {
        if (LocalDatePattern.Iso.Parse(on) is not { Success: true, Value: var day } || day < Today) yield break;
        var steps = goal.Steps.Sum(step => step.Times - step.TimesDone);
        // On the day itself there is no evening left to plan with.
        var days = Math.Max(1, Period.DaysBetween(Today, day));
        yield return Replies[Reply.PaceInTime, steps, days, (steps + days - 1) / days];
    }
}
