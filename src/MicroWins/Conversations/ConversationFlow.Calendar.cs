using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using NodaTime;

namespace MicroWins.Conversations;

// The person's own clock: their day, and the check-ins of it. The rules decide whether something is asked; here is what they look at.
public sealed partial class ConversationFlow
{
    /// <summary>Without words of the person about it, nobody is asked before this time, nor after the next: half of the world is at breakfast or in bed.</summary>
    static readonly LocalTime EarliestUsual = new(8, 0), LatestUsual = new(21, 0);

    Agreement Agreement => _chat.Agreement;

    bool IsZoneKnown => Agreement.Zone is not null || _rules.Zone is not null;

    PersonalClock Clock => Clocks.Of(Agreement, _rules.Zone);

    /// <summary>The person's day.</summary>
    LocalDate Today => Clock.DayOf(_now);

    /// <summary>A press or a word is a sign of life: the questions come daily again.</summary>
    static Chat Signed(Chat chat, ChatEvent happened, Rulebook rules, Instant now) => happened switch
    {
        ChatEvent.PersonLeft => chat with { IsReachable = false },
        ChatEvent.ReminderDue => chat,
        ChatEvent.PersonCameBack => chat with { IsReachable = true, ActiveAt = now, WarnedAt = null },
        _ => chat with
        {
            IsReachable = true,
            ActiveAt = now,
            WarnedAt = null,
            // "Delete everything?" is answered by what comes next, or withdrawn; "done" on the morning after a win is about that morning.
            State = chat.State is ChatState.AskedToDelete ? new ChatState.Idle()
                : chat.State is ChatState.Celebrated && chat.Record.Wins.All(win => win.At < Clocks.Of(chat.Agreement, rules.Zone).StartOf(Clocks.Of(chat.Agreement, rules.Zone).DayOf(now))) ? new ChatState.Idle() : chat.State,
            Agreement = chat.Agreement with { LastSign = Clocks.Of(chat.Agreement, rules.Zone).DayOf(now), SaidStopping = false },
        },
    };

    /// <summary>Sees to it that the next check-in is on the list, whatever this turn has changed about goals, times or zones.</summary>
    Decision WithDaily(Decision decision) => decision is Decision.Finish finish
        ? finish with { Chat = WithTimers(WithReview(Scheduled(WithTimes(finish.Chat)))) }
        : decision;

    /// <summary>Who has a goal is asked at the time of day of the first talk, until they say when.</summary>
    Chat WithTimes(Chat chat)
    {
        if (chat.Agreement.Times.Length > 0 || !chat.ActiveGoals.Any()) return chat;
        return chat with { Agreement = chat.Agreement with { Times = [UsualTime()] } };
    }

    /// <summary>This time of day, moved out of the night.</summary>
    LocalTime UsualTime()
    {
        var time = _now.InZone(Clock.Zone).TimeOfDay;
        time = new LocalTime(time.Hour, time.Minute);
        return !IsZoneKnown ? time : time < Agreement.DayStart ? LatestUsual : LocalTime.Max(EarliestUsual, LocalTime.Min(LatestUsual, time));
    }

    Chat Scheduled(Chat chat)
    {
        var waiting = chat.Reminders.FirstOrDefault(reminder => reminder.Purpose is ReminderPurpose.Daily);
        var next = NextDaily(chat);
        // One that comes sooner stays: it was moved out of the quiet hours, or finds nothing to ask and looks again.
        if (waiting is not null && next is not null && waiting.Due > _now && waiting.Due <= next) return chat;
        var others = chat.Reminders.Where(reminder => reminder != waiting).ToImmutableArray();
        return next is not { } due ? chat with { Reminders = others } : WithReminder(chat with { Reminders = others }, 0, due, ReminderPurpose.Daily);
    }

    /// <summary>The moment of the next check-in; null for somebody who is not asked.</summary>
    Instant? NextDaily(Chat chat)
    {
        var agreement = chat.Agreement;
        if (!agreement.Asks || agreement.SaidStopping || !chat.IsReachable || agreement.Times.Length is 0 || !chat.ActiveGoals.Any()) return null;
        // The rung one is answered by this very turn.
        var after = chat.Concern.IsQuiet(_now) ? Instant.Max(_now, chat.Concern.Since + Concern.Quiet) : _now;
        return ScheduleOf(chat).Next(after, KeysOf(chat)).At;
    }

    CheckInSchedule ScheduleOf(Chat chat) =>
        CheckInSchedule.Create(Clocks.Of(chat.Agreement, _rules.Zone), chat.Agreement.Times.Distinct().Take(CheckInSchedule.MostSlots));

    static HashSet<CheckInKey> KeysOf(Chat chat) => [.. chat.Record.Asked.TakeLast(4 * CheckInSchedule.MostSlots).Select(row => new CheckInKey(row.Day, row.Slot))];

    static Chat WithReminder(Chat chat, int goal, Instant due, ReminderPurpose purpose) => chat with
    {
        Reminders = chat.Reminders.Add(new Reminder(chat.NextReminder, goal, due, purpose)),
        NextReminder = chat.NextReminder + 1,
    };

    /// <summary>The moment of a check-in has come: the rules say whether it is asked, moved, or let go.</summary>
    Decision OnDaily()
    {
        var agreement = Agreement;
        if (_chat.Concern.IsQuiet(_now) || !agreement.Asks || !_chat.IsReachable || agreement.Times.Length is 0) return Silence(_chat);
        return OnDue(ScheduleOf(_chat).Due(_now - LateCheckIns.LookBack, _now, KeysOf(_chat)));
    }

    Decision.Finish OnDue(IEnumerable<CheckIn> due)
    {
        var agreement = Agreement;
        var person = new Askable(Clock, agreement.Quiet(IsZoneKnown), agreement.PauseList, agreement.LastSign ?? Today, agreement.SaidStopping);
        return DueCheckIns.Decide(due, _now, person, KeysOf(_chat), key => OpenFor(key) is not null) switch
        {
            DueAnswer.Ask(var checkIn) => AskDaily(checkIn.Key),
            DueAnswer.Wait(_, var until) => Silence(WithReminder(_chat, 0, until, ReminderPurpose.Daily)),
            DueAnswer.SayStopping => SayStopping(),
            _ => Silence(_chat),
        };
    }

    Decision.Finish SayStopping() => Say(
        new OutgoingMessage(MessageKind.CheckIn, Replies[Reply.StopAsking], Cards.Rows(Replies, 0, 0, 0, [[ButtonVerb.ComeBack]])),
        _chat with { Agreement = Agreement with { SaidStopping = true } });

    /// <summary>What there is to ask at a slot of a day; null where nothing is left, so that nobody is reminded of what is done.</summary>
    Goal? OpenFor(CheckInKey key)
    {
        if (key.Day < Agreement.NotBefore) return null;
        var open = _chat.ActiveGoals.Where(goal => (goal.Next is not null || goal.IsPartDone) && !IsSettled(goal, key.Day)).ToList();
        var last = Agreement.Times.Length - 1;
        var habit = open.FirstOrDefault(goal => goal.Habit is { } habit && (Math.Min(habit.Slot, last) == key.Slot || key.Slot == Agreement.LookBackSlot));
        return habit ?? (IsWorkOpen(key) ? Preferred(open) : null);
    }

    /// <summary>Whether nothing is to be asked about a goal on a day: it is left out, done, or asked about at a moment that the person named.</summary>
    bool IsSettled(Goal goal, LocalDate day) =>
        _chat.Record.Skips.Contains(new SkippedDay(goal.Number, day)) || (goal.Habit is not null && goal.IsKeptOn(day, _chat.Record.Wins))
        || _chat.Reminders.Any(reminder => reminder.Purpose is ReminderPurpose.CheckIn && reminder.Goal == goal.Number && reminder.Due > _now && Clock.DayOf(reminder.Due) == day);

    /// <summary>What is done once is asked about once a day, and not on a day with a win; a look back asks again.</summary>
    bool IsWorkOpen(CheckInKey key)
    {
        var work = _chat.Goals.Where(goal => goal.Habit is null).Select(goal => goal.Number).ToHashSet();
        if (_chat.Record.Wins.Any(win => !win.IsBonus && win.Day == key.Day && work.Contains(win.Goal))) return false;
        if (_chat.Record.Skips.Any(skip => skip.Day == key.Day && work.Contains(skip.Goal))) return false;
        return key.Slot == Agreement.LookBackSlot || !_chat.Record.Asked.Any(row => row.Day == key.Day && work.Contains(row.Goal));
    }

    Goal? Preferred(List<Goal> open) => open.Find(goal => goal.Habit is null && goal.Number == _chat.CurrentGoal) ?? open.FindLast(goal => goal.Habit is null);

    /// <summary>Puts a win on the record.</summary>
    static Chat WithWin(Chat chat, Win win) => chat with { Record = chat.Record with { Wins = chat.Record.Wins.Add(win) } };
}
