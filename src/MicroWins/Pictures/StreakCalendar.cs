using System.Globalization;
using MicroWins.Rules.Evidence;
using SkiaSharp;

namespace MicroWins.Pictures;

/// <summary>The last weeks, a row each: the more wins, the stronger the green. An empty frame is a missed day, two strokes a pause, a dot a day without a record.</summary>
static class StreakCalendar
{
    const float Row = 64;
    const float CellHeight = 52;
    const float Corner = 14;

    /// <returns>Where the section ends.</returns>
    public static float Draw(Pen pen, WeekPictureData data, float left, DayColumns columns)
    {
        var y = columns.Top;
        foreach (var week in data.Weeks.TakeLast(WeekPictureData.MostWeeks))
        {
            pen.Text(week.Label, left, y + 38, 34, pen.Palette.Muted, columns.Left - left - 14);
            for (var i = 0; i < 7; i++)
                DrawDay(pen, week.Days[i], SKRect.Create(columns.Middle(i) - columns.Width / 2 + 6, y, columns.Width - 12, CellHeight));
            y += Row;
        }
        return DrawLegend(pen, data.Labels, left, columns.Left + 7 * columns.Width, y + 14);
    }

    static void DrawDay(Pen pen, DayMark day, SKRect cell)
    {
        var (middle, palette) = (new SKPoint(cell.MidX, cell.MidY), pen.Palette);
        switch (day.State)
        {
            case DayState.Kept:
                var strength = Math.Clamp(day.Kept, 1, palette.KeptDays.Length) - 1;
                pen.Fill(cell, palette.KeptDays[strength], Corner);
                var number = day.Kept.ToString(CultureInfo.InvariantCulture);
                pen.Text(number, middle.X, middle.Y + 12, 34, palette.OnKeptDays[strength], cell.Width - 12, Weight.SemiBold, SKTextAlign.Center);
                break;
            case DayState.Missed:
                pen.Outline(cell, palette.Missed, 3, Corner);
                break;
            case DayState.Frozen:
                pen.Fill(cell, palette.FrozenDay, Corner);
                DaySign.Paused(pen, middle, palette.OnFrozenDay);
                break;
            case DayState.Blank:
                pen.Dot(middle, 5, palette.Blank);
                break;
        }
    }

    // One line where the words are short, else as many as they need.
    static float DrawLegend(Pen pen, WeekLabels labels, float left, float right, float top)
    {
        const float sign = 46;
        var x = left;
        foreach (var (words, state) in new[] { (labels.Kept, DayState.Kept), (labels.Missed, DayState.Missed), (labels.Frozen, DayState.Frozen) })
        {
            if (words.Length is 0) continue;
            var width = Math.Min(TextFit.Width(words, 34, Weight.Regular), right - left - sign - 14);
            if (x > left && x + sign + 14 + width > right) (x, top) = (left, top + 50);
            DrawSign(pen, state, SKRect.Create(x, top, sign, 36));
            pen.Text(words, x + sign + 14, top + 30, 34, pen.Palette.Muted, width + 1);
            x += sign + 14 + width + 36;
        }
        return top + 40;
    }

    static void DrawSign(Pen pen, DayState state, SKRect place)
    {
        if (state is DayState.Kept) pen.Fill(place, pen.Palette.Kept, 10);
        else if (state is DayState.Missed) pen.Outline(place, pen.Palette.Missed, 3, 10);
        else
        {
            pen.Fill(place, pen.Palette.FrozenDay, 10);
            DaySign.Paused(pen, new(place.MidX, place.MidY), pen.Palette.OnFrozenDay);
        }
    }
}
