using SkiaSharp;

namespace MicroWins.Pictures;

/// <summary>Signs that tell the days apart without a colour.</summary>
static class DaySign
{
    /// <summary>Two upright strokes, as on a player.</summary>
    public static void Paused(Pen pen, SKPoint center, SKColor color)
    {
        pen.Fill(SKRect.Create(center.X - 10, center.Y - 13, 7, 26), color, corner: 2);
        pen.Fill(SKRect.Create(center.X + 3, center.Y - 13, 7, 26), color, corner: 2);
    }
}
