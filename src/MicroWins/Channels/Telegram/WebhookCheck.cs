using Telegram.Bot;
using Telegram.Bot.Types;

namespace MicroWins.Channels.Telegram;

/// <summary>Whether Telegram sends updates where this bot takes them, for doctor.</summary>
public static class WebhookCheck
{
    /// <returns>True where nothing is to be done, and a sentence; null where Telegram does not answer.</returns>
    public static async Task<(bool IsWell, string Sentence)?> AskAsync(ITelegramBotClient client, TelegramOptions options, CancellationToken cancel)
    {
        try
        {
            var info = await client.GetWebhookInfo(cancel).ConfigureAwait(false);
            return options.HasWebhook ? OfWebhook(info, options) : OfPolling(info);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    static (bool, string) OfPolling(WebhookInfo info) => string.IsNullOrEmpty(info.Url)
        ? (true, "the bot asks for them.")
        : (false, "a webhook is set for Telegram:BotToken, though Telegram:WebhookUrl is empty: the next start removes it. Where another program takes updates there, give this one a token of its own.");

    static (bool, string) OfWebhook(WebhookInfo info, TelegramOptions options)
    {
        if (string.IsNullOrEmpty(info.Url)) return (true, "the next start tells Telegram to send them to Telegram:WebhookUrl.");
        if (info.Url != options.WebhookUrl!.Trim())
            return (false, "Telegram sends them to another address than Telegram:WebhookUrl: the next start changes that. Where another program takes them, give this one a token of its own.");
        // An error stays in what Telegram tells long after it is over; only where updates wait does it still matter.
        return info is { LastErrorMessage: { } error, PendingUpdateCount: > 0 and var waiting }
            ? (false, $"{waiting} wait, since Telegram could not deliver ({error}): check that the bot runs, and that the proxy passes {options.WebhookPath} on to Http:Port.")
            : (true, "Telegram sends them to Telegram:WebhookUrl.");
    }
}
