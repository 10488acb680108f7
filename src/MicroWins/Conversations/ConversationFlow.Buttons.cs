using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// What buttons do, and the words that mean the same.
public sealed partial class ConversationFlow
{
    Decision OnButton(ChatEvent.ButtonPressed pressed)
    {
        if (ButtonCode.Read(pressed.Data) is not { } code) return OldButton();
        return code.Verb switch
        {
            ButtonVerb.SkipQuestion => SkipQuestion(),
            ButtonVerb.Speak when Languages.All.Contains((Language)code.Goal) => Speak((Language)code.Goal),
            _ when IsCause(code.Verb) && code.Goal is 0 => Because(code.Verb),
            IsNewGoal => _chat.State is ChatState.AskedWhatItIs asked ? OnNewGoal(asked.Text, mayAskWhy: false) : OldButton(),
            IsRemark => _chat.State is ChatState.AskedWhatItIs && GoalAtHand is { } at ? ShowStep(_chat, at, Pressed, Replies[Reply.Remark]) : OldButton(),
            MeanWork => _chat.State is ChatState.AskedMeaning said ? WorkWasMeant(said) : OldButton(),
            // Whenever it is pressed, and however old the message: this one is never answered with "that button is old".
            MeanLife => GiveResources(SafetyConcern.SelfHarm),
            ShowGoals => Say(GoalList(Pressed)),
            ButtonVerb.ExamMinutes => _chat.State is ChatState.AskedForDetails { Question: Detail.Minutes } minutes ? OnMinutes(minutes, code.Goal) : OldButton(),
            ShowWeek => Week(),
            DeleteAll => Delete(),
            KeepAll => KeepEverything(),
            ComeBack => GoalAtHand is { } back ? Return(back) : OldButton(),
            _ when OnTermButton(code) is { } agreed => agreed,
            _ => _chat.Find(code.Goal) is { } goal ? OnGoalButton(code, goal) : OldButton(),
        };
    }

    Decision OnGoalButton(ButtonCode code, Goal goal) => code.Verb switch
    {
        PutAway => PutAside(goal),
        BringBack => Reopen(goal),
        _ when goal.Status is GoalStatus.PutAway => OldButton(),
        IsLight or IsFine or IsHeavy when goal.Habit is not null => Felt(goal, code.Verb),
        LookAtGrowth => Grow(goal, wish: null),
        TakeLevel when goal.Habit is not null => Take(goal, amount: code.Step),
        StayHere or NotYet when goal.Habit is not null => Settle(goal, code.Verb),
        UndoLevel => UndoChange(goal),
        ShowCard or OpenGoal or KeepGoing when IsBack && goal.Next is not null => Return(goal),
        ShowCard or OpenGoal or KeepGoing => ShowStep(_chat, goal, code.Verb is KeepGoing ? null : Pressed),
        ShowAll => Say(Cards.Plan(Replies, goal, Pressed)),
        ButtonVerb.NextPart => goal.IsPartDone ? CutNextPart(goal) : OldButton(),
        ButtonVerb.StopHere => StopHere(goal),
        DoNotAsk => DoNotAskAnyMore(),
        ButtonVerb.NextBlock => ContinueFocus(goal),
        ButtonVerb.ShortBreak => TakeBreak(goal),
        _ => goal.Find(code.Step) is { } step ? OnStepButton(code, goal, step) : OldButton(),
    };

    Decision OnStepButton(ButtonCode code, Goal goal, Step step) => code.Verb switch
    {
        BitMore => OfferBonus(goal, step, code.Time),
        BonusDone => KeepBonus(goal, step, code.Time),
        RecallForgot or RecallHard or RecallGood or RecallEasy => Rate(goal, step, code),
        ButtonVerb.Rehearse => Rehearse(goal, step),
        ButtonVerb.Rehearsed => Rehearsed(goal),
        DidMore => AskHowMuch(goal, step, code.Time),
        MakeDaily => MakeHabit(goal, step),
        Done or DidIt or DidABit when step.TimesDone >= code.Time => Say(Replies[Reply.AlreadyKept]),
        _ when step.Status is not StepStatus.Open || code.Time != step.TimesDone + 1 => OldButton(),
        DoFirst => DoItFirst(goal, step),
        AfterNext => PutAfterTheNext(goal, step),
        Start => Begin(goal, step),
        ButtonVerb.StayOn => StayOn(goal, step),
        Done or DidIt => Keep(goal, step),
        DidABit => KeepABit(goal, step),
        Smaller => MakeSmaller(goal, step),
        _ when IsCause(code.Verb) => Unstick(goal, step, code.Verb),
        Later => AskWhen(goal, step),
        Skip => goal.Habit is null ? SkipStep(goal, step) : SkipDay(goal),
        InAnHour => RemindAt(goal, _now + Duration.FromHours(1), Reply.WillAskInAnHour),
        InThreeHours => RemindAt(goal, _now + Duration.FromHours(3), Reply.WillAskInThreeHours),
        ThisEvening => RemindThisEvening(goal),
        ButtonVerb.Tomorrow => AskedTomorrow(goal),
        NotToday => SkipDay(goal),
        _ => OldButton(),
    };

    /// <summary>A button that means nothing any more is answered with what there is now.</summary>
    Decision OldButton() => GoalAtHand is { } goal ? ShowStep(_chat, goal, null, Replies[Reply.OldButton]) : Say(Replies[Reply.OldButtonNoGoal]);

    Decision Because(ButtonVerb verb) => _chat.State is ChatState.AskedWhy asked ? Plan(asked.Goal, Replies.WhyOf(verb)) : OldButton();

    Decision PutAside(Goal goal) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.PutAway, goal.Title], Cards.Rows(Replies, goal.Number, 0, 0, [[BringBack, ShowGoals]]), Pressed),
        WithoutReminders(_chat.With(goal with { Status = GoalStatus.PutAway })));

    Decision Reopen(Goal goal)
    {
        // What was only kept for later has no plan yet.
        if (goal.Steps.IsEmpty) return Decline(goal.Words) ?? Plan(_chat, goal.Words, goal.Why, Replies[Reply.BroughtBack]);
        var reopened = goal with { Status = GoalStatus.Active };
        if (reopened is { Next: null, Habit: null, Exam: null, IsPartDone: false }) reopened = reopened with { Status = GoalStatus.Reached };
        return ShowStep(_chat.With(reopened), reopened, Pressed, Replies[Reply.BroughtBack]);
    }

    Decision MakeSmaller(Goal goal, Step step)
    {
        if (goal.Habit is not null) return MakeHabitSmaller(goal, step);
        var smaller = _rules.Sizer.Smaller(new SizingQuestion(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes));
        if (smaller.First.Text == step.Goal.Text) return ShowStep(_chat, goal, Pressed, Replies[Reply.Floor]);
        var cut = Cut(goal, step, smaller);
        return ShowStep(_chat.With(cut), cut, Pressed, Replies[Reply.Smaller]);
    }

    Decision SkipStep(Goal goal, Step step)
    {
        var skipped = goal.With(step with { Status = StepStatus.Skipped, StartedAt = null, Day = goal.Habit is null ? null : Today });
        return ShowStep(_chat.With(skipped), skipped, Pressed, Replies[Reply.SkippedStep]);
    }

    Decision StopHere(Goal goal)
    {
        // What was not done is not praised.
        var stop = Replies[KeptToday > 0 ? Reply.StopHere : Reply.StopWithoutWin];
        // Where habits are done, the last of them was marked with it already.
        if (KeptToday > 0 && !IsDayDone(_chat) && RitualOf(Agreement.DayRituals) is { } ritual) stop = Cards.Paragraphs(stop, ritual);
        // In the quiet after a crisis nothing is agreed on, and nothing promised.
        if (goal.Status is not GoalStatus.Active || !Agreement.Asks || _chat.Concern.IsQuiet(_now)) return Say(stop);
        if (Agreement is { TimesChosen: false, TimesAsked: false }) return AskFirstTimes(goal, stop);
        return Say(new OutgoingMessage(MessageKind.Reply, Cards.Paragraphs(stop, WillAskTomorrow(Reply.WillAsk)), Cards.Rows(Replies, goal.Number, 0, 0, [[DoNotAsk]])), Tomorrow(_chat));
    }
}
