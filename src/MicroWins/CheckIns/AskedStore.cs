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
        .. session.Query<Row>("select day, slot, goal_no as Goal from asked where chat_id = @chat order by day, slot", new { chat })
            .Select(row => new AskedRow(LocalDatePattern.Iso.Parse(row.Day).Value, row.Slot, row.Goal)),
    ];

    /// <summary>Records a check-in; a second one for the same slot of a day stays out.</summary>
    public static void Add(Session session, string chat, AskedRow asked, Instant now) => session.Execute(
        "insert into asked (chat_id, day, slot, goal_no, asked_at) values (@chat, @day, @slot, @goal, @now) on conflict (chat_id, day, slot) do nothing",
        new { chat, day = LocalDatePattern.Iso.Format(asked.Day), slot = asked.Slot, goal = asked.Goal, now = now.ToUnixTimeMilliseconds() });

    sealed record Row
    {
        public string Day { get; init; } = "";
        public int Slot { get; init; }
        public int Goal { get; init; }
    }
}
