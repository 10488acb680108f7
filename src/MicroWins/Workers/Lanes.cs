using System.Collections.Concurrent;
using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>Work on many chats side by side, at most one piece at a time for each. A lane is a task, not a thread: waiting costs nothing.</summary>
/// <param name="freed">Knocks when a lane becomes free, since there may be more for it.</param>
sealed class Lanes(Signal freed)
{
    readonly ConcurrentDictionary<ChatId, Piece> _busy = [];
    int _pieces;

    /// <summary>Pieces of work that are begun or wait for their lane.</summary>
    public int Pieces => Volatile.Read(ref _pieces);

    /// <summary>Starts work in the lane of a chat, behind what may still be in it. The work handles its own failures.</summary>
    public void Start(ChatId chat, Func<Task> work)
    {
        var piece = new Piece();
        var before = _busy.TryGetValue(chat, out var last) ? last.Done.Task : Task.CompletedTask;
        Interlocked.Increment(ref _pieces);
        // Entered in the list before it starts, so that it cannot leave it before it is in.
        _busy[chat] = piece;
        _ = RunAsync(chat, piece, before, work);
    }

    public Task WhenAllFree() => Task.WhenAll(_busy.Values.Select(piece => piece.Done.Task));

    async Task RunAsync(ChatId chat, Piece piece, Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await work();
        }
        finally
        {
            _busy.TryRemove(KeyValuePair.Create(chat, piece));
            Interlocked.Decrement(ref _pieces);
            piece.Done.SetResult();
            freed.Knock();
        }
    }

    sealed class Piece
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
