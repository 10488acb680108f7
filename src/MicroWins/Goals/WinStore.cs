using System.Collections.Immutable;
using System.Data.Common;
using MicroWins.Storage;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Goals;

/// <summary>Wins in the store: written once, counted often, never changed.</summary>
public static class WinStore
{
    /// <summary>All wins of a chat, oldest first.</summary>
    /// <param name="session">The store.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="dayOf">The day of a win from before days were stored.</param>
    public static ImmutableArray<Win> Load(Session session, string chat, Func<Instant, LocalDate> dayOf) =>
    [
        .. session.Query(
            """
            select goal_no, step_no, occurrence, bonus, won_at, minutes, day, unit, amount, extra
            from wins where chat_id = @chat order by won_at, goal_no, step_no, occurrence, bonus
            """,
            new { chat }, row => Read(session, row, dayOf)),
    ];

    /// <summary>Records a win; one that is there already stays as it is.</summary>
    public static void Add(Session session, string chat, Win win) => session.Execute(
        """
        insert into wins (chat_id, goal_no, step_no, occurrence, bonus, won_at, minutes, day, unit, amount, extra)
        values (@chat, @goal, @step, @occurrence, @bonus, @wonAt, @minutes, @day, @unit, @amount, @extra)
        on conflict (chat_id, goal_no, step_no, bonus, occurrence) do nothing
        """,
        new
        {
            chat,
            goal = win.Goal,
            step = win.Step,
            occurrence = win.Occurrence,
            bonus = win.Bonus,
            wonAt = win.At.ToUnixTimeMilliseconds(),
            minutes = win.Minutes,
            day = LocalDatePattern.Iso.Format(win.Day),
            unit = session.Seal(win.Unit),
            amount = (double)win.Amount,
            extra = (double)win.Extra,
        });

    static Win Read(Session session, DbDataReader row, Func<Instant, LocalDate> dayOf)
    {
        var (at, named, unit) = (Instant.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetString(6), session.Sealed(row.GetString(7)));
        var day = named.Length is 0 ? dayOf(at) : LocalDatePattern.Iso.Parse(named).Value;
        return new Win(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), at, row.DoubleOrNull(5), day)
        {
            StoredUnit = new(unit.Open),
            Amount = (decimal)row.GetDouble(8),
            Extra = (decimal)row.GetDouble(9),
        };
    }
}
