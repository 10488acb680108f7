using MicroWins.CheckIns;
using MicroWins.Messaging;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins.Privacy;

/// <summary>What a look through the store came to.</summary>
/// <param name="Forgotten">Messages and reminders that were kept long enough.</param>
/// <param name="Warned">People who are told that everything will be erased.</param>
/// <param name="Erased">People of whom nothing is kept any more.</param>
public readonly record struct Swept(int Forgotten, int Warned, int Erased);

/// <summary>
/// Takes out of the store what was kept long enough. Looks outside of the writer and writes in small batches that check again, so that
/// nobody's message waits behind it and a sign of life that comes meanwhile counts.
/// </summary>
public sealed class Retention(Database database, PrivacyOptions privacy, TimeProvider time)
{
    /// <summary>Rows of a transaction: some milliseconds.</summary>
    const int Batch = 200;

    /// <summary>People who are erased in one transaction: each has rows in many tables.</summary>
    const int FewPeople = 10;

    // The oldest rows have the lowest ids: looking at those alone is quick in a store of any size.
    const string
        OldEvents = "select id from (select id, received_at from inbox where status <> 'pending' order by id limit @batch + 0) oldest where received_at < @before",
        // What was sent to somebody since they were warned shows when the warning reached them.
        OldMessages =
            """
            select id from (
                select id, coalesce(sent_at, created_at) as closed_at from outbox
                where status <> 'pending' and not exists (select 1 from chats where chats.chat_id = outbox.chat_id and chats.warned_at is not null)
                order by id limit @batch + 0) oldest
            where closed_at < @before
            """,
        OldReminders = "select chat_id as Chat, reminder_no as Number from reminders where status <> 'waiting' and due_at < @before limit @batch + 0",
        // Told once for each silence: the key of the event says which.
        Silent =
            """
            select chat_id as Chat, active_at as ActiveAt from chats
            where warned_at is null and reachable = 1 and active_at <= @since
              and not exists (select 1 from inbox where inbox.chat_id = chats.chat_id and inbox.status = 'pending')
              and not exists (select 1 from inbox where inbox.event_key = 'inactive:' || chats.chat_id || ':' || cast(chats.active_at as text))
            order by active_at limit @batch + 0
            """,
        // The warning must have been there for its days, also where the bot was down meanwhile; who blocked the bot cannot be warned.
        IsOver =
            """
            active_at <= @since
              and not exists (select 1 from inbox where inbox.chat_id = chats.chat_id and inbox.status = 'pending')
              and ((reachable = 0 and active_at <= @unreachableSince)
                or (reachable = 1 and warned_at <= @warnedBefore
                  and not exists (select 1 from outbox where outbox.chat_id = chats.chat_id and (outbox.status = 'pending' or outbox.sent_at > @warnedBefore))))
            """;

    /// <summary>Looks through the store once, to the end.</summary>
    public async Task<Swept> SweepAsync()
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var forgotten = privacy.MessagesFrom(now) is { } from ? await ForgetAsync(from.ToUnixTimeMilliseconds()) : 0;
        return privacy.SilentSince(now) is null
            ? new(forgotten, 0, 0)
            : new(forgotten, Erased: await EraseAsync(now), Warned: await WarnAsync(now));
    }

    async Task<int> ForgetAsync(long before)
    {
        var rows = new { before, batch = Batch };
        return await InBatches<long>(OldEvents, rows, (session, ids) => session.Execute($"delete from inbox where id in ({database.Dialect.Numbers}) and status <> 'pending'", new { numbers = StoredJson.Write(ids) }))
            + await InBatches<long>(OldMessages, rows, (session, ids) => session.Execute($"delete from outbox where id in ({database.Dialect.Numbers}) and status <> 'pending'", new { numbers = StoredJson.Write(ids) }))
            + await InBatches<ReminderKey>(OldReminders, rows, (session, keys) => keys.Sum(key =>
                session.Execute("delete from reminders where chat_id = @Chat and reminder_no = @Number and status <> 'waiting'", key)));
    }

    Task<int> WarnAsync(Instant now) => InBatches<SilentChat>(
        Silent, new { since = Milliseconds(privacy.SilentSince(now)!.Value), batch = Batch },
        (session, chats) =>
        {
            foreach (var chat in chats)
                Inbox.Store(
                    session,
                    new(FormattableString.Invariant($"inactive:{chat.Chat}:{chat.ActiveAt}"), ChatId.Parse(chat.Chat), new ChatEvent.ReminderDue(0, nameof(ReminderPurpose.Inactive))),
                    time.GetUtcNow());
            return chats.Count;
        });

    Task<int> EraseAsync(Instant now)
    {
        var (since, warnedBefore) = (Milliseconds(privacy.SilentSince(now)!.Value), Milliseconds(privacy.WarnedBefore(now)));
        var unreachableSince = Milliseconds(privacy.SilentSince(privacy.WarnedBefore(now))!.Value);
        return InBatches<string>(
            $"select chat_id from chats where {IsOver} limit @batch + 0",
            new { since, warnedBefore, unreachableSince, batch = FewPeople },
            (session, chats) => chats.Count(chat => EraseIfOver(session, chat, new { chat, since, warnedBefore, unreachableSince })));
    }

    static bool EraseIfOver(Session session, string chat, object values)
    {
        if (session.One<int>($"select count(*) from chats where chat_id = @chat and {IsOver}", values) is 0) return false;
        Erasing.Erase(session, ChatId.Parse(chat));
        return true;
    }

    async Task<int> InBatches<T>(string look, object values, Func<Session, IReadOnlyList<T>, int> write)
    {
        for (var total = 0; ;)
        {
            var found = await database.ReadAsync(session => session.Query<T>(look, values));
            var done = found.Count is 0 ? 0 : await database.WriteAsync(session => write(session, found));
            total += done;
            // What was found and could not be taken has changed meanwhile: it is looked at again the next time.
            if (done is 0) return total;
        }
    }

    static long Milliseconds(Instant moment) => moment.ToUnixTimeMilliseconds();

    sealed record ReminderKey
    {
        public string Chat { get; init; } = "";
        public int Number { get; init; }
    }

    sealed record SilentChat
    {
        public string Chat { get; init; } = "";
        public long ActiveAt { get; init; }
    }
}
