using SkiaSharp;

namespace MicroWins.Pictures;

/// <summary>Draws shapes and text; text is made to fit its place, whatever its length.</summary>
sealed class Pen(SKCanvas canvas, Palette palette)
{
    /// <summary>A text that does not fit may get so much smaller before it is cut.</summary>
    const float SmallestShare = 0.72f;

    /// <summary>From one line to the next, in sizes of the text.</summary>
    public const float LineHeight = 1.22f;

    public Palette Palette => palette;

    public void Fill(SKRect place, SKColor color, float corner = 0)
    {
        using var paint = Paint(color);
        canvas.DrawRoundRect(place, corner, corner, paint);
    }

    /// <summary>An outline that lies inside its place.</summary>
    public void Outline(SKRect place, SKColor color, float width, float corner)
    {
        using var paint = Paint(color);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = width;
        place.Inflate(-width / 2, -width / 2);
        canvas.DrawRoundRect(place, corner, corner, paint);
    }

    public void Dot(SKPoint center, float radius, SKColor color)
    {
        using var paint = Paint(color);
        canvas.DrawCircle(center, radius, paint);
    }

    public void Line(IReadOnlyList<SKPoint> points, SKColor color, float width)
    {
        using var paint = Paint(color);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = width;
        paint.StrokeJoin = SKStrokeJoin.Round;
        paint.StrokeCap = SKStrokeCap.Round;
        using var path = new SKPathBuilder();
        path.MoveTo(points[0]);
        foreach (var point in points.Skip(1)) path.LineTo(point);
        using var line = path.Detach();
        canvas.DrawPath(line, paint);
    }

    /// <summary>Draws one line of text; its base line is at <paramref name="y"/>, and it is at most <paramref name="widest"/> wide.</summary>
    /// <param name="align">What of the text is at <paramref name="x"/>: its left end, its middle or its right end.</param>
    /// <returns>How wide it came out.</returns>
    public float Text(string text, float x, float y, float size, SKColor color, float widest, Weight weight = Weight.Regular, SKTextAlign align = SKTextAlign.Left)
    {
        var (fitting, fittingSize) = TextFit.OneLine(text, size, size * SmallestShare, weight, widest);
        var stretches = PictureFonts.Stretches(fitting, fittingSize, weight);
        var width = TextFit.Width(fitting, fittingSize, weight);
        var left = align switch { SKTextAlign.Center => x - width / 2, SKTextAlign.Right => x - width, _ => x };
        using var paint = Paint(color);
        foreach (var (stretch, font) in stretches)
        {
            canvas.DrawText(stretch, left, y, SKTextAlign.Left, font, paint);
            left += font.MeasureText(stretch);
            font.Dispose();
        }
        return width;
    }

    /// <summary>Draws up to three lines, each around <paramref name="x"/> or from it, in one size.</summary>
    /// <param name="top">Where the first line starts.</param>
    /// <returns>Where the last one ends.</returns>
    public float Paragraph(string text, float x, float top, float size, SKColor color, float widest, SKTextAlign align = SKTextAlign.Left)
    {
        var lines = TextFit.Lines(text, size, Weight.Regular, widest, most: 3);
        var fitting = TextFit.SizeFor(lines, size, size * SmallestShare, Weight.Regular, widest);
        foreach (var line in lines)
        {
            Text(line, x, top + size, fitting, color, widest, align: align);
            top += size * LineHeight;
        }
        return top;
    }

    static SKPaint Paint(SKColor color) => new() { Color = color, IsAntialias = true };
}
