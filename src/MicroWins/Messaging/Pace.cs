namespace MicroWins.Messaging;

/// <summary>
/// How fast messages may follow each other, as arithmetic (the generic cell rate algorithm, one moment of memory for each thing that
/// is paced). It waits for nothing and knows no clock: moments are spans since any beginning that never goes back.
/// </summary>
/// <param name="Every">One message in this time; zero for no limit.</param>
/// <param name="Burst">How many may come at once before the pace sets in: 1 or more.</param>
public readonly record struct Pace(TimeSpan Every, int Burst)
{
    public static Pace None { get; } = new(TimeSpan.Zero, 1);

    /// <param name="perSecond">Messages in a second; 0 for no limit.</param>
    /// <param name="burst">As <see cref="Burst"/>.</param>
    public static Pace PerSecond(double perSecond, int burst) => perSecond > 0 ? new(TimeSpan.FromSeconds(1 / perSecond), burst) : None;

    /// <summary>The first moment at which the next message may go.</summary>
    /// <param name="paid">What <see cref="Pay"/> gave last; zero at the beginning.</param>
    public TimeSpan ReadyAt(TimeSpan paid) => paid - Every * (Burst - 1);

    /// <summary>Counts messages that go now.</summary>
    public TimeSpan Pay(TimeSpan paid, TimeSpan now, int messages = 1) => (paid > now ? paid : now) + Every * messages;
}

/// <summary>How much a channel takes.</summary>
/// <param name="Overall">The pace over all chats.</param>
/// <param name="InOneChat">The pace within each.</param>
public sealed record SendingLimits(Pace Overall, Pace InOneChat)
{
    public static SendingLimits None { get; } = new(Pace.None, Pace.None);
}
