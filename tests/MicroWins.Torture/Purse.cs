namespace MicroWins.Torture;

/// <summary>The messages that may still be sent. They are let out bit by bit, so that there are some for every life of the program.</summary>
sealed class Purse(int messages)
{
    readonly Lock _gate = new();
    readonly List<TaskCompletionSource> _waiting = [];
    int _taken;
    int _open;

    public int Taken { get { lock (_gate) return _taken; } }

    /// <summary>Lets out messages up to a share of all.</summary>
    public void OpenTo(double share)
    {
        List<TaskCompletionSource> woken;
        lock (_gate)
        {
            _open = Math.Max(_open, (int)Math.Ceiling(Math.Min(share, 1) * messages));
            woken = [.. _waiting];
            _waiting.Clear();
        }
        foreach (var waiting in woken) waiting.TrySetResult();
    }

    /// <summary>Takes one, and waits for it where none is let out; false where all are taken.</summary>
    public async Task<bool> TakeAsync(CancellationToken cancel)
    {
        while (true)
        {
            TaskCompletionSource next;
            lock (_gate)
            {
                if (_taken >= messages) return false;
                if (_taken < _open)
                {
                    _taken++;
                    return true;
                }
                _waiting.Add(next = new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            await next.Task.WaitAsync(cancel);
        }
    }
}
