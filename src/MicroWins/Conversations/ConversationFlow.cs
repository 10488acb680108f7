using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>
/// The conversation as a pure function: what is to happen, given a chat as it stands, what happened to it, the rules and the time.
/// The files of this type are its chapters: what was written, commands, buttons, plans, and what is shown.
/// </summary>
public sealed partial class ConversationFlow
{
    readonly Chat _chat;
    readonly ChatEvent _happened;
    readonly Rulebook _rules;
    readonly Instant _now;

    ConversationFlow(Chat chat, ChatEvent happened, Rulebook rules, Instant now) =>
        (_chat, _happened, _rules, _now) = (chat, happened, rules, now);

    /// <summary>Decides what is to happen next.</summary>
    public static Decision Advance(Chat chat, ChatEvent happened, Rulebook rules, Instant now)
    {
        var flow = new ConversationFlow(Arranged(Signed(chat, happened, rules, now), rules, now), happened, rules, now) { SilentDays = SilentDaysBefore(chat, happened, rules, now), ToDelete = chat.State as ChatState.AskedToDelete };
        return flow.Traceless() ?? flow.WithDaily(flow.WithWhatFollows(flow.Decide()));
    }

    /// <summary>Decides what is to happen once everything about the person is gathered.</summary>
    public static Decision Advance(Decision.Gather gather, Everything everything, ChatEvent happened, Rulebook rules, Instant now)
    {
        var flow = new ConversationFlow(gather.Chat, happened, rules, now);
        return flow.WithDaily(flow.HandOver(everything));
    }

    /// <summary>Decides what is to happen after the coach has answered what the first decision asked.</summary>
    public static Decision Advance(Decision.AskCoach asked, CoachAnswer answer, ChatEvent happened, Rulebook rules, Instant now)
    {
        var flow = new ConversationFlow(asked.Chat, happened, rules, now);
        return flow.WithDaily(flow.WithWhatFollows(flow.PlanFrom(asked, answer)));
    }

    Decision Decide() => _happened switch
    {
        ChatEvent.TextWritten written => OnText(written.Text),
        ChatEvent.ButtonPressed pressed => OnButton(pressed),
        ChatEvent.OtherSent => Say(Replies[Reply.CannotRead]),
        ChatEvent.WroteTooFast => Say(Replies[Reply.OneAtATime]),
        ChatEvent.ReminderDue due => OnReminder(due),
        ChatEvent.PersonLeft or ChatEvent.PersonCameBack => Silence(_chat),
        _ => throw new InvalidOperationException($"There is no such event as {_happened.GetType().Name}."),
    };

    Replies Replies => Replies.In(_chat.Language);

    /// <summary>The message that a pressed button stands under: it is edited rather than answered.</summary>
    string? Pressed => (_happened as ChatEvent.ButtonPressed)?.OnMessage;

    static Decision.Finish Silence(Chat chat) => new(chat, []);

    Decision.Finish Say(FormattedText text, Chat? chat = null) => Say(Cards.Say(text), chat);

    Decision.Finish Say(OutgoingMessage message, Chat? chat = null) => new(chat ?? _chat, [message]);

    /// <summary>Shows the next step of a goal, which becomes the current one.</summary>
    Decision.Finish ShowStep(Chat chat, Goal goal, string? edits = null, params FormattedText[] lead)
    {
        // Of the habits of a day, the next one follows.
        if (goal is { Habit: not null, Next: null } && chat.ActiveGoals.FirstOrDefault(other => other is { Habit: not null, Next: not null }) is { } following)
            return ShowStep(chat, following, edits, [.. lead, Replies[Reply.HabitKept, goal.Title]]);
        chat = chat with { CurrentGoal = goal.Number, State = new ChatState.Idle() };
        return goal.Next is { } step
            ? Say(Cards.Step(Replies, goal, step, edits, lead: lead), chat)
            : Say(Through(goal, edits, lead), chat);
    }

    /// <summary>The current goal, else the newest active one; of several, one with a step left for today.</summary>
    Goal? GoalAtHand => _chat.Current is { Next: not null } current ? current
        : _chat.ActiveGoals.LastOrDefault(goal => goal.Next is not null) ?? _chat.Current ?? _chat.ActiveGoals.LastOrDefault();

    Decision OnReminder(ChatEvent.ReminderDue due)
    {
        var purpose = Enum.Parse<ReminderPurpose>(due.Purpose);
        // Nobody asks somebody who left, nor do they find the questions of a week when they are back. What may save a life waits for them.
        return _chat.IsReachable || purpose is ReminderPurpose.SafetyUnanswered ? OnReminder(purpose, due) : Silence(_chat);
    }

    Decision OnReminder(ReminderPurpose purpose, ChatEvent.ReminderDue due) => purpose switch
    {
        ReminderPurpose.CheckIn => AskAgain(due),
        ReminderPurpose.Daily => OnDaily(),
        ReminderPurpose.Week => OnWeek(),
        ReminderPurpose.TimerUp => OnTimerUp(due),
        ReminderPurpose.BreakOver => OnBreakOver(),
        ReminderPurpose.SafetyUnanswered => OnSilence(),
        ReminderPurpose.AfterQuiet => Say(Replies[Reply.SafetyAfterQuiet]),
        ReminderPurpose.Inactive => WarnBeforeErasing(),
    };
}
