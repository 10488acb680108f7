namespace MicroWins.Channels.Telegram;

/// <summary>How long the poller waits after a round that failed. Arithmetic only; the poller waits.</summary>
public static class PollBackoff
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    // A person waits for an answer: half a minute is the longest that an outage may outlive itself.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Two programs that poll at once stop each other: going slowly leaves the other one able to work.
    static readonly TimeSpan BesideAnother = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the next round.</summary>
    /// <param name="trouble">What went wrong.</param>
    /// <param name="inARow">How many rounds failed since the last good one, this one included: 1 or more.</param>
    public static TimeSpan Wait(PollTrouble trouble, int inARow) => trouble switch
    {
        PollTrouble.AskedToWait asked => asked.After,
        PollTrouble.AnotherPoller => BesideAnother,
        PollTrouble.NoAnswer or PollTrouble.NotStored or PollTrouble.WebhookIsSet => Doubling(inARow),
        PollTrouble.TokenRefused => throw new InvalidOperationException("A refused token is not waited out."),
        _ => throw new InvalidOperationException($"No wait is known for {trouble.GetType().Name}."),
    };

    // 1, 2, 4, 8, 16, 30, 30, ... seconds; the exponent is held down before it overflows.
    static TimeSpan Doubling(int inARow)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(inARow - 1, 0, 10));
        return doubled < Longest ? doubled : Longest;
    }
}
