using MicroWins.Channels.Telegram;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class TelegramOptionsTests
{
    const string Good = "123456789:AAE-abcdefghijklmnopqrstuvwxyz_0123";

    [Fact]
    public void A_token_of_the_right_shape_and_the_public_address_are_fine() =>
        Assert.Empty(new TelegramOptions { BotToken = Good, AllowedUsers = [42] }.Problems());

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void No_token_is_no_mistake_but_says_that_the_bot_is_not_on_Telegram(string? token)
    {
        var options = new TelegramOptions { BotToken = token };

        Assert.Empty(options.Problems());
        Assert.False(options.HasToken);
    }

    [Theory]
    [InlineData("secret-without-digits")]
    [InlineData("123456789:short")]
    [InlineData("abc:AAE-abcdefghijklmnopqrstuvwxyz_0123")]
    [InlineData("123456789:AAE-abcdefghijklmnopqrstuvwxyz 0123")]
    [InlineData("123456789:AAE-abcdefghijklmnopqrstuvwxyz_0123\n")]
    public void A_token_of_another_shape_is_named_and_never_shown(string token)
    {
        var problem = Assert.Single(new TelegramOptions { BotToken = token }.Problems());

        Assert.Contains("Telegram:BotToken", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(token, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api.telegram.org")]
    [InlineData("ftp://example.org")]
    [InlineData("/bot")]
    [InlineData("http://example.org/?x=1")]
    [InlineData("https://bots.example.org/telegram/")]
    [InlineData("https://someone@example.org")]
    public void An_address_that_is_not_absolute_http_is_named(string address) =>
        Assert.Contains("Telegram:ApiBaseUrl", Assert.Single(new TelegramOptions { BotToken = Good, ApiBaseUrl = address }.Problems()), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:8081")]
    [InlineData("https://bots.example.org/")]
    public void Another_server_may_be_named(string address) =>
        Assert.Empty(new TelegramOptions { BotToken = Good, ApiBaseUrl = address }.Problems());

    [Fact]
    public void A_group_is_no_user() =>
        Assert.Contains("Telegram:AllowedUsers", Assert.Single(new TelegramOptions { AllowedUsers = [-100] }.Problems()), StringComparison.Ordinal);

    [Fact]
    public void Printing_the_options_does_not_print_the_token() =>
        Assert.DoesNotContain(Good, new TelegramOptions { BotToken = Good }.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(25, 1, 0)]
    [InlineData(1000, 30, 0)]
    [InlineData(-1, 1, 1)]
    [InlineData(0.01, 1, 1)]
    [InlineData(25, 5000, 1)]
    [InlineData(double.NaN, double.PositiveInfinity, 2)]
    public void The_pace_is_a_number_in_its_range_or_0(double overall, double inOneChat, int problems)
    {
        var found = new TelegramOptions { BotToken = Good, MessagesPerSecond = overall, MessagesPerSecondAndChat = inOneChat }.Problems();

        Assert.Equal(problems, found.Count);
        Assert.All(found, problem => Assert.Contains("Telegram:MessagesPerSecond", problem, StringComparison.Ordinal));
    }
}
