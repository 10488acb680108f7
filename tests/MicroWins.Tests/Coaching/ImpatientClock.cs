using Microsoft.Extensions.Time.Testing;

namespace MicroWins.Tests.Coaching;

/// <summary>
/// A clock that stands still, but on which short waits pass at once. A wait between tries then costs a test nothing, and
/// time-outs do not run while real HTTP is under way: those pass only when a test moves the clock.
/// </summary>
internal sealed class ImpatientClock : FakeTimeProvider
{
    static readonly TimeSpan _short = TimeSpan.FromSeconds(6);
    readonly Lock _lock = new();
    readonly List<TimeSpan> _waits = [];

    public ImpatientClock() : base(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero)) { }

    /// <summary>The short waits that passed.</summary>
    public IReadOnlyList<TimeSpan> Waits { get { lock (_lock) return [.. _waits]; } }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime <= TimeSpan.Zero || dueTime > _short) return timer;
        lock (_lock) _waits.Add(dueTime);
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
