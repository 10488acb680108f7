using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;

namespace MicroWins.Conversations;

// How wins are marked: after each, at the end of a day, once a week. What is agreed here is used there, not read once.
public sealed partial class ConversationFlow
{
    /// <summary>Ways that are kept of each sort: enough to vary.</summary>
    const int MostRituals = 4;

    Decision RitualsAgreed(CoachRequest.TrackAndCelebrate asked, CoachDraft.Celebration draft, DraftedBy by)
    {
        string[] told = [.. asked.Goals, asked.How];
        var (win, day, week) = (Sentences(draft.EachWin, MostRituals, asked, told), Sentences(draft.EachDay, MostRituals, asked, told), Sentences(draft.EachWeek, MostRituals, asked, told));
        var agreement = Agreement with
        {
            DayRituals = day.IsEmpty ? Agreement.DayRituals : day,
            WeekRituals = week.IsEmpty ? Agreement.WeekRituals : week,
        };
        var chat = WithQuestions(_chat with { Agreement = agreement, State = new ChatState.Idle() }, draft.Questions, asked, told);
        if (!win.IsEmpty) chat = chat with { Goals = [.. chat.Goals.Select(goal => goal.Status is GoalStatus.Active ? goal with { Celebrations = win } : goal)] };
        FormattedText[] lines =
        [
            .. win.Take(1).Select(ritual => Replies[Reply.RitualOfWin, ritual]),
            .. day.Take(1).Select(ritual => Replies[Reply.RitualOfDay, ritual]),
            .. week.Take(1).Select(ritual => Replies[Reply.RitualOfWeek, ritual]),
            .. chat.Agreement.Questions.Take(1).Select(question => Replies[Reply.RitualOfReview, question]),
        ];
        if (GoalAtHand is not { Next: not null } goal) return Say(Cards.Say(Cards.Paragraphs([.. Origin(by), Replies[Reply.RitualsAgreed], Cards.Lines(lines)]), edits: Pressed), chat);
        return ShowStep(chat, chat.Find(goal.Number)!, Pressed, [.. Origin(by), Replies[Reply.RitualsAgreed], Cards.Lines(lines)]);
    }
}
