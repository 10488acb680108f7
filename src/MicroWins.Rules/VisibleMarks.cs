using System.Buffers;
using System.Globalization;
using System.Text;

namespace MicroWins.Rules;

/// <summary>
/// Takes out of a text the marks that nobody sees, or that make it look like another text: what turns the direction of writing, what has no
/// width, and towers of accents. Marks that writing needs stay where it needs them: joiners between Arabic and Indic letters and within
/// emoji, tags in flags, direction marks in text from right to left.
/// </summary>
public static class VisibleMarks
{
    /// <summary>Accents on one letter. Hebrew with vowels and cantillation, Vietnamese, Thai and Tibetan have up to four; towers have dozens.</summary>
    public const int MostAccents = 4;

    /// <summary>Tags after a black flag, the closing one among them: "gbsct" and its end are six.</summary>
    const int MostTags = 8;

    /// <summary>The text without them; in time linear in its length.</summary>
    /// <param name="text">Any UTF-16 string; half a surrogate pair goes as well.</param>
    public static string Clean(string text)
    {
        // Nearly every text has none of this.
        if (IsPlain(text)) return text;
        var clean = new StringBuilder(text.Length);
        var (before, accents, tags, isRightToLeft) = (new Rune(' '), 0, 0, text.Any(IsRightToLeft));
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) is OperationStatus.Done;
            at += length;
            Rune.DecodeFromUtf16(text.AsSpan(at), out var after, out _);
            var mayFollow = !IsAccent(after) || accents < MostAccents;
            var isShown = isWhole && (IsAccent(rune) ? accents < MostAccents
                : IsTag(rune) ? tags < MostTags && (tags > 0 || before.Value is BlackFlag)
                : IsShown(rune, before, mayFollow ? after : Nothing, isRightToLeft));
            if (!isShown) continue;
            clean.Append(text, at - length, length);
            accents = IsAccent(rune) ? accents + 1 : rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner ? accents : 0;
            tags = IsTag(rune) ? tags + 1 : 0;
            before = rune;
        }
        return clean.ToString();
    }

    static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!IsPlain(c)) return false;
        return true;
    }

    // European letters without accents of their own, Chinese, and the dashes, quotes and arrows that are seen as they are, whatever stands beside them.
    static bool IsPlain(char c) => c is < '\u0300' and not '\u00AD' or >= '\u0400' and < '\u0483' or >= '\u048A' and < '\u0530'
        or >= '\u2010' and <= '\u2027' or >= '\u2190' and <= '\u21FF' or >= '\u3001' and <= '\u3020' or >= '\u4E00' and <= '\u9FFF';

    static bool IsShown(Rune rune, Rune before, Rune after, bool isRightToLeft) => rune.Value switch
    {
        ZeroWidthJoiner => IsJoined(before) && IsJoined(after) || (IsPicture(before) || IsInPicture(before)) && IsPicture(after),
        ZeroWidthNonJoiner => IsJoined(before) && IsJoined(after),
        0x200E or 0x200F or 0x061C => isRightToLeft,
        // Hangul fillers: letters without a shape.
        0x115F or 0x1160 or 0x3164 or 0xFFA0 => false,
        _ => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format || IsNumberSign(rune),
    };

    static readonly Rune Nothing = new(' ');

    const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D, BlackFlag = 0x1F3F4;

    static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && !IsTag(rune);

    static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;

    // Signs around numbers of Arabic and other writing: of the category, yet seen.
    static bool IsNumberSign(Rune rune) => rune.Value is >= 0x0600 and <= 0x0605 or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    // Arabic, Syriac, N'Ko, Mandaic, and the writing of India, Tibet, Burma, Cambodia and Mongolia, where a joiner changes what is seen.
    static bool IsJoined(Rune rune) => rune.Value is >= 0x0600 and <= 0x08FF or >= 0x0900 and <= 0x109F or >= 0x1780 and <= 0x18AF
        or >= 0xA800 and <= 0xABFF or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10A00 and <= 0x11FFF or >= 0x1E900 and <= 0x1E95F;

    // U+FFFD stands for what is no character.
    static bool IsPicture(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol;

    // How an emoji looks, the frame of a keycap, and tags end one.
    static bool IsInPicture(Rune rune) => rune.Value is 0xFE0F or 0x20E3 || IsTag(rune);

    static bool IsRightToLeft(char c) => c is not '\u061C' and (>= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' or '\uD802' or '\uD803' or '\uD83A' or '\uD83B');
}
