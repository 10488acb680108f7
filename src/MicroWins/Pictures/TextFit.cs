using System.Globalization;

namespace MicroWins.Pictures;

/// <summary>Makes texts fit: in two lines, in a smaller size, and cut with an ellipsis where nothing else helps.</summary>
static class TextFit
{
    const string Ellipsis = "…";

    public static float Width(string text, float size, Weight weight)
    {
        var width = 0f;
        foreach (var (stretch, font) in PictureFonts.Stretches(text, size, weight))
        {
            width += font.MeasureText(stretch);
            font.Dispose();
        }
        return width;
    }

    /// <summary>The text and the size in which it fits: as it is, else smaller, else the smallest and cut.</summary>
    public static (string Text, float Size) OneLine(string text, float size, float smallest, Weight weight, float widest)
    {
        var width = Width(text, size, weight);
        if (width <= widest) return (text, size);
        if (width * smallest / size <= widest) return (text, size * widest / width);
        return (Cut(text, smallest, weight, widest), smallest);
    }

    /// <summary>As few lines as the width asks for, of about the same length: broken at spaces, after hyphens, and anywhere between Chinese characters.</summary>
    /// <param name="most">Lines at the most; what is left over stays in the last one.</param>
    public static IReadOnlyList<string> Lines(string text, float size, Weight weight, float widest, int most)
    {
        var lines = Wrap(text, size, weight, widest, most);
        for (var narrower = widest - 8; narrower > widest / 3; narrower -= 8)
        {
            var balanced = Wrap(text, size, weight, narrower, most);
            if (balanced.Count > lines.Count || balanced.Any(line => Width(line, size, weight) > narrower)) break;
            lines = balanced;
        }
        return lines;
    }

    /// <summary>The size in which each of the lines fits.</summary>
    public static float SizeFor(IEnumerable<string> lines, float size, float smallest, Weight weight, float widest) =>
        lines.Aggregate(size, (fitting, line) => Math.Min(fitting, Math.Max(smallest, size * widest / Math.Max(Width(line, size, weight), 1))));

    static List<string> Wrap(string text, float size, Weight weight, float widest, int most)
    {
        var lines = new List<string>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var places = Breaks(rest).ToList();
            var place = lines.Count == most - 1 || Width(rest, size, weight) <= widest || places.Count is 0
                ? rest.Length
                : places.LastOrDefault(end => Width(rest[..end].TrimEnd(), size, weight) <= widest, places[0]);
            lines.Add(rest[..place].TrimEnd());
            rest = rest[place..].TrimStart();
        }
        return lines;
    }

    static IEnumerable<int> Breaks(string text) => Enumerable.Range(1, Math.Max(text.Length - 1, 0))
        .Where(i => text[i] is ' ' || text[i - 1] is '-' || (IsHan(text[i - 1]) && IsHan(text[i])));

    static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    static string Cut(string text, float size, Weight weight, float widest)
    {
        var ends = StringInfo.ParseCombiningCharacters(text);
        var fitting = ends.LastOrDefault(end => Width(text[..end].TrimEnd() + Ellipsis, size, weight) <= widest);
        return text[..fitting].TrimEnd() + Ellipsis;
    }
}
