using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Coaching.Embedded;
using MicroWins.Conversations.Hearing;
using MicroWins.Goals;
using MicroWins.Messaging;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// "Later": a moment that the person names, by a tap or in words.
public sealed partial class ConversationFlow
{
    static readonly LocalTime Evening = new(18, 30);

    /// <summary>The evening is offered until so long before it.</summary>
    static readonly Duration EveningAhead = Duration.FromHours(1);

    Decision AskWhen(Goal goal, Step step)
    {
        ButtonVerb[][] rows = IsEveningAhead ? [[InAnHour, InThreeHours], [ThisEvening, ButtonVerb.Tomorrow], [ShowCard]] : [[InAnHour, InThreeHours], [ButtonVerb.Tomorrow, ShowCard]];
        if (goal.AfterTheNext(step) != goal) rows = [.. rows, [AfterNext]];
        return Say(
            new OutgoingMessage(MessageKind.Reply, Replies[Reply.AskWhen], Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone + 1, rows), Pressed),
            _chat with { CurrentGoal = goal.Number, State = new ChatState.AskedToAgree(Term.Moment, Held.Of(goal.Number)) });
    }

    bool IsEveningAhead => IsZoneKnown && Clock.MomentOf(Today, Evening) - _now > EveningAhead;

    /// <summary>"Later", "in 20 minutes", "tomorrow", "at five".</summary>
    Decision OnLater(Goal goal, Step step, string text) => MomentIn(goal, text) ?? AskWhen(goal, step);

    /// <summary>The moment that a text names, agreed; null where it names none.</summary>
    Decision? MomentIn(Goal goal, string text)
    {
        if (SpokenTime.Span(text) is { } span) return RemindAt(goal, _now + span, span);
        if (SpokenTime.IsTomorrow(text))
            return IsZoneKnown && SpokenTime.OfTomorrow(text, Morning, Evening) is { } tomorrowAt ? AskedTomorrow(goal, tomorrowAt) : AskedTomorrow(goal);
        if (SpokenTime.IsTonight(text) && SpokenTime.Times(text).Count is 0 && IsEveningAhead) return RemindThisEvening(goal);
        return SpokenTime.Times(text) is [var time] && IsZoneKnown ? RemindAt(goal, NextComingOf(time)) : null;
    }

    /// <summary>"At five" is the next five o'clock outside of the night, unless the words say which.</summary>
    Instant NextComingOf(SpokenHour spoken)
    {
        var next = Clock.NextMomentAt(spoken.Time, _now);
        if (spoken.IsCertain) return next;
        var other = Clock.NextMomentAt(spoken.Time.PlusHours(12), _now);
        bool IsAwake(Instant moment) => Agreement.Quiet(IsZoneKnown)?.Cover(moment.InZone(Clock.Zone).TimeOfDay) is not true;
        return ((Instant[])[next, other]).Order().Cast<Instant?>().FirstOrDefault(moment => IsAwake(moment!.Value)) ?? next;
    }

    Decision RemindThisEvening(Goal goal) => RemindAt(goal, Clock.MomentOf(Today, Evening));

    Decision RemindAt(Goal goal, Instant due, Reply words) => RemindAt(goal, due, Replies[words]);

    Decision RemindAt(Goal goal, Instant due, Duration span) => IsZoneKnown
        ? RemindAt(goal, due)
        : RemindAt(goal, due, Replies.Count(Reply.WillAskInMinutes, (int)Math.Round(span.TotalMinutes)));

    Decision RemindAt(Goal goal, Instant due) => RemindAt(goal, due, Replies[Reply.WillAskTodayAt, Dates.Of(due.InZone(Clock.Zone).TimeOfDay)]);

    Decision RemindAt(Goal goal, Instant due, FormattedText words) => Say(
        new OutgoingMessage(MessageKind.Reply, words, Cards.Rows(Replies, goal.Number, 0, 0, [[ShowCard, DoNotAsk]]), Pressed),
        Remind(_chat, goal, due) with { State = new ChatState.Idle() });

    Decision AskedTomorrow(Goal goal) => Say(
        new OutgoingMessage(MessageKind.Reply, WillAskTomorrow(Reply.WillAskTomorrow), Cards.Rows(Replies, goal.Number, 0, 0, [[ShowCard, DoNotAsk]]), Pressed),
        Tomorrow(_chat) with { State = new ChatState.Idle() });

    Decision AskedTomorrow(Goal goal, LocalTime time) => Say(
        new OutgoingMessage(MessageKind.Reply, Replies[Reply.WillAskAt, Dates.Of(time)], Cards.Rows(Replies, goal.Number, 0, 0, [[ShowCard, DoNotAsk]]), Pressed),
        WithReminder(Tomorrow(_chat), goal.Number, Clock.MomentOf(Today.PlusDays(1), time), ReminderPurpose.CheckIn) with { State = new ChatState.Idle() });

    /// <summary>When the bot asks tomorrow: at the time agreed on, or around the time of this talk.</summary>
    FormattedText WillAskTomorrow(Reply aroundThisTime) => Agreement.TimesChosen && IsZoneKnown && Agreement.Times.Length > 0
        ? Replies[Reply.WillAskAt, Dates.Of(InOrderOfDay(Agreement.Times).First())]
        : Replies[aroundThisTime];

    /// <summary>Times from the start of the day on: one in the night is the last.</summary>
    IEnumerable<LocalTime> InOrderOfDay(IEnumerable<LocalTime> times) => times.OrderBy(time => time < Agreement.DayStart).ThenBy(time => time);

    Decision DoNotAskAnyMore() =>
        Say(Cards.Say(Replies[Reply.WillNotAsk], edits: Pressed), WithoutReminders(_chat) with { State = new ChatState.Idle(), Agreement = Agreement with { Asks = false, TimesAsked = true } });
}
