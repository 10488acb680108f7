using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// Two levels: the milestones cover the goal, and one of them at a time is cut into steps.
public sealed partial class ConversationFlow
{
    /// <summary>What a win brings with it: the next part of a plan, or the memory of an exam's topic. However it was kept.</summary>
    Decision WithWhatFollows(Decision decision)
    {
        if (decision is not Decision.Finish finish || finish.Chat.Record.Wins.Length <= _chat.Record.Wins.Length) return decision;
        var win = finish.Chat.Record.Wins[^1];
        if (win.IsBonus || finish.Chat.Find(win.Goal) is not { } goal || goal.Find(win.Step) is not { } step) return decision;
        if (goal.Exam is not null) return AfterExamStep(finish, goal, step);
        return goal.IsPartDone ? WithPartOffer(finish, goal) : decision;
    }

    /// <summary>The celebration first, then the offer.</summary>
    Decision.Finish WithPartOffer(Decision.Finish finish, Goal goal) => finish with
    {
        Replies = [.. finish.Replies.SkipLast(1), .. finish.Replies.TakeLast(1).Select(last => last with
        {
            Text = Cards.Paragraphs(last.Text, PartThrough(goal)),
            Buttons = [.. Cards.Rows(Replies, goal.Number, 0, 0, [[ButtonVerb.NextPart, ButtonVerb.StopHere]]), .. last.Buttons.Where(row => !IsTheWayOn(row[0]))],
        })],
    };

    /// <summary>"Keep going" and the list of goals: the next part takes their place.</summary>
    static bool IsTheWayOn(Button button) => ButtonCode.Read(button.Data) is { Verb: KeepGoing or ShowGoals };

    FormattedText PartThrough(Goal goal) => Replies[Reply.PartThrough, goal.MilestoneAt + 1, goal.Milestones.Length, goal.Milestones[goal.MilestoneAt], goal.Milestones[goal.MilestoneAt + 1]];

    OutgoingMessage PartOffer(Goal goal, string? edits, FormattedText[] lead) => new(
        MessageKind.Reply, Cards.Paragraphs([.. lead, PartThrough(goal)]), Cards.Rows(Replies, goal.Number, 0, 0, [[ButtonVerb.NextPart, ButtonVerb.StopHere]]), edits);

    Decision CutNextPart(Goal goal) => new Decision.AskCoach(
        new CoachRequest.BreakDownGoal(goal.Words, goal.Why, goal.Milestones[goal.MilestoneAt + 1]) { Language = goal.Language, ChatId = _chat.Id.ToString() },
        _chat with { CurrentGoal = goal.Number, State = new ChatState.Idle() });

    Decision PartCut(CoachRequest.BreakDownGoal asked, CoachDraft.GoalBreakdown draft, DraftedBy by)
    {
        var goal = _chat.Current!;
        var cut = goal.AddPart(StepsOf(Judged(asked, draft)));
        return ShowStep(_chat.With(cut), cut, Pressed, [.. Origin(by), Replies[Reply.PartBegun, cut.MilestoneAt + 1, cut.Milestones.Length, cut.Milestones[cut.MilestoneAt]]]);
    }
}
