using SkiaSharp;

namespace MicroWins.Pictures;

/// <summary>
/// Draws the record of a week for a phone: the big numbers, wins per day, the calendar of the last weeks, and consistency. The card
/// has its own ground, so that it reads on a light chat as well as on a dark one. The same data give the same bytes.
/// </summary>
public static class WeekPicture
{
    /// <summary>Pixels across: what a phone shows without making it smaller.</summary>
    public const int Width = 1080;

    /// <summary>Room around the card, for the round corners that a chat gives a picture.</summary>
    const float Margin = 28;
    const float Padding = 48;
    const float Gap = 44;

    /// <summary>The smallest text: 36 of 1080 is 9 points where a chat shows the picture at three quarters of a phone, and 13 where it is opened.</summary>
    const float Small = 36;
    const float Heading = 42;

    const float Left = Margin + Padding;
    const float Right = Width - Margin - Padding;

    /// <summary>The days of the bars and of the calendar stand in the same columns, right of the names of the weeks.</summary>
    const float FirstColumn = Left + 148;
    const float Column = (Right - FirstColumn) / 7;

    /// <summary>Draws the picture.</summary>
    /// <returns>A PNG, <see cref="Width"/> pixels wide and as high as there are weeks.</returns>
    /// <exception cref="ArgumentException">A week has not seven days, or there are not seven names.</exception>
    public static byte[] Draw(WeekPictureData data, PictureTheme theme = PictureTheme.Light)
    {
        Check(data);
        var palette = Palette.Of(theme);
        // Drawn onto a record first: only at the end is it known how high the picture is.
        using var recorder = new SKPictureRecorder();
        var bottom = DrawContent(new Pen(recorder.BeginRecording(SKRect.Create(Width, 4000)), palette), data);
        using var content = recorder.EndRecording();
        return ToPng(content, palette, (int)Math.Ceiling(bottom + Padding + Margin));
    }

    static void Check(WeekPictureData data)
    {
        if (data.Labels.DayNames.Length is not 7) throw new ArgumentException("A week has seven names of days.", nameof(data));
        if (data.Week.Length is not 7 || data.Weeks.Any(week => week.Days.Length is not 7)) throw new ArgumentException("A week has seven days.", nameof(data));
    }

    static byte[] ToPng(SKPicture content, Palette palette, int height)
    {
        using var bitmap = new SKBitmap(Width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(palette.Page);
        new Pen(canvas, palette).Fill(new(Margin, Margin, Width - Margin, height - Margin), palette.Card, corner: 44);
        canvas.DrawPicture(content);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    static float DrawContent(Pen pen, WeekPictureData data)
    {
        var y = DrawTitle(pen, data.Labels, Margin + Padding);
        y = DrawNumbers(pen, data.Numbers, y + 28);
        y = DrawHeading(pen, data.Labels.WinsPerDay, y + Gap);
        y = Bars.Draw(pen, data, new(FirstColumn, Column, y));
        y = DrawHeading(pen, data.Labels.Calendar, y + Gap) + 6;
        y = StreakCalendar.Draw(pen, data, Left, new(FirstColumn, Column, y));
        y = DrawHeading(pen, data.Labels.Consistency, y + Gap);
        return ConsistencyCurve.Draw(pen, data, new(Left, y, Right, y));
    }

    static float DrawTitle(Pen pen, WeekLabels labels, float top)
    {
        var width = pen.Text(labels.Title, Left, top + 54, 62, pen.Palette.Text, Right - Left, Weight.SemiBold);
        if (labels.Subtitle.Length is 0) return top + 68;
        // Beside the title where there is room, else under it.
        if (width + 40 + TextFit.Width(labels.Subtitle, Small, Weight.Regular) <= Right - Left)
        {
            pen.Text(labels.Subtitle, Right, top + 54, Small, pen.Palette.Muted, Right - Left, align: SKTextAlign.Right);
            return top + 68;
        }
        pen.Text(labels.Subtitle, Left, top + 108, Small, pen.Palette.Muted, Right - Left);
        return top + 122;
    }

    static float DrawHeading(Pen pen, string text, float top)
    {
        pen.Text(text, Left, top + 34, Heading, pen.Palette.Text, Right - Left, Weight.SemiBold);
        return top + 56;
    }

    static float DrawNumbers(Pen pen, IReadOnlyList<BigNumber> numbers, float top)
    {
        const float between = 20;
        var shown = numbers.Take(3).ToList();
        if (shown.Count is 0) return top;
        var width = (Right - Left - between * (shown.Count - 1)) / shown.Count;
        var room = width - 32;
        var labels = shown.ConvertAll(number => TextFit.Lines(number.Label, Small, Weight.Regular, room, most: 3));
        // One size for all: three sizes side by side look like a mistake.
        var size = TextFit.SizeFor(labels.SelectMany(lines => lines), Small, 28, Weight.Regular, room);
        var height = 136 + labels.Max(lines => lines.Count) * 44;
        for (var i = 0; i < shown.Count; i++)
        {
            var left = Left + i * (width + between);
            pen.Fill(new(left, top, left + width, top + height), pen.Palette.Tile, corner: 28);
            pen.Text(shown[i].Value, left + width / 2, top + 96, 84, pen.Palette.Text, room, Weight.SemiBold, SKTextAlign.Center);
            for (var line = 0; line < labels[i].Count; line++)
                pen.Text(labels[i][line], left + width / 2, top + 148 + line * 44, size, pen.Palette.Muted, room, align: SKTextAlign.Center);
        }
        return top + height;
    }
}

/// <summary>Seven columns, one for each day.</summary>
/// <param name="Left">Where the first one starts.</param>
/// <param name="Width">How wide each is.</param>
/// <param name="Top">Where they start.</param>
readonly record struct DayColumns(float Left, float Width, float Top)
{
    public float Middle(int day) => Left + (day + 0.5f) * Width;
}
