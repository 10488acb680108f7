using System.Globalization;
using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Planning;
using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Conversations;

// From a goal to a plan.
public sealed partial class ConversationFlow
{
    /// <summary>Words that a goal has at least if there is to be something to plan in it ("essay" alone has not).</summary>
    const int FewestWords = 3;

    Decision OnNewGoal(string text, bool mayAskWhy = true)
    {
        if (Decline(text) is { } declined) return declined;
        if (_chat.ActiveGoals.FirstOrDefault(goal => string.Equals(goal.Words, text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return ShowStep(_chat, known, null, Replies[Reply.AlreadyPlanned]);
        return IsTooShortToSee(text) ? AskForMore(text, mayAskWhy) : Plan(text, "");
    }

    Decision AskForMore(string goal, bool mayAskWhy) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskMore, Shorten(goal, 60)], Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.SkipQuestion]])),
        Spoken(goal) with { State = new ChatState.AskedForMore(goal, mayAskWhy) });

    Decision AskWhy(string goal) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskWhy], Cards.Rows(Replies, 0, 0, 0,
            [[ButtonVerb.BecauseTooBig, ButtonVerb.BecauseUnclear, ButtonVerb.BecauseDull], [ButtonVerb.BecauseAfraid, ButtonVerb.BecauseTired, ButtonVerb.SkipQuestion]])),
        _chat with { State = new ChatState.AskedWhy(goal) });

    Decision SkipQuestion() => _chat.State switch
    {
        ChatState.AskedForMore asked => Plan(asked.Goal, ""),
        ChatState.AskedWhy asked => Plan(asked.Goal, ""),
        ChatState.AskedToAgree { Term: Term.Zone } => SkipZone(),
        _ => OldButton(),
    };

    Decision Plan(string goal, string why) => Plan(Spoken(goal), goal, why, lead: null);

    Decision Plan(Chat chat, string goal, string why, FormattedText? lead) => new Decision.AskCoach(
        new CoachRequest.BreakDownGoal(goal, why) { Language = LanguageOf(goal), ChatId = _chat.Id.ToString() },
        chat with { State = new ChatState.Idle() },
        lead);

    /// <summary>Somebody who has not said which language they speak is answered in the one that they write.</summary>
    Chat Spoken(string text) => _chat.Language is Language.Unknown ? _chat with { Language = LanguageOf(text) } : _chat;

    Decision PlanFrom(Decision.AskCoach question, CoachAnswer answer) => (question.Request, answer.Draft) switch
    {
        (CoachRequest.BreakDownGoal asked, CoachDraft.GoalBreakdown draft) => Begun(asked, draft, answer.By, question.Lead),
        (CoachRequest.ScaleUp, CoachDraft.NextLevel draft) => Offered(question, draft),
        _ => throw new InvalidOperationException($"A {question.Request.GetType().Name} was answered with a {answer.Draft.GetType().Name}."),
    };

    Decision Begun(CoachRequest.BreakDownGoal asked, CoachDraft.GoalBreakdown draft, DraftedBy by, FormattedText? before)
    {
        var goal = new Goal
        {
            Number = _chat.Goals.Length + 1,
            Title = draft.Title,
            Words = asked.Goal,
            Why = asked.Why,
            Kind = draft.Kind,
            Language = asked.Language,
            CreatedAt = _now,
            DraftedBy = by.ToString(),
            Milestones = [.. draft.Milestones],
            Celebrations = [.. draft.Celebrations],
            Steps = [.. Judged(asked, draft).Select((step, i) => new Step
            {
                Number = i + 1,
                Goal = step.Planned.Goal,
                Times = step.Planned.Times,
                Kind = step.Kind,
                Difficulty = step.Difficulty,
            })],
        };
        var chat = _chat with { Goals = _chat.Goals.Add(goal) };
        List<FormattedText> lead = before is null ? [] : [before];
        if (by is DraftedBy.PlannerInsteadOfModel) lead.Add(Replies[Reply.PlannerInsteadOfModel]);
        lead.Add(FormattedText.Plain(draft.Overwhelm.Sentence));
        return ShowStep(chat, goal, Pressed, [.. lead]);
    }

    IReadOnlyList<JudgedStep> Judged(CoachRequest.BreakDownGoal asked, CoachDraft.GoalBreakdown draft)
    {
        var proposals = draft.Steps.Prepend(draft.FirstStep).Select(step => new ProposedStep(step.Text, step.Minutes, step.Difficulty));
        var plan = PlanRules.Judge(_rules.Sizer, proposals, asked.Language);
        // A draft without one readable step: the floor is a few minutes on the person's own words.
        return plan.Count > 0 ? plan : PlanRules.Judge(_rules.Sizer, [new ProposedStep(asked.Goal, null, Difficulty.Easy)], asked.Language);
    }

    /// <summary>One moment at a time: a new one takes the place of the old.</summary>
    static Chat Remind(Chat chat, Goal goal, Instant due) => WithReminder(WithoutReminders(chat), goal.Number, due, ReminderPurpose.CheckIn);

    /// <summary>Without the moments that were named for asking again, and without a timer; the check-ins of the days stay.</summary>
    static Chat WithoutReminders(Chat chat) => WithoutTimer(chat with { Reminders = [.. chat.Reminders.Where(reminder => reminder.Purpose is not ReminderPurpose.CheckIn)] });

    /// <summary>Nothing is asked before tomorrow.</summary>
    Chat Tomorrow(Chat chat) => WithoutReminders(chat) with { Agreement = chat.Agreement with { NotBefore = Today.PlusDays(1), Asks = true } };

    static bool IsTooShortToSee(string text)
    {
        // Chinese writes without spaces; four characters there say about as much as three words elsewhere.
        var letters = text.Where(char.IsLetter).ToList();
        var ideographs = letters.Count(letter => letter >= 0x2E80 && char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter);
        return ideographs > 0
            ? ideographs < 4
            : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)) < FewestWords;
    }
}
