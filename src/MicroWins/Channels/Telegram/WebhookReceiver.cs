using System.Text.Json;
using MicroWins.Measures;
using MicroWins.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroWins.Channels.Telegram;

/// <summary>
/// Takes updates that Telegram sends: store, and only then say so, since Telegram sends an update again until it hears 200. What
/// nobody can read is acknowledged and reported, as the poller passes over it: it would come again for ever.
/// </summary>
/// <param name="secret">Tells Telegram from others.</param>
/// <param name="presses">Answers a press.</param>
/// <param name="reader">Says what an update means.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets ids and causes, never texts.</param>
public sealed partial class WebhookReceiver(WebhookSecret secret, PressAnswers presses, UpdateReader reader, TimeProvider time, ILogger<WebhookReceiver> log)
{
    /// <summary>Bytes of an update at the most: a text has 4,096 characters, and all around it is small.</summary>
    public const int MostBytes = 1024 * 1024;

    // An address on the internet is tried by strangers all day.
    static readonly TimeSpan BetweenStrangers = TimeSpan.FromHours(1);

    readonly PollReports reports = new(time, log);
    readonly Lock gate = new();
    DateTimeOffset? toldOfStranger;

    /// <summary>Answers a request with a status alone: 200 taken, 401 a stranger, 503 to be sent again.</summary>
    /// <param name="http">The request.</param>
    /// <param name="store">Puts events into the inbox, all or none, and comes back when they are safe there.</param>
    /// <param name="stopping">Cancelled when the program ends.</param>
    public async Task ReceiveAsync(HttpContext http, Func<IReadOnlyList<IncomingEvent>, CancellationToken, Task> store, CancellationToken stopping)
    {
        if (!secret.Matches(http.Request.Headers[WebhookSecret.Header]))
        {
            TellOfStranger();
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var update = await ReadAsync(http);
        http.Response.StatusCode = await StoreAsync(update, store, stopping);
        if (http.Response.StatusCode is StatusCodes.Status200OK && update?.Press is { } press) presses.Answer([press], stopping);
    }

    async Task<ReadUpdate?> ReadAsync(HttpContext http)
    {
        int? id = null;
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            id = ReadUpdate.IdOf(body.RootElement);
            if (id is not null) return ReadUpdate.Of(body.RootElement, reader);
            Skip(null, "no id");
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            Skip(id, "too long");
        }
        catch (Exception failure) when (failure is not (IOException or OperationCanceledException))
        {
            // Its kind only: the exception's message can hold a piece of the update. A request that broke off is not read at all: nobody waits for the answer.
            Skip(id, failure.GetType().Name);
        }
        return null;
    }

    async Task<int> StoreAsync(ReadUpdate? update, Func<IReadOnlyList<IncomingEvent>, CancellationToken, Task> store, CancellationToken stopping)
    {
        if (update?.Event is not { } happened) return StatusCodes.Status200OK;
        try
        {
            await store([happened], stopping);
            lock (gate) reports.Recovered();
            return StatusCodes.Status200OK;
        }
        catch (Exception failure)
        {
            lock (gate) reports.Failed(new PollTrouble.NotStored(), failure);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    void Skip(int? update, string why) => reports.Skipped(update, why);

    void TellOfStranger()
    {
        Measure.TurnedAway();
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now - toldOfStranger < BetweenStrangers) return;
            toldOfStranger = now;
        }
        LogStranger();
    }

    [LoggerMessage(EventId = 3401, Level = LogLevel.Warning,
        Message = "Somebody without Telegram's secret called the webhook and was turned away; told once an hour at the most.")]
    private partial void LogStranger();
}
