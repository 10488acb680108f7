using System.Globalization;
using CsCheck;
using MicroWins.Rules.Calendar;
using NodaTime;
using NodaTime.TimeZones;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

/// <summary>Places as people write them; the table is Calendar/cases/places.tsv: text, then the zones, or how many there are to choose from.</summary>
public class PlacesTests
{
    static readonly string[][] Rows = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Calendar", "cases", "places.tsv")).Select(l => l.Split('\t'))];

    static IReadOnlyList<string> Zones(ZoneAnswer? answer) => answer switch
    {
        null => [],
        ZoneAnswer.One one => [one.Zone],
        ZoneAnswer.Several several => several.Zones,
        _ => throw new InvalidOperationException($"{answer}"),
    };

    [Fact]
    public void A_place_in_words_is_its_zone()
    {
        var wrong = Rows.Select(row => (Row: row, Zones: Zones(Places.ReadZone(row[0])))).Where(c => !IsRight(c.Row[1], c.Zones))
            .Select(c => $"{c.Row[0]}: {string.Join('|', c.Zones)} instead of {c.Row[1]}").ToList();
        Assert.True(wrong.Count is 0, string.Join('\n', wrong));
    }

    static bool IsRight(string expected, IReadOnlyList<string> zones) => expected is "-" ? zones.Count is 0
        : int.TryParse(expected, CultureInfo.InvariantCulture, out var count) && expected[0] is not ('+' or '-') ? zones.Count == count : string.Join('|', zones) == expected;

    [Theory]
    [InlineData("it is 18:40 here", "2026-03-10 16:40", "UTC+02")]
    [InlineData("18:40", "2026-03-10 16:43", "UTC+02")] // told three minutes late
    [InlineData("it's 6:40 pm here", "2026-03-10 16:40", "UTC+02")]
    [InlineData("hier ist es 18.40 Uhr", "2026-03-10 16:40", "UTC+02")]
    [InlineData("il est 18h40", "2026-03-10 16:40", "UTC+02")]
    [InlineData("现在18点40", "2026-03-10 10:40", "UTC+08")]
    [InlineData("у меня 22:10", "2026-03-10 16:40", "UTC+05:30")]
    [InlineData("00:25", "2026-03-10 18:40", "UTC+05:45")]
    [InlineData("23:40", "2026-03-10 04:40", "UTC-05")] // still yesterday there
    [InlineData("02:00", "2026-03-10 13:00", "UTC-11|UTC+13")] // both sides of the date line
    [InlineData("6:40", "2026-03-10 16:40", "UTC-10|UTC+14|UTC+02")] // morning or evening
    [InlineData("18:75", "2026-03-10 16:40", "")]
    [InlineData("from 18:40 to 19:40", "2026-03-10 16:40", "")]
    public void The_time_on_a_clock_is_an_offset(string text, string now, string zones) =>
        Assert.Equal(zones, string.Join('|', Zones(Places.ReadZone(text, Utc(now)))));

    [Fact]
    public void Without_the_moment_a_clock_says_nothing() => Assert.Null(Places.ReadZone("it is 18:40 here"));

    [Fact]
    public void Every_zone_of_the_files_exists()
    {
        var names = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Calendar", "cases", "places.tsv")).Select(l => l.Split('\t')[0])
            .Concat(TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(l => l.CountryName)).Concat(PlaceNames.BuiltIn.All);
        Assert.All(names.SelectMany(name => Zones(Places.ReadZone(name))), id => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)));
    }

    [Fact]
    public void Every_name_of_the_files_is_found() =>
        Assert.All(PlaceNames.BuiltIn.All, name => Assert.NotNull(Places.ReadZone(name)));

    [Fact]
    public void A_choice_is_of_two_to_six() =>
        Assert.All(PlaceNames.BuiltIn.All.Select(name => Places.ReadZone(name)).OfType<ZoneAnswer.Several>(), s => Assert.InRange(s.Zones.Count, 2, ZoneAnswer.Several.Most));

    [Fact]
    public void A_zone_has_a_name_in_every_language()
    {
        Assert.Equal("Москва", Places.NameOf("Europe/Moscow", Language.Russian));
        Assert.Equal("纽约", Places.NameOf("America/New_York", Language.Chinese));
        Assert.Equal("Berlín", Places.NameOf("Europe/Berlin", Language.Spanish));
        Assert.Equal("UTC+02", Places.NameOf("UTC+02", Language.German));
        Assert.Equal("New York", Places.NameOf("America/New_York", Language.Unknown));
    }

    [Fact]
    public void Any_text_is_answered_with_zones_that_exist() => Gen.Select(Sizing.GeneratedTexts.Texts, PersonalClockTests.AnyMoment).Sample((text, now) =>
        Zones(Places.ReadZone(text, now)) is var zones && zones.Count <= 6 && zones.All(id => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null), iter: 2_000);
}
