using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// A step is started: three, two, one, and one gentle question when its time is up.
public sealed partial class ConversationFlow
{
    /// <summary>A little more than a step takes by itself: nobody is interrupted in the middle of a sentence.</summary>
    static readonly Duration Grace = Duration.FromMinutes(1);

    /// <summary>A timer that ran longer was forgotten.</summary>
    static readonly Duration LongestTimer = Duration.FromHours(2);

    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    Decision Begin(Goal goal, Step step)
    {
        var typical = Duration.FromMinutes(Math.Ceiling(step.Goal.Effort.TypicalMinutes));
        var chat = Started(_chat with { Focus = null }, goal, step, _now, typical + Grace);
        var buttons = Cards.StepButtons(Replies, goal, step with { StartedAt = _now });
        // What was typed stands under no message that could be edited, and four messages would be no count.
        if (Pressed is null) return Say(new OutgoingMessage(MessageKind.Card, Replies[Reply.Go, step.Goal.Text], buttons), chat);
        OutgoingMessage Tick(int left) => new(MessageKind.Card, FormattedText.Plain($"{left} …"), [], Pressed) { After = Beat * (3 - left), IsFleeting = true };
        return new Decision.Finish(chat, [Tick(3), Tick(2), Tick(1), new(MessageKind.Card, Replies[Reply.GoNow, step.Goal.Text], buttons, Pressed) { After = Beat * 3 }]);
    }

    /// <summary>The chat with a step at work and its timer; there is one timer at a time.</summary>
    Chat Started(Chat chat, Goal goal, Step step, Instant startedAt, Duration span) => WithReminder(
        WithoutTimer(chat.With(goal.With(step with { StartedAt = startedAt })) with { CurrentGoal = goal.Number, State = new ChatState.Idle() }),
        goal.Number, _now + span, ReminderPurpose.TimerUp);

    static Chat WithoutTimer(Chat chat) => chat with { Reminders = [.. chat.Reminders.Where(reminder => !IsTimer(reminder))] };

    static bool IsTimer(Reminder reminder) => reminder.Purpose is ReminderPurpose.TimerUp or ReminderPurpose.BreakOver;

    /// <summary>Without timers of what nobody is at any more, nor for those who do not want to be asked, unless they set one themselves.</summary>
    static Chat WithTimers(Chat chat)
    {
        bool Runs(Reminder reminder) => reminder.Purpose is ReminderPurpose.BreakOver
            ? chat.Focus is not null
            : (chat.Agreement.Asks || chat.Focus is not null) && chat.Find(reminder.Goal) is { } goal && AtWork(goal) is not null;
        return chat.Reminders.All(reminder => !IsTimer(reminder) || Runs(reminder)) ? chat : WithoutTimer(chat);
    }

    /// <summary>The step of a goal that somebody is at; null for none.</summary>
    static Step? AtWork(Goal goal) => goal.Status is not GoalStatus.Active ? null
        : goal.Steps.Where(step => step is { Status: StepStatus.Open, StartedAt: not null }).MaxBy(step => step.StartedAt);

    /// <summary>The time of a step is up: asked once, and not about what is done, changed or forgotten meanwhile.</summary>
    Decision OnTimerUp(ChatEvent.ReminderDue due)
    {
        if (_chat.Concern.IsQuiet(_now) || _chat.Find(due.Goal) is not { } goal || AtWork(goal) is not { } step) return Silence(_chat);
        // As after hours of downtime.
        if (MinutesSince(step.StartedAt) is null) return Silence(_chat.With(goal.With(step with { StartedAt = null })) with { Focus = null });
        var question = Session is { } session ? Replies.Count(Reply.FocusUp, session.Block, step.Goal.Text) : Replies[Reply.TimerUp, step.Goal.Text];
        ButtonVerb[][] buttons = Session is null ? [[Done, ButtonVerb.StayOn], [Smaller]] : [[Done, DidABit], [ButtonVerb.StayOn]];
        return Say(TimerCard(goal, step, question, buttons), _chat with
        {
            CurrentGoal = goal.Number,
            // What is said next answers this question.
            State = _chat.State is ChatState.Celebrated or ChatState.AskedHowMuch ? new ChatState.Idle() : _chat.State,
        });
    }

    OutgoingMessage TimerCard(Goal goal, Step step, FormattedText text, ButtonVerb[][] buttons, string? edits = null) =>
        new(MessageKind.Card, text, Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone + 1, buttons), edits);

    /// <summary>"A bit more" before it is done: the minutes go on from where they began.</summary>
    Decision StayOn(Goal goal, Step step)
    {
        if (MinutesSince(step.StartedAt) is null) return Begin(goal, step);
        var session = Session is { } running && running.Goal == goal.Number ? running.AfterBlock(_now) : null;
        if (session?.IsThrough is true) session = null;
        var minutes = session?.Block ?? BonusMinutes;
        return Say(
            TimerCard(goal, step, Replies.Count(Reply.MoreMinutes, minutes, step.Goal.Text), [[Done, DidABit], [Smaller]], Pressed),
            Started(_chat with { Focus = session }, goal, step, step.StartedAt!.Value, Duration.FromMinutes(minutes)));
    }
}
