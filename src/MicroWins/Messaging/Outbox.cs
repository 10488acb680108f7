using MicroWins.Storage;

namespace MicroWins.Messaging;

/// <summary>A message as it is kept.</summary>
public sealed record KeptMessage
{
    public long Id { get; init; }
    public string Message { get; init; } = "";
    public string Status { get; init; } = "";
    public int Attempts { get; init; }
    public long NotBefore { get; init; }
    public long WaitsSince { get; init; }
    public int Unasked { get; init; }
    public int Held { get; init; }
    public long CreatedAt { get; init; }
    public long? SentAt { get; init; }
}

/// <summary>What is to be sent: written in the transaction of the turn that says it, sent after the commit, in order within a chat.</summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    /// <summary>What the processes that share a database call this.</summary>
    public const string News = "outbox";

    // What the sender looks at, in the words of the index outbox_to_send. A row whose chat id has no address is nobody's.
    const string ToSend = "status = 'pending' and held = 0 and substr(chat_id, 1, @length) = @prefix and length(chat_id) > @length";

    const string Places = "id, chat_id as chat, attempts, not_before as notBefore, waits_since as waitsSince, unasked";

    const string Place = $"select {Places} from outbox";

    const string PlaceInLine =
        $"select {Places}, case when exists (select 1 from outbox older where older.status = 'pending' and older.held = 0 and older.chat_id = outbox.chat_id and older.id < outbox.id) then 1 else 0 end as behind from outbox";

    const string Whole = "select id, chat_id as chat, attempts, message from outbox";

    /// <summary>Knocks when something is to be sent.</summary>
    public Signal Filled { get; } = new();

    public static void Add(Session session, ChatId chat, OutgoingMessage message, DateTimeOffset now)
    {
        session.Announce(News);
        session.Execute(
            """
            insert into outbox (chat_id, message, unasked, not_before, waits_since, created_at)
            values (@chat, @message, @unasked, @notBefore, @now, @now)
            """,
            new
            {
                chat = chat.ToString(),
                message = Sealed(session, message),
                unasked = message.Kind is MessageKind.CheckIn || message.IsUnasked ? 1 : 0,
                notBefore = message.After > TimeSpan.Zero ? (now + message.After).ToUnixTimeMilliseconds() : 0,
                now = now.ToUnixTimeMilliseconds(),
            });
    }

    // A picture is a hundred times as large as its words: that one is read again when its turn has come.
    static string Sealed(Session session, OutgoingMessage message) =>
        message.Attachment is null ? session.Seal(message, MessageJson.Write) : session.Seal(MessageJson.Write(message));

    // "+ 0", or SQLite prepares the statement anew each time, which takes ten times as long as to run it.
    /// <summary>The next waiting messages of a channel as they stand at one moment: answers, and what nobody asked for, each in order.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="answers">Where to read on among the answers.</param>
    /// <param name="unasked">Where to read on among the others.</param>
    public Task<IReadOnlyList<WaitingMessage>> NextAsync(string channel, ReadingPlace answers, ReadingPlace unasked) => PlacesAsync(
        $"""
        select * from ({PlaceInLine} where {ToSend} and unasked = 0 and id > @answersAfter order by id limit @mostAnswers + 0) answers
        union all
        select * from ({PlaceInLine} where {ToSend} and unasked = 1 and id > @unaskedAfter order by id limit @mostUnasked + 0) others
        """,
        new
        {
            answersAfter = answers.After, mostAnswers = answers.Most, unaskedAfter = unasked.After, mostUnasked = unasked.Most,
            prefix = Prefix(channel), length = Prefix(channel).Length,
        });

    /// <summary>The first waiting messages of each chat that one of these messages goes to, of both kinds, in order.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="ids">The messages.</param>
    /// <param name="most">How many of a chat at the most.</param>
    public Task<IReadOnlyList<WaitingMessage>> OfTheirChatsAsync(string channel, IEnumerable<long> ids, int most) => PlacesAsync(
        $"""
        select id, chat, attempts, notBefore, waitsSince, unasked from (
            select id, chat_id as chat, attempts, not_before as notBefore, waits_since as waitsSince, unasked, row_number() over (partition by chat_id order by id) as place
            from outbox where {ToSend} and chat_id in (select chat_id from outbox where id in ({database.Dialect.Numbers}))) places
        where place <= @most order by id
        """,
        new { numbers = StoredJson.Write(ids.ToList()), most, prefix = Prefix(channel), length = Prefix(channel).Length });

    /// <summary>The next waiting messages of one chat, of both kinds, in order.</summary>
    public Task<IReadOnlyList<WaitingMessage>> OfChatAsync(ChatId chat, ReadingPlace place) => PlacesAsync(
        $"{Place} where {ToSend} and chat_id = @chat and id > @after order by id limit @most + 0",
        new { chat = chat.ToString(), after = place.After, most = place.Most, prefix = Prefix(chat.Channel), length = Prefix(chat.Channel).Length });

    /// <summary>Those of these messages that still wait, whole.</summary>
    public Task<IReadOnlyList<PendingMessage>> OfIdsAsync(string channel, IEnumerable<long> ids) => WholeAsync(
        $"{Whole} where {ToSend} and id in ({database.Dialect.Numbers}) order by id",
        new { numbers = StoredJson.Write(ids.ToList()), prefix = Prefix(channel), length = Prefix(channel).Length });

    /// <summary>The first waiting message of a channel, also where it is to be tried later; null where none waits.</summary>
    public async Task<PendingMessage?> FirstAsync(string channel) =>
        await WholeAsync($"{Whole} where {ToSend} order by id limit 1", new { prefix = Prefix(channel), length = Prefix(channel).Length }) is [var first] ? first : null;

    /// <summary>The ids of all that waits in a channel up to one, in order.</summary>
    public Task<IReadOnlyList<long>> IdsAsync(string channel, bool unasked, long upTo) => database.ReadAsync(session => session.Query<long>(
        $"select id from outbox where {ToSend} and unasked = @unasked and id <= @upTo order by id",
        new { unasked = unasked ? 1 : 0, upTo, prefix = Prefix(channel), length = Prefix(channel).Length }));

    /// <summary>The chats for which these messages wait.</summary>
    public Task<IReadOnlyList<ChatId>> ChatsOfAsync(IEnumerable<long> ids) => database.ReadAsync<IReadOnlyList<ChatId>>(session =>
    [
        .. session.Query<string>($"select distinct chat_id from outbox where id in ({database.Dialect.Numbers})", new { numbers = StoredJson.Write(ids.ToList()) })
            .Select(ChatId.Parse),
    ]);

    /// <summary>All messages to a chat that are still kept, oldest first.</summary>
    public static IReadOnlyList<KeptMessage> Kept(Session session, ChatId chat) =>
    [
        .. session.Query<KeptMessage>(
            """
            select id, message, status, attempts, not_before as NotBefore, waits_since as WaitsSince, unasked, held, created_at as CreatedAt, sent_at as SentAt
            from outbox where chat_id = @chat order by id
            """,
            new { chat = chat.ToString() }).Select(row => row with { Message = session.Open(row.Message) }),
    ];

    /// <summary>The last message with buttons that a chat was sent, among its latest few; null where there is none.</summary>
    public Task<OutgoingMessage?> LastWithButtonsAsync(ChatId chat) => database.ReadAsync(session => session
        .Query<string>("select message from outbox where chat_id = @chat and status = 'sent' order by id desc limit 10", new { chat = chat.ToString() })
        .Select(stored => MessageJson.Read<OutgoingMessage>(session.Open(stored)))
        .FirstOrDefault(message => message.Buttons.Length > 0));

    /// <summary>Takes messages off the list, in one commit. What was said to somebody of whom nothing else is kept is not kept either.</summary>
    public Task CloseAsync(params IReadOnlyCollection<Receipt> receipts) => database.WriteAsync(session =>
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        Close("sent", [.. receipts.Where(receipt => receipt.IsSent).Select(receipt => receipt.Message.Id)]);
        Close("refused", [.. receipts.Where(receipt => !receipt.IsSent).Select(receipt => receipt.Message.Id)]);
        // A picture is a hundred times as large as its words, and nobody reads it here again.
        foreach (var receipt in receipts.Where(receipt => receipt.IsSent && receipt.Message.Message.Attachment is not null))
            session.Execute("update outbox set message = @json where id = @id",
                new { id = receipt.Message.Id, json = session.Seal(MessageJson.Write(receipt.Message.Message with { Attachment = null })) });
        session.Execute(
            $"delete from outbox where id in ({database.Dialect.Numbers}) and not exists (select 1 from chats where chats.chat_id = outbox.chat_id)",
            new { numbers = StoredJson.Write(receipts.Select(receipt => receipt.Message.Id)) });

        void Close(string status, IReadOnlyCollection<long> ids)
        {
            if (ids.Count is 0) return;
            session.Execute(
                $"update outbox set status = @status, sent_at = @now where id in ({database.Dialect.Numbers})", new { status, now, numbers = StoredJson.Write(ids) });
        }
    });

    /// <summary>Lets a message be tried again after a while.</summary>
    /// <param name="message">The message.</param>
    /// <param name="wait">How long, from now.</param>
    /// <param name="counts">False where the wait was asked for by the channel, which is no failure of the message.</param>
    public Task PostponeAsync(PendingMessage message, TimeSpan wait, bool counts) => database.WriteAsync(session =>
    {
        var now = time.GetUtcNow();
        session.Execute(
            "update outbox set attempts = attempts + @failure, not_before = @notBefore, waits_since = @now where id = @id",
            new { id = message.Id, failure = counts ? 1 : 0, notBefore = (now + wait).ToUnixTimeMilliseconds(), now = now.ToUnixTimeMilliseconds() });
    });

    static string Prefix(string channel) => channel + ":";

    Task<IReadOnlyList<WaitingMessage>> PlacesAsync(string sql, object values) => database.ReadAsync<IReadOnlyList<WaitingMessage>>(session =>
    {
        var now = time.GetUtcNow();
        return [.. session.Query<PlaceRow>(sql, values).Select(row => row.Read(now))];
    });

    Task<IReadOnlyList<PendingMessage>> WholeAsync(string sql, object values) => database.ReadAsync<IReadOnlyList<PendingMessage>>(session =>
        [.. session.Query<WholeRow>(sql, values).Select(row => new PendingMessage(row.Id, ChatId.Parse(row.Chat), session.Sealed(row.Message), row.Attempts))]);

    sealed record PlaceRow
    {
        public long Id { get; init; }
        public string Chat { get; init; } = "";
        public int Attempts { get; init; }
        public long NotBefore { get; init; }
        public long WaitsSince { get; init; }
        public int Unasked { get; init; }
        public int Behind { get; init; }

        public WaitingMessage Read(DateTimeOffset now) => new(Id, ChatId.Parse(Chat), Unasked is 1)
        {
            IsBehind = Behind is 1,
            Attempts = Attempts,
            Wait = DeliveryPolicy.WaitLeft(DateTimeOffset.FromUnixTimeMilliseconds(NotBefore), DateTimeOffset.FromUnixTimeMilliseconds(WaitsSince), now),
        };
    }

    sealed record WholeRow
    {
        public long Id { get; init; }
        public string Chat { get; init; } = "";
        public int Attempts { get; init; }
        public string Message { get; init; } = "";
    }
}
