namespace MicroWins.Messaging;

/// <summary>What to do with a message before and after an attempt to send it. Arithmetic only: the loop does the waiting.</summary>
public static class DeliveryPolicy
{
    /// <summary>Attempts that a message gets while the other side breaks; at the longest wait this is about a day.</summary>
    public const int MostAttempts = 300;

    /// <summary>
    /// Messages that are on their way, or sent and not yet recorded, at any moment. A kill doubles these at the most, one in each chat:
    /// the other side knows no key by which it could tell a message that it has from a new one.
    /// </summary>
    public const int MostInFlight = 128;

    /// <summary>How long a stop waits for what is on its way: a container is given 10 seconds to stop.</summary>
    public static readonly TimeSpan PatienceAtStop = TimeSpan.FromSeconds(8);

    /// <summary>What could not be sent to somebody who was away is of no use to them after this.</summary>
    public static readonly TimeSpan KeptForTheAbsent = TimeSpan.FromDays(1);

    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait after a failure: doubling, so that a server in trouble is not held down.</summary>
    /// <param name="attempts">Failures so far, this one among them; from 1.</param>
    public static TimeSpan WaitAfterFailure(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var doublings = Math.Min(attempts - 1, 16);
        var wait = FirstWait * (1 << doublings);
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>What is left of a stored wait: never more than it was, also where the clock was set back since.</summary>
    /// <param name="until">When it ends.</param>
    /// <param name="since">When it began, by the clock of then.</param>
    /// <param name="now">The moment.</param>
    public static TimeSpan WaitLeft(DateTimeOffset until, DateTimeOffset since, DateTimeOffset now)
    {
        var left = until - (now > since ? now : since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
