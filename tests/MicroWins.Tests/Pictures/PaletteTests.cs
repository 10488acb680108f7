using MicroWins.Pictures;
using SkiaSharp;

namespace MicroWins.Tests.Pictures;

public sealed class PaletteTests
{
    const double ForText = 4.5;
    const double ForMarks = 3;

    public static TheoryData<PictureTheme> Themes => [PictureTheme.Light, PictureTheme.Dark];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_stands_out_from_what_is_under_it(PictureTheme theme)
    {
        var palette = Palette.Of(theme);

        Assert.All([(palette.Text, palette.Card), (palette.Text, palette.Tile), (palette.Muted, palette.Card), (palette.Muted, palette.Tile), .. palette.OnKeptDays.Zip(palette.KeptDays)],
            pair => Assert.InRange(Contrast(pair.Item1, pair.Item2), ForText, 21));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Marks_stand_out_from_the_card(PictureTheme theme)
    {
        var palette = Palette.Of(theme);

        Assert.All([palette.Kept, palette.Missed, palette.Curve, palette.OnFrozenDay, .. palette.KeptDays], mark => Assert.InRange(Contrast(mark, palette.Card), ForMarks, 21));
        Assert.InRange(Contrast(palette.OnFrozenDay, palette.FrozenDay), ForMarks, 21);
        Assert.InRange(Contrast(palette.Kept, palette.Track), ForMarks, 21);
    }

    [Fact]
    public void The_measure_is_that_of_the_guidelines()
    {
        Assert.Equal(21, Contrast(SKColors.Black, SKColors.White), 3);
        Assert.Equal(4.48, Contrast(new(0xFF777777), SKColors.White), 2);
    }

    // WCAG 2.2: relative luminance and contrast ratio.
    static double Contrast(SKColor a, SKColor b) => (Math.Max(Luminance(a), Luminance(b)) + 0.05) / (Math.Min(Luminance(a), Luminance(b)) + 0.05);

    static double Luminance(SKColor color) => 0.2126 * Linear(color.Red) + 0.7152 * Linear(color.Green) + 0.0722 * Linear(color.Blue);

    static double Linear(byte channel) => channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
