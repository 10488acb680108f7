using System.Collections.Immutable;
using MicroWins.CheckIns;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>Reads a chat whole, and writes what a turn changed of it.</summary>
public static class ChatStore
{
    public static Chat Load(Session session, ChatId id, Instant now)
    {
        var row = session.One<ChatRow>(
            "select language, state, current_goal as CurrentGoal, next_reminder as NextReminder, reachable, safety, safety_at as SafetyAt from chats where chat_id = @id",
            new { id = id.ToString() });
        if (row is null) return new Chat { Id = id };
        return new Chat
        {
            Id = id,
            Language = Languages.FromTag(row.Language),
            State = ChatStateJson.Read(row.State),
            CurrentGoal = row.CurrentGoal,
            NextReminder = row.NextReminder,
            IsReachable = row.Reachable is not 0,
            Concern = new Concern(Enum.Parse<ConcernStage>(row.Safety), row.SafetyAt is { } at ? Instant.FromUnixTimeMilliseconds(at) : Instant.MinValue),
            Goals = GoalStore.Load(session, id.ToString()),
            Reminders = ReminderStore.Load(session, id.ToString()),
            Kept = WinStore.CountKept(session, id.ToString(), Instant.MinValue),
            KeptLately = WinStore.CountKept(session, id.ToString(), now - Duration.FromHours(24)),
        };
    }

    public static void Save(Session session, Chat before, Chat after, Instant now)
    {
        session.Execute(
            """
            insert into chats (chat_id, language, state, current_goal, next_reminder, reachable, safety, safety_at, created_at, seen_at)
            values (@id, @language, @state, @currentGoal, @nextReminder, @reachable, @safety, @safetyAt, @now, @now)
            on conflict (chat_id) do update set language = excluded.language, state = excluded.state, current_goal = excluded.current_goal,
                next_reminder = excluded.next_reminder, reachable = excluded.reachable, safety = excluded.safety,
                safety_at = excluded.safety_at, seen_at = excluded.seen_at
            """,
            new
            {
                id = after.Id.ToString(),
                language = after.Language is Language.Unknown ? "" : after.Language.Code(),
                state = ChatStateJson.Write(after.State),
                currentGoal = after.CurrentGoal,
                nextReminder = after.NextReminder,
                reachable = after.IsReachable ? 1 : 0,
                safety = after.Concern.Stage.ToString(),
                safetyAt = after.Concern.Stage is ConcernStage.None ? (long?)null : after.Concern.Since.ToUnixTimeMilliseconds(),
                now = now.ToUnixTimeMilliseconds(),
            });
        // The records are immutable, so what is the same object has not changed.
        foreach (var goal in after.Goals.Where(goal => !before.Goals.Any(old => ReferenceEquals(old, goal))))
            GoalStore.Save(session, after.Id.ToString(), goal);
        ReminderStore.Save(session, after.Id.ToString(), before.Reminders, after.Reminders);
    }

    sealed record ChatRow
    {
        public string Language { get; init; } = "";
        public string State { get; init; } = "";
        public int? CurrentGoal { get; init; }
        public int NextReminder { get; init; }
        public int Reachable { get; init; }
        public string Safety { get; init; } = "";
        public long? SafetyAt { get; init; }
    }
}
