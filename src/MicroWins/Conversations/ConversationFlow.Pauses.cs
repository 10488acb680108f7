using MicroWins.CheckIns;
using MicroWins.Conversations.Hearing;
using MicroWins.Messaging;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// Days of illness, exams or rest, also after the fact.
public sealed partial class ConversationFlow
{
    Decision OnPause(string rest) => rest.Length is 0
        ? AskTerm(Term.Pause, Reply.AskPause, Cards.Rows(Replies, 0, 0, 0, [[PauseThreeDays, PauseAWeek], [PauseOpen]]))
        : PauseAs(rest) ?? Say(Replies[Reply.PauseUnread], _chat with { State = new ChatState.AskedToAgree(Term.Pause) });

    /// <summary>The pause that words name ("until monday", "a week", "since yesterday", "i'm ill"); null where they name none.</summary>
    Decision? PauseAs(string text)
    {
        if (SpokenDays.Pause(text, Today) is { } span) return Pause(span.From ?? Today, span.To);
        return AgreementWords.IsIll(text, Today) ? Pause(Today, null) : null;
    }

    Decision PauseFor(int days) => Pause(Today, Today.PlusDays(days - 1));

    Decision Pause(LocalDate from, LocalDate? to) => Rules.Calendar.Pause.Ask(from, to, Today) switch
    {
        PauseAnswer.Granted(var pause) => Paused(pause),
        PauseAnswer.StartsTooEarly(var earliest) => Say(Replies[Reply.PauseTooEarly, Dates.Of(Replies, earliest)], _chat with { State = new ChatState.AskedToAgree(Term.Pause) }),
        PauseAnswer.EndsBeforeItStarts => Say(Replies[Reply.PauseBackwards], _chat with { State = new ChatState.AskedToAgree(Term.Pause) }),
        _ => throw new InvalidOperationException("There is no such answer to a pause."),
    };

    Decision Paused(Pause pause)
    {
        // One pause at a time: what was left of another ends where this one begins.
        var others = Agreement.PauseList.Select(other => other.EndedBy(pause.From)).OfType<Pause>().Select(other => new PauseSpan(other.From, other.To));
        var chat = WithoutReminders(_chat) with
        {
            State = new ChatState.Idle(),
            Agreement = Agreement with { Pauses = [.. others, new PauseSpan(pause.From, pause.To)] },
        };
        var from = Dates.Of(Replies, pause.From);
        var text = pause.To is { } to ? Replies[Reply.PausedUntil, from, Dates.Of(Replies, to), Dates.Of(Replies, to.PlusDays(1))] : Replies[Reply.PausedOpen, from];
        return Say(new OutgoingMessage(MessageKind.Reply, text, Cards.Rows(Replies, 0, 0, 0, [[Resume]]), Pressed), chat);
    }

    bool IsPausedOrNotAsked => !Agreement.Asks || Agreement.PauseList.Any(pause => !(pause.To < Today));

    /// <summary>The way back from a pause, and from "don't ask".</summary>
    Decision ResumeAsking()
    {
        if (!IsPausedOrNotAsked) return Say(Replies[Reply.NotPaused]);
        var left = Agreement.PauseList.Select(pause => pause.EndedBy(Today)).OfType<Pause>().Select(pause => new PauseSpan(pause.From, pause.To));
        var chat = Rescheduled(_chat) with { State = new ChatState.Idle(), Agreement = Agreement with { Asks = true, NotBefore = null, Pauses = [.. left] } };
        var flow = new ConversationFlow(chat, _happened, _rules, _now);
        return flow.GoalAtHand is { Next: not null } goal ? flow.ShowStep(chat, goal, null, Replies[Reply.Resumed]) : Say(Replies[Reply.Resumed], chat);
    }
}
