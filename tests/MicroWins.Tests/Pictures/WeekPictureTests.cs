using System.Collections.Immutable;
using CsCheck;
using MicroWins.Pictures;
using MicroWins.Rules;
using MicroWins.Rules.Evidence;
using NodaTime;
using SkiaSharp;

namespace MicroWins.Tests.Pictures;

public sealed class WeekPictureTests
{
    static readonly string[] Weeks = ["11.1x1.", "1x111p.", "pppp11.", "12111.1", "x1x1211", "1213x1p"];

    public static TheoryData<PictureTheme> Themes => [PictureTheme.Light, PictureTheme.Dark];

    public static TheoryData<Language> Languages => [.. SomeWeek.Labels.Keys];

    [Theory]
    [MemberData(nameof(Themes))]
    public void It_is_a_picture_for_a_phone_on_a_ground_of_its_own(PictureTheme theme)
    {
        using var picture = Drawn(SomeWeek.Of(Weeks), theme);

        Assert.Equal(WeekPicture.Width, picture.Width);
        Assert.InRange(picture.Height, WeekPicture.Width, 2 * WeekPicture.Width);
        Assert.Equal(SKAlphaType.Opaque, picture.Info.AlphaType);
        Assert.Equal(Palette.Of(theme).Page, picture.GetPixel(0, 0));
        Assert.Equal(Palette.Of(theme).Card, picture.GetPixel(60, 60));
    }

    [Fact]
    public void The_same_week_makes_the_same_bytes() =>
        Assert.Equal(WeekPicture.Draw(SomeWeek.Of(Weeks)), WeekPicture.Draw(SomeWeek.Of(Weeks)));

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_bar_is_as_high_as_its_wins(PictureTheme theme)
    {
        using var picture = Drawn(SomeWeek.Of("1234x.p"), theme);

        var bars = Enumerable.Range(0, 7).Select(day => BarHeight(picture, day, Palette.Of(theme).Kept)).ToList();

        Assert.Equal(Bars.Tallest, bars[3]);
        for (var wins = 1; wins <= 4; wins++) Assert.InRange(bars[wins - 1], Bars.Tallest * wins / 4 - 1, Bars.Tallest * wins / 4 + 1);
        Assert.Equal([0, 0, 0], bars[4..]);
    }

    [Fact]
    public void What_was_asked_and_not_kept_stands_pale_above_the_bar()
    {
        var week = SomeWeek.Of("1111111");
        week = week with { Week = week.Week.SetItem(2, week.Week[2] with { Kept = 1, Asked = 4 }) };
        using var picture = Drawn(week, PictureTheme.Light);

        Assert.InRange(BarHeight(picture, 2, Palette.Of(PictureTheme.Light).Kept), Bars.Tallest / 4 - 1, Bars.Tallest / 4 + 1);
        Assert.InRange(BarHeight(picture, 2, Palette.Of(PictureTheme.Light).Track), Bars.Tallest * 3 / 4 - 1, Bars.Tallest * 3 / 4 + 1);
    }

    [Fact]
    public void A_week_without_wins_says_so_in_words_and_shows_no_empty_bars()
    {
        using var picture = Drawn(SomeWeek.Of("xxxxxxx"), PictureTheme.Light);

        Assert.All(Enumerable.Range(0, 7), day => Assert.Equal(0, BarHeight(picture, day, Palette.Of(PictureTheme.Light).Track)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_its_letters_and_its_picture(Language language)
    {
        Assert.Equal("", PictureFonts.Missing(string.Concat(WordsOf(SomeWeek.Labels[language]))));

        using var picture = Drawn(SomeWeek.Of(language, Weeks), PictureTheme.Light);
        Assert.True(CountOf(picture, Palette.Of(PictureTheme.Light).Text) > 3000);
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")]
    [InlineData("áàâãäåæçéèêëíìîïñóòôõöøœúùûüýÿßÁÀÂÃÄÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÕÖØŒÚÙÛÜÝŸẞąćęłńśźżőűčřšžğış")]
    [InlineData("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіїєґ")]
    [InlineData(" !\"#%&'()*+,-./:;<=>?@[]_{|}–—‘’“”„…·•«»‹›¿¡°%‰№€→\u00a0\u202f")]
    [InlineData("，。、；：？！（）《》“”‘’…—一二三四五六日月年周天分钟")]
    public void The_letters_of_the_languages_are_in_the_fonts(string letters) => Assert.Equal("", PictureFonts.Missing(letters.Replace("ẞ", "", StringComparison.Ordinal)));

    [Fact]
    public void What_no_font_holds_is_found_and_left_out()
    {
        Assert.Equal("🎉א", PictureFonts.Missing("ok 🎉 א🎉"));
        Assert.Equal(TextFit.Width("ok", 40, Weight.Regular), TextFit.Width("🎉ok\u0007\ud83d", 40, Weight.Regular));
    }

    [Fact]
    public void Extremes_are_drawn_as_well()
    {
        var full = SomeWeek.Of(Weeks);
        var long_ = new string('W', 500);
        var longLabels = full.Labels with { Title = long_, Subtitle = long_, WinsPerDay = long_, DayNames = [.. Enumerable.Repeat(long_, 7)], Calendar = long_, Kept = long_, Missed = long_, Frozen = long_, Consistency = long_ };
        var nothing = full.Labels with { Title = "", Subtitle = "", WinsPerDay = "", DayNames = [.. Enumerable.Repeat("", 7)], NoWinsYet = "", Calendar = "", Kept = "", Missed = "", Frozen = "", Consistency = "", TooEarly = "" };
        var many = full.Week[0] with { Kept = int.MaxValue, Asked = int.MaxValue };
        WeekPictureData[] extremes =
        [
            full with { Labels = longLabels, Numbers = [.. Enumerable.Repeat(new BigNumber(long_, long_ + " " + long_), 5)] },
            full with { Labels = nothing, Numbers = [], Weeks = [], Consistency = [] },
            full with { Labels = full.Labels with { NoWinsYet = long_, TooEarly = long_ }, Week = SomeWeek.Of(".......").Week, Consistency = [] },
            full with { Week = full.Week.SetItem(0, many), Weeks = [full.Weeks[0] with { Label = long_, Days = full.Week.SetItem(0, many) }] },
            full with { Weeks = [.. Enumerable.Repeat(full.Weeks[0], 100)] },
            full with { Consistency = [.. Enumerable.Range(0, 9).Select(i => (new LocalDate(2026, 1, 1), i % 2 is 0 ? double.NaN : 1e9))] },
            full with { Consistency = [.. Enumerable.Range(0, 2000).Select(i => (new LocalDate(2020, 1, 1).PlusDays(i), i / 20.0))] },
        ];

        Assert.All(extremes, week => Assert.InRange(Drawn(week, PictureTheme.Dark).Height, 400, 2 * WeekPicture.Width));
    }

    [Fact]
    public void No_word_leaves_the_card() => Gen.Select(Gen.Enum<PictureTheme>(), Gen.String[Gen.Char["ab жщ中文WWWi-, "], 0, 120].Array[16]).Sample(
        (theme, texts) =>
        {
            var week = SomeWeek.Of(Weeks);
            using var picture = Drawn(week with
            {
                Labels = week.Labels with { Title = texts[0], Subtitle = texts[1], WinsPerDay = texts[2], DayNames = [.. texts[3..10]], Calendar = texts[10], Kept = texts[11], Missed = texts[12], Frozen = texts[13], Consistency = texts[14] },
                Numbers = [new(texts[15], texts[0]), new("1", texts[1]), new("2", texts[2])],
            }, theme);
            return Enumerable.Range(100, picture.Height - 200).All(y => picture.GetPixel(40, y) == Palette.Of(theme).Card && picture.GetPixel(WeekPicture.Width - 40, y) == Palette.Of(theme).Card);
        },
        iter: 12);

    [Fact]
    public void A_week_has_seven_days()
    {
        var week = SomeWeek.Of(Weeks);

        Assert.Throws<ArgumentException>(() => WeekPicture.Draw(week with { Week = week.Week[..6] }));
        Assert.Throws<ArgumentException>(() => WeekPicture.Draw(week with { Weeks = [week.Weeks[0] with { Days = [] }] }));
        Assert.Throws<ArgumentException>(() => WeekPicture.Draw(week with { Labels = week.Labels with { DayNames = ["Mo"] } }));
    }

    [Fact]
    public void A_score_that_is_too_early_to_tell_is_not_drawn()
    {
        using var early = Drawn(SomeWeek.Of("111111."), PictureTheme.Light);
        using var told = Drawn(SomeWeek.Of("1111111"), PictureTheme.Light);

        Assert.Equal(0, CountOf(early, Palette.Of(PictureTheme.Light).Curve));
        Assert.True(CountOf(told, Palette.Of(PictureTheme.Light).Curve) > 2000);
    }

    [Fact]
    public void The_words_say_what_the_picture_shows() => Assert.Equal(
        """
        Your week, 16–22 November
        8 kept · 52 minutes · 62 Consistency
        Wins per day: Mo 1, Tu 2, We 1, Th 3, Fr 0, Sa 1, Su skipped or paused
        Last 6 weeks: 9 Nov 5, 16 Nov 8
        """.ReplaceLineEndings("\n"), WeekInWords.Of(SomeWeek.Of("xx1121.", "1213x1p")));

    static SKBitmap Drawn(WeekPictureData week, PictureTheme theme) => SKBitmap.Decode(WeekPicture.Draw(week, theme)) ?? throw new InvalidOperationException("No picture.");

    static IEnumerable<string> WordsOf(WeekLabels labels) =>
        [labels.Title, labels.Subtitle, labels.WinsPerDay, .. labels.DayNames, labels.NoWinsYet, labels.Calendar, labels.Kept, labels.Missed, labels.Frozen, labels.Consistency, labels.TooEarly];

    // Inside the round corners; between the heading and the calendar.
    static int BarHeight(SKBitmap picture, int day, SKColor color)
    {
        var x = (int)(224 + (1004 - 224) / 7f * (day + 0.5f)) - 18;
        return Enumerable.Range(380, 330).Count(y => picture.GetPixel(x, y) == color);
    }

    static int CountOf(SKBitmap picture, SKColor color) => picture.Pixels.Count(pixel => pixel == color);
}
