using MicroWins.Messaging;

namespace MicroWins.Workers;

/// <summary>What an attempt means for a message and those behind it.</summary>
abstract record Fate
{
    Fate() { }

    /// <summary>How long its chat is to be left alone.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>True where the wait holds for every chat.</summary>
    public bool EveryChat { get; init; }

    /// <summary>It is off the list.</summary>
    public sealed record Closed : Fate
    {
        /// <summary>How many messages it was for the channel.</summary>
        public int Weight { get; init; } = 1;
    }

    /// <summary>It is to be tried again.</summary>
    public sealed record Waits : Fate
    {
        /// <summary>Whether that was a failure of the message.</summary>
        public bool Counts { get; init; }
    }

    /// <summary>Nobody is there: it and all behind it wait in the store.</summary>
    public sealed record Lost : Fate;
}

/// <summary>One attempt to send one message, and what becomes of it in the store.</summary>
/// <param name="message">The message.</param>
/// <param name="isLate">Whether its chat had to wait, so that a sign of life comes too late.</param>
/// <param name="close">Records that it is off the list.</param>
/// <param name="giveUp">Ends the attempt, whatever comes of it.</param>
delegate Task<Fate> Attempt(PendingMessage message, bool isLate, Func<Receipt, Task> close, CancellationToken giveUp);
