namespace MicroWins.Messaging;

/// <summary>What to do with a message after an attempt to send it. Arithmetic only: the loop does the waiting.</summary>
public static class DeliveryPolicy
{
    /// <summary>Attempts that a message gets while the other side breaks; at the longest wait this is about a day.</summary>
    public const int MostAttempts = 300;

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
}
