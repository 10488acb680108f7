namespace MicroWins.Messaging;

/// <summary>One conversation with one person: the channel and the address there, as in "telegram:42" or "terminal:me".</summary>
public readonly record struct ChatId(string Channel, string Address)
{
    public override string ToString() => $"{Channel}:{Address}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">There is no colon, or nothing on one side of it.</exception>
    public static ChatId Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? new(text[..colon], text[(colon + 1)..])
            : throw new FormatException("A chat id is a channel, a colon and an address.");
    }
}
