using System.Collections.Immutable;
using MicroWins.Storage;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.CheckIns;

/// <summary>Check-ins that went out, in the store: written once, never changed.</summary>
public static class AskedStore
{
    public static ImmutableArray<AskedRow> Load(Session session, string chat) =>
    [
        .. session.Query(
            "select day, slot, goal_no from asked where chat_id = @chat order by day, slot", new { chat },
            row => new AskedRow(LocalDatePattern.Iso.Parse(row.GetString(0)).Value, row.GetInt32(1), row.GetInt32(2))),
    ];

    /// <summary>Records a check-in; a second one for the same slot of a day stays out.</summary>
    public static void Add(Session session, string chat, AskedRow asked, Instant now) => session.Execute(
        "insert into asked (chat_id, day, slot, goal_no, asked_at) values (@chat, @day, @slot, @goal, @now) on conflict (chat_id, day, slot) do nothing",
        new { chat, day = LocalDatePattern.Iso.Format(asked.Day), slot = asked.Slot, goal = asked.Goal, now = now.ToUnixTimeMilliseconds() });
}
