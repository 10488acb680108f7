using System.Text.Json;
using MicroWins.Messaging;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace MicroWins.Channels.Telegram;

/// <summary>Brings updates into the inbox: get, store, and only then move the offset, so that a kill at any moment loses none.</summary>
/// <param name="polling">The client that waits for updates.</param>
/// <param name="presses">Answers the presses of a batch.</param>
/// <param name="reader">Says what an update means.</param>
/// <param name="time">The clock of the waits.</param>
/// <param name="log">Gets ids and causes, never texts.</param>
public sealed class TelegramPoller(
    ITelegramBotClient polling, PressAnswers presses, UpdateReader reader, TimeProvider time, ILogger<TelegramPoller> log)
{
    readonly PollReports reports = new(time, log);
    bool isWell;

    /// <summary>Runs until cancelled, through every outage.</summary>
    /// <param name="store">Puts events into the inbox, all or none. Where it throws, the same updates come again later.</param>
    /// <param name="cancel">Ends the loop; it then returns without an exception.</param>
    /// <exception cref="TelegramTokenRefusedException">The token is wrong: stop the program.</exception>
    public async Task RunAsync(Func<IReadOnlyList<IncomingEvent>, CancellationToken, Task> store, CancellationToken cancel)
    {
        try
        {
            for (var offset = 0; ;) offset = await PollAsync(offset, store, cancel).ConfigureAwait(false);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The program stops, and a store may fail in its own way then: what was not confirmed comes again at the next start.
        }
    }

    async Task<int> PollAsync(int offset, Func<IReadOnlyList<IncomingEvent>, CancellationToken, Task> store, CancellationToken cancel)
    {
        PollTrouble trouble = new PollTrouble.NoAnswer();
        try
        {
            var batch = await GetAsync(offset, cancel).ConfigureAwait(false);
            trouble = new PollTrouble.NotStored();
            var updates = batch.Select(Read).OfType<ReadUpdate>().ToList();
            var events = updates.Select(update => update.Event).OfType<IncomingEvent>().ToList();
            if (events.Count > 0) await store(events, cancel).ConfigureAwait(false);
            reports.Recovered();
            presses.Answer([.. updates.Select(update => update.Press).OfType<string>()], cancel);
            // After a quiet week Telegram numbers anew, perhaps lower, and a high offset would confirm what nobody has seen. An empty answer
            // says that all up to the offset is confirmed, so that the next question can be for whatever there is.
            return batch.Count == 0 ? 0 : batch[^1].Id + 1;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            if (trouble is PollTrouble.NoAnswer) trouble = PollTrouble.Of(failure);
            await WaitOutAsync(trouble, reports.Failed(trouble, failure), cancel).ConfigureAwait(false);
            return offset;
        }
    }

    // In the order in which they happened, whatever the order of the answer.
    async Task<IReadOnlyList<(int Id, JsonElement Json)>> GetAsync(int offset, CancellationToken cancel)
    {
        // The first question, and the first after trouble, wants an answer at once: whether all is well shows after a moment, not after a long poll.
        var request = new RawUpdatesRequest { Offset = offset, Timeout = isWell ? (int)TelegramClients.LongPoll.TotalSeconds : 0 };
        isWell = false;
        var answer = await polling.SendRequest(request, cancel).ConfigureAwait(false);
        isWell = true;
        var batch = new List<(int Id, JsonElement Json)>();
        foreach (var json in answer)
            if (ReadUpdate.IdOf(json) is { } id) batch.Add((id, json));
            else reports.Skipped(null, "no id");
        // An answer without a single id moves no offset, and would come again at once and for ever: it counts as none.
        if (batch.Count == 0 && answer.Length > 0) throw new JsonException("No update has an id.");
        return [.. batch.OrderBy(update => update.Id)];
    }

    // One update that cannot be read must not hold up the others: whatever goes wrong with it, it is skipped.
    ReadUpdate? Read((int Id, JsonElement Json) update)
    {
        try
        {
            return ReadUpdate.Of(update.Json, reader);
        }
        catch (Exception failure)
        {
            // Its kind only: the exception's message can hold a piece of the update.
            reports.Skipped(update.Id, failure.GetType().Name);
            return null;
        }
    }

    async Task WaitOutAsync(PollTrouble trouble, int inARow, CancellationToken cancel)
    {
        if (trouble is PollTrouble.TokenRefused) throw new TelegramTokenRefusedException();
        if (trouble is PollTrouble.WebhookIsSet) await DropWebhookAsync(cancel).ConfigureAwait(false);
        await Task.Delay(PollBackoff.Wait(trouble, inARow), time, cancel).ConfigureAwait(false);
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
            reports.StillWebhook(failure);
        }
    }
}
