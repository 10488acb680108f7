using System.Diagnostics.Metrics;
using MicroWins.Measures;
using MicroWins.Storage;

namespace MicroWins.Operations;

/// <summary>How much waits in the store, and for how long: looked at when somebody collects, and every few seconds at the most.</summary>
sealed class Queues : IDisposable
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    // What waits for somebody who blocked the bot waits for them, and tells nothing of the bot.
    const string Look =
        """
        select
            (select count(*) from inbox where status = 'pending') as inbox,
            (select min(received_at) from inbox where status = 'pending') as inbox_since,
            (select count(*) from outbox where status = 'pending' and held = 0) as outbox,
            (select min(created_at) from outbox where status = 'pending' and held = 0) as outbox_since
        """;

    readonly Database database;
    readonly TimeProvider time;
    readonly Meter meter = new(Measure.Name);
    readonly Lock gate = new();
    (DateTimeOffset At, Waiting? Seen) last;

    public Queues(Database database, TimeProvider time)
    {
        (this.database, this.time) = (database, time);
        meter.CreateObservableGauge("microwins.inbox.pending", () => See(waiting => waiting.Inbox), "{event}", "Events that wait to be answered.");
        meter.CreateObservableGauge("microwins.inbox.oldest.age", () => See(waiting => Age(waiting.Inbox_Since)), "s", "How long the oldest of them has waited.");
        meter.CreateObservableGauge("microwins.outbox.pending", () => See(waiting => waiting.Outbox), "{message}", "Messages that wait to be sent to people who can be reached.");
        meter.CreateObservableGauge("microwins.outbox.oldest.age", () => See(waiting => Age(waiting.Outbox_Since)), "s", "How long the oldest of them has waited.");
    }

    public void Dispose() => meter.Dispose();

    double Age(long? since) => since is { } moment ? Math.Max(0, (time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(moment)).TotalSeconds) : 0;

    // Nothing is said where the store does not answer: 0 would say that all is well.
    IEnumerable<Measurement<T>> See<T>(Func<Waiting, T> what) where T : struct => Seen() is { } waiting ? [new(what(waiting))] : [];

    Waiting? Seen()
    {
        lock (gate)
        {
            if (last.Seen is null || time.GetUtcNow() - last.At >= BetweenLooks) last = (time.GetUtcNow(), LookNow());
            return last.Seen;
        }
    }

    // The one who collects has a thread of its own for this, and the interface has no other way.
    Waiting? LookNow()
    {
        try
        {
            return database.ReadAsync(session => session.One<Waiting>(Look)).GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            return null;
        }
    }

    sealed record Waiting
    {
        public long Inbox { get; init; }
        public long? Inbox_Since { get; init; }
        public long Outbox { get; init; }
        public long? Outbox_Since { get; init; }
    }
}
