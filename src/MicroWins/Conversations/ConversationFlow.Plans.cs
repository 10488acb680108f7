using System.Collections.Immutable;
using System.Globalization;
using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Measures;
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

    /// <summary>UTF-16 units of a goal's short name: one line on a phone.</summary>
    const int TitleLength = 60;

    Decision OnNewGoal(string text, bool mayAskWhy = true, string why = "")
    {
        if (Decline(text) is { } declined) return declined;
        if (_chat.ActiveGoals.FirstOrDefault(goal => string.Equals(goal.Words, text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return ShowStep(_chat, known, null, Replies[Reply.AlreadyPlanned]);
        if (why.Length is 0 && DailyPromise(text) is { } promise) return OnDailyHabit(promise);
        return IsTooShortToSee(text) ? InTheirs(text).AskForMore(text, mayAskWhy && why.Length is 0, why) : Plan(text, why);
    }

    Decision AskForMore(string goal, bool mayAskWhy, string why) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskMore, Shorten(goal, 60)], Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.SkipQuestion]])),
        Spoken(goal) with { State = new ChatState.AskedForMore(goal, mayAskWhy, why) });

    Decision AskWhy(string goal) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskWhy], Cards.Rows(Replies, 0, 0, 0,
            [[ButtonVerb.BecauseTooBig, ButtonVerb.BecauseUnclear, ButtonVerb.BecauseDull], [ButtonVerb.BecauseAfraid, ButtonVerb.BecauseTired, ButtonVerb.SkipQuestion]])),
        _chat with { State = new ChatState.AskedWhy(goal) });

    Decision SkipQuestion() => _chat.State switch
    {
        ChatState.AskedForMore asked => Plan(asked.Goal, asked.Why),
        ChatState.AskedWhy asked => Plan(asked.Goal, ""),
        ChatState.AskedForDetails asked => NextDetail(asked),
        ChatState.AskedToAgree { Term: Term.Zone } => SkipZone(),
        _ => OldButton(),
    };

    Decision Plan(string goal, string why) => Plan(Spoken(goal), goal, why, lead: null);

    Decision Plan(Chat chat, string goal, string why, FormattedText? lead, Language? language = null) => new Decision.AskCoach(
        new CoachRequest.BreakDownGoal(goal, why) { Language = language ?? LanguageOf(goal), ChatId = _chat.Id.ToString() },
        chat with { State = new ChatState.Idle() },
        lead);

    /// <summary>Somebody who has not said which language they speak is answered in the one that they write.</summary>
    Chat Spoken(string text) => _chat.Language is Language.Unknown ? _chat with { Language = LanguageOf(text) } : _chat;

    /// <summary>The same, in the language of the first words that somebody writes.</summary>
    ConversationFlow InTheirs(string text) =>
        _chat.Language is Language.Unknown ? new(Spoken(text), _happened, _rules, _now) { SilentDays = SilentDays } : this;

    Decision PlanFrom(Decision.AskCoach question, CoachAnswer answer) => (question.Request, answer.Draft) switch
    {
        (CoachRequest.BreakDownGoal { Part.Length: > 0 } asked, CoachDraft.GoalBreakdown draft) => PartCut(asked, draft, answer.By),
        (CoachRequest.BreakDownGoal asked, CoachDraft.GoalBreakdown draft) => Begun(asked, draft, answer.By, question.Lead),
        (CoachRequest.DesignDailySystem asked, CoachDraft.DailySystem draft) => SystemMade(asked, draft, answer.By),
        (CoachRequest.ReframeFailedGoals asked, CoachDraft.FreshStart draft) => StartedAgain(asked, draft, answer.By),
        (CoachRequest.BuildHabitStack asked, CoachDraft.HabitStack draft) => Stacked(asked, draft, answer.By),
        (CoachRequest.BeatProcrastination asked, CoachDraft.WayOut draft) => WayOutFound(asked, draft, answer.By),
        (CoachRequest.TrackAndCelebrate asked, CoachDraft.Celebration draft) => RitualsAgreed(asked, draft, answer.By),
        (CoachRequest.PlanExam asked, CoachDraft.ExamTopics draft) => ExamPlanned(asked, draft, answer.By),
        (CoachRequest.Route asked, CoachDraft.Routing draft) => Act(asked.Message, Trusted(draft, asked.Message), isRouted: true),
        (CoachRequest.ScaleUp, CoachDraft.NextLevel draft) => Offered(question, draft, answer.By),
        _ => throw new InvalidOperationException($"A {question.Request.GetType().Name} was answered with a {answer.Draft.GetType().Name}."),
    };

    Decision Begun(CoachRequest.BreakDownGoal asked, CoachDraft.GoalBreakdown draft, DraftedBy by, FormattedText? before)
    {
        // A goal that was kept for later gets its plan in its own place.
        var waiting = _chat.Goals.FirstOrDefault(goal => goal is { IsKeptForLater: true, Steps.IsEmpty: true } && goal.Words == asked.Goal);
        var goal = NewGoal(_chat, draft.Title, asked.Goal, asked.Language, by, StepsOf(Judged(asked, draft))) with
        {
            Number = waiting?.Number ?? _chat.Goals.Length + 1,
            Why = asked.Why,
            Kind = draft.Kind,
            Milestones = [.. draft.Milestones],
            Celebrations = Sentences(draft.Celebrations, MostRituals, asked, asked.Goal, asked.Why),
        };
        var chat = waiting is null ? _chat with { Goals = _chat.Goals.Add(goal) } : _chat.With(goal);
        return ShowStep(chat, goal, Pressed, [.. before is null ? Array.Empty<FormattedText>() : [before], .. Origin(by), .. Sentences([draft.Overwhelm.Sentence], 1, asked, asked.Goal, asked.Why).Select(FormattedText.Plain)]);
    }

    /// <summary>Who made a plan, where it is not who was to make it.</summary>
    IEnumerable<FormattedText> Origin(DraftedBy by) => by switch
    {
        DraftedBy.PlannerInsteadOfModel => [Replies[Reply.PlannerInsteadOfModel]],
        DraftedBy.PlannerForToday => [Replies[Reply.PlannerForToday]],
        _ => [],
    };

    Goal NewGoal(Chat chat, string title, string words, Language language, DraftedBy by, ImmutableArray<Step> steps) => new()
    {
        Number = chat.Goals.Length + 1,
        Title = Shorten(title.Trim(), TitleLength),
        Words = words,
        Why = "",
        Kind = GoalKind.Task,
        Language = language,
        CreatedAt = _now,
        DraftedBy = by.ToString(),
        Steps = steps,
    };

    static ImmutableArray<Step> StepsOf(IEnumerable<JudgedStep> plan) => [.. plan.Select((step, i) => new Step
    {
        Number = i + 1,
        Goal = step.Planned.Goal,
        Times = step.Planned.Times,
        Kind = step.Kind,
        Difficulty = step.Difficulty,
    })];

    IReadOnlyList<JudgedStep> Judged(CoachRequest.BreakDownGoal asked, CoachDraft.GoalBreakdown draft) =>
        Judged(draft.Steps.Prepend(draft.FirstStep), asked.Part.Length > 0 ? asked.Part : asked.Goal, asked.Language, FirstMinutes(asked));

    /// <summary>Judges what a coach proposed. A draft without one readable step: the floor is a few minutes on the person's own words.</summary>
    IReadOnlyList<JudgedStep> Judged(IEnumerable<DraftStep> steps, string words, Language language, double firstMinutes)
    {
        // A coach that harms is not asked again: the rest of its plan may be fine.
        var proposals = steps.Where(step => IsFit(step.Text, language)).Select(step => new ProposedStep(step.Text, step.Minutes, step.Difficulty)).ToList();
        var plan = PlanRules.Judge(_rules.Sizer, proposals, language, firstMinutes, _rules.Own.Judge);
        // Counting decides nothing. Each proposal that is not in the plan as it was said was made smaller; few were said twice.
        if (!_rules.IsRehearsal) Measure.Shrank(proposals.Count(proposal => plan.All(step => step.Planned.Goal.Text != proposal.Text)));
        return plan.Count > 0 ? plan : PlanRules.Judge(_rules.Sizer, [new ProposedStep(words, null, Difficulty.Easy)], language, firstMinutes);
    }

    /// <summary>Somebody who says what makes it hard, or that it does not begin, is stuck: two minutes at the most.</summary>
    double FirstMinutes(CoachRequest.BreakDownGoal asked) =>
        asked.Part.Length is 0 && (asked.Why.Length > 0 || Hear(asked.Goal).Intent is RouteIntent.Stuck or RouteIntent.Procrastination)
            ? Limits.StuckStepMinutes
            : Limits.FirstStepMinutes;

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
