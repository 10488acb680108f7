using System.Globalization;
using CsCheck;
using MicroWins.Rules.Calendar;
using NodaTime;
using NodaTime.Text;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

/// <summary>Times, days and lengths in words; the table is Calendar/cases/times.tsv: language, what is asked, text, answer.</summary>
public class TimeWordsTests
{
    // A Monday.
    static readonly LocalDate Today = new(2026, 11, 23);

    static readonly string[][] Rows = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Calendar", "cases", "times.tsv")).Select(l => l.Split('\t'))];

    static string Answer(string language, string asked, string text) => asked switch
    {
        "time" => TimeWords.ReadTime(text, Languages.FromTag(language)) is { } time ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time) : "-",
        "day" => TimeWords.ReadDay(text, Today, Languages.FromTag(language)) is { } day ? LocalDatePattern.Iso.Format(day) : "-",
        _ => TimeWords.ReadMinutesADay(text, Languages.FromTag(language))?.ToString(CultureInfo.InvariantCulture) ?? "-",
    };

    [Fact]
    public void What_people_write_is_read()
    {
        var wrong = Rows.Where(r => Answer(r[0], r[1], r[2]) != r[3]).Select(r => $"{r[0]} {r[1]} {r[2]}: {Answer(r[0], r[1], r[2])} instead of {r[3]}").ToList();
        Assert.True(wrong.Count is 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("03/04", false, "2027-04-03")]
    [InlineData("03/04", true, "2027-03-04")]
    [InlineData("03.04.", true, "2027-04-03")] // with full stops the day is always first
    [InlineData("12/25", false, "2026-12-25")] // only one order is a date
    [InlineData("25/12", true, "2026-12-25")]
    [InlineData("03-04-2027", true, "2027-03-04")]
    public void Which_comes_first_day_or_month_is_told(string text, bool monthFirst, string day) =>
        Assert.Equal(Date(day), TimeWords.ReadDay(text, Today, Language.English, monthFirst));

    [Theory]
    // Mon 23 | Tue 24 | Wed 25 | Thu 26 | Fri 27 | Sat 28 | Sun 29 || Mon 30
    [InlineData("2026-11-27", "friday", "2026-12-04")] // said on a Friday: the next one
    [InlineData("2026-11-28", "weekend", "2026-11-28")]
    [InlineData("2026-11-29", "friday next week", "2026-12-04")] // on a Sunday, the next week begins tomorrow
    [InlineData("2026-12-12", "12 december", "2026-12-12")]
    [InlineData("2026-12-13", "12 december", "2027-12-12")]
    [InlineData("2026-01-31", "in a month", "2026-02-28")]
    [InlineData("2026-01-31", "the 30th", "2026-03-30")] // February has none
    public void A_day_is_the_next_one(string today, string text, string day) => Assert.Equal(Date(day), TimeWords.ReadDay(text, Date(today), Language.English));

    [Fact]
    public void Any_text_is_answered() => Gen.Select(Sizing.GeneratedTexts.Texts, Gen.Enum<Language>(), Gen.Bool).Sample((text, language, monthFirst) =>
    {
        _ = TimeWords.ReadTime(text, language);
        return TimeWords.ReadDay(text, Today, language, monthFirst) is not { } day || day >= Today && day <= Today.PlusYears(TimeWords.MostYears)
            && TimeWords.ReadMinutesADay(text, language) is null or >= 1 and <= TimeWords.MostMinutesADay;
    }, iter: 2_000);

    [Fact]
    public void Random_words_of_time_are_answered() => Gen.Select(Gen.Int[0, 999].Array[0, 5], Gen.Enum<Language>()).Sample((at, language) =>
    {
        var text = string.Join(' ', at.Select(i => Rows[i % Rows.Length][2]));
        _ = TimeWords.ReadTime(text, language);
        _ = TimeWords.ReadMinutesADay(text, language);
        return TimeWords.ReadDay(text, Today, language) is not { } day || day >= Today;
    }, iter: 3_000);

    [Fact]
    public void Every_time_in_digits_is_read_in_every_language() => Gen.Select(Gen.Int[0, 23], Gen.Int[0, 59], Gen.Enum<Language>()).Sample((hour, minute, language) =>
        TimeWords.ReadTime($"{hour}:{minute:00}", language) == new LocalTime(hour, minute));

    [Fact]
    public void Every_date_in_digits_is_read_in_every_language() => Gen.Select(Gen.Int[0, 3000], Gen.Enum<Language>()).Sample((days, language) =>
        Today.PlusDays(days) is var day && TimeWords.ReadDay(LocalDatePattern.Iso.Format(day), Today, language) == day
            && TimeWords.ReadDay($"{day.Day}.{day.Month}.{day.Year}", Today, language) == day);
}
