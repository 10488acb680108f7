using MicroWins.Storage;
using NodaTime;

namespace MicroWins.Goals;

/// <summary>Wins in the store: written once, counted often, never changed.</summary>
public static class WinStore
{
    /// <summary>Records a win; one that is there already stays as it is.</summary>
    public static void Add(Session session, string chat, Win win) => session.Execute(
        """
        insert into wins (chat_id, goal_no, step_no, occurrence, bonus, won_at, minutes)
        values (@chat, @goal, @step, @occurrence, @bonus, @wonAt, @minutes)
        on conflict (chat_id, goal_no, step_no, bonus, occurrence) do nothing
        """,
        new
        {
            chat,
            goal = win.Goal,
            step = win.Step,
            occurrence = win.Occurrence,
            bonus = win.IsBonus ? 1 : 0,
            wonAt = win.At.ToUnixTimeMilliseconds(),
            minutes = win.Minutes,
        });

    /// <summary>How many commitments were kept since a moment; bonuses are counted apart.</summary>
    public static int CountKept(Session session, string chat, Instant since) => session.One<int>(
        "select count(*) from wins where chat_id = @chat and bonus = 0 and won_at >= @since",
        new { chat, since = since == Instant.MinValue ? long.MinValue : since.ToUnixTimeMilliseconds() });
}
