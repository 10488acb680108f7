using MicroWins.Messaging;
using Microsoft.Extensions.Logging;

namespace MicroWins.Workers;

/// <summary>
/// Sends what is in the outbox. The one place that waits for a channel. It may be run again after it has ended, but never twice at a
/// time, in whatever processes: it is what holds the pace and the order. A kill doubles the messages that are in flight, of which there
/// are <see cref="DeliveryPolicy.MostInFlight"/> at the most.
/// </summary>
public sealed partial class DeliveryLoop(Outbox outbox, IEnumerable<IMessageSender> senders, Reachability reachability, TimeProvider time, ILogger<DeliveryLoop> log)
{
    readonly Dictionary<string, IMessageSender> _senders = senders.ToDictionary(sender => sender.Channel);

    /// <summary>Runs until it is cancelled. Then what is on its way is sent to the end, within a bounded time, and the rest is released.</summary>
    public Task RunAsync(CancellationToken cancel) => new DeliveryRun(outbox, _senders, SendAsync, time, LogStoreFailed).RunAsync(cancel);

    /// <summary>Sends all that waits for this channel, and comes back when nothing does.</summary>
    /// <exception cref="Exception">The channel broke; what was not sent still waits.</exception>
    public async Task DrainAsync(string channel, CancellationToken cancel)
    {
        while (await outbox.FirstAsync(channel) is { } message)
        {
            cancel.ThrowIfCancellationRequested();
            if (Read(message) is not { } readable) await outbox.CloseAsync(new Receipt(message, IsSent: false));
            else await SettleAsync(message, await SendAsync(message.Chat, readable, cancel), time.GetUtcNow(), Close);
        }

        Task Close(Receipt receipt) => outbox.CloseAsync(receipt);
    }

    /// <summary>One attempt to send one message, and what that means for it; written in the store when it comes back.</summary>
    async Task<Fate> SendAsync(PendingMessage message, bool isLate, Func<Receipt, Task> close, CancellationToken giveUp)
    {
        if (Read(message) is not { } readable || (isLate && readable.IsFleeting))
        {
            await close(new(message, IsSent: false));
            return new Fate.Closed();
        }
        var began = time.GetUtcNow();
        try
        {
            return await SettleAsync(message, await SendAsync(message.Chat, readable, giveUp), began, close);
        }
        catch (Exception failure) when (!giveUp.IsCancellationRequested)
        {
            LogFailed(message.Id, message.Attempts + 1, failure.GetType().FullName);
            return await FailAsync(message, readable, close);
        }
    }

    Task<SendOutcome> SendAsync(ChatId chat, OutgoingMessage message, CancellationToken cancel) => _senders[chat.Channel].SendAsync(chat, message, cancel);

    // What cannot be read never will be: it is told of by its number, and the rest of the chat goes on.
    OutgoingMessage? Read(PendingMessage message)
    {
        try
        {
            return message.Message;
        }
        catch (Exception failure)
        {
            LogUnreadable(message.Id, failure.GetType().FullName);
            return null;
        }
    }

    async Task<Fate> SettleAsync(PendingMessage message, SendOutcome outcome, DateTimeOffset began, Func<Receipt, Task> close)
    {
        switch (outcome)
        {
            case SendOutcome.Sent:
                await close(new(message, IsSent: true));
                return new Fate.Closed { Weight = _senders[message.Chat.Channel].Weigh(message.Message) };
            case SendOutcome.AskedToWait asked:
                LogAskedToWait(asked.After, asked.EveryChat);
                return await WaitAsync(message, asked.After, counts: false, close) with { EveryChat = asked.EveryChat };
            case SendOutcome.Unreachable:
                LogUnreachable(message.Id);
                return await LoseAsync(message, began, close);
            case SendOutcome.Refused refused:
                LogRefused(message.Id, refused.Reason);
                await close(new(message, IsSent: false));
                return new Fate.Closed();
            default:
                throw new InvalidOperationException($"There is no such outcome as {outcome.GetType().Name}.");
        }
    }

    async Task<Fate> LoseAsync(PendingMessage message, DateTimeOffset began, Func<Receipt, Task> close) =>
        await reachability.LoseAsync(message.Chat, began)
            ? new Fate.Lost()
            : await WaitAsync(message, DeliveryPolicy.WaitAfterFailure(message.Attempts + 1), counts: true, close);

    async Task<Fate> FailAsync(PendingMessage message, OutgoingMessage readable, Func<Receipt, Task> close)
    {
        var wait = DeliveryPolicy.WaitAfterFailure(message.Attempts + 1);
        if (message.Attempts + 1 < DeliveryPolicy.MostAttempts || readable.IsFleeting) return await WaitAsync(message, wait, counts: true, close);
        LogGivenUp(message.Id, message.Attempts + 1);
        await close(new(message, IsSent: false));
        return new Fate.Closed();
    }

    async Task<Fate> WaitAsync(PendingMessage message, TimeSpan wait, bool counts, Func<Receipt, Task> close)
    {
        if (message.Message.IsFleeting)
        {
            await close(new(message, IsSent: false));
            return new Fate.Closed { Wait = wait };
        }
        try
        {
            await outbox.PostponeAsync(message, wait, counts);
        }
        catch (Exception failure)
        {
            // The store is in trouble as well. It waits here all the same; who starts next tries it at once.
            LogStoreFailed(failure);
        }
        return new Fate.Waits { Wait = wait, Counts = counts };
    }

    void LogStoreFailed(Exception failure) => LogStoreFailed(failure.GetType().FullName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} could not be sent at attempt {Attempt}: {Type}")]
    partial void LogFailed(long id, int attempt, string? type);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} is given up after attempt {Attempt}")]
    partial void LogGivenUp(long id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} cannot be read and is left out: {Type}")]
    partial void LogUnreadable(long id, string? type);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not take what became of messages, or gave none: {Type}")]
    partial void LogStoreFailed(string? type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel asks to wait {After} (for every chat: {EveryChat})")]
    partial void LogAskedToWait(TimeSpan after, bool everyChat);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Id} waits: the person cannot be reached")]
    partial void LogUnreachable(long id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel refuses message {Id} for good: {Reason}")]
    partial void LogRefused(long id, string reason);
}
