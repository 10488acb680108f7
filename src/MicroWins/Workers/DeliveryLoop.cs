using MicroWins.Messaging;
using Microsoft.Extensions.Logging;

namespace MicroWins.Workers;

/// <summary>Sends what is in the outbox: chats side by side, each in order. The one place that waits for a channel.</summary>
public sealed partial class DeliveryLoop(Outbox outbox, IEnumerable<IMessageSender> senders, Reachability reachability, TimeProvider time, ILogger<DeliveryLoop> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly Dictionary<string, IMessageSender> _senders = senders.ToDictionary(sender => sender.Channel);
    readonly Lanes _lanes = new(outbox.Filled);
    DateTimeOffset _everybodyWaitsUntil;

    /// <summary>Runs until it is cancelled; a message that is on its way then is sent to the end, so that it is not sent twice.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await DispatchAsync();
                await outbox.Filled.WaitAsync(Patience, time, cancel);
            }
        }
        finally
        {
            await _lanes.WhenAllFree();
        }
    }

    /// <summary>Sends all that waits for this channel, and comes back when nothing does.</summary>
    /// <exception cref="Exception">The channel broke; what was not sent still waits.</exception>
    public async Task DrainAsync(string channel, CancellationToken cancel)
    {
        while ((await outbox.HeadsAsync(impatient: true)).FirstOrDefault(head => head.Chat.Channel == channel) is { } message)
        {
            cancel.ThrowIfCancellationRequested();
            await SettleAsync(message, await _senders[channel].SendAsync(message.Chat, message.Message, cancel));
        }
    }

    async Task DispatchAsync()
    {
        if (time.GetUtcNow() < _everybodyWaitsUntil) return;
        try
        {
            foreach (var message in await outbox.HeadsAsync())
                if (_senders.ContainsKey(message.Chat.Channel) && !_lanes.IsBusy(message.Chat))
                    _lanes.Start(message.Chat, () => SendAsync(message));
        }
        catch (Exception failure)
        {
            LogFailed(0, 0, failure.GetType().FullName);
        }
    }

    async Task SendAsync(PendingMessage message)
    {
        try
        {
            await SettleAsync(message, await _senders[message.Chat.Channel].SendAsync(message.Chat, message.Message, CancellationToken.None));
        }
        catch (Exception failure)
        {
            LogFailed(message.Id, message.Attempts + 1, failure.GetType().FullName);
            await TryAsync(() => message.Attempts + 1 >= DeliveryPolicy.MostAttempts || message.Message.IsFleeting
                ? outbox.CloseAsync(message, sent: false)
                : outbox.PostponeAsync(message, DeliveryPolicy.WaitAfterFailure(message.Attempts + 1), counts: true));
        }
    }

    Task SettleAsync(PendingMessage message, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Sent:
                return outbox.CloseAsync(message, sent: true);
            case SendOutcome.AskedToWait asked:
                if (asked.EveryChat) _everybodyWaitsUntil = time.GetUtcNow() + asked.After;
                LogAskedToWait(asked.After, asked.EveryChat);
                if (message.Message.IsFleeting) return outbox.CloseAsync(message, sent: false);
                return outbox.PostponeAsync(message, asked.After, counts: false);
            case SendOutcome.Unreachable:
                LogUnreachable(message.Id);
                return reachability.LoseAsync(message.Chat);
            case SendOutcome.Refused refused:
                LogRefused(message.Id, refused.Reason);
                return outbox.CloseAsync(message, sent: false);
            default:
                throw new InvalidOperationException($"There is no such outcome as {outcome.GetType().Name}.");
        }
    }

    async Task TryAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception failure)
        {
            // The store is in trouble as well; the message still waits there, and its lane rests before it is free again.
            LogFailed(0, 0, failure.GetType().FullName);
            await Task.Delay(Patience, time);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} could not be sent at attempt {Attempt}: {Type}")]
    partial void LogFailed(long id, int attempt, string? type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel asks to wait {After} (for every chat: {EveryChat})")]
    partial void LogAskedToWait(TimeSpan after, bool everyChat);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Id} waits: the person cannot be reached")]
    partial void LogUnreachable(long id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel refuses message {Id} for good: {Reason}")]
    partial void LogRefused(long id, string reason);
}
