using System.Threading.Channels;

namespace MicroWins.Messaging;

/// <summary>Wakes a loop that has something to do. Any number of knocks before it looks are one.</summary>
public sealed class Signal
{
    readonly Channel<bool> _knocks = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Knock() => _knocks.Writer.TryWrite(true);

    /// <summary>Waits for a knock, or for the patience to end, whichever is first.</summary>
    public async Task WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var knock = _knocks.Reader.WaitToReadAsync(either.Token).AsTask();
        var patienceEnds = Task.Delay(patience, time, either.Token);
        await Task.WhenAny(knock, patienceEnds);
        await either.CancelAsync();
        _knocks.Reader.TryRead(out _);
        cancel.ThrowIfCancellationRequested();
    }
}
