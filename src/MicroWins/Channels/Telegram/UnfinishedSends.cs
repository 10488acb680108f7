using MicroWins.Messaging;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Remembers, for each chat, how many parts of a long message are already there, so that the outbox's next try goes on
/// after them. In memory only: a kill in the middle of a long message repeats its first parts.
/// </summary>
public sealed class UnfinishedSends
{
    readonly Lock gate = new();
    readonly Dictionary<long, (FormattedText Text, string? Edits, Attachment? File, int Done)> unfinished = [];

    /// <summary>How many parts of this message were sent in an earlier try. Another message than the unfinished one starts anew.</summary>
    public int Done(long chat, OutgoingMessage message)
    {
        lock (gate)
        {
            var known = unfinished.TryGetValue(chat, out var left) && left.Edits == message.Edits && left.Text.Equals(message.Text) && left.File == message.Attachment;
            return known ? left.Done : 0;
        }
    }

    public void Note(long chat, OutgoingMessage message, int done)
    {
        lock (gate) unfinished[chat] = (message.Text, message.Edits, message.Attachment, done);
    }

    public void Forget(long chat)
    {
        lock (gate) unfinished.Remove(chat);
    }
}
