using System.Data.Common;
using System.Text.Json;
using MicroWins.Messaging;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace MicroWins.Channels.Telegram;

/// <summary>Brings updates into the inbox: get, store, and only then move the offset, so that a kill at any moment loses none.</summary>
/// <param name="polling">The client that waits for updates.</param>
/// <param name="presses">Answers the presses of a batch.</param>
/// <param name="reader">Says what an update means.</param>
/// <param name="time">The clock of the waits.</param>
/// <param name="log">Gets ids and causes, never texts.</param>
public sealed partial class TelegramPoller(
    ITelegramBotClient polling, PressAnswers presses, UpdateReader reader, TimeProvider time, ILogger<TelegramPoller> log)
{
    // Two programs that take turns would fill the log with each other.
    static readonly TimeSpan BetweenConflictLines = TimeSpan.FromHours(1);

    int failedInARow;
    PollTrouble? lastTrouble;
    DateTimeOffset? toldOfConflict;

    /// <summary>Runs until cancelled, through every outage.</summary>
    /// <param name="store">Puts events into the inbox, all or none. Where it throws, the same updates come again later.</param>
    /// <param name="cancel">Ends the loop; it then returns without an exception.</param>
    /// <exception cref="TelegramTokenRefusedException">The token is wrong: stop the program.</exception>
    public async Task RunAsync(Func<IReadOnlyList<IncomingEvent>, CancellationToken, Task> store, CancellationToken cancel)
    {
        var offset = 0;
        try
        {
            while (true)
            {
                var (next, trouble) = await PollAsync(offset, store, cancel).ConfigureAwait(false);
                offset = next;
                if (trouble is not null) await WaitOutAsync(trouble, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The program stops, and a store may fail in its own way then: what was not confirmed comes again at the next start.
        }
    }

    async Task<(int Offset, PollTrouble? Trouble)> PollAsync(
        int offset, Func<IReadOnlyList<IncomingEvent>, CancellationToken, Task> store, CancellationToken cancel)
    {
        JsonElement[] batch;
        try
        {
            var request = new RawUpdatesRequest { Offset = offset, Timeout = (int)TelegramClients.LongPoll.TotalSeconds };
            batch = await polling.SendRequest(request, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return (offset, Told(PollTrouble.Of(failure), failure));
        }

        // In the order in which they happened, whatever the order of the answer.
        var updates = batch.OrderBy(IdOf).Select(Read).OfType<ReadUpdate>().ToList();
        try
        {
            var events = updates.Select(update => update.Event).OfType<IncomingEvent>().ToList();
            if (events.Count > 0) await store(events, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return (offset, Told(new PollTrouble.NotStored(), failure));
        }

        Recovered();
        presses.Answer([.. updates.Select(update => update.Press).OfType<string>()], cancel);
        return (NextOffset(batch, offset), null);
    }

    // After the highest of this batch, even where that is lower than before: after a quiet week Telegram starts its numbers anew.
    static int NextOffset(JsonElement[] batch, int offset)
    {
        var ids = batch.Select(IdOf).OfType<int>().ToList();
        return ids.Count == 0 ? offset : ids.Max() + 1;
    }

    static int? IdOf(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object && update.TryGetProperty("update_id", out var id)
        && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? number : null;

    // One update that cannot be read must not hold up the others: whatever goes wrong with it, it is skipped.
    ReadUpdate? Read(JsonElement json)
    {
        if (IdOf(json) is null) return Skip(json, "no id");
        try
        {
            return json.Deserialize<Update>(JsonBotAPI.Options) is { } update ? new(reader.Read(update), update.CallbackQuery?.Id) : null;
        }
        catch (Exception failure)
        {
            // Its kind only: the exception's message can hold a piece of the update.
            return Skip(json, failure.GetType().Name);
        }
    }

    ReadUpdate? Skip(JsonElement json, string why)
    {
        LogUnreadable(IdOf(json), why);
        return null;
    }

    sealed record ReadUpdate(IncomingEvent? Event, string? Press);

    async Task WaitOutAsync(PollTrouble trouble, CancellationToken cancel)
    {
        if (trouble is PollTrouble.TokenRefused) throw new TelegramTokenRefusedException();
        if (trouble is PollTrouble.WebhookIsSet) await DropWebhookAsync(cancel).ConfigureAwait(false);
        await Task.Delay(PollBackoff.Wait(trouble, failedInARow), time, cancel).ConfigureAwait(false);
    }

    // Polling was asked for, so the webhook is a left-over; the updates that wait there are kept.
    async Task DropWebhookAsync(CancellationToken cancel)
    {
        try
        {
            await polling.DeleteWebhook(dropPendingUpdates: false, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            LogStillWebhook(failure.GetType().Name);
        }
    }

    PollTrouble Told(PollTrouble trouble, Exception failure)
    {
        failedInARow++;
        // Once per kind, not once per round: a night's outage is one line.
        var isNew = trouble is PollTrouble.AnotherPoller ? IsNewConflict() : lastTrouble?.GetType() != trouble.GetType();
        if (isNew) Log(trouble, failure);
        lastTrouble = trouble;
        return trouble;
    }

    // Good rounds in between do not make a conflict new: that is what taking turns looks like.
    bool IsNewConflict()
    {
        var now = time.GetUtcNow();
        if (now - toldOfConflict < BetweenConflictLines) return false;
        toldOfConflict = now;
        return true;
    }

    void Recovered()
    {
        if (failedInARow > 0 && lastTrouble is not PollTrouble.AnotherPoller) LogRecovered(failedInARow);
        failedInARow = 0;
        lastTrouble = null;
    }

    void Log(PollTrouble trouble, Exception failure)
    {
        if (trouble is PollTrouble.AnotherPoller) LogAnotherPoller();
        else if (trouble is PollTrouble.WebhookIsSet) LogWebhook();
        else if (trouble is PollTrouble.AskedToWait asked) LogAskedToWait(asked.After);
        // What a database or disk says helps the operator, and holds no text; of anything else only the kind is told.
        else if (trouble is PollTrouble.NotStored) LogNotStored(failure.GetType().Name, failure is DbException or IOException ? failure.Message : "");
        else if (trouble is PollTrouble.NoAnswer) LogNoAnswer(failure.GetType().Name, failure.InnerException?.GetType().Name);
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "Telegram gives no updates ({Kind}, {Cause}); trying again until it does.")]
    private partial void LogNoAnswer(string kind, string? cause);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "Telegram asks the poller to wait {After}.")]
    private partial void LogAskedToWait(TimeSpan after);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Error,
        Message = "Another program receives updates with the same Telegram:BotToken (409). Stop it, or give one of the two its own token; trying again slowly.")]
    private partial void LogAnotherPoller();

    [LoggerMessage(EventId = 3104, Level = LogLevel.Warning, Message = "A webhook is set for this Telegram:BotToken; removing it, since this bot polls.")]
    private partial void LogWebhook();

    [LoggerMessage(EventId = 3105, Level = LogLevel.Warning, Message = "The webhook could not be removed ({Kind}).")]
    private partial void LogStillWebhook(string kind);

    [LoggerMessage(EventId = 3106, Level = LogLevel.Error, Message = "Updates could not be stored ({Kind}) {Cause}; they stay with Telegram and come again.")]
    private partial void LogNotStored(string kind, string cause);

    [LoggerMessage(EventId = 3107, Level = LogLevel.Error, Message = "Update {UpdateId} cannot be read ({Kind}) and is skipped.")]
    private partial void LogUnreadable(int? updateId, string kind);

    [LoggerMessage(EventId = 3108, Level = LogLevel.Information, Message = "Telegram updates come in again, after {Failed} failed rounds.")]
    private partial void LogRecovered(int failed);
}
