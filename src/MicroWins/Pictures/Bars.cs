using System.Globalization;
using MicroWins.Rules.Evidence;
using SkiaSharp;

namespace MicroWins.Pictures;

/// <summary>Wins per day: a bar as high as was kept, before a pale one as high as was asked.</summary>
static class Bars
{
    public const float Tallest = 190;
    const float Widest = 68;
    const float Corner = 14;

    /// <returns>Where the section ends.</returns>
    public static float Draw(Pen pen, WeekPictureData data, DayColumns columns)
    {
        var ground = columns.Top + 46 + Tallest;
        var end = columns.Left + 7 * columns.Width;
        var hasWins = data.Week.Any(day => day.Kept > 0);
        // Two at the least, so that the one win of a quiet week is not a tower.
        var most = Math.Max(2, data.Week.Max(day => Math.Max(day.Kept, day.Asked)));
        for (var i = 0; i < 7; i++)
        {
            // Seven empty towers would say the same as the words, with less kindness.
            if (hasWins || data.Week[i].State is DayState.Frozen) DrawDay(pen, data.Week[i], columns.Middle(i), ground, Tallest / most);
            pen.Text(data.Labels.DayNames[i], columns.Middle(i), ground + 48, 36, pen.Palette.Muted, columns.Width - 8, align: SKTextAlign.Center);
        }
        pen.Fill(new(columns.Left, ground, end, ground + 3), pen.Palette.Grid);
        if (!hasWins) pen.Paragraph(data.Labels.NoWinsYet, (columns.Left + end) / 2, columns.Top + 50, 36, pen.Palette.Muted, end - columns.Left - 40, SKTextAlign.Center);
        return ground + 62;
    }

    static void DrawDay(Pen pen, DayMark day, float middle, float ground, float oneWin)
    {
        SKRect Bar(int wins) => new(middle - Widest / 2, ground - Math.Max(wins * oneWin, Corner), middle + Widest / 2, ground);
        if (day.Asked > day.Kept) pen.Fill(Bar(day.Asked), pen.Palette.Track, Corner);
        if (day.Kept > 0)
        {
            pen.Fill(Bar(day.Kept), pen.Palette.Kept, Corner);
            var number = day.Kept.ToString(CultureInfo.InvariantCulture);
            pen.Text(number, middle, Bar(Math.Max(day.Kept, day.Asked)).Top - 14, 38, pen.Palette.Text, Widest + 40, Weight.SemiBold, SKTextAlign.Center);
        }
        else if (day.State is DayState.Frozen)
        {
            DaySign.Paused(pen, new(middle, ground - 26), pen.Palette.OnFrozenDay);
        }
        else if (day.State is DayState.Missed)
        {
            pen.Text("0", middle, Bar(day.Asked).Top - 14, 38, pen.Palette.Muted, Widest + 40, Weight.SemiBold, SKTextAlign.Center);
        }
    }
}
