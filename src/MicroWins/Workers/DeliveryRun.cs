using System.Collections.Concurrent;
using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>
/// One run of the delivery loop: its memory of what waits, which is gone with it and read again by the next. Only the loop itself
/// touches the queues; what is on its way reports back to it.
/// </summary>
sealed class DeliveryRun
{
    /// <summary>How often all that waits is compared with what is in memory: another process may have committed a lower id later, or deleted a person.</summary>
    static readonly TimeSpan BetweenComparisons = TimeSpan.FromSeconds(1);

    /// <summary>Rows that are read at once, at the most and, where memory has little room, at the least.</summary>
    const int PageSize = 250, LeastPage = 50;

    /// <summary>Messages in memory. What nobody asked for is read as it goes: a week's picture is a hundred times as large as an answer.</summary>
    const int MostAnswers = 2_000, MostUnasked = 300;

    readonly Outbox _outbox;
    readonly Attempt _attempt;
    readonly TimeProvider _time;
    readonly Action<Exception> _storeFailed;
    readonly Receipts _receipts;
    readonly Dictionary<string, SendQueue> _queues;
    readonly List<Place> _places;
    readonly Dictionary<long, Task> _underWay = [];
    readonly ConcurrentQueue<(PendingMessage Message, Fate Fate)> _settled = [];
    readonly Signal _woken = new();
    readonly long _start;
    TimeSpan _comparesAt, _readsAt;
    bool _hasBegun;
    volatile bool _hasNews = true;

    public DeliveryRun(Outbox outbox, IReadOnlyDictionary<string, IMessageSender> senders, Attempt attempt, TimeProvider time, Action<Exception> storeFailed)
    {
        (_outbox, _attempt, _time, _storeFailed, _start) = (outbox, attempt, time, storeFailed, time.GetTimestamp());
        _receipts = new(outbox, time, storeFailed);
        _queues = senders.ToDictionary(sender => sender.Key, sender => new SendQueue(sender.Value.Limits));
        _places = [.. _queues.SelectMany(queue => (Place[])[new(queue.Key, queue.Value, Unasked: false), new(queue.Key, queue.Value, Unasked: true)])];
    }

    // A clock that is set changes no wait here.
    TimeSpan Now => _time.GetElapsedTime(_start);

    public async Task RunAsync(CancellationToken cancel)
    {
        using var giveUp = new CancellationTokenSource();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var recording = _receipts.RunAsync(giveUp.Token);
        var listening = ListenAsync(ended.Token);
        try
        {
            while (true)
            {
                Apply();
                await ReadAsync();
                Dispatch(giveUp.Token);
                await _woken.WaitAsync(Rest(), _time, cancel);
            }
        }
        finally
        {
            await ended.CancelAsync();
            await FinishAsync(giveUp);
            _receipts.Complete();
            await Task.WhenAll(recording, listening);
        }
    }

    async Task ListenAsync(CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            // A minute is no limit here: what nobody knocked for is found by the comparisons.
            await _outbox.Filled.WaitAsync(TimeSpan.FromMinutes(1), _time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _hasNews = true;
            _woken.Knock();
        }
    }

    // A request may take its time, and one that hangs is broken off: whether it arrived nobody knows then.
    async Task FinishAsync(CancellationTokenSource giveUp)
    {
        using var isDone = new CancellationTokenSource();
        var patience = Task.Delay(DeliveryPolicy.PatienceAtStop, _time, isDone.Token);
        await Task.WhenAny(Task.WhenAll(_underWay.Values), patience);
        await isDone.CancelAsync();
        await giveUp.CancelAsync();
        await Task.WhenAll(_underWay.Values);
    }

    void Apply()
    {
        while (_settled.TryDequeue(out var settled))
        {
            var (message, fate) = settled;
            var queue = _queues[message.Chat.Channel];
            _underWay.Remove(message.Id);
            if (fate.EveryChat) queue.LeaveAllAlone(Now + fate.Wait);
            switch (fate)
            {
                case Fate.Closed closed:
                    if (closed.Wait > TimeSpan.Zero) queue.LeaveAlone(message.Chat, Now + closed.Wait);
                    queue.Close(message, closed.Weight, Now);
                    break;
                case Fate.Waits waits:
                    queue.Return(message, Now + waits.Wait, waits.Counts, Now);
                    break;
                case Fate.Lost:
                    queue.Forget(message.Chat);
                    break;
            }
        }
    }

    async Task ReadAsync()
    {
        if (Now < _readsAt) return;
        try
        {
            if (!_hasBegun)
                foreach (var place in _places.Where(place => place.Unasked)) await ReadAsync(place);
            _hasBegun = true;
            var isNew = _hasNews;
            _hasNews = false;
            // Answers first: what came in before one of them in its chat is found by the reading after it, and put before it.
            foreach (var place in _places)
            {
                place.IsThrough &= !isNew;
                await ReadAsync(place);
            }
            foreach (var queue in _queues.Values)
                foreach (var (chat, after) in queue.Short()) await ReadOnAsync(queue, chat, after);
            if (Now >= _comparesAt) await CompareAsync();
        }
        catch (Exception failure)
        {
            _storeFailed(failure);
            _hasNews = true;
            _readsAt = Now + BetweenComparisons;
        }
    }

    async Task ReadAsync(Place place)
    {
        while (!place.IsThrough && Room(place) is >= LeastPage and var room)
        {
            var most = Math.Min(room, PageSize);
            var page = await _outbox.PageAsync(place.Channel, place.Unasked, place.After, most);
            foreach (var message in page) Add(place, message);
            if (page.Count > 0) place.After = page[^1].Id;
            place.IsThrough = page.Count < most;
        }
    }

    static int Room(Place place) => (place.Unasked ? MostUnasked : MostAnswers) - place.Queue.Count(place.Unasked);

    // A message may stand behind one of the other kind, of its chat, that is not in memory yet: its chat is read by itself then, in order.
    void Add(Place place, PendingMessage message)
    {
        if (!_places.Single(other => other.Unasked != place.Unasked && other.Channel == place.Channel).IsThrough) place.Queue.ReadLater(message.Chat);
        else place.Queue.Add(message, Now);
    }

    async Task ReadOnAsync(SendQueue queue, ChatId chat, long after)
    {
        var more = await _outbox.OfChatAsync(chat, after, SendQueue.MostOfAChat / 2);
        queue.ReadOn(chat, more, isAll: more.Count < SendQueue.MostOfAChat / 2, Now);
    }

    async Task CompareAsync()
    {
        foreach (var place in _places)
        {
            var waiting = await _outbox.IdsAsync(place.Channel, place.Unasked, place.After);
            var missing = waiting.Where(id => !place.Queue.Has(id)).Take(PageSize).ToList();
            if (missing.Count > 0)
                foreach (var message in await _outbox.OfIdsAsync(place.Channel, missing)) Add(place, message);
            var known = waiting.ToHashSet();
            place.Queue.Tidy(message => message.IsUnasked == place.Unasked && message.Id <= place.After && !known.Contains(message.Id), Now);
        }
        _comparesAt = Now + BetweenComparisons;
    }

    void Dispatch(CancellationToken giveUp)
    {
        foreach (var queue in _queues.Values)
            while (_underWay.Count < DeliveryPolicy.MostInFlight && queue.Take(Now) is { } message)
                _underWay[message.Id] = AttemptAsync(message, queue.IsLate(message), giveUp);
    }

    async Task AttemptAsync(PendingMessage message, bool isLate, CancellationToken giveUp)
    {
        // The loop goes on to the next message while this one is written and sent.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Fate fate;
        try
        {
            fate = await _attempt(message, isLate, _receipts.RecordAsync, giveUp);
        }
        catch (Exception failure)
        {
            // The run was given up over it, or the store failed in between: the row still waits there.
            if (!giveUp.IsCancellationRequested) _storeFailed(failure);
            fate = new Fate.Waits { Wait = BetweenComparisons };
        }
        _settled.Enqueue((message, fate));
        _woken.Knock();
    }

    TimeSpan Rest()
    {
        var until = _readsAt > _comparesAt ? _readsAt : _comparesAt;
        if (_underWay.Count < DeliveryPolicy.MostInFlight)
            foreach (var queue in _queues.Values)
                if (queue.NextMoment() is { } moment && moment < until) until = moment;
        // Whole milliseconds, upwards: a rest of less than one would be none.
        var rest = TimeSpan.FromMilliseconds(Math.Ceiling((until - Now).TotalMilliseconds));
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    /// <summary>How far the messages of one kind of a channel have been read.</summary>
    sealed record Place(string Channel, SendQueue Queue, bool Unasked)
    {
        public long After { get; set; }

        /// <summary>Whether all that waits is in memory.</summary>
        public bool IsThrough { get; set; }
    }
}
