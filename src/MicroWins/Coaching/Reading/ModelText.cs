using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Makes a model's words plain data: one line, without control and direction characters, markup, links, mentions and commands.
/// A chat program turns those into things to tap, and a model may not put anything to tap before a person.
/// </summary>
internal static partial class ModelText
{
    /// <summary>Cleaning can uncover something else to clean ("&lt;b&lt;i&gt;&gt;"); each pass shortens the text, and few are ever needed.</summary>
    const int MostPasses = 8;

    /// <summary>UTF-16 units of a line that are looked at: more than the longest paragraph of an answer, and few enough for patterns to run over.</summary>
    public const int LongestLine = 4_000;

    /// <summary>The lines of an answer, without white space at their ends.</summary>
    public static string[] Lines(string answer) => [.. answer.Split('\n').Select(line => Cut(line, LongestLine).TrimEnd())];

    /// <summary>Cleans a text and shortens it to a number of UTF-16 units.</summary>
    public static string Clean(string text, int most)
    {
        // A bound first: what is far over the cap is cut off anyway, and patterns should not run over a megabyte.
        text = OneLine(Cut(text, most * 8));
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var cleaned = Strip(text);
            if (cleaned == text) break;
            text = cleaned;
        }
        return Shorten(text, most);
    }

    /// <summary>Shortens a text at a word, with an ellipsis that is counted in; never inside a surrogate pair.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = Cut(text, most - 1);
        var space = cut.LastIndexOf(' ');
        return (space > most / 2 ? cut[..space] : cut).TrimEnd(' ', ',', ';', ':', '.', '-') + "…";
    }

    /// <summary>The first UTF-16 units of a text, one fewer where the cut would halve a surrogate pair.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    static string Strip(string text)
    {
        text = Tag().Replace(WebUtility.HtmlDecode(text), "");
        text = MarkdownLink().Replace(text, "$1");
        text = Url().Replace(text, "");
        text = Domain().Replace(text, "$1");
        text = Mention().Replace(text, "");
        text = Command().Replace(text, "");
        text = Emphasis().Replace(text, "$2");
        text = Leading().Replace(text, "");
        return OneLine(text);
    }

    static string OneLine(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) plain.Append(' ');
            else if (!IsInvisible(rune)) plain.Append(rune);
        }
        return Spaces().Replace(plain.ToString(), " ").Trim();
    }

    // Joiners stay: emoji and several scripts are spelt with them. A lone surrogate arrives here as U+FFFD.
    static bool IsInvisible(Rune rune) => rune.Value is 0xFFFD || rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    [GeneratedRegex(@"<!--.*?-->|</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()\s]*[^()]*\)")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]{1,15}://\S*|\b(?:javascript|mailto|tel|tg|data):\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    // "overleaf.com" stays readable as "overleaf", and is no link any more.
    [GeneratedRegex(@"\b(?!ASP\.NET\b)([\w-]+)(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|biz|io|co|me|app|dev|ai|xyz|top|site|online|shop|club|link|click|live|gg|ly|to|tv|cc|su|eu|uk|us|de|fr|es|it|pt|br|ru|cn|рф)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();

    [GeneratedRegex(@"@(?=\w)|(?<!\w)#(?=\p{L})")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w/.])/(?=[a-zA-Z])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(\*{1,3}|~~|`{1,3}|(?<!\w)_{1,3}(?=\S[^_]*_{1,3}(?!\w)))(?=\S)(.+?)\1")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^(?:#{1,6}\s+|>\s*|[-*+•]\s+|`{1,3}\w*\s*$|\*{2,3})")]
    private static partial Regex Leading();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
