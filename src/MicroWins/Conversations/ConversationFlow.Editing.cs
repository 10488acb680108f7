using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Sizing;

namespace MicroWins.Conversations;

// A person's own words for a step. They are sized like anybody's.
public sealed partial class ConversationFlow
{
    Decision OnEdit(string words) => GoalAtHand is not { Next: { } step } goal
        ? Say(Replies[Reply.NoGoals])
        : words.Any(char.IsLetterOrDigit) ? Edit(goal, step, words) : AskForWords(Reply.AskEdit, goal, step.Number);

    Decision OnAdd(string words) => GoalAtHand is not { Next: not null } goal
        ? Say(Replies[Reply.NoGoals])
        : words.Any(char.IsLetterOrDigit) ? AddStep(goal, words) : AskForWords(Reply.AskAdd, goal, step: 0);

    Decision AskForWords(Reply question, Goal goal, int step) =>
        Say(Replies[question], _chat with { CurrentGoal = goal.Number, State = new ChatState.AskedForStep(goal.Number, step) });

    /// <summary>The words that were asked for; the step may be done or gone by now, and then they are a new one.</summary>
    Decision OnStepWords(ChatState.AskedForStep asked, string words) => (_chat.Find(asked.Goal), words) switch
    {
        ({ Status: GoalStatus.Active } goal, _) when goal.Find(asked.Step) is { Status: StepStatus.Open } step => Edit(goal, step, words),
        ({ Status: GoalStatus.Active } goal, _) => AddStep(goal, words),
        _ => OldButton(),
    };

    Decision Edit(Goal goal, Step step, string words)
    {
        var own = _rules.Sizer.Shrink(new SizingQuestion(words, LanguageOf(words)));
        var edited = goal.Reword(step, own.First, own.Rest);
        return ShowStep(_chat.With(edited), edited, Pressed, Replies[own.Rest.Count is 0 ? Reply.Edited : Reply.EditedSmaller]);
    }

    Decision AddStep(Goal goal, string words)
    {
        var own = _rules.Sizer.Shrink(new SizingQuestion(words, LanguageOf(words)));
        var added = goal.Add([new PlannedStep(own.First), .. own.Rest], _rules.Sizer.Size(new SizingQuestion(words)).Kind);
        return ShowStep(_chat.With(added), added, Pressed, Replies[own.Rest.Count is 0 ? Reply.Added : Reply.AddedSmaller, own.First.Text]);
    }
}
