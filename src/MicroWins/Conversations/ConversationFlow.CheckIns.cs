using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using MicroWins.Rules.Evidence;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// The question of a check-in: one step, and one tap to answer.
public sealed partial class ConversationFlow
{
    static readonly ButtonVerb[][]
        AheadButtons = [[Start, Done], [Smaller, Later], [NotToday]],
        TooBigButtons = [[Smaller, Done], [Start, Later], [NotToday]],
        BackButtons = [[DidIt, DidABit], [Smaller, NotToday]];

    Decision.Finish AskDaily(CheckInKey key)
    {
        var goal = OpenFor(key)!;
        var asked = Ask(goal, key);
        return asked with { Chat = WithAsked(asked.Chat, new AskedRow(key.Day, key.Slot, goal.Number)) };
    }

    static Chat WithAsked(Chat chat, AskedRow row) => chat with { Record = chat.Record with { Asked = chat.Record.Asked.Add(row) } };

    /// <summary>The moment that the person named has come ("in an hour").</summary>
    Decision AskAgain(ChatEvent.ReminderDue due)
    {
        // What it asks about may be done or put away by now, and then it stays silent.
        if (_chat.Concern.IsQuiet(_now) || _chat.Find(due.Goal) is not { Status: GoalStatus.Active, Next: not null } goal || IsSettled(goal, Today)) return Silence(_chat);
        var key = new CheckInKey(Today, FirstOpenSlot(goal) ?? CheckInSchedule.MostSlots);
        var asked = Ask(goal, key);
        return key.Slot < CheckInSchedule.MostSlots ? asked with { Chat = WithAsked(asked.Chat, new AskedRow(key.Day, key.Slot, goal.Number)) } : asked;
    }

    /// <summary>The check-in of today that a moment named by the person takes the place of: one question is enough.</summary>
    int? FirstOpenSlot(Goal goal)
    {
        var (schedule, asked) = (Agreement.Times.Length is 0 ? null : ScheduleOf(_chat), KeysOf(_chat));
        return Enumerable.Range(0, schedule?.Times.Count ?? 0).Cast<int?>().FirstOrDefault(slot =>
            new CheckInKey(Today, slot!.Value) is var key && !asked.Contains(key) && key.Slot != Agreement.LookBackSlot
            && schedule!.Of(key).At > _now && OpenFor(key)?.Number == goal.Number);
    }

    Decision.Finish Ask(Goal goal, CheckInKey key)
    {
        if (goal.Next is not { } step) return Say(PartOffer(goal, null, []) with { Kind = MessageKind.CheckIn }, _chat with { CurrentGoal = goal.Number });
        var facts = FactsOf(goal, key);
        var line = CheckInLines.Choose(facts, Agreement.SaidLately, CheckInLines.LotOf(_chat.Id.ToString(), key.Day, key.Slot));
        var buttons = facts.Situation switch
        {
            CheckInSituation.LookBack => BackButtons,
            CheckInSituation.MissedTwice => TooBigButtons,
            _ => AheadButtons,
        };
        var card = Cards.Step(Replies, goal, step, kind: MessageKind.CheckIn, lead: Worded(line, facts, goal)) with
        {
            Buttons = Cards.Rows(Replies, goal.Number, step.Number, step.TimesDone + 1, buttons),
        };
        return Say(card, _chat with
        {
            CurrentGoal = goal.Number,
            // What is said next answers this question; other questions that wait are not forgotten.
            State = _chat.State is ChatState.Celebrated or ChatState.AskedHowMuch or ChatState.AskedToAgree { Term: Term.Moment or Term.FirstTimes } ? new ChatState.Idle() : _chat.State,
            Agreement = Agreement with { SaidLately = [.. Agreement.SaidLately.Add(line.ToString()).TakeLast(CheckInLines.Remembered)] },
        });
    }

    FormattedText Worded(Reply line, CheckInFacts facts, Goal goal) => line switch
    {
        Reply.CheckInEvidence => Replies.Count(line, facts.Kept),
        Reply.CheckInShare => Replies[line, facts.Kept, facts.Asked],
        Reply.CheckInAll => Replies[line, facts.Kept],
        Reply.CheckInSaid => Replies[line, goal.Habit!.Sentence],
        _ => Replies[line],
    };

    CheckInFacts FactsOf(Goal goal, CheckInKey key)
    {
        IReadOnlyCollection<Goal> counted = goal.Habit is null ? [.. _chat.Goals.Where(other => other.Habit is null)] : [goal];
        var rows = _chat.Record.Rows(key.Day, Agreement.PauseList, counted);
        var summary = EvidenceSummary.Of(rows);
        var days = DayMark.Of(rows).Where(mark => mark.State is DayState.Kept or DayState.Missed).Select(mark => mark.State).Reverse().ToList();
        var missed = days.TakeWhile(state => state is DayState.Missed).Count();
        return new(SituationOf(key, missed), key.Day, goal.Habit is not null, goal.Habit is { Sentence.Length: > 0 },
            summary.Kept, summary.Asked, missed > 0, days.TakeWhile(state => state is DayState.Kept).Count());
    }

    CheckInSituation SituationOf(CheckInKey key, int missed)
    {
        bool IsPaused(LocalDate day) => Agreement.PauseList.Any(pause => pause.Covers(day));
        var silent = Taper.SilentDays(Agreement.LastSign ?? key.Day, key.Day, Agreement.PauseList);
        return key.Slot == Agreement.LookBackSlot ? CheckInSituation.LookBack
            : IsPaused(key.Day.PlusDays(-1)) ? CheckInSituation.AfterPause
            : Taper.RhythmAfter(silent) is not Rhythm.Daily ? CheckInSituation.AfterSilence
            // Asked once for every two misses: a question that comes every day is a reproach.
            : missed >= 2 && missed % 2 is 0 ? CheckInSituation.MissedTwice
            : _chat.Record.Asked.IsEmpty && _chat.Kept is 0 ? CheckInSituation.First
            : CheckInSituation.Ordinary;
    }

    /// <summary>"A bit": of a plan the smaller step was done, and the rest of it comes next. A habit is kept by a little of it; how much is not known, and not claimed.</summary>
    Decision KeepABit(Goal goal, Step step)
    {
        if (goal.Habit is null)
        {
            var small = _rules.Own.Smaller(new(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes));
            // What has no smaller part was done whole.
            if (small.First.Text != step.Goal.Text) goal = goal.Cut(step, small.First, small.Rest);
            // The minutes were spent on the part.
            return Keep(goal, goal.Find(step.Number)! with { StartedAt = step.StartedAt });
        }
        var kept = goal.Done(step, Today);
        var win = new Win(goal.Number, step.Number, step.TimesDone + 1, Bonus: 0, _now, MinutesSince(step.StartedAt), Today);
        var chat = WithWin(WithoutReminders(_chat.With(kept)) with { CurrentGoal = kept.Number, State = new ChatState.Celebrated() }, win);
        return AfterBlock(kept, step, Say(Celebration(chat, kept, step, win, promised: 0, rounds: []), chat));
    }
}
