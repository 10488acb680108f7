using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MicroWins.Messaging;

/// <summary>What a message is, for channels that show kinds differently.</summary>
public enum MessageKind { Card, Reply, CheckIn, Celebration, Error }

/// <param name="Label">What the person reads.</param>
/// <param name="Data">What comes back when it is pressed: 1 to 64 bytes, ids only.</param>
public sealed record Button(string Label, string Data);

/// <summary>A message of the bot.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says; a channel splits what is too long for it.</param>
/// <param name="Buttons">Rows of buttons; empty for none.</param>
/// <param name="Edits">The channel's id of the message that this one replaces; null for a new message. One with a file is always new.</param>
/// <param name="Attachment">A file that goes with it, null for none; the text then says what is in it, for those who cannot see it.</param>
[JsonConverter(typeof(OutgoingMessageJson))]
public sealed record OutgoingMessage(
    MessageKind Kind,
    FormattedText Text,
    ImmutableArray<ImmutableArray<Button>> Buttons,
    string? Edits = null,
    Attachment? Attachment = null)
{
    /// <summary>How long after its turn it is sent. What comes behind it in the chat waits as well, so seconds at the most.</summary>
    public TimeSpan After { get; init; }

    /// <summary>A sign of life ("3 …"), lost without harm: it is tried once, and never becomes a message of its own where it cannot edit one.</summary>
    public bool IsFleeting { get; init; }

    /// <summary>Nobody asked for it just now: it goes behind answers, as every check-in does.</summary>
    public bool IsUnasked { get; init; }
}
