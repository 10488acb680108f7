namespace MicroWins.Messaging;

/// <summary>A message that waits to be sent, without what it says: thousands of these fit where a few pictures would.</summary>
/// <param name="Id">Its place: a chat's messages are sent in the order of their ids.</param>
/// <param name="Chat">Whom it goes to.</param>
/// <param name="IsUnasked">What the bot says by itself: it goes behind answers.</param>
public sealed record WaitingMessage(long Id, ChatId Chat, bool IsUnasked)
{
    /// <summary>Whether an older message of its chat waited when it was read; told of the next messages alone.</summary>
    public bool IsBehind { get; init; }

    /// <summary>How often it was tried already.</summary>
    public int Attempts { get; init; }

    /// <summary>How long it is to wait yet, at the moment that it was read.</summary>
    public TimeSpan Wait { get; init; }
}

/// <summary>Where to read on.</summary>
/// <param name="After">The id behind which to read on; 0 for the beginning.</param>
/// <param name="Most">How many at the most.</param>
public readonly record struct ReadingPlace(long After, int Most);
