using System.Buffers;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Takes tags, links and marks of formatting out of a text.</summary>
static partial class Markup
{
    public static string Strip(string text)
    {
        // Most texts have none of it.
        var isMarked = text.AsSpan().ContainsAny(Signs);
        if (isMarked) text = Tag().Replace(text, " ");
        if (isMarked || text.AsSpan().ContainsAny(Links)) text = Mark().Replace(Link().Replace(text, " "), " ");
        return Space().Replace(text, " ").Trim();
    }

    // What Tag and Mark take out.
    static readonly SearchValues<char> Signs = SearchValues.Create("*_#~|<>{}[]\\\"“”«»„");

    static readonly SearchValues<string> Links = SearchValues.Create(["http://", "https://", "www."], StringComparison.Ordinal);

    [GeneratedRegex(@"</?[a-zA-Z!][^<>]{0,200}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"[*_#~|<>{}\[\]\\""“”«»„]+")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s\s+|[^\S ]")]
    private static partial Regex Space();
}
