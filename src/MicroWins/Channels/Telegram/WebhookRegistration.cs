using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace MicroWins.Channels.Telegram;

/// <summary>Tells Telegram where to send updates, and looks now and then whether it still knows: another program may have taken the token.</summary>
public sealed partial class WebhookRegistration(ITelegramBotClient client, TelegramOptions options, WebhookSecret secret, TimeProvider time, ILogger<WebhookRegistration> log)
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    string? known;
    DateTime? toldOfError;

    /// <summary>Runs until cancelled, through every outage. The webhook stays when the program ends: updates wait for its next start.</summary>
    /// <exception cref="TelegramTokenRefusedException">The token is wrong: stop the program.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        for (var failed = 0; ;)
        {
            var trouble = await LookAsync(failed, cancel);
            if (trouble is PollTrouble.TokenRefused) throw new TelegramTokenRefusedException();
            failed = trouble is null ? 0 : failed + 1;
            await Task.Delay(trouble is null ? BetweenLooks : PollBackoff.Wait(trouble, failed), time, cancel);
        }
    }

    async Task<PollTrouble?> LookAsync(int failed, CancellationToken cancel)
    {
        try
        {
            if (known is null) await SetAsync(cancel);
            var info = await client.GetWebhookInfo(cancel);
            // As Telegram writes the address, which may be another spelling of ours.
            known ??= info.Url;
            if (info.Url != known)
            {
                LogLost();
                await SetAsync(cancel);
            }
            if (info.LastErrorDate is { } at && at != toldOfError) LogNotDelivered(info.LastErrorMessage ?? "no reason", info.PendingUpdateCount);
            toldOfError = info.LastErrorDate;
            return null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // What Telegram says of a webhook is about an address, and holds no text of anybody.
            if (failed is 0) LogNotSet(FailureName.Of(failure), failure is ApiRequestException refusal ? refusal.Message : "");
            return PollTrouble.Of(failure);
        }
    }

    async Task SetAsync(CancellationToken cancel)
    {
        await client.SetWebhook(
            options.WebhookUrl!.Trim(), allowedUpdates: RawUpdatesRequest.Kinds, dropPendingUpdates: false, secretToken: secret.Text, cancellationToken: cancel);
        LogSet();
    }

    [LoggerMessage(EventId = 3402, Level = LogLevel.Information, Message = "Telegram sends updates to Telegram:WebhookUrl from now on.")]
    private partial void LogSet();

    [LoggerMessage(EventId = 3403, Level = LogLevel.Warning,
        Message = "The webhook could not be set or looked at ({Cause}) {Answer}; trying again until it can.")]
    private partial void LogNotSet(string cause, string answer);

    [LoggerMessage(EventId = 3404, Level = LogLevel.Error,
        Message = "Another program changed the webhook of this Telegram:BotToken; setting it again. Give one of the two its own token.")]
    private partial void LogLost();

    [LoggerMessage(EventId = 3405, Level = LogLevel.Warning,
        Message = "Telegram could not deliver to the webhook: {Reason}; {Waiting} updates wait there.")]
    private partial void LogNotDelivered(string reason, int waiting);
}
