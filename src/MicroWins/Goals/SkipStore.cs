using System.Collections.Immutable;
using MicroWins.Storage;
using NodaTime.Text;

namespace MicroWins.Goals;

/// <summary>Skipped days in the store.</summary>
public static class SkipStore
{
    public static ImmutableArray<SkippedDay> Load(Session session, string chat) =>
    [
        .. session.Query(
            "select goal_no, day from skips where chat_id = @chat order by day, goal_no", new { chat },
            row => new SkippedDay(row.GetInt32(0), LocalDatePattern.Iso.Parse(row.GetString(1)).Value)),
    ];

    public static void Save(Session session, string chat, ImmutableArray<SkippedDay> before, ImmutableArray<SkippedDay> after)
    {
        if (before == after) return;
        foreach (var gone in before.Except(after))
            session.Execute(
                "delete from skips where chat_id = @chat and goal_no = @goal and day = @day",
                new { chat, goal = gone.Goal, day = LocalDatePattern.Iso.Format(gone.Day) });
        foreach (var added in after.Except(before))
            session.Execute(
                "insert into skips (chat_id, goal_no, day) values (@chat, @goal, @day) on conflict (chat_id, goal_no, day) do nothing",
                new { chat, goal = added.Goal, day = LocalDatePattern.Iso.Format(added.Day) });
    }
}
