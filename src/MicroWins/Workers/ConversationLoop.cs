using MicroWins.Conversations;
using MicroWins.Messaging;
using Microsoft.Extensions.Logging;

namespace MicroWins.Workers;

/// <summary>Answers what is in the inbox: chats side by side, each in order.</summary>
public sealed partial class ConversationLoop(Inbox inbox, ConversationHandler handler, TimeProvider time, ILogger<ConversationLoop> log)
{
    /// <summary>How long the loop sleeps when nobody knocks: an event that is to be tried again becomes due without a knock.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly Lanes _lanes = new(inbox.Arrived);

    /// <summary>Runs until it is cancelled; then the turns under way are let go, and their events wait for the next start.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                foreach (var pending in await HeadsAsync())
                    if (!_lanes.IsBusy(pending.Chat)) _lanes.Start(pending.Chat, () => AnswerAsync(pending, cancel));
                await inbox.Arrived.WaitAsync(Patience, time, cancel);
            }
        }
        finally
        {
            await _lanes.WhenAllFree();
        }
    }

    /// <summary>Answers all that waits in a channel, without pauses between attempts, and comes back when nothing does.</summary>
    public async Task DrainAsync(string channel, CancellationToken cancel)
    {
        while ((await inbox.HeadsAsync(impatient: true)).FirstOrDefault(head => head.Chat.Channel == channel) is { } pending)
        {
            cancel.ThrowIfCancellationRequested();
            await AnswerAsync(pending, cancel);
        }
    }

    async Task<IReadOnlyList<PendingEvent>> HeadsAsync()
    {
        try
        {
            return await inbox.HeadsAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogStoreFailed(failure);
            return [];
        }
    }

    async Task AnswerAsync(PendingEvent pending, CancellationToken cancel)
    {
        try
        {
            await handler.HandleAsync(pending, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Stopping: the event stays in the inbox.
        }
        catch (Exception failure)
        {
            await FailAsync(pending, failure);
        }
    }

    async Task FailAsync(PendingEvent pending, Exception failure)
    {
        var wait = TurnPolicy.WaitAfterFailure(pending.Attempts + 1);
        LogTurnFailed(pending.Id, pending.Attempts + 1, wait is null ? "put aside" : "to be tried again", failure);
        try
        {
            await (wait is { } pause ? inbox.PostponeAsync(pending, pause) : handler.GiveUpAsync(pending));
        }
        catch (Exception second)
        {
            // Not even that could be written: the store is in trouble. The event is still there, and its lane rests before it is free again.
            LogStoreFailed(second);
            await Task.Delay(Patience, time);
        }
    }

    // An exception's message may hold a person's words, so its type alone is logged.
    void LogTurnFailed(long id, int attempt, string fate, Exception failure) => LogTurnFailed(id, attempt, fate, failure.GetType().FullName, failure.StackTrace);

    void LogStoreFailed(Exception failure) => LogStoreFailed(failure.GetType().FullName, failure.StackTrace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The turn for event {Id} failed at attempt {Attempt} and is {Fate}: {Type}\n{Stack}")]
    partial void LogTurnFailed(long id, int attempt, string fate, string? type, string? stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer: {Type}\n{Stack}")]
    partial void LogStoreFailed(string? type, string? stack);
}
