using MicroWins.Goals;
using MicroWins.Messaging;

namespace MicroWins.Conversations;

// /today: what is done, what is open, and the card of the next step.
public sealed partial class ConversationFlow
{
    /// <summary>Lines of each kind at the most: a day that was full reads as a number.</summary>
    const int MostDone = 4, MostOpen = 6;

    Decision ShowToday()
    {
        if (IsBack && GoalAtHand is { Next: not null } left) return Return(left);
        var (done, open) = (DoneToday().ToList(), OpenToday().ToList());
        // One open step by itself is on the card.
        List<FormattedText> said = [Replies[Reply.Today]];
        if (done.Count + open.Count > 1 || done.Count > 0) said.Add(Cards.Lines([.. done.TakeLast(MostDone), .. open.Take(MostOpen)]));
        if (KeptToday > 0) said.Add(Replies.Count(Reply.TodayKept, KeptToday));
        else if (GoalAtHand is { Next: not null }) said.Add(Replies[Reply.TodayNothing]);
        if (GoalAtHand is { } goal) return ShowStep(_chat, goal, null, [.. said]);
        return Say(KeptToday > 0 ? Cards.Paragraphs([.. said]) : Replies[Reply.NoGoals]);
    }

    IEnumerable<FormattedText> DoneToday()
    {
        var plans = _chat.Goals.Where(goal => goal.Habit is null).ToDictionary(goal => goal.Number);
        foreach (var (goal, number) in _chat.Record.Wins.Where(win => !win.IsBonus && win.Day == Today && plans.ContainsKey(win.Goal)).Select(win => (win.Goal, win.Step)).Distinct())
            if (plans[goal].Find(number) is { } step) yield return Replies[Reply.TodayLineKept, step.Goal.Text];
        foreach (var (goal, step) in HabitSteps().Where(habit => IsDoneToday(habit.Goal, habit.Step))) yield return Replies[Reply.TodayLineKept, step.Goal.Text];
    }

    IEnumerable<FormattedText> OpenToday()
    {
        foreach (var (goal, step) in HabitSteps().Where(habit => !IsDoneToday(habit.Goal, habit.Step)))
        {
            var isLeftOut = step.Status is StepStatus.Skipped || _chat.Record.Skips.Contains(new SkippedDay(goal.Number, Today));
            yield return Replies[isLeftOut ? Reply.TodayLineSkipped : Reply.TodayLineOpen, step.Goal.Text];
        }
        if (Preferred([.. _chat.ActiveGoals.Where(goal => goal.Next is not null)]) is { Next: { } next }) yield return Replies[Reply.TodayLineOpen, next.Goal.Text];
    }

    /// <summary>What comes back every day; not what stood in for it on one, nor a round that was taken out.</summary>
    IEnumerable<(Goal Goal, Step Step)> HabitSteps() => _chat.ActiveGoals.Where(goal => goal.Habit is not null)
        .SelectMany(goal => goal.Steps.Where(step => step.Times is Step.EveryDay && step.Day != NodaTime.LocalDate.MaxIsoValue).Select(step => (goal, step)));

    /// <summary>A smaller one in its place counts as well.</summary>
    bool IsDoneToday(Goal goal, Step step) => step.Status is StepStatus.Kept || goal.IsKeptOn(Today, _chat.Record.Wins);
}
