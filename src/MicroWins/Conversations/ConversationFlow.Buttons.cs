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
            ShowWeek => Week(),
            ComeBack => GoalAtHand is { } back ? ShowStep(_chat, back, Pressed, Replies[Reply.CameBack]) : OldButton(),
            _ => _chat.Find(code.Goal) is { } goal ? OnGoalButton(code, goal) : OldButton(),
        };
    }

    Decision OnGoalButton(ButtonCode code, Goal goal) => code.Verb switch
    {
        PutAway => Say(
            new OutgoingMessage(MessageKind.Reply, Replies[Reply.PutAway, goal.Title], Cards.Rows(Replies, goal.Number, 0, 0, [[BringBack, ShowGoals]]), Pressed),
            WithoutReminders(_chat.With(goal with { Status = GoalStatus.PutAway }))),
        BringBack => Reopen(goal),
        _ when goal.Status is GoalStatus.PutAway => OldButton(),
        IsLight or IsFine or IsHeavy when goal.Habit is not null => Felt(goal, code.Verb),
        LookAtGrowth => Grow(goal, wish: null),
        TakeLevel when goal.Habit is not null => Take(goal, amount: code.Step),
        StayHere or NotYet when goal.Habit is not null => Settle(goal, code.Verb),
        UndoLevel => UndoChange(goal),
        ShowCard or OpenGoal or KeepGoing => ShowStep(_chat, goal, code.Verb is KeepGoing ? null : Pressed),
        ShowAll => Say(Cards.Plan(Replies, goal, Pressed)),
        ButtonVerb.StopHere => StopHere(goal),
        DoNotAsk => Say(Cards.Say(Replies[Reply.WillNotAsk], edits: Pressed), WithoutReminders(_chat) with { Agreement = Agreement with { Asks = false } }),
        _ => goal.Find(code.Step) is { } step ? OnStepButton(code, goal, step) : OldButton(),
    };

    Decision OnStepButton(ButtonCode code, Goal goal, Step step) => code.Verb switch
    {
        BitMore => OfferBonus(goal, step, code.Time),
        BonusDone => KeepBonus(goal, step, code.Time),
        DidMore => AskHowMuch(goal, step, code.Time),
        MakeDaily => MakeHabit(goal, step),
        Done when step.TimesDone >= code.Time => Say(Replies[Reply.AlreadyKept]),
        _ when step.Status is not StepStatus.Open || code.Time != step.TimesDone + 1 => OldButton(),
        Start => Begin(goal, step),
        Done => Keep(goal, step),
        Smaller => MakeSmaller(goal, step),
        _ when IsCause(code.Verb) => Unstick(goal, step, code.Verb),
        Later => AskWhen(goal, step),
        Skip => SkipStep(goal, step),
        InAnHour => RemindAt(goal, _now + Duration.FromHours(1), Reply.WillAskInAnHour),
        InThreeHours => RemindAt(goal, _now + Duration.FromHours(3), Reply.WillAskInThreeHours),
        ButtonVerb.Tomorrow => AskedTomorrow(goal, Reply.WillAskTomorrow),
        NotToday => AskedTomorrow(goal, Reply.NotToday),
        _ => OldButton(),
    };

    /// <summary>A button that means nothing any more is answered with what there is now.</summary>
    Decision OldButton() => GoalAtHand is { } goal ? ShowStep(_chat, goal, null, Replies[Reply.OldButton]) : Say(Replies[Reply.OldButtonNoGoal]);

    Decision Because(ButtonVerb verb) => _chat.State is ChatState.AskedWhy asked ? Plan(asked.Goal, Replies.WhyOf(verb)) : OldButton();

    Decision Reopen(Goal goal)
    {
        var reopened = goal with { Status = goal.Next is null ? GoalStatus.Reached : GoalStatus.Active };
        return ShowStep(_chat.With(reopened), reopened, Pressed, Replies[Reply.BroughtBack]);
    }

    Decision Begin(Goal goal, Step step)
    {
        var started = step with { StartedAt = _now };
        var goalAtWork = goal.With(started);
        return Say(
            new OutgoingMessage(MessageKind.Card, Replies[Reply.Go, step.Goal.Text], Cards.StepButtons(Replies, goalAtWork, started), Pressed),
            _chat.With(goalAtWork) with { CurrentGoal = goal.Number, State = new ChatState.Idle() });
    }

    Decision MakeSmaller(Goal goal, Step step)
    {
        if (goal.Habit is not null) return MakeHabitSmaller(goal, step);
        var smaller = _rules.Sizer.Smaller(new SizingQuestion(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes));
        if (smaller.First.Text == step.Goal.Text) return ShowStep(_chat, goal, Pressed, Replies[Reply.Floor]);
        var cut = goal.Cut(step, smaller.First, smaller.Rest);
        return ShowStep(_chat.With(cut), cut, Pressed, Replies[Reply.Smaller]);
    }

    Decision SkipStep(Goal goal, Step step)
    {
        var skipped = goal.With(step with { Status = StepStatus.Skipped, StartedAt = null, Day = goal.Habit is null ? null : Today });
        return ShowStep(_chat.With(skipped), skipped, Pressed, Replies[Reply.SkippedStep]);
    }

    Decision AskWhen(Goal goal, Step step) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskWhen],
            Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone + 1, [[InAnHour, InThreeHours], [ButtonVerb.Tomorrow, ShowCard]]), Pressed),
        _chat with { CurrentGoal = goal.Number });

    Decision RemindAt(Goal goal, Instant due, Reply words) =>
        Say(
            new OutgoingMessage(MessageKind.Reply, Replies[words], Cards.Rows(Replies, goal.Number, 0, 0, [[ShowCard, DoNotAsk]]), Pressed),
            Remind(_chat, goal, due));

    Decision AskedTomorrow(Goal goal, Reply words) =>
        Say(new OutgoingMessage(MessageKind.Reply, Replies[words], Cards.Rows(Replies, goal.Number, 0, 0, [[ShowCard, DoNotAsk]]), Pressed), Tomorrow(_chat));

    Decision StopHere(Goal goal)
    {
        var chat = goal.Status is GoalStatus.Active ? Tomorrow(_chat) : _chat;
        // What was not done is not praised.
        var stop = Replies[KeptToday > 0 ? Reply.StopHere : Reply.StopWithoutWin];
        var text = goal.Status is GoalStatus.Active ? Cards.Paragraphs(stop, Replies[Reply.WillAsk]) : stop;
        return Say(new OutgoingMessage(MessageKind.Reply, text, Cards.Rows(Replies, goal.Number, 0, 0, goal.Status is GoalStatus.Active ? [[DoNotAsk]] : [])), chat);
    }
}
