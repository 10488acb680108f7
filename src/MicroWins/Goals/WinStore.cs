using System.Collections.Immutable;
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
        .. session.Query<Row>(
            """
            select goal_no as Goal, step_no as Step, occurrence, bonus, won_at as WonAt, minutes, day, unit, amount, extra
            from wins where chat_id = @chat order by won_at, goal_no, step_no, occurrence, bonus
            """,
            new { chat }).Select(row => Read(session, row, dayOf)),
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

    static Win Read(Session session, Row row, Func<Instant, LocalDate> dayOf)
    {
        var at = Instant.FromUnixTimeMilliseconds(row.WonAt);
        var day = row.Day.Length is 0 ? dayOf(at) : LocalDatePattern.Iso.Parse(row.Day).Value;
        return new Win(row.Goal, row.Step, row.Occurrence, row.Bonus, at, row.Minutes, day)
        {
            Unit = session.Open(row.Unit),
            Amount = (decimal)row.Amount,
            Extra = (decimal)row.Extra,
        };
    }

    sealed record Row
    {
        public int Goal { get; init; }
        public int Step { get; init; }
        public int Occurrence { get; init; }
        public int Bonus { get; init; }
        public long WonAt { get; init; }
        public double? Minutes { get; init; }
        public string Day { get; init; } = "";
        public string Unit { get; init; } = "";
        public double Amount { get; init; }
        public double Extra { get; init; }
    }
}
