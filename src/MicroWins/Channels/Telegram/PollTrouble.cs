using System.Net;
using Telegram.Bot.Exceptions;

namespace MicroWins.Channels.Telegram;

/// <summary>Why a round of polling gave nothing.</summary>
public abstract record PollTrouble
{
    PollTrouble() { }

    /// <summary>The server could not be reached, broke, or answered what cannot be read.</summary>
    public sealed record NoAnswer : PollTrouble;

    /// <summary>The server asks to wait.</summary>
    public sealed record AskedToWait(TimeSpan After) : PollTrouble;

    /// <summary>Another program polls with the same token.</summary>
    public sealed record AnotherPoller : PollTrouble;

    /// <summary>The updates of this token go to a webhook.</summary>
    public sealed record WebhookIsSet : PollTrouble;

    /// <summary>Telegram does not know the token: nothing will ever come.</summary>
    public sealed record TokenRefused : PollTrouble;

    /// <summary>The updates came, but our own store did not take them.</summary>
    public sealed record NotStored : PollTrouble;

    /// <summary>Reads what getUpdates threw.</summary>
    public static PollTrouble Of(Exception failure) => failure switch
    {
        ApiRequestException { ErrorCode: 429 } busy => new AskedToWait(TimeSpan.FromSeconds(busy.Parameters?.RetryAfter ?? 1)),
        ApiRequestException { ErrorCode: 409 } conflict when IsAboutWebhook(conflict) => new WebhookIsSet(),
        ApiRequestException { ErrorCode: 409 } => new AnotherPoller(),
        // 404 is Telegram's answer to a token that it cannot even read.
        ApiRequestException { ErrorCode: 401 or 404 } => new TokenRefused(),
        RequestException { HttpStatusCode: HttpStatusCode.Unauthorized } => new TokenRefused(),
        _ => new NoAnswer(),
    };

    static bool IsAboutWebhook(ApiRequestException conflict) => conflict.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase);
}
