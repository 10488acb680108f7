using System.Collections.Immutable;
using System.Data.Common;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins.CheckIns;

/// <summary>Reminders in the store.</summary>
public static class ReminderStore
{
    /// <summary>The reminders of a chat that wait, the earliest first.</summary>
    public static ImmutableArray<Reminder> Load(Session session, string chat) =>
    [
        .. session.Query(
            "select chat_id, reminder_no, goal_no, due_at, purpose from reminders where chat_id = @chat and status = 'waiting' order by due_at",
            new { chat }, ReadReminder),
    ];

    public static void Save(Session session, string chat, ImmutableArray<Reminder> before, ImmutableArray<Reminder> after)
    {
        if (before == after) return;
        foreach (var gone in before.Except(after))
            session.Execute(
                "update reminders set status = 'withdrawn' where chat_id = @chat and reminder_no = @number and status = 'waiting'",
                new { chat, number = gone.Number });
        foreach (var added in after.Except(before))
            session.Execute(
                "insert into reminders (chat_id, reminder_no, goal_no, due_at, purpose) values (@chat, @number, @goal, @due, @purpose)",
                new { chat, number = added.Number, goal = added.Goal, due = added.Due.ToUnixTimeMilliseconds(), purpose = added.Purpose.ToString() });
    }

    /// <summary>The moment of the next reminder of anybody; null when none waits.</summary>
    public static Instant? NextDue(Session session) =>
        session.One<long?>("select min(due_at) from reminders where status = 'waiting'") is { } due ? Instant.FromUnixTimeMilliseconds(due) : null;

    /// <summary>Takes the reminders that are due, the earliest first, and marks them as rung. One that was withdrawn at the same moment stays out.</summary>
    /// <param name="session">The store.</param>
    /// <param name="now">The moment.</param>
    /// <param name="most">How many at once: other writes wait for this one.</param>
    /// <returns>The chat of each, and the reminder.</returns>
    public static IReadOnlyList<(string Chat, Reminder Reminder)> TakeDue(Session session, Instant now, int most = 500)
    {
        var due = session.Query(
            """
            update reminders set status = 'rung'
            where (chat_id, reminder_no) in (select chat_id, reminder_no from reminders where status = 'waiting' and due_at <= @now order by due_at, chat_id limit @most + 0)
              and status = 'waiting'
            returning chat_id, reminder_no, goal_no, due_at, purpose
            """,
            new { now = now.ToUnixTimeMilliseconds(), most }, row => (Chat: row.GetString(0), Reminder: ReadReminder(row)));
        // What is returned comes in any order.
        return [.. due.OrderBy(row => row.Reminder.Due).ThenBy(row => row.Chat, StringComparer.Ordinal)];
    }

    static Reminder ReadReminder(DbDataReader row) =>
        new(row.GetInt32(1), row.GetInt32(2), Instant.FromUnixTimeMilliseconds(row.GetInt64(3)), Enum.Parse<ReminderPurpose>(row.GetString(4)));
}
