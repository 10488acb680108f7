using MicroWins.Channels.Telegram;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Channels.Telegram;

/// <summary>What doctor says of where updates go.</summary>
public sealed class WebhookCheckTests : TelegramBed
{
    const string Ours = "https://bot.example.org/telegram";

    [Theory]
    [InlineData(null, null, true, "the bot asks for them")]
    [InlineData(null, Ours, false, "though Telegram:WebhookUrl is empty")]
    [InlineData(Ours, null, true, "the next start tells Telegram")]
    [InlineData(Ours, Ours, true, "Telegram sends them to Telegram:WebhookUrl")]
    [InlineData(Ours, "https://another.example.org/telegram", false, "another address")]
    public async Task It_says_whether_telegram_and_the_settings_agree(string? wanted, string? set, bool isWell, string words)
    {
        Server.World.Webhook = set;

        var check = await WebhookCheck.AskAsync(Clients.Sending, new TelegramOptions { BotToken = Server.Token, WebhookUrl = wanted }, Stopping);

        Assert.Equal(isWell, check!.Value.IsWell);
        Assert.Contains(words, check.Value.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", check.Value.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telegram_that_does_not_answer_gives_no_verdict()
    {
        Server.Faults.Add(new Fault.GatewayError(), "getWebhookInfo");

        Assert.Null(await WebhookCheck.AskAsync(Clients.Sending, Options(), Stopping));
    }
}
