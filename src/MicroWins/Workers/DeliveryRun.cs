using System.Collections.Concurrent;
using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>
/// One run of the delivery loop: its memory of what waits, which is gone with it and read again by the next. Only the loop itself
/// touches the queues; what is on its way reports back to it.
/// </summary>
sealed class DeliveryRun
{
    /// <summary>How often all that waits is compared with what is in memory, and how long to wait for a store that is in trouble.</summary>
    static readonly TimeSpan BetweenComparisons = TimeSpan.FromSeconds(1);

    readonly Outbox _outbox;
    readonly Attempt _attempt;
    readonly TimeProvider _time;
    readonly Action<Exception> _storeFailed;
    readonly Receipts _receipts;
    readonly Dictionary<string, SendQueue> _queues;
    readonly List<QueueFiller> _fillers;
    readonly Dictionary<long, Task> _underWay = [];
    readonly ConcurrentQueue<(WaitingMessage Message, Fate Fate)> _settled = [];
    readonly Signal _woken = new();
    readonly long _start;
    TimeSpan _comparesAt, _readsAt;
    volatile bool _hasNews = true;

    public DeliveryRun(Outbox outbox, IReadOnlyDictionary<string, IMessageSender> senders, Attempt attempt, TimeProvider time, Action<Exception> storeFailed)
    {
        (_outbox, _attempt, _time, _storeFailed, _start) = (outbox, attempt, time, storeFailed, time.GetTimestamp());
        _receipts = new(outbox, time, storeFailed);
        _queues = senders.ToDictionary(sender => sender.Key, sender => new SendQueue(sender.Value.Limits));
        _fillers = [.. _queues.Select(queue => new QueueFiller(outbox, queue.Key, queue.Value))];
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
                await DispatchAsync(giveUp.Token);
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
            var isNew = _hasNews;
            _hasNews = false;
            foreach (var filler in _fillers) await filler.FillAsync(isNew, Now);
            if (Now < _comparesAt) return;
            foreach (var filler in _fillers) await filler.CompareAsync(Now);
            _comparesAt = Now + BetweenComparisons;
        }
        catch (Exception failure)
        {
            _storeFailed(failure);
            _hasNews = true;
            _readsAt = Now + BetweenComparisons;
        }
    }

    async Task DispatchAsync(CancellationToken giveUp)
    {
        foreach (var (channel, queue) in _queues)
        {
            var next = new List<WaitingMessage>();
            while (_underWay.Count + next.Count < DeliveryPolicy.MostInFlight && queue.Take(Now) is { } message) next.Add(message);
            if (next.Count > 0) await BeginAsync(channel, queue, next, giveUp);
        }
    }

    // What they say is read now and not before: it may be large, and its row may be gone since its place was read.
    async Task BeginAsync(string channel, SendQueue queue, List<WaitingMessage> next, CancellationToken giveUp)
    {
        try
        {
            var whole = (await _outbox.OfIdsAsync(channel, next.Select(message => message.Id))).ToDictionary(message => message.Id);
            foreach (var message in next)
                if (!whole.TryGetValue(message.Id, out var found)) queue.Close(message, weight: 1, Now);
                else _underWay[message.Id] = AttemptAsync(message, found with { Attempts = message.Attempts }, queue.IsLate(message), giveUp);
        }
        catch (Exception failure)
        {
            _storeFailed(failure);
            foreach (var message in next) queue.Return(message, Now + BetweenComparisons, counts: false, Now);
        }
    }

    async Task AttemptAsync(WaitingMessage message, PendingMessage whole, bool isLate, CancellationToken giveUp)
    {
        // The loop goes on to the next message while this one is written and sent.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Fate fate;
        try
        {
            fate = await _attempt(whole, isLate, _receipts.RecordAsync, giveUp);
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
}
