using System.Collections.Concurrent;
using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>Work on many chats side by side, at most one piece at a time for each. A lane is a task, not a thread: waiting costs nothing.</summary>
/// <param name="freed">Knocks when a lane becomes free, since there may be more for it.</param>
sealed class Lanes(Signal freed)
{
    readonly ConcurrentDictionary<ChatId, Task> _busy = [];

    public bool IsBusy(ChatId chat) => _busy.ContainsKey(chat);

    /// <summary>Starts work in the lane of a chat, which must be free. The work handles its own failures.</summary>
    public void Start(ChatId chat, Func<Task> work)
    {
        var started = new TaskCompletionSource();
        _busy[chat] = RunAsync(chat, started.Task, work);
        started.SetResult();
    }

    public Task WhenAllFree() => Task.WhenAll(_busy.Values);

    // The lane is entered in the list before its work starts, so that it cannot leave it before it is in.
    async Task RunAsync(ChatId chat, Task listed, Func<Task> work)
    {
        await listed.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await work();
        }
        finally
        {
            _busy.TryRemove(chat, out _);
            freed.Knock();
        }
    }
}
