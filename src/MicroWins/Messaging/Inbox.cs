using MicroWins.Storage;

namespace MicroWins.Messaging;

/// <summary>An event that waits to be answered.</summary>
/// <param name="Id">Its place: a chat's events are answered in the order of their ids.</param>
/// <param name="Attempts">How often it was tried already.</param>
/// <param name="ClaimedBy">The life that answers it: no other may.</param>
public sealed record PendingEvent(long Id, ChatId Chat, SealedText Stored, string LanguageTag, int Attempts, long ClaimedBy)
{
    /// <exception cref="System.Text.Json.JsonException">The row is corrupt.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It is, or it was sealed with other keys.</exception>
    public ChatEvent Event => MessageJson.Read<ChatEvent>(Stored.Open());
}

/// <summary>An event as it is kept.</summary>
public sealed record KeptEvent
{
    public long Id { get; init; }
    public string EventKey { get; init; } = "";
    public string Event { get; init; } = "";
    public string Language { get; init; } = "";
    public string Status { get; init; } = "";
    public int Attempts { get; init; }
    public long? ClaimedBy { get; init; }
    public long NotBefore { get; init; }
    public long ReceivedAt { get; init; }
}

/// <summary>The event is not this life's to answer any more: its claim was given up for dead, or it was answered.</summary>
public sealed class ClaimLostException() : Exception("Another process answers the event, or has answered it.");

/// <summary>What came in: stored before anything acts on it, and answered from here alone.</summary>
/// <param name="database">The store.</param>
/// <param name="time">The clock.</param>
/// <param name="admission">Keeps floods out; null for a channel with one person, who is at home.</param>
public sealed class Inbox(Database database, TimeProvider time, Admission? admission = null)
{
    /// <summary>What the processes that share a database call this.</summary>
    public const string News = "inbox";

    /// <summary>Knocks when something came in.</summary>
    public Signal Arrived { get; } = new();

    /// <summary>Stores events, all or none. One that came before (by its key) is dropped.</summary>
    public Task StoreAsync(IReadOnlyCollection<IncomingEvent> events) => StoreAsync(events, worker: 0, most: 0);

    /// <summary>Stores events, and claims in the same commit what may be answered at once: an event that comes alone would else wait for the disk twice.</summary>
    /// <param name="events">What came in.</param>
    /// <param name="worker">Who claims: the number of a life.</param>
    /// <param name="most">How many.</param>
    /// <returns>What is claimed: events that waited before are among them, in the order of arrival.</returns>
    public async Task<IReadOnlyList<PendingEvent>> StoreAsync(IReadOnlyCollection<IncomingEvent> events, long worker, int most)
    {
        if (events.Count is 0) return [];
        var admitted = admission?.Admit(events, await CrowdedAsync(admission.Busy(events), admission.MostWaiting));
        var stored = admitted?.Events ?? events;
        var claimed = await database.WriteAsync<IReadOnlyList<Claimed>>(session =>
        {
            var now = time.GetUtcNow();
            foreach (var incoming in stored) Insert(session, Bounded(incoming), now);
            var taken = most > 0 ? Claim(session, worker, most, now.ToUnixTimeMilliseconds()) : [];
            if (taken.Count < stored.Count) session.Announce(News);
            return taken;
        });
        if (admitted is not null) admission!.Note(admitted);
        // What is left is for a lane that gets free, or for another process.
        if (claimed.Count < stored.Count) Arrived.Knock();
        return Pending(claimed, worker);
    }

    /// <summary>Those of these chats in which too much waits.</summary>
    // One by one, and they are few: Dapper hands a list to PostgreSQL as an array, which "in" does not take.
    async Task<IReadOnlyCollection<string>> CrowdedAsync(IReadOnlyList<string> chats, int most) => chats.Count is 0 ? [] : await database.ReadAsync(session =>
        chats.Where(chat => session.One<long>("select count(*) from inbox where chat_id = @chat and status = 'pending'", new { chat }) >= most).ToList());

    static IncomingEvent Bounded(IncomingEvent incoming) => incoming.Event is ChatEvent.TextWritten { Text.Length: > LongText.Most } written
        ? incoming with { Event = new ChatEvent.TextWritten(LongText.Cut(written.Text)) }
        : incoming;

    public static void Store(Session session, IncomingEvent incoming, DateTimeOffset now)
    {
        session.Announce(News);
        Insert(session, incoming, now);
    }

    static void Insert(Session session, IncomingEvent incoming, DateTimeOffset now) => session.Execute(
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
            language = incoming.LanguageTag is { } tag && IsTag(tag) ? tag : "",
            now = now.ToUnixTimeMilliseconds(),
        });

    // The one text of others that is not sealed: letters that PostgreSQL refuses would hold up all that came with it.
    static bool IsTag(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>
    /// Claims the first waiting events of chats, one of a chat, in the order of arrival. A first event that must wait, or that somebody
    /// answers at this moment, keeps those behind it waiting: order within a chat, across all processes.
    /// </summary>
    /// <param name="worker">Who claims: the number of a life.</param>
    /// <param name="most">How many.</param>
    /// <param name="channel">The channel whose chats are meant; null = all.</param>
    /// <param name="impatient">True to claim events that are to be tried later as well.</param>
    public async Task<IReadOnlyList<PendingEvent>> ClaimAsync(long worker, int most, string? channel = null, bool impatient = false)
    {
        var now = impatient ? long.MaxValue : time.GetUtcNow().ToUnixTimeMilliseconds();
        return Pending(await database.WriteAsync(session => Claim(session, worker, most, now, channel is null ? "" : $"{channel}:")), worker);
    }

    // SQLite prepares a statement anew for each pattern and each limit that is bound to it, which takes ten times as long as to run it: "+ 0" binds none.
    IReadOnlyList<Claimed> Claim(Session session, long worker, int most, long now, string prefix = "") => session.Query(
        $"""
        update inbox set claimed_by = @worker where id in (
            select head.id from inbox head
            where head.status = 'pending' and head.claimed_by is null and head.not_before <= @now and substr(head.chat_id, 1, @length) = @prefix
              and not exists (select 1 from inbox ahead where ahead.status = 'pending' and ahead.chat_id = head.chat_id and ahead.id < head.id)
              and not exists (select 1 from inbox busy where busy.status = 'pending' and busy.claimed_by is not null and busy.chat_id = head.chat_id)
            order by head.id limit @most + 0 {database.Dialect.SkipLocked})
        returning id, chat_id, event, language, attempts
        """,
        new { worker, now, most, prefix, length = prefix.Length },
        row => new Claimed(row.GetInt64(0), row.GetString(1), session.Sealed(row.GetString(2)), row.GetString(3), row.GetInt32(4)));

    // What is returned comes in any order.
    static IReadOnlyList<PendingEvent> Pending(IReadOnlyList<Claimed> claimed, long worker) =>
        [.. claimed.OrderBy(row => row.Id).Select(row => new PendingEvent(row.Id, ChatId.Parse(row.Chat), row.Event, row.Language, row.Attempts, worker))];

    /// <summary>Frees what was claimed by lives that are over.</summary>
    /// <param name="me">The number of the life that asks.</param>
    public async Task FreeDeadClaimsAsync(long me)
    {
        var freed = await database.WriteAsync(session => session.Execute(
            $"update inbox set claimed_by = null where status = 'pending' and claimed_by is not null and claimed_by not in ({database.Dialect.LivingWorkers})",
            new { me }));
        if (freed > 0) Arrived.Knock();
    }

    /// <summary>All events of a chat that are still kept, oldest first.</summary>
    public static IReadOnlyList<KeptEvent> Kept(Session session, ChatId chat) =>
    [
        .. session.Query<KeptEvent>(
            """
            select id, event_key as EventKey, event, language, status, attempts, claimed_by as ClaimedBy, not_before as NotBefore, received_at as ReceivedAt
            from inbox where chat_id = @chat order by id
            """,
            new { chat = chat.ToString() }).Select(row => row with { Event = session.Open(row.Event) }),
    ];

    /// <summary>Marks an event as answered, in the transaction of its answer.</summary>
    /// <exception cref="ClaimLostException">It was answered already, or another answers it; the caller's transaction must not go through.</exception>
    public static void MarkHandled(Session session, PendingEvent pending) => Close(session, pending, "handled");

    /// <summary>Puts an event that cannot be answered aside, so that it does not block those behind it.</summary>
    /// <inheritdoc cref="MarkHandled"/>
    public static void Park(Session session, PendingEvent pending) => Close(session, pending, "parked");

    /// <summary>Lets a failed event be tried again after a while, by whoever is free then.</summary>
    /// <param name="pending">The event.</param>
    /// <param name="wait">How long, from now.</param>
    /// <param name="counts">False where the store was in trouble, which is no failure of the event.</param>
    public Task PostponeAsync(PendingEvent pending, TimeSpan wait, bool counts = true) => database.WriteAsync(session => session.Execute(
        "update inbox set attempts = attempts + @failure, not_before = @notBefore, claimed_by = null where id = @id and claimed_by = @me and status = 'pending'",
        new { id = pending.Id, me = pending.ClaimedBy, failure = counts ? 1 : 0, notBefore = (time.GetUtcNow() + wait).ToUnixTimeMilliseconds() }));

    /// <summary>Gives events back that were claimed and not answered, as they were.</summary>
    public Task GiveBackAsync(PendingEvent pending) => database.WriteAsync(session => session.Execute(
        "update inbox set claimed_by = null where id = @id and claimed_by = @me and status = 'pending'", new { id = pending.Id, me = pending.ClaimedBy }));

    static void Close(Session session, PendingEvent pending, string status)
    {
        var closed = session.Execute(
            "update inbox set status = @status where id = @id and claimed_by = @me and status = 'pending'", new { id = pending.Id, me = pending.ClaimedBy, status });
        if (closed is not 1) throw new ClaimLostException();
    }

    readonly record struct Claimed(long Id, string Chat, SealedText Event, string Language, int Attempts);
}
