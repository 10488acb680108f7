using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Conversations;

// The evidence: every number in it is counted from rows of the store.
public sealed partial class ConversationFlow
{
    IReadOnlyList<EvidenceRow> Rows(IReadOnlyCollection<Goal> goals) => _chat.Record.Rows(Today, Agreement.PauseList, goals);

    /// <summary>/stats: what is on the record.</summary>
    Decision Stats()
    {
        var rows = Rows(_chat.Goals);
        if (_chat.Kept is 0) return Say(Replies[Reply.StatsEmpty]);
        var summary = EvidenceSummary.Of(rows);
        List<FormattedText> lines =
        [
            summary.Asked > summary.Kept ? Replies[Reply.StatsKeptOf, summary.Kept, summary.Asked] : Replies.Count(Reply.StatsKept, summary.Kept),
            Replies.Count(Reply.StatsStreak, summary.Streak.Current, summary.Streak.Longest),
        ];
        if (summary.Score is { } score) lines.Add(Replies[Reply.StatsScore, (int)Math.Round(score)]);
        if (summary.Minutes >= 1) lines.Add(Replies.Count(Reply.StatsMinutes, (int)summary.Minutes, summary.Timed));
        if (summary.WithBonus > 0) lines.Add(Replies.Count(Reply.StatsBonus, summary.WithBonus));
        lines.AddRange(SumsOf(summary));
        var text = Cards.Paragraphs(Replies[Reply.StatsTitle, Replies.On(summary.Since!.Value)], Cards.Lines([.. lines]));
        if (Identity.Of(rows, Today) is Identity.MayBeSaid said) text = Cards.Paragraphs(text, IdentityLine(said));
        return Say(new OutgoingMessage(MessageKind.Reply, text, [[ButtonOf(ButtonVerb.ShowWeek), ButtonOf(ButtonVerb.ShowGoals)]], Pressed));
    }

    FormattedText IdentityLine(Identity.MayBeSaid said) => Replies[Reply.IdentityLine, said.Kept, said.Asked];

    /// <summary>The compounding sums, those that are a sum at all: "31 pages since 3 March".</summary>
    IEnumerable<FormattedText> SumsOf(EvidenceSummary summary) => summary.Sums.Where(sum => sum is { Times: > 1, Total: > 1 }).Take(4).Select(SumLine);

    FormattedText SumLine(CompoundSum sum) => sum.Bonus > 0
        ? Replies[Reply.SumWithBonus, sum.Total, sum.Unit, Replies.On(sum.Since), sum.Planned, sum.Bonus]
        : Replies[Reply.Sum, sum.Total, sum.Unit, Replies.On(sum.Since), sum.Times];

    /// <summary>"That's nothing" is answered with what it has come to.</summary>
    FormattedText MoreThanNothing()
    {
        if (_chat.Kept is 0) return Replies[Reply.ThatsNothingYet];
        var goals = GoalAtHand is { } goal && _chat.Record.Wins.Any(win => win.Goal == goal.Number) ? [goal] : _chat.Goals;
        var sum = CompoundSum.Of(Rows(goals)).FirstOrDefault(sum => sum is { Times: > 1, Total: > 1 });
        return sum is null ? Replies.Count(Reply.ThatsNothing, _chat.Kept) : Cards.Paragraphs(Replies[Reply.ThatsNothingSum], SumLine(sum));
    }
}
