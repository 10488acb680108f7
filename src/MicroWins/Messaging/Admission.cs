using Microsoft.Extensions.Logging;

namespace MicroWins.Messaging;

/// <summary>
/// Stands before the inbox and lets each person in at their own pace; who floods is told once, and read again a minute later. In
/// memory, so approximate: a restart forgets, and of several processes each counts for itself. (RateLimiter of .NET has a clock of its
/// own and no word for "told already".)
/// </summary>
/// <param name="limits">How much is read.</param>
/// <param name="isUrgent">Says what must be answered whatever the pace: a word of danger outranks every limit.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets a line for each flood, without saying whose.</param>
public sealed partial class Admission(LimitsOptions limits, Func<ChatEvent, bool> isUrgent, TimeProvider time, ILogger<Admission> log)
{
    /// <summary>From so many messages in a minute on, the store is asked how many of them wait.</summary>
    const int Many = 10;

    /// <summary>Paces that are remembered before the old ones are swept out.</summary>
    const int FirstSweep = 10_000;

    readonly Lock _gate = new();
    readonly Dictionary<ChatId, ReadingPace> _paces = [];
    int _sweepAt = FirstSweep;

    /// <summary>Messages of one person that may wait at once.</summary>
    public int MostWaiting => limits.WaitingPerPerson;

    /// <summary>The people among these who write a lot, and may have a lot waiting.</summary>
    public IReadOnlyList<string> Busy(IEnumerable<IncomingEvent> events)
    {
        lock (_gate)
            return
            [
                .. events.GroupBy(incoming => incoming.Chat)
                    .Where(chat => chat.Count() + _paces.GetValueOrDefault(chat.Key).Read >= Many)
                    .Select(chat => chat.Key.ToString()),
            ];
    }

    /// <summary>What is to be stored of these; counted only by <see cref="Note"/>, since a batch that could not be stored comes again.</summary>
    /// <param name="events">In the order in which they came.</param>
    /// <param name="crowded">The people of whom too much waits.</param>
    public Admitted Admit(IEnumerable<IncomingEvent> events, IReadOnlyCollection<string> crowded)
    {
        var (now, admitted, after, told) = (time.GetUtcNow(), new List<IncomingEvent>(), new Dictionary<ChatId, ReadingPace>(), 0);
        lock (_gate)
            foreach (var incoming in events)
            {
                if (!Counts(incoming.Event))
                {
                    admitted.Add(incoming);
                    continue;
                }
                var pace = after.TryGetValue(incoming.Chat, out var changed) ? changed : _paces.GetValueOrDefault(incoming.Chat);
                (after[incoming.Chat], var entry) = pace.Next(now, limits.MessagesPerMinute, crowded.Contains(incoming.Chat.ToString()), () => isUrgent(incoming.Event));
                if (entry is Entry.Read) admitted.Add(incoming);
                if (entry is not Entry.Told) continue;
                admitted.Add(incoming with { Event = new ChatEvent.WroteTooFast() });
                told++;
            }
        return new(admitted, after, told);
    }

    /// <summary>Counts what was stored.</summary>
    public void Note(Admitted admitted)
    {
        lock (_gate)
        {
            foreach (var (chat, pace) in admitted.Paces) _paces[chat] = pace;
            if (_paces.Count >= _sweepAt) Sweep();
        }
        if (admitted.Told > 0) LogFlood(admitted.Told);
    }

    // What the channel says of a person is no message of theirs.
    static bool Counts(ChatEvent happened) => happened is ChatEvent.TextWritten or ChatEvent.ButtonPressed or ChatEvent.OtherSent;

    void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (chat, pace) in _paces)
            if (pace.IsOver(now)) _paces.Remove(chat);
        // Never sweeps again before as many have come in once more: the work stays in proportion to what comes in.
        _sweepAt = Math.Max(FirstSweep, 2 * _paces.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{People} wrote more than the Limits allow; they were told, and are read again in a minute.")]
    partial void LogFlood(int people);

    /// <summary>Events that go into the inbox, and how fast their people write with them.</summary>
    public sealed class Admitted
    {
        internal Admitted(IReadOnlyList<IncomingEvent> events, IReadOnlyDictionary<ChatId, ReadingPace> paces, int told) => (Events, Paces, Told) = (events, paces, told);

        public IReadOnlyList<IncomingEvent> Events { get; }

        internal IReadOnlyDictionary<ChatId, ReadingPace> Paces { get; }

        internal int Told { get; }
    }
}
