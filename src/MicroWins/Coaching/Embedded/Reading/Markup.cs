using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Takes tags, links and marks of formatting out of a text.</summary>
static partial class Markup
{
    public static string Strip(string text)
    {
        text = Tag().Replace(text, " ");
        text = Link().Replace(text, " ");
        text = Mark().Replace(text, " ");
        return Space().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"</?[a-zA-Z!][^<>]{0,200}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"[*_#~|<>{}\[\]\\""“”«»„]+")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
