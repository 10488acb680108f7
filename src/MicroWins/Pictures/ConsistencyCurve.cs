using System.Globalization;
using MicroWins.Rules.Evidence;
using NodaTime;
using SkiaSharp;

namespace MicroWins.Pictures;

/// <summary>The consistency score over time, 0 to 100; words in its place while it is too early to tell one.</summary>
static class ConsistencyCurve
{
    public const float Tall = 170;

    /// <returns>Where the section ends.</returns>
    public static float Draw(Pen pen, WeekPictureData data, SKRect place)
    {
        if (data.Consistency.Length < Consistency.FewestDays)
            return pen.Paragraph(data.Labels.TooEarly, place.Left, place.Top, 36, pen.Palette.Muted, place.Width);
        var plot = new SKRect(place.Left + 74, place.Top + 22, place.Right - 96, place.Top + 22 + Tall);
        foreach (var score in (ReadOnlySpan<int>)[0, 50, 100])
        {
            var y = Height(plot, score);
            pen.Fill(new(plot.Left, y - 1, plot.Right, y + 1), pen.Palette.Grid);
            pen.Text(score.ToString(CultureInfo.InvariantCulture), plot.Left - 14, y + 11, 32, pen.Palette.Muted, 70, align: SKTextAlign.Right);
        }
        DrawCurve(pen, data.Consistency, plot);
        pen.Text(data.Labels.CurveStart, plot.Left, plot.Bottom + 46, 32, pen.Palette.Muted, plot.Width / 2);
        pen.Text(data.Labels.CurveEnd, plot.Right, plot.Bottom + 46, 32, pen.Palette.Muted, plot.Width / 2, align: SKTextAlign.Right);
        return plot.Bottom + 56;
    }

    static void DrawCurve(Pen pen, IReadOnlyList<(LocalDate Day, double Score)> history, SKRect plot)
    {
        var first = history[0].Day;
        var days = Math.Max(1, Period.DaysBetween(first, history[^1].Day));
        var points = history.Select(point => new SKPoint(plot.Left + plot.Width * Period.DaysBetween(first, point.Day) / days, Height(plot, point.Score))).ToList();
        pen.Line(points, pen.Palette.Curve, 7);
        pen.Dot(points[^1], 14, pen.Palette.Card);
        pen.Dot(points[^1], 11, pen.Palette.Curve);
        var score = Math.Round(Math.Clamp(history[^1].Score, 0, 100), MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
        pen.Text(score, plot.Right + 22, points[^1].Y + 14, 40, pen.Palette.Text, 74, Weight.SemiBold);
    }

    static float Height(SKRect plot, double score) => plot.Bottom - plot.Height * (float)Math.Clamp(score, 0, 100) / 100;
}
