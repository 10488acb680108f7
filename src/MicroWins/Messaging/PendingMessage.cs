using MicroWins.Storage;

namespace MicroWins.Messaging;

/// <summary>A message that is to be sent, whole.</summary>
/// <param name="Id">Its place: a chat's messages are sent in the order of their ids.</param>
/// <param name="Chat">Whom it goes to.</param>
/// <param name="Stored">What it says, as it is stored.</param>
/// <param name="Attempts">How often it was tried already.</param>
public sealed record PendingMessage(long Id, ChatId Chat, SealedText Stored, int Attempts)
{
    OutgoingMessage? _read;

    /// <exception cref="System.Text.Json.JsonException">The row is corrupt.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It is, or it was sealed with other keys.</exception>
    public OutgoingMessage Message => _read ??= Stored.Open(MessageJson.Read<OutgoingMessage>);
}

/// <summary>What became of a message: it is sent, or never will be.</summary>
public readonly record struct Receipt(PendingMessage Message, bool IsSent);
