using System.Text;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>
/// The updates that wait for the bot. An update is confirmed, and gone, once a later getUpdates asks for a higher
/// number; until then it is given out again and again. Two callers at once are a conflict, which the earlier one hears of.
/// </summary>
public sealed class WaitingUpdates(TimeProvider time)
{
    // Enough to repeat some; a load run must not keep everything.
    const int Remembered = 200;

    readonly Lock gate = new();
    readonly Queue<(int Id, byte[] Json)> pending = new();
    readonly Queue<(int Id, byte[] Json)> confirmed = new();
    readonly List<(int Id, byte[] Json)> again = [];
    HashSet<string>? allowed;
    TaskCompletionSource changed = NewSignal();
    int callers;
    int lastId = 100_000;

    /// <summary>Changes the order within each batch; for updates that arrive in disorder.</summary>
    public Action<List<(int Id, byte[] Json)>>? Disorder { get; set; }

    /// <summary>How many updates are not confirmed yet.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return pending.Count;
        }
    }

    /// <summary>Waits until the bot has confirmed every update.</summary>
    public async Task UntilAllConfirmed(TimeSpan? patience = null)
    {
        while (true)
        {
            Task news;
            lock (gate)
            {
                if (pending.Count == 0) return;
                news = changed.Task;
            }
            await news.WaitAsync(patience ?? TimeSpan.FromMinutes(5)).ConfigureAwait(false);
        }
    }

    /// <summary>Adds an update of a kind ("message") with its JSON, and gives its number; null where the bot did not ask for the kind.</summary>
    public int? Add(string kind, string json)
    {
        lock (gate)
        {
            if (allowed?.Contains(kind) == false) return null;
            lastId++;
            return Enqueue(lastId, $$"""{"update_id":{{lastId}},"{{kind}}":{{json}}}""");
        }
    }

    /// <summary>Adds an update as it is, well or badly made. Its id should be <see cref="NextId"/>.</summary>
    public void AddRaw(int id, string json)
    {
        lock (gate)
        {
            lastId = Math.Max(lastId, id);
            Enqueue(id, json);
        }
    }

    /// <summary>The number that the next update will have.</summary>
    public int NextId
    {
        get
        {
            lock (gate) return lastId + 1;
        }
    }

    /// <summary>Gives the last confirmed updates out once more, with their old numbers.</summary>
    public void Repeat(int count)
    {
        lock (gate)
        {
            again.AddRange(confirmed.TakeLast(count));
            Wake();
        }
    }

    /// <summary>The batch from an offset on, after at most the timeout; null where another caller took over.</summary>
    public async Task<IReadOnlyList<byte[]>?> TakeAsync(int offset, int limit, TimeSpan timeout, IReadOnlyCollection<string>? kinds, CancellationToken gone)
    {
        var since = time.GetTimestamp();
        var caller = Arrive(offset, kinds);
        while (true)
        {
            Task news;
            var left = timeout - time.GetElapsedTime(since);
            lock (gate)
            {
                if (caller != callers) return null;
                var batch = Batch(limit);
                if (batch.Count > 0 || left <= TimeSpan.Zero) return batch;
                news = changed.Task;
            }
            await WaitAsync(news, left, gone).ConfigureAwait(false);
        }
    }

    int Enqueue(int id, string json)
    {
        pending.Enqueue((id, Encoding.UTF8.GetBytes(json)));
        Wake();
        return id;
    }

    void Wake()
    {
        var woken = changed;
        changed = NewSignal();
        woken.TrySetResult();
    }

    int Arrive(int offset, IReadOnlyCollection<string>? kinds)
    {
        lock (gate)
        {
            // An empty list means the usual kinds, and none given means those of last time.
            if (kinds is not null) allowed = kinds.Count == 0 ? null : [.. kinds];
            while (pending.TryPeek(out var next) && next.Id < offset)
            {
                confirmed.Enqueue(pending.Dequeue());
                if (confirmed.Count > Remembered) confirmed.Dequeue();
            }
            callers++;
            Wake();
            return callers;
        }
    }

    List<byte[]> Batch(int limit)
    {
        var batch = again.Concat(pending.Take(limit)).Take(limit).ToList();
        again.Clear();
        Disorder?.Invoke(batch);
        return [.. batch.Select(update => update.Json)];
    }

    async Task WaitAsync(Task news, TimeSpan left, CancellationToken gone)
    {
        try
        {
            await news.WaitAsync(left, time, gone).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // An empty batch, then.
        }
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
