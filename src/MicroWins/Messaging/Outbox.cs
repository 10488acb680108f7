using MicroWins.Storage;

namespace MicroWins.Messaging;

/// <summary>A message that waits to be sent.</summary>
/// <param name="Attempts">How often it was tried already.</param>
public sealed record PendingMessage(long Id, ChatId Chat, SealedText Stored, int Attempts)
{
    /// <exception cref="System.Text.Json.JsonException">The row is corrupt.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It is, or it was sealed with other keys.</exception>
    public OutgoingMessage Message => MessageJson.Read<OutgoingMessage>(Stored.Open());
}

/// <summary>What is to be sent: written in the transaction of the turn that says it, sent after the commit, in order within a chat.</summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    /// <summary>Knocks when something is to be sent.</summary>
    public Signal Filled { get; } = new();

    public static void Add(Session session, ChatId chat, OutgoingMessage message, DateTimeOffset now) => session.Execute(
        "insert into outbox (chat_id, message, not_before, created_at) values (@chat, @message, @notBefore, @now)",
        new
        {
            chat = chat.ToString(),
            message = session.Seal(MessageJson.Write(message)),
            notBefore = message.After > TimeSpan.Zero ? (now + message.After).ToUnixTimeMilliseconds() : 0,
            now = now.ToUnixTimeMilliseconds(),
        });

    /// <summary>The first waiting message of each chat that can be reached.</summary>
    /// <param name="impatient">True to see messages that are to be tried later as well.</param>
    public Task<IReadOnlyList<PendingMessage>> HeadsAsync(bool impatient = false) => database.ReadAsync<IReadOnlyList<PendingMessage>>(session =>
    [
        .. session.Query<Row>(
            """
            select id, chat_id as chat, message, attempts from outbox
            where id in (select min(id) from outbox where status = 'pending' group by chat_id) and not_before <= @now
              and not exists (select 1 from chats where chats.chat_id = outbox.chat_id and chats.reachable = 0)
            order by id
            """,
            new { now = impatient ? long.MaxValue : time.GetUtcNow().ToUnixTimeMilliseconds() })
            .Select(row => new PendingMessage(row.Id, ChatId.Parse(row.Chat), session.Sealed(row.Message), row.Attempts)),
    ]);

    /// <summary>The last message with buttons that a chat was sent, among its latest few; null where there is none.</summary>
    public Task<OutgoingMessage?> LastWithButtonsAsync(ChatId chat) => database.ReadAsync(session => session
        .Query<string>("select message from outbox where chat_id = @chat and status = 'sent' order by id desc limit 10", new { chat = chat.ToString() })
        .Select(stored => MessageJson.Read<OutgoingMessage>(session.Open(stored)))
        .FirstOrDefault(message => message.Buttons.Length > 0));

    /// <summary>Takes a message off the list: it is sent, or never will be.</summary>
    public Task CloseAsync(PendingMessage message, bool sent) => database.WriteAsync(session => session.Execute(
        "update outbox set status = @status, sent_at = @now, message = @stored where id = @id",
        new { id = message.Id, status = sent ? "sent" : "refused", now = time.GetUtcNow().ToUnixTimeMilliseconds(), stored = sent ? WithoutFile(session, message) : message.Stored.Stored }));

    /// <summary>A message as it is kept once it is sent: a picture is a hundred times as large as its words, and nobody reads it here again.</summary>
    static string WithoutFile(Session session, PendingMessage message) =>
        message.Message is { Attachment: not null } sent ? session.Seal(MessageJson.Write(sent with { Attachment = null })) : message.Stored.Stored;

    /// <summary>Lets a message be tried again after a while.</summary>
    /// <param name="counts">False where the wait was asked for by the channel, which is no failure of the message.</param>
    public Task PostponeAsync(PendingMessage message, TimeSpan wait, bool counts) => database.WriteAsync(session => session.Execute(
        "update outbox set attempts = attempts + @failure, not_before = @notBefore where id = @id",
        new { id = message.Id, failure = counts ? 1 : 0, notBefore = (time.GetUtcNow() + wait).ToUnixTimeMilliseconds() }));

    sealed record Row
    {
        public long Id { get; init; }
        public string Chat { get; init; } = "";
        public string Message { get; init; } = "";
        public int Attempts { get; init; }
    }
}
