namespace MicroWins.Messaging;

/// <summary>A channel's way out. Called by the outbox alone, one message of a chat after the other.</summary>
public interface IMessageSender
{
    /// <summary>The channel that this sender serves, as in <see cref="ChatId.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>How much the channel takes; the outbox keeps to it.</summary>
    SendingLimits Limits => SendingLimits.None;

    /// <summary>How many messages of the channel this one is: what is too long for one becomes several.</summary>
    int Weigh(OutgoingMessage message) => 1;

    /// <summary>Sends or edits once, without waiting and without trying again: the outbox has the one waiting policy.</summary>
    /// <exception cref="Exception">The other side could not be reached, or broke: the outbox tries again later.</exception>
    Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel);
}

/// <summary>What became of a message, as far as the other side answered.</summary>
public abstract record SendOutcome
{
    SendOutcome() { }

    /// <summary>It is there, or it was already.</summary>
    public sealed record Sent : SendOutcome;

    /// <summary>The channel asks to wait.</summary>
    /// <param name="After">How long, exactly.</param>
    /// <param name="EveryChat">True where the wait holds for all chats, not for this one alone.</param>
    public sealed record AskedToWait(TimeSpan After, bool EveryChat) : SendOutcome;

    /// <summary>The person cannot be reached: they blocked the bot or left.</summary>
    public sealed record Unreachable : SendOutcome;

    /// <summary>The channel will never take this message.</summary>
    /// <param name="Reason">Why, in the channel's words, without the text of the message.</param>
    public sealed record Refused(string Reason) : SendOutcome;
}
