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
    /// <param name="session">The store.</param>
    /// <param name="id">The chat.</param>
    /// <param name="now">The moment that it is looked at: what was done of a habit yesterday is open again today.</param>
    /// <param name="usualZone">The zone of those who have not named theirs.</param>
    public static Chat Load(Session session, ChatId id, Instant now, DateTimeZone? usualZone)
    {
        var row = session.One<ChatRow>(
            "select language, state, current_goal as CurrentGoal, next_reminder as NextReminder, reachable, safety, safety_at as SafetyAt, agreement, focus, active_at as ActiveAt, warned_at as WarnedAt from chats where chat_id = @id",
            new { id = id.ToString() });
        if (row is null) return new Chat { Id = id };
        var agreement = StoredJson.Read<Agreement>(session.Open(row.Agreement));
        var clock = Clocks.Of(agreement, usualZone);
        return new Chat
        {
            Id = id,
            IsKnown = true,
            ActiveAt = Instant.FromUnixTimeMilliseconds(row.ActiveAt),
            WarnedAt = row.WarnedAt is { } warned ? Instant.FromUnixTimeMilliseconds(warned) : null,
            Agreement = agreement,
            Language = Languages.FromTag(row.Language),
            Focus = row.Focus is null ? null : StoredJson.Read<FocusSession>(session.Open(row.Focus)),
            State = ChatStateJson.Read(session.Open(row.State)),
            CurrentGoal = row.CurrentGoal,
            NextReminder = row.NextReminder,
            IsReachable = row.Reachable is not 0,
            Concern = new Concern(Enum.Parse<ConcernStage>(row.Safety), row.SafetyAt is { } at ? Instant.FromUnixTimeMilliseconds(at) : Instant.MinValue),
            Goals = [.. GoalStore.Load(session, id.ToString()).Select(goal => goal.On(clock.DayOf(now)))],
            Reminders = ReminderStore.Load(session, id.ToString()),
            Record = new Record(
                WinStore.Load(session, id.ToString(), clock.DayOf), AskedStore.Load(session, id.ToString()), SkipStore.Load(session, id.ToString())),
        };
    }

    /// <summary>The language that a chat is spoken in, without the chat.</summary>
    public static Language LanguageOf(Session session, ChatId id) =>
        Languages.FromTag(session.One<string>("select language from chats where chat_id = @id", new { id = id.ToString() }));

    /// <summary>Waits for nothing any more.</summary>
    public static void ForgetQuestion(Session session, ChatId id) => session.Execute(
        "update chats set state = @idle where chat_id = @id",
        new { id = id.ToString(), idle = session.Seal(ChatStateJson.Write(new ChatState.Idle())) });

    public static void Save(Session session, Chat before, Chat after, Instant now)
    {
        session.Execute(
            """
            insert into chats (chat_id, language, state, current_goal, next_reminder, reachable, safety, safety_at, agreement, focus, created_at, seen_at, active_at, warned_at)
            values (@id, @language, @state, @currentGoal, @nextReminder, @reachable, @safety, @safetyAt, @agreement, @focus, @now, @now, @activeAt, @warnedAt)
            on conflict (chat_id) do update set language = excluded.language, state = excluded.state, current_goal = excluded.current_goal,
                next_reminder = excluded.next_reminder, safety = excluded.safety,
                -- The sender may have found out meanwhile that nobody is there: a turn that has no news of it leaves that alone.
                reachable = case when @hasNews = 1 then excluded.reachable else chats.reachable end,
                safety_at = excluded.safety_at, agreement = excluded.agreement, focus = excluded.focus, seen_at = excluded.seen_at,
                active_at = excluded.active_at, warned_at = excluded.warned_at
            """,
            new
            {
                id = after.Id.ToString(),
                language = after.Language is Language.Unknown ? "" : after.Language.Code(),
                state = session.Seal(ChatStateJson.Write(after.State)),
                currentGoal = after.CurrentGoal,
                nextReminder = after.NextReminder,
                reachable = after.IsReachable ? 1 : 0,
                hasNews = after.IsReachable != before.IsReachable ? 1 : 0,
                safety = after.Concern.Stage.ToString(),
                safetyAt = after.Concern.Stage is ConcernStage.None ? (long?)null : after.Concern.Since.ToUnixTimeMilliseconds(),
                agreement = session.Seal(StoredJson.Write(after.Agreement)),
                focus = after.Focus is null ? null : session.Seal(StoredJson.Write(after.Focus)),
                activeAt = after.ActiveAt.ToUnixTimeMilliseconds(),
                warnedAt = after.WarnedAt?.ToUnixTimeMilliseconds(),
                now = now.ToUnixTimeMilliseconds(),
            });
        // The records are immutable, so what is the same object has not changed.
        foreach (var goal in after.Goals.Where(goal => !before.Goals.Any(old => ReferenceEquals(old, goal))))
            GoalStore.Save(session, after.Id.ToString(), goal);
        ReminderStore.Save(session, after.Id.ToString(), before.Reminders, after.Reminders);
        foreach (var win in after.Record.Wins.Skip(before.Record.Wins.Length)) WinStore.Add(session, after.Id.ToString(), win);
        foreach (var asked in after.Record.Asked.Skip(before.Record.Asked.Length)) AskedStore.Add(session, after.Id.ToString(), asked, now);
        SkipStore.Save(session, after.Id.ToString(), before.Record.Skips, after.Record.Skips);
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
        public string Agreement { get; init; } = "";
        public string? Focus { get; init; }
        public long ActiveAt { get; init; }
        public long? WarnedAt { get; init; }
    }
}
