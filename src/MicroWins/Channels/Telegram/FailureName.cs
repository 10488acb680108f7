using System.Net;
using Telegram.Bot.Exceptions;

namespace MicroWins.Channels.Telegram;

/// <summary>What to call a failure where it is told: its kind and number, never its message, which can quote a text.</summary>
static class FailureName
{
    public static string Of(Exception failure) => failure switch
    {
        ApiRequestException answer => $"error {answer.ErrorCode}",
        RequestException { HttpStatusCode: { } status and not HttpStatusCode.OK } => $"HTTP {(int)status}",
        { InnerException: { } cause } => cause.GetType().Name,
        _ => failure.GetType().Name,
    };
}
