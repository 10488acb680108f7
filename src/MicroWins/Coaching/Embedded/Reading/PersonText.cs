using System.Buffers;
using System.Globalization;
using System.Text;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>What a person wrote, made safe to quote and cut into words. Whatever stands in it is data, never an instruction.</summary>
sealed class PersonText
{
    /// <summary>Characters that are read at the most; a goal is said long before, and the rest of a wall of text names no better object.</summary>
    public const int LengthRead = 1500;

    // The text that was read last: several who look for something in a message follow each other.
    [ThreadStatic]
    static (string Text, PersonText Read)? _last;

    PersonText(string clean, List<TextWord> words)
    {
        (Clean, Words) = (clean, words);
        foreach (var word in words) Beginnings |= word.Beginning;
    }

    /// <summary>The text without control characters, markup and runs of white space.</summary>
    public string Clean { get; }

    // A list as such: each phrase looks into it.
    public List<TextWord> Words { get; }

    /// <summary>How its words begin.</summary>
    public ulong Beginnings { get; }

    public static PersonText Read(string? text)
    {
        if (text is null) return ReadAnew("");
        if (_last is { } last && last.Text == text) return last.Read;
        var read = ReadAnew(text);
        _last = (text, read);
        return read;
    }

    static PersonText ReadAnew(string text)
    {
        var clean = Markup.Strip(Visible(text));
        return new(clean, WordCutter.Cut(clean));
    }

    /// <summary>The text from one word to another, as the person wrote it.</summary>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index behind the last word.</param>
    public string Slice(int first, int end) => Clean[Words[first].Start..Words[end - 1].End];

    // Letters and signs that are seen as they are; most texts have no others.
    static readonly SearchValues<char> Plain = SearchValues.Create(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Line ends become a separator of list items; what cannot be seen on a phone is left out.</summary>
    static string Visible(string text)
    {
        if (text.Length > LengthRead) text = text[..LengthRead];
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return text;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r') visible.Append("; ");
            else if (Rune.IsWhiteSpace(rune)) visible.Append(' ');
            else if (rune.Value is '’' or 'ʼ' or '`') visible.Append('\'');
            else if (IsText(rune)) visible.Append(rune);
            else if (!IsJoint(rune)) visible.Append(' ');
        }
        return visible.ToString();
    }

    static bool IsText(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator) && !IsJoint(rune) && rune.Value is not 0xFFFD;

    /// <summary>Marks that sit on or inside a word: dropped without cutting the word in two.</summary>
    static bool IsJoint(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
