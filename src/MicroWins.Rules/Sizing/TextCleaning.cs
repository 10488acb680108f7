using System.Globalization;
using System.Text;

namespace MicroWins.Rules.Sizing;

/// <summary>Makes one clean line of any string: what is shown to a person is cut from it, never from the raw text.</summary>
static class TextCleaning
{
    /// <summary>UTF-16 units of a text that are read; three times the longest step, and a bound for time.</summary>
    public const int MostRead = 600;

    /// <summary>One line without control, format and broken characters, with single spaces; at most <see cref="MostRead"/> units are kept.</summary>
    public static string Clean(string text, out bool cut)
    {
        cut = false;
        if (IsClean(text)) return text;
        // Invisible marks are read over, up to a bound of their own.
        var isLong = text.Length > 4 * MostRead;
        text = VisibleMarks.Clean(isLong ? text[..(4 * MostRead)] : text);
        var line = new StringBuilder(Math.Min(text.Length, MostRead));
        var at = 0;
        for (; at < text.Length && line.Length < MostRead; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                line.Append(c).Append(text[++at]);
            else if (char.IsWhiteSpace(c) || char.IsControl(c))
                AppendSpace(line);
            else if (IsShown(c))
                line.Append(c);
        }
        cut = at < text.Length || isLong;
        while (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.ToString();
    }

    /// <summary>The text within a number of units, cut between words where one is near and never inside a character.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        for (var starts = StringInfo.GetTextElementEnumerator(text); starts.MoveNext() && starts.ElementIndex <= most - 1;)
            end = starts.ElementIndex;
        var space = text.LastIndexOf(' ', end - 1);
        if (space > end - 25 && space > 0) end = space;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '(') + "…";
    }

    // Letters, digits and signs of ASCII with single spaces between them, as most lines are.
    static bool IsClean(string text) => text.Length is > 0 and < MostRead && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && text[0] is not ' ' && text[^1] is not ' ' && !text.Contains("  ", StringComparison.Ordinal);

    static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
    }

    static bool IsShown(char c) => !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF')
        && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
