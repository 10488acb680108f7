using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>
/// The messages of a channel that are in memory, and which of them goes next: one of a chat at a time and in order, chats side by side,
/// answers before what nobody asked for, at the pace that the channel bears. It neither waits nor knows a clock: moments come in.
/// </summary>
sealed class SendQueue(SendingLimits limits)
{
    /// <summary>Messages of one chat in memory: a chat with thousands must not take the room of the others.</summary>
    public const int MostOfAChat = 64;

    /// <summary>After so many answers one message that nobody asked for goes, so that a busy hour delays check-ins and does not stop them.</summary>
    const int AnswersInARow = 4;

    readonly Dictionary<ChatId, ChatLine> _lines = [];
    readonly HashSet<long> _ids = [];
    readonly HashSet<ChatLine> _toReadOn = [];
    readonly Queue<Turn> _answers = [], _unasked = [];
    readonly PriorityQueue<Turn, TimeSpan> _later = new();
    TimeSpan _paid, _closedUntil;
    int _answersInARow, _unaskedInMemory;

    /// <summary>How many messages are in memory, those on their way among them.</summary>
    public int Count(bool unasked) => unasked ? _unaskedInMemory : _ids.Count - _unaskedInMemory;

    public bool Has(long id) => _ids.Contains(id);

    /// <summary>The chats of which the store has more, and memory has room for it; with the id behind which it lies.</summary>
    public IReadOnlyList<(ChatId Chat, long After)> Short() =>
        [.. _toReadOn.Where(line => line.Messages.Count <= MostOfAChat / 2).Select(line => (line.Chat, line.ReadUpTo))];

    /// <summary>Takes a message in. Where it does not fit, or more lies before it, its chat is read on later.</summary>
    public void Add(WaitingMessage message, TimeSpan now)
    {
        var line = LineOf(message.Chat);
        if (_toReadOn.Contains(line)) return;
        if (line.Messages.Count < MostOfAChat) Insert(line, message, now);
        else ReadOnLater(line, after: line.Messages[^1].Message.Id);
    }

    /// <summary>Notes that a chat is to be read from the store, in order.</summary>
    public void ReadLater(ChatId chat)
    {
        var line = LineOf(chat);
        if (!_toReadOn.Contains(line)) ReadOnLater(line, after: 0);
    }

    /// <summary>Takes in what was read on of a chat.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="more">The messages, in order; those that are in memory already may be among them.</param>
    /// <param name="isAll">False where there may be still more.</param>
    /// <param name="now">The moment.</param>
    public void ReadOn(ChatId chat, IReadOnlyList<WaitingMessage> more, bool isAll, TimeSpan now)
    {
        var line = LineOf(chat);
        if (isAll) _toReadOn.Remove(line);
        else line.ReadUpTo = more[^1].Id;
        foreach (var message in more) Insert(line, message, now);
        Leave(line, now);
    }

    /// <summary>The message that goes now; null where none may.</summary>
    public WaitingMessage? Take(TimeSpan now)
    {
        while (_later.TryPeek(out var turn, out var at) && at <= now)
        {
            _later.Dequeue();
            if (turn.IsCurrent) Enqueue(turn);
        }
        if (OpensAt > now || Next() is not { } line) return null;
        line.IsBusy = true;
        line.Turns++;
        (_paid, line.Paid) = (limits.Overall.Pay(_paid, now), limits.InOneChat.Pay(line.Paid, now));
        return line.Messages[0].Message;
    }

    /// <summary>The moment at which <see cref="Take"/> may have something, where it has nothing now; null where only news can bring it.</summary>
    public TimeSpan? NextMoment()
    {
        var isReady = _answers.Any(turn => turn.IsCurrent) || _unasked.Any(turn => turn.IsCurrent);
        if (isReady) return OpensAt;
        return _later.TryPeek(out _, out var at) ? Max(at, OpensAt) : null;
    }

    /// <summary>True for a sign of life whose moment passed while its chat had to wait.</summary>
    public bool IsLate(WaitingMessage message) => _lines[message.Chat].LateUpTo >= message.Id;

    /// <summary>A message that was taken is off the list.</summary>
    /// <param name="message">The message.</param>
    /// <param name="weight">How many it was for the channel.</param>
    /// <param name="now">The moment.</param>
    public void Close(WaitingMessage message, int weight, TimeSpan now)
    {
        var line = _lines[message.Chat];
        Remove(line, message);
        if (weight > 1) (_paid, line.Paid) = (limits.Overall.Pay(_paid, now, weight - 1), limits.InOneChat.Pay(line.Paid, now, weight - 1));
        Free(line, now);
    }

    /// <summary>A message that was taken is to be tried again later.</summary>
    public void Return(WaitingMessage message, TimeSpan until, bool counts, TimeSpan now)
    {
        var line = _lines[message.Chat];
        if (counts) line.Messages[0] = new(message with { Attempts = message.Attempts + 1 }, TimeSpan.Zero);
        WaitUntil(line, until);
        Free(line, now);
    }

    /// <summary>A chat that has a message on its way is to be left alone for a while.</summary>
    public void LeaveAlone(ChatId chat, TimeSpan until) => WaitUntil(_lines[chat], until);

    /// <summary>Every chat is to be left alone for a while.</summary>
    public void LeaveAllAlone(TimeSpan until) => _closedUntil = Max(_closedUntil, until);

    /// <summary>Forgets a chat: what it waits for is not to be sent.</summary>
    public void Forget(ChatId chat)
    {
        if (!_lines.Remove(chat, out var line)) return;
        line.Turns++;
        _toReadOn.Remove(line);
        foreach (var queued in line.Messages) Uncount(queued.Message);
    }

    /// <summary>Drops the chats that are done with.</summary>
    public void Tidy(TimeSpan now)
    {
        foreach (var line in _lines.Values.ToList()) Leave(line, now);
    }

    TimeSpan OpensAt => Max(_closedUntil, limits.Overall.ReadyAt(_paid));

    ChatLine LineOf(ChatId chat) => _lines.TryGetValue(chat, out var line) ? line : _lines[chat] = new(chat);

    void ReadOnLater(ChatLine line, long after)
    {
        _toReadOn.Add(line);
        line.ReadUpTo = after;
    }

    void Insert(ChatLine line, WaitingMessage message, TimeSpan now)
    {
        if (!_ids.Add(message.Id)) return;
        if (message.IsUnasked) _unaskedInMemory++;
        // Of two processes the one that took its id first may commit last.
        var place = line.Messages.Count;
        while (place > (line.IsBusy ? 1 : 0) && line.Messages[place - 1].Message.Id > message.Id) place--;
        line.Messages.Insert(place, new(message, message.Wait > TimeSpan.Zero ? now + message.Wait : TimeSpan.Zero));
        // Listed anew only where that changes something, so that a chat keeps its turn.
        if (place is 0 || (!message.IsUnasked && !line.IsListedAsAnswer)) List(line, now);
    }

    void List(ChatLine line, TimeSpan now)
    {
        line.Turns++;
        if (line.IsBusy || line.Messages.Count is 0) return;
        var ready = Max(Max(line.WaitsUntil, limits.InOneChat.ReadyAt(line.Paid)), line.Messages[0].NotBefore);
        line.IsListedAsAnswer = line.Messages.Any(queued => !queued.Message.IsUnasked);
        var turn = new Turn(line, line.Turns);
        if (ready > now) _later.Enqueue(turn, ready);
        else Enqueue(turn);
    }

    // The messages of a chat stay in order, so that one that answers takes those before it along.
    void Enqueue(Turn turn) => (turn.Line.IsListedAsAnswer ? _answers : _unasked).Enqueue(turn);

    ChatLine? Next()
    {
        foreach (var turns in (Queue<Turn>[])[_answers, _unasked])
            while (turns.TryPeek(out var stale) && !stale.IsCurrent) turns.Dequeue();
        var isUnasked = _unasked.Count > 0 && (_answers.Count is 0 || _answersInARow >= AnswersInARow);
        _answersInARow = isUnasked ? 0 : _answersInARow + 1;
        return (isUnasked ? _unasked : _answers).TryDequeue(out var next) ? next.Line : null;
    }

    static void WaitUntil(ChatLine line, TimeSpan until)
    {
        line.WaitsUntil = Max(line.WaitsUntil, until);
        line.LateUpTo = line.Messages.Count > 0 ? line.Messages[^1].Message.Id : line.LateUpTo;
    }

    void Free(ChatLine line, TimeSpan now)
    {
        line.IsBusy = false;
        List(line, now);
        Leave(line, now);
    }

    // A line is kept as long as its pace or its wait has something to say.
    void Leave(ChatLine line, TimeSpan now)
    {
        if (line.Messages.Count is 0 && !line.IsBusy && !_toReadOn.Contains(line) && line.Paid <= now && line.WaitsUntil <= now) _lines.Remove(line.Chat);
    }

    void Remove(ChatLine line, WaitingMessage message)
    {
        line.Messages.RemoveAt(line.Messages.FindIndex(queued => queued.Message.Id == message.Id));
        Uncount(message);
    }

    void Uncount(WaitingMessage message)
    {
        if (_ids.Remove(message.Id) && message.IsUnasked) _unaskedInMemory--;
    }

    static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    sealed class ChatLine(ChatId chat)
    {
        public ChatId Chat => chat;

        /// <summary>In order; where the line is busy, the first is on its way.</summary>
        public List<Queued> Messages { get; } = [];

        public bool IsBusy { get; set; }
        public bool IsListedAsAnswer { get; set; }
        public long LateUpTo { get; set; }

        /// <summary>Where the store has more of it: behind which id.</summary>
        public long ReadUpTo { get; set; }

        public TimeSpan Paid { get; set; }
        public TimeSpan WaitsUntil { get; set; }

        /// <summary>Counts its places in the queues; all but the last are stale.</summary>
        public int Turns { get; set; }
    }

    readonly record struct Queued(WaitingMessage Message, TimeSpan NotBefore);

    readonly record struct Turn(ChatLine Line, int Number)
    {
        public bool IsCurrent => Line.Turns == Number;
    }
}
