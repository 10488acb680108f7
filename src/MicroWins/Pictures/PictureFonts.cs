using System.Globalization;
using System.Text;
using SkiaSharp;

namespace MicroWins.Pictures;

enum Weight { Regular, SemiBold }

/// <summary>The fonts that the program brings along: those of the machine must change nothing, and a server has none.</summary>
static class PictureFonts
{
    static readonly Lazy<SKFont> Regular = new(() => Load("Inter-Regular"));
    static readonly Lazy<SKFont> SemiBold = new(() => Load("Inter-SemiBold"));
    static readonly Lazy<SKFont> Chinese = new(() => Load("NotoSansSC-Regular"));

    /// <summary>The characters of a text that would be left out of a picture.</summary>
    public static string Missing(string text) => string.Concat(text.EnumerateRunes().Where(rune => FaceOf(rune, Weight.Regular) is null).Distinct());

    /// <summary>A text in stretches that one font holds; without what no font holds, since a box in its place says nothing either.</summary>
    /// <remarks>The caller disposes the fonts.</remarks>
    public static IReadOnlyList<(string Text, SKFont Font)> Stretches(string text, float size, Weight weight)
    {
        var stretches = new List<(StringBuilder Text, SKFont Face)>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (FaceOf(rune, weight) is not { } face) continue;
            if (stretches.Count is 0 || stretches[^1].Face != face) stretches.Add((new(), face));
            stretches[^1].Text.Append(rune);
        }
        return [.. stretches.Select(stretch => (stretch.Text.ToString(), FontOf(stretch.Face, size, weight)))];
    }

    // Without hinting, and with places between the pixels, the same letters look the same on every machine.
    static SKFont FontOf(SKFont face, float size, Weight weight) => new(face.Typeface, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
        // The Chinese font is there in one weight: a second one would be as large again for a few headings.
        Embolden = weight is Weight.SemiBold && face == Chinese.Value,
    };

    static SKFont? FaceOf(Rune rune, Weight weight)
    {
        var latin = weight is Weight.SemiBold ? SemiBold.Value : Regular.Value;
        if (latin.ContainsGlyph(rune.Value)) return latin;
        // Most pictures have no Chinese in them, and never load its font.
        return rune.Value >= 0x2000 && Chinese.Value.ContainsGlyph(rune.Value) ? Chinese.Value : null;
    }

    static SKFont Load(string name)
    {
        using var file = typeof(PictureFonts).Assembly.GetManifestResourceStream($"Fonts/{name}.otf")
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The font {name} is not in the program."));
        using var data = SKData.Create(file);
        return new(SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read."));
    }
}
