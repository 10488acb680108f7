using System.Collections.Immutable;
using System.Data.Common;
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
        var found = session.Query(
            """
            select language, state, current_goal, next_reminder, reachable, safety, safety_at, agreement, focus, active_at, warned_at
            from chats where chat_id = @id
            """,
            new { id = id.ToString() }, row => ReadChat(session, id, row));
        if (found is not [var chat]) return new Chat { Id = id };
        var clock = Clocks.Of(chat.Agreement, usualZone);
        return chat with
        {
            Goals = [.. GoalStore.Load(session, id.ToString()).Select(goal => goal.On(clock.DayOf(now)))],
            Reminders = ReminderStore.Load(session, id.ToString()),
            Record = new Record(
                WinStore.Load(session, id.ToString(), clock.DayOf), AskedStore.Load(session, id.ToString()), SkipStore.Load(session, id.ToString())),
        };
    }

    static Chat ReadChat(Session session, ChatId id, DbDataReader row) => new()
    {
        Id = id,
        IsKnown = true,
        Language = Languages.FromTag(row.GetString(0)),
        State = StateIn(session, row.GetString(1)),
        CurrentGoal = row.IntOrNull(2),
        NextReminder = row.GetInt32(3),
        IsReachable = row.GetInt32(4) is not 0,
        Concern = new Concern(Enum.Parse<ConcernStage>(row.GetString(5)), row.MomentOrNull(6) ?? Instant.MinValue),
        Agreement = StoredJson.Read<Agreement>(session.Open(row.GetString(7))),
        Focus = row.TextOrNull(8) is { } focus ? StoredJson.Read<FocusSession>(session.Open(focus)) : null,
        ActiveAt = Instant.FromUnixTimeMilliseconds(row.GetInt64(9)),
        WarnedAt = row.MomentOrNull(10),
    };

    /// <summary>The language that a chat is spoken in, without the chat.</summary>
    public static Language LanguageOf(Session session, ChatId id) =>
        Languages.FromTag(session.One<string>("select language from chats where chat_id = @id", new { id = id.ToString() }));

    /// <summary>Waits for nothing any more.</summary>
    public static void ForgetQuestion(Session session, ChatId id) => session.Execute(
        "update chats set state = @idle where chat_id = @id",
        new { id = id.ToString(), idle = Stored(session, new ChatState.Idle()) });

    public static void Save(Session session, Chat before, Chat after, Instant now)
    {
        if (!MoveOn(session, before, after, now)) SaveWhole(session, before, after, now);
        // The records are immutable, so what is the same object has not changed.
        foreach (var goal in after.Goals.Where(goal => !before.Goals.Any(old => ReferenceEquals(old, goal))))
            GoalStore.Save(session, after.Id.ToString(), before.Find(goal.Number), goal);
        ReminderStore.Save(session, after.Id.ToString(), before.Reminders, after.Reminders);
        foreach (var win in after.Record.Wins.Skip(before.Record.Wins.Length)) WinStore.Add(session, after.Id.ToString(), win);
        foreach (var asked in after.Record.Asked.Skip(before.Record.Asked.Length)) AskedStore.Add(session, after.Id.ToString(), asked, now);
        SkipStore.Save(session, after.Id.ToString(), before.Record.Skips, after.Record.Skips);
    }

    /// <summary>Writes a chat whose agreement and focus are stored already, as they are after most turns: to seal them anew would be most of the work.</summary>
    /// <returns>False where that does not do.</returns>
    static bool MoveOn(Session session, Chat before, Chat after, Instant now) =>
        before.IsKnown && before.Agreement == after.Agreement && before.Focus == after.Focus && session.Execute(
            """
            update chats set language = @language, state = coalesce(@state, state), current_goal = @currentGoal, next_reminder = @nextReminder,
                reachable = case when @hasNews = 1 then @reachable else reachable end, safety = @safety, safety_at = @safetyAt,
                seen_at = @now, active_at = @activeAt, warned_at = @warnedAt
            where chat_id = @id
            """,
            new
            {
                id = after.Id.ToString(),
                language = CodeOf(after.Language),
                state = after.State == before.State ? null : Stored(session, after.State),
                currentGoal = after.CurrentGoal,
                nextReminder = after.NextReminder,
                reachable = after.IsReachable ? 1 : 0,
                hasNews = after.IsReachable != before.IsReachable ? 1 : 0,
                safety = after.Concern.Stage.ToString(),
                safetyAt = SinceOf(after.Concern),
                activeAt = after.ActiveAt.ToUnixTimeMilliseconds(),
                warnedAt = after.WarnedAt?.ToUnixTimeMilliseconds(),
                now = now.ToUnixTimeMilliseconds(),
            }) is 1;

    static void SaveWhole(Session session, Chat before, Chat after, Instant now) => session.Execute(
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
            language = CodeOf(after.Language),
            state = Stored(session, after.State),
            currentGoal = after.CurrentGoal,
            nextReminder = after.NextReminder,
            reachable = after.IsReachable ? 1 : 0,
            hasNews = after.IsReachable != before.IsReachable ? 1 : 0,
            safety = after.Concern.Stage.ToString(),
            safetyAt = SinceOf(after.Concern),
            agreement = session.Seal(StoredJson.Write(after.Agreement)),
            focus = after.Focus is null ? null : session.Seal(StoredJson.Write(after.Focus)),
            activeAt = after.ActiveAt.ToUnixTimeMilliseconds(),
            warnedAt = after.WarnedAt?.ToUnixTimeMilliseconds(),
            now = now.ToUnixTimeMilliseconds(),
        });

    // Nothing to wait for is a blank, which takes no seal to write and none to open.
    static string Stored(Session session, ChatState state) => state is ChatState.Idle ? "" : session.Seal(ChatStateJson.Write(state));

    static ChatState StateIn(Session session, string stored) => stored is "" ? new ChatState.Idle() : ChatStateJson.Read(session.Open(stored));

    static string CodeOf(Language language) => language is Language.Unknown ? "" : language.Code();

    static long? SinceOf(Concern concern) => concern.Stage is ConcernStage.None ? null : concern.Since.ToUnixTimeMilliseconds();
}
