using MicroWins.Storage;

namespace MicroWins.Messaging;

/// <summary>An event that waits to be answered.</summary>
/// <param name="Id">Its place: a chat's events are answered in the order of their ids.</param>
/// <param name="Attempts">How often it was tried already.</param>
public sealed record PendingEvent(long Id, ChatId Chat, SealedText Stored, string LanguageTag, int Attempts)
{
    /// <exception cref="System.Text.Json.JsonException">The row is corrupt.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It is, or it was sealed with other keys.</exception>
    public ChatEvent Event => MessageJson.Read<ChatEvent>(Stored.Open());
}

/// <summary>What came in: stored before anything acts on it, and answered from here alone.</summary>
public sealed class Inbox(Database database, TimeProvider time)
{
    /// <summary>Knocks when something came in.</summary>
    public Signal Arrived { get; } = new();

    /// <summary>Stores events, all or none. One that came before (by its key) is dropped.</summary>
    public async Task StoreAsync(IReadOnlyCollection<IncomingEvent> events)
    {
        if (events.Count is 0) return;
        await database.WriteAsync(session =>
        {
            foreach (var incoming in events) Store(session, incoming, time.GetUtcNow());
        });
        Arrived.Knock();
    }

    public static void Store(Session session, IncomingEvent incoming, DateTimeOffset now) => session.Execute(
        """
        insert into inbox (event_key, chat_id, event, language, received_at)
        values (@key, @chat, @json, @language, @now)
        on conflict (event_key) do nothing
        """,
        new
        {
            key = incoming.Key,
            chat = incoming.Chat.ToString(),
            json = session.Seal(MessageJson.Write(incoming.Event)),
            language = incoming.LanguageTag ?? "",
            now = now.ToUnixTimeMilliseconds(),
        });

    /// <summary>The first waiting event of each chat. A head that must wait keeps the events behind it waiting: order within a chat.</summary>
    /// <param name="impatient">True to see events that are to be tried later as well.</param>
    public Task<IReadOnlyList<PendingEvent>> HeadsAsync(bool impatient = false) => database.ReadAsync<IReadOnlyList<PendingEvent>>(session =>
    [
        .. session.Query<Row>(
            """
            select id, chat_id as chat, event, language, attempts from inbox
            where id in (select min(id) from inbox where status = 'pending' group by chat_id) and not_before <= @now
            order by id
            """,
            new { now = impatient ? long.MaxValue : time.GetUtcNow().ToUnixTimeMilliseconds() })
            .Select(row => new PendingEvent(row.Id, ChatId.Parse(row.Chat), session.Sealed(row.Event), row.Language, row.Attempts)),
    ]);

    /// <summary>Marks an event as answered, in the transaction of its answer.</summary>
    /// <exception cref="InvalidOperationException">It was answered already; the caller's transaction must not go through.</exception>
    public static void MarkHandled(Session session, PendingEvent pending) => Close(session, pending, "handled");

    /// <summary>Puts an event that cannot be answered aside, so that it does not block those behind it.</summary>
    /// <inheritdoc cref="MarkHandled"/>
    public static void Park(Session session, PendingEvent pending) => Close(session, pending, "parked");

    /// <summary>Lets a failed event be tried again after a while.</summary>
    public Task PostponeAsync(PendingEvent pending, TimeSpan wait) => database.WriteAsync(session => session.Execute(
        "update inbox set attempts = attempts + 1, not_before = @notBefore where id = @id",
        new { id = pending.Id, notBefore = (time.GetUtcNow() + wait).ToUnixTimeMilliseconds() }));

    static void Close(Session session, PendingEvent pending, string status)
    {
        var closed = session.Execute("update inbox set status = @status where id = @id and status = 'pending'", new { id = pending.Id, status });
        if (closed is not 1) throw new InvalidOperationException("The event was answered already.");
    }

    sealed record Row
    {
        public long Id { get; init; }
        public string Chat { get; init; } = "";
        public string Event { get; init; } = "";
        public string Language { get; init; } = "";
        public int Attempts { get; init; }
    }
}
