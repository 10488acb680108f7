using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;

namespace MicroWins.Conversations;

// Goals that did not work out, begun again smaller; and what is put off, begun at all.
public sealed partial class ConversationFlow
{
    Decision StartedAgain(CoachRequest.ReframeFailedGoals asked, CoachDraft.FreshStart draft, DraftedBy by)
    {
        var goals = draft.Goals.Where(goal => goal.Goal.Any(char.IsLetterOrDigit)).DistinctBy(goal => goal.Goal.ToUpperInvariant()).Take(MostGoals).ToList();
        if (goals.Count is 0) goals = [.. asked.Goals.Select(goal => new ReframedGoal(goal, "", new DraftStep(goal, null), []))];
        var chat = _chat;
        var begun = new List<Goal>();
        foreach (var reframed in goals)
        {
            // Who comes back after a goal that broke gets the smallest step there is.
            var plan = Judged(reframed.Path.Prepend(reframed.FirstStep), reframed.Goal, asked.Language, Limits.StuckStepMinutes);
            var goal = NewGoal(chat, reframed.Goal, reframed.Goal, asked.Language, by, StepsOf(plan)) with
            {
                Why = asked.Why,
                Status = begun.Count is 0 ? GoalStatus.Active : GoalStatus.PutAway,
            };
            begun.Add(goal);
            chat = chat with { Goals = chat.Goals.Add(goal) };
        }
        // What a draft left out is kept all the same, and planned when it is brought back.
        chat = KeptForLater(chat, LeftOut(asked.Goals, [.. goals.Select(goal => goal.Goal)]), out var kept);
        begun.AddRange(kept);
        List<FormattedText> lead = [.. Origin(by), .. One([goals[0].Reframing]), .. One(draft.SelfTrust)];
        if (begun.Count > 1) lead.Add(Replies[Reply.KeptForLater, string.Join("; ", begun.Skip(1).Select(goal => goal.Title))]);
        var card = ShowStep(chat, begun[0], Pressed, [.. lead]);
        return card with { Replies = [card.Replies[0] with { Buttons = [.. card.Replies[0].Buttons, .. begun.Skip(1).Take(LaterWithButton).Select(goal => GoalButton(goal, ButtonVerb.BringBack))] }] };

        IEnumerable<FormattedText> One(IEnumerable<string> sentences) => Sentences(sentences, 1, asked, [.. asked.Goals, asked.Why]).Select(FormattedText.Plain);
    }
}
