using MicroWins.Rules.Safety;

namespace MicroWins.Rules.Tests.Safety;

public class CrisisLinesTests
{
    [Theory]
    [InlineData("US", "911")]
    [InlineData("gb", "999")]
    [InlineData("DE", "112")]
    [InlineData("AU", "000")]
    [InlineData("NZ", "111")]
    public void The_emergency_number_is_the_local_one(string country, string number) => Assert.Equal(number, CrisisLines.For(country).EmergencyNumber);

    [Theory]
    [InlineData("AT", "142")]
    [InlineData("PT", "1411")]
    public void A_line_that_was_read_of_late_is_shown_with_its_date(string country, string number)
    {
        var line = Assert.Single(CrisisLines.For(country).Lines, l => l.Contact.Contains(number, StringComparison.Ordinal));
        Assert.StartsWith("20", line.Date, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FR")]
    [InlineData("DE")]
    [InlineData("RU")]
    public void A_line_that_nobody_checked_is_not_shown(string country)
    {
        var contacts = CrisisLines.For(country);
        Assert.Empty(contacts.Lines);
        Assert.NotNull(contacts.EmergencyNumber);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XX")]
    [InlineData("INTL")]
    public void An_unknown_country_gets_the_directory_alone(string? country)
    {
        var contacts = CrisisLines.For(country);
        Assert.Null(contacts.EmergencyNumber);
        Assert.Empty(contacts.Lines);
        Assert.Contains("findahelpline.com", contacts.Directory.Contact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "BR")]
    [InlineData("Europe/Vienna", "AT")]
    [InlineData("Asia/Calcutta", "IN")]
    [InlineData("Etc/UTC", null)]
    [InlineData("Mars/Base", null)]
    [InlineData(null, null)]
    public void The_country_is_read_off_the_time_zone(string? zone, string? country) => Assert.Equal(country, CrisisLines.FromZone(zone));

    [Theory]
    [InlineData("pt-BR", "BR")]
    [InlineData("zh_Hant_tw", "TW")]
    [InlineData("pt", null)]
    [InlineData(null, null)]
    public void The_country_is_read_off_a_language_tag(string? tag, string? country) => Assert.Equal(country, CrisisLines.FromTag(tag));

    [Theory]
    [InlineData("a\tb\nx", "1 columns")]
    [InlineData("a\tc\nx\ty", "name the columns")]
    [InlineData("a\tb\nx\t ", "empty")]
    public void A_wrong_row_is_named(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => CrisisLines.Parse("t.tsv", text, ["a", "b"]).ToList()).Message, StringComparison.Ordinal);
}
