using System.Globalization;
using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Storage;

namespace MicroWins.Torture;

/// <summary>A message of the outbox.</summary>
/// <param name="Parts">Requests that it makes.</param>
/// <param name="IsFleeting">Whether it may be left out.</param>
sealed record Row(long Chat, MessageKind Kind, int Parts, bool IsFleeting);

/// <summary>What is in the store, read through the bot's own classes.</summary>
sealed class Remains(Func<Database> open)
{
    readonly Dictionary<long, Row> _rows = [];
    readonly Dictionary<long, string> _status = [];
    long _last;

    /// <summary>Messages by what became of them, as of the last look.</summary>
    public IEnumerable<(Row Row, string Status)> Messages => _rows.Select(row => (row.Value, _status[row.Key]));

    /// <summary>Looks at the outbox: what is new, and what became of what waited.</summary>
    public async Task LookAsync()
    {
        var news = await ReadAsync(session =>
        {
            var rows = session.Query<Stored>("select id as Id, chat_id as Chat, message as Message, status as Status from outbox where id > @last order by id", new { last = _last });
            return rows.Select(row => (row.Id, row.Status, Message: ReadRow(row, session))).ToList();
        });
        foreach (var (id, status, row) in news)
        {
            (_rows[id], _status[id]) = (row, status);
            _last = Math.Max(_last, id);
        }
        var waiting = _status.Where(pair => pair.Value is "pending").Select(pair => pair.Key).Order().ToList();
        if (waiting.Count is 0) return;
        var changed = await ReadAsync(session => session.Query<Stored>(
            "select id as Id, status as Status from outbox where id >= @first and status <> 'pending'", new { first = waiting[0] }));
        foreach (var row in changed)
            if (_status.ContainsKey(row.Id)) _status[row.Id] = row.Status;
    }

    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql) => ReadAsync(session => session.Query<T>(sql));

    /// <summary>Makes reminders due within a few seconds, as time does; the program is down.</summary>
    /// <returns>How many.</returns>
    public Task<int> BringForwardAsync(DateTimeOffset now, int each, int which) => WriteAsync(session => session.Execute(
        "update reminders set due_at = @due where status = 'waiting' and purpose in ('Daily', 'CheckIn', 'Week') and due_at > @due and (reminder_no + length(chat_id) + goal_no) % @each = @which % @each",
        new { due = now.AddSeconds(1).ToUnixTimeMilliseconds(), each, which }));

    public static long ChatOf(string chat) => long.Parse(chat.AsSpan(chat.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    static Row ReadRow(Stored stored, Session session)
    {
        var message = MessageJson.Read<OutgoingMessage>(session.Open(stored.Message));
        return new(ChatOf(stored.Chat), message.Kind, SendPart.Of(ChatOf(stored.Chat), message).Count, message.IsFleeting);
    }

    // Opened for each look: the keys are made by the program, and it may not have lived long enough for that yet.
    async Task<T> ReadAsync<T>(Func<Session, T> read)
    {
        await using var database = open();
        return await database.ReadAsync(read);
    }

    async Task<T> WriteAsync<T>(Func<Session, T> write)
    {
        await using var database = open();
        return await database.WriteAsync(write);
    }

    sealed record Stored
    {
        public long Id { get; init; }
        public string Chat { get; init; } = "";
        public string Message { get; init; } = "";
        public string Status { get; init; } = "";
    }
}
