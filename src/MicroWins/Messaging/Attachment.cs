using System.Collections.Immutable;

namespace MicroWins.Messaging;

public enum AttachmentKind
{
    /// <summary>A PNG that a channel shows in the chat.</summary>
    Picture,

    /// <summary>A file that a channel hands over.</summary>
    Document,
}

/// <summary>
/// A file that goes with a message. Its bytes are fixed when the turn commits, so that a message that is sent after a restart, or
/// for the second time, shows what was true when it was said.
/// </summary>
/// <param name="Kind">How a channel shows it.</param>
/// <param name="FileName">What it is called: 1 to <see cref="LongestName"/> letters, digits, dots, dashes and underscores, so that it names a file in any folder and no other folder.</param>
/// <param name="MediaType">What it is, as in "image/png".</param>
/// <param name="Content">The file; never empty.</param>
/// <exception cref="ArgumentException">The name is none, or there is nothing in the file.</exception>
public sealed record Attachment(AttachmentKind Kind, string FileName, string MediaType, ImmutableArray<byte> Content)
{
    /// <summary>Every file system takes 255; this leaves room for a number behind it.</summary>
    public const int LongestName = 100;

    public string FileName { get; } = IsPlainName(FileName) ? FileName : throw new ArgumentException("A file name is made of letters, digits, dots, dashes and underscores.", nameof(FileName));

    public ImmutableArray<byte> Content { get; } = Content.IsDefaultOrEmpty ? throw new ArgumentException("A file has something in it.", nameof(Content)) : Content;

    public static Attachment Picture(string fileName, byte[] png) => new(AttachmentKind.Picture, fileName, "image/png", [.. png]);

    public static Attachment Document(string fileName, string mediaType, byte[] content) => new(AttachmentKind.Document, fileName, mediaType, [.. content]);

    public bool Equals(Attachment? other) =>
        other is not null && Kind == other.Kind && FileName == other.FileName && MediaType == other.MediaType && Content.AsSpan().SequenceEqual(other.Content.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Kind, FileName, Content.Length);

    // A dot in front would hide the file, or be the folder itself.
    static bool IsPlainName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] is not '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
