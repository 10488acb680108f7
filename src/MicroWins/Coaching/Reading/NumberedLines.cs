using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>Finds the numbered lists in a text: "1. ...", "2) ...", "- **3.** ...", "Step 4: ...", "5️⃣ ...", rows of a table.</summary>
internal static partial class NumberedLines
{
    /// <param name="Line">Index of the line.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Rest">What stands behind the number.</param>
    /// <param name="IsHeading">Whether it heads a section ("## 3. Micro-goals"), and is no step ("## Step 3: ...").</param>
    public sealed record Item(int Line, int Number, string Rest, bool IsHeading);

    /// <summary>The lists, each numbered upwards one by one and written in one manner, in order of their first lines.</summary>
    public static IReadOnlyList<IReadOnlyList<Item>> Find(IReadOnlyList<string> lines)
    {
        var lists = new List<List<Item>>();
        var current = new Dictionary<string, List<Item>>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Numbered().Match(lines[i]) is not { Success: true } match) continue;
            var manner = Manner(match);
            var number = int.Parse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            if (!current.TryGetValue(manner, out var list) || number != list[^1].Number + 1) lists.Add(list = current[manner] = []);
            var isHeading = match.Groups["lead"].Value.Contains('#') && !match.Groups["word"].Success;
            list.Add(new(i, number, $"{match.Groups["rest"].Value} {match.Groups["note"].Value}", isHeading));
        }
        return lists;
    }

    // Lines of one list start alike; an indent of one column more or less is that of a right-aligned "10.".
    static string Manner(Match match)
    {
        var lead = match.Groups["lead"].Value;
        var indent = lead.Length - lead.TrimStart().Length;
        return $"{indent / 2}|{lead.Trim().ToLowerInvariant()}|{match.Groups["end"].Value.Trim()}";
    }

    [GeneratedRegex(@"^(?<lead>\s*(?:[-*•+]\s+|\|\s*|#{1,6}\s+)?(?:\[[ x]?\]\s*)?(?:\*\*|__)?(?<word>(?:step|goal|day|task|schritt|tag|paso|d[ií]a|étape|jour|passo|giorno|passaggio|шаг|день|第|micro-?goal)\s*#?)?)(?<n>\d{1,2})(?:\s*(?<note>\([^()]{1,40}\)))?(?<end>\uFE0F?\u20E3|\s*(?:\*\*|__)?[.):、：|步](?:\*\*|__)?|(?:\*\*|__)?\s+[-–—](?=\s))\s*(?<rest>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
