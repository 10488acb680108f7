using System.Globalization;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using NodaTime;
using static MicroWins.Conversations.ButtonVerb;

namespace MicroWins.Conversations;

// /focus: the 5-minute rule, and a Pomodoro as a stack of micro-goals.
public sealed partial class ConversationFlow
{
    /// <summary>Minutes of a break between two blocks: long enough to stand up, too short to begin something else.</summary>
    const int BreakMinutes = 3;

    /// <summary>The focus session under way; one that nobody has touched for hours was left.</summary>
    FocusSession? Session => _chat.Focus is { } session && _now - session.Since <= LongestTimer ? session : null;

    Decision Focus(string words) => FocusMinutes(words) is not { } minutes
        ? Say(Replies[Reply.FocusBounds, FocusSession.Shortest, FocusSession.Longest])
        : WithStep((goal, step) => BeginBlock(goal, step, new FocusSession(minutes, Done: 0, goal.Number, _now)));

    /// <summary>The minutes of "25" and "25 min"; those of the 5-minute rule where there are no words, null where there is no such session.</summary>
    static int? FocusMinutes(string words)
    {
        if (words.Length is 0) return FocusSession.Usual;
        var digits = string.Concat(words.TakeWhile(char.IsAsciiDigit));
        var isWhole = words[digits.Length..].TrimStart() is "" or [not ('.' or ',' or ':' or '-' or '/'), ..];
        return isWhole && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is >= FocusSession.Shortest and <= FocusSession.Longest ? minutes : null;
    }

    Decision BeginBlock(Goal goal, Step step, FocusSession session)
    {
        session = session with { Goal = goal.Number, Since = _now };
        var text = Replies.Count(Reply.FocusBegun, session.Block, step.Goal.Text);
        if (session.Done is 0 && session.Blocks().Count() > 1) text = Cards.Paragraphs(Replies[Reply.FocusBlocks, session.Minutes, string.Join(" + ", session.Blocks())], text);
        return Say(
            TimerCard(goal, step, text, [[ButtonVerb.Done, DidABit], [Smaller]]),
            Started(_chat with { Focus = session }, goal, step, _now, Duration.FromMinutes(session.Block)));
    }

    /// <summary>A step that is kept within a session ends a block of it: the next one is offered, and a short break before it.</summary>
    Decision.Finish AfterBlock(Goal goal, Step step, Decision.Finish kept)
    {
        if (Session is not { } session || session.Goal != goal.Number || step.StartedAt is null) return kept;
        session = session.AfterBlock(_now);
        var celebration = kept.Replies[0];
        if (!session.IsThrough && kept.Chat.ActiveGoals.Any(other => other.Next is not null))
        {
            return Say(celebration with
            {
                Text = Cards.Paragraphs(celebration.Text, Replies[Reply.FocusNext, session.Done, session.Minutes, session.Block]),
                // In the place of "keep going" and "stop here".
                Buttons = [.. Cards.Rows(Replies, goal.Number, 0, 0, [[NextBlock, ShortBreak], [ButtonVerb.StopHere]]), .. celebration.Buttons.Skip(1)],
            }, kept.Chat with { Focus = session });
        }
        if (session is { IsThrough: true, Minutes: > FocusSession.Usual }) celebration = celebration with { Text = Cards.Paragraphs(celebration.Text, Replies[Reply.FocusThrough, session.Done]) };
        return Say(celebration, kept.Chat with { Focus = null });
    }

    /// <summary>The next block is about the next step of the same goal, or of another where that has none left.</summary>
    Decision ContinueFocus(Goal goal) => Session is { } session && (goal is { Status: GoalStatus.Active, Next: not null } ? goal : GoalAtHand) is { Next: { } step } next
        ? BeginBlock(next, step, session)
        : OldButton();

    Decision TakeBreak(Goal goal)
    {
        if (Session is not { } session) return OldButton();
        var chat = WithReminder(WithoutTimer(_chat), goal.Number, _now + Duration.FromMinutes(BreakMinutes), ReminderPurpose.BreakOver);
        return Say(
            new OutgoingMessage(MessageKind.Reply, Replies[Reply.BreakBegun, BreakMinutes], Cards.Rows(Replies, goal.Number, 0, 0, [[NextBlock, ButtonVerb.StopHere]])),
            chat with { Focus = session with { Since = _now } });
    }

    /// <summary>Said once; a block that began meanwhile has taken its place.</summary>
    Decision OnBreakOver() => _chat.Concern.IsQuiet(_now) || Session is not { } session
        ? Silence(_chat)
        : Say(new OutgoingMessage(MessageKind.Card, Replies[Reply.BreakOver, session.Block], Cards.Rows(Replies, session.Goal, 0, 0, [[NextBlock, ButtonVerb.StopHere]])));
}
