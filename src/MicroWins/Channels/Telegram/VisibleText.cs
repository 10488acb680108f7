using System.Globalization;
using System.Text;
using MicroWins.Messaging;
using MicroWins.Rules;

namespace MicroWins.Channels.Telegram;

/// <summary>Takes out of a text, on either way, what nobody can see or what deceives: control characters, halves of characters, and more (<see cref="VisibleMarks"/>).</summary>
public static class VisibleText
{
    /// <summary>The text with line ends as \n, without other control characters, and with U+FFFD for half a surrogate pair.</summary>
    public static FormattedText Clean(FormattedText text) => new([.. text.Runs.Select(run => run with { Text = Clean(run.Text) })]);

    /// <summary>The same for a bare string.</summary>
    public static string Clean(string text)
    {
        if (IsPlain(text)) return VisibleMarks.Clean(text);
        var clean = new StringBuilder(text.Length);
        Span<char> letters = stackalloc char[2];
        // Walking by runes turns a lone surrogate into U+FFFD.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !IsUnwanted(rune)) clean.Append(letters[..rune.EncodeToUtf16(letters)]);
        return VisibleMarks.Clean(clean.ToString());
    }

    // Nearly every text but those with pictures. The two separators end lines, and the last two numbers are no characters.
    static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if ((char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or >= '\uFFFE') return false;
        return true;
    }

    /// <summary>True where a reader would see nothing, which Telegram takes for an empty text.</summary>
    public static bool IsBlank(FormattedText text) => text.ToPlainText().EnumerateRunes().All(IsInvisible);

    static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || IsUnwanted(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    static bool IsUnwanted(Rune rune) => Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE;
}
