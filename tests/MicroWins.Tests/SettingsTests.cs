using Microsoft.Extensions.Configuration;

namespace MicroWins.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Nothing_set_is_a_terminal_chat_with_the_embedded_planner()
    {
        var settings = Read();

        Assert.False(settings.Telegram.HasToken);
        Assert.Equal("Sqlite", settings.Storage.Provider);
    }

    [Theory]
    [InlineData("Telegram:BotToken", "not a token")]
    [InlineData("Telegram:ApiBaseUrl", "ftp://example.org")]
    [InlineData("Telegram:AllowedUsers:0", "somebody")]
    [InlineData("Llm:Endpoint", "not an address")]
    [InlineData("Llm:TimeoutSeconds", "soon")]
    [InlineData("Llm:TimeoutSeconds", "-1")]
    [InlineData("Storage:Provider", "Paper")]
    [InlineData("Storage:ConnectionString", "nonsense=1")]
    [InlineData("CheckIns:DefaultZone", "Mars/Olympus")]
    [InlineData("Privacy:MessageDays", "1")]
    [InlineData("Privacy:MessageDays", "-9")]
    [InlineData("Privacy:InactiveMonths", "121")]
    [InlineData("Privacy:WarningDays", "0")]
    [InlineData("Privacy:Contact", "a line\nand another")]
    [InlineData("Http:Port", "99999")]
    [InlineData("Http:Port", "eighty")]
    [InlineData("Http:Address", "bot.example.org")]
    [InlineData("Telegram:WebhookUrl", "http://bot.example.org/telegram")]
    [InlineData("Telegram:WebhookUrl", "https://bot.example.org/health/live")]
    [InlineData("Telegram:WebhookUrl", "https://bot.example.org/{id}")]
    [InlineData("Telegram:WebhookSecret", "two words")]
    [InlineData("Telemetry:OtlpEndpoint", "collector:4317")]
    [InlineData("Logging:Json", "sometimes")]
    [InlineData("Limits:MessagesPerMinute", "4")]
    [InlineData("Limits:MessagesPerMinute", "many")]
    [InlineData("Limits:WaitingPerPerson", "-1")]
    public void A_wrong_value_is_named_by_its_key_and_not_shown(string key, string value)
    {
        // What else the key needs is there and right.
        (string, string)[] more = key switch
        {
            "Llm:Endpoint" => [("Llm:Model", "a-model")],
            "Telegram:WebhookUrl" => [("Http:Port", "8080")],
            "Telegram:WebhookSecret" => [("Http:Port", "8080"), ("Telegram:WebhookUrl", "https://bot.example.org/telegram")],
            _ => [],
        };

        var wrong = Assert.Throws<WrongSettingsException>(() => Read([(key, value), .. more]));

        Assert.Contains(string.Join(':', key.Split(':').Take(2)), wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense=1")]
    [InlineData("Database=microwins")]
    [InlineData("Host=localhost;Port=many")]
    [InlineData("postgres://somebody@localhost/microwins")]
    public void A_postgres_server_that_cannot_be_reached_by_its_name_is_told_in_a_sentence(string connection)
    {
        var wrong = Assert.Throws<WrongSettingsException>(() => Read(("Storage:Provider", "Postgres"), ("Storage:ConnectionString", connection)));

        Assert.StartsWith("Storage:ConnectionString must name the PostgreSQL server", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Postgres_and_a_server_are_all_it_takes() =>
        Assert.Equal("Postgres", Read(("Storage:Provider", "postgres"), ("Storage:ConnectionString", "Host=localhost;Database=microwins")).Storage.Open().Name);

    [Theory]
    [InlineData("Telegram:BotTokn")]
    [InlineData("Llm:Modle")]
    [InlineData("Storage:Path")]
    public void A_misspelt_key_is_named(string key)
    {
        var wrong = Assert.Throws<WrongSettingsException>(() => Read((key, "x")));

        Assert.Contains(key + " is no setting", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram:WebhookUrl", "https://bot.example.org/telegram", "Http:Port is missing")]
    [InlineData("Telegram:WebhookSecret", "abc", "Telegram:WebhookUrl is missing")]
    public void A_webhook_that_is_half_set_up_is_told_what_is_missing(string key, string value, string sentence)
    {
        var wrong = Assert.Throws<WrongSettingsException>(() => Read((key, value)));

        Assert.StartsWith(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_that_are_shipped_are_right()
    {
        var folder = AppContext.BaseDirectory;
        Assert.True(File.Exists(Path.Combine(folder, "appsettings.json")));

        Settings.Read(new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "appsettings.json")).Build());
    }

    static Settings Read(params (string Key, string Value)[] values) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());
}
