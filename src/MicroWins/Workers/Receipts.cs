using System.Threading.Channels;
using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>
/// Records what became of messages, all that came in meanwhile in one commit. Where the store is in trouble it goes on trying: what is
/// sent and not recorded would be sent again by the next to start.
/// </summary>
sealed class Receipts(Outbox outbox, TimeProvider time, Action<Exception> failed)
{
    /// <summary>Between two tries to write.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });

    /// <summary>Comes back when it is recorded.</summary>
    /// <exception cref="OperationCanceledException">The recording was given up.</exception>
    public Task RecordAsync(Receipt receipt)
    {
        var waiting = new Waiting(receipt);
        return _waiting.Writer.TryWrite(waiting) ? waiting.Done.Task : Task.FromCanceled(new CancellationToken(canceled: true));
    }

    /// <summary>Records until it is told that nothing more comes, or to give up.</summary>
    public async Task RunAsync(CancellationToken giveUp)
    {
        var batch = new List<Waiting>();
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < DeliveryPolicy.MostInFlight && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            var isWritten = await WriteAsync([.. batch.Select(waiting => waiting.Receipt)], giveUp);
            foreach (var waiting in batch)
                if (isWritten) waiting.Done.SetResult();
                else waiting.Done.SetCanceled(CancellationToken.None);
            batch.Clear();
        }
    }

    public void Complete() => _waiting.Writer.TryComplete();

    async Task<bool> WriteAsync(IReadOnlyCollection<Receipt> receipts, CancellationToken giveUp)
    {
        while (!giveUp.IsCancellationRequested)
        {
            try
            {
                await outbox.CloseAsync(receipts);
                return true;
            }
            catch (Exception failure)
            {
                failed(failure);
                await Task.Delay(Pause, time, giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        return false;
    }

    sealed record Waiting(Receipt Receipt)
    {
        // Who waits must not run in the place of the writer.
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
