using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Storage;
using Microsoft.Extensions.Logging;

namespace MicroWins.Workers;

/// <summary>Answers what is in the inbox: chats side by side, each in order, beside other processes that do the same.</summary>
public sealed partial class ConversationLoop(Database database, Inbox inbox, ConversationHandler handler, Worker worker, TimeProvider time, ILogger<ConversationLoop> log)
{
    /// <summary>How long the loop sleeps when nobody knocks: an event that is to be tried again becomes due without a knock.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Turns under way at the most. One that waits for a model is a task of a few kilobytes; what is not claimed is left to other processes.</summary>
    const int MostTurns = 1024;

    /// <summary>Events that are claimed in one statement at the most: enough to make its cost small, few enough to share with other processes.</summary>
    const int ClaimSize = 64;

    /// <summary>Who has so many turns under way leaves what comes in to whoever is free, which may be another process.</summary>
    const int BusyFrom = 64;

    readonly Lanes _lanes = new(inbox.Arrived);
    CancellationToken? _running;

    /// <summary>Stores what came in, and begins to answer what may be answered at once.</summary>
    /// <exception cref="Exception">Nothing is stored; the same may be stored later.</exception>
    public async Task ReceiveAsync(IReadOnlyCollection<IncomingEvent> events)
    {
        if (_running is not { } cancel || BusyFrom - _lanes.Pieces is not (> 0 and var most))
        {
            await inbox.StoreAsync(events);
            return;
        }
        foreach (var pending in await inbox.StoreAsync(events, (await worker.LiveAsync()).Number, most))
            if (cancel.IsCancellationRequested) await GiveBackAsync(pending);
            else Start(pending, cancel);
    }

    /// <summary>Runs until it is cancelled; then the turns under way are let go, and their events wait for whoever is next.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        _running = cancel;
        try
        {
            while (true)
            {
                while (await StartSomeAsync(cancel)) cancel.ThrowIfCancellationRequested();
                await inbox.Arrived.WaitAsync(Patience, time, cancel);
            }
        }
        finally
        {
            _running = null;
            await _lanes.WhenAllFree();
        }
    }

    /// <summary>Answers all that waits in a channel, without pauses between attempts, and comes back when nothing does.</summary>
    public async Task DrainAsync(string channel, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        while (await inbox.ClaimAsync((await worker.LiveAsync()).Number, most: 1, channel, impatient: true) is [var pending])
        {
            await AnswerAsync(pending, mayWait: false, cancel);
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <returns>True where there may be more.</returns>
    async Task<bool> StartSomeAsync(CancellationToken cancel)
    {
        var most = Math.Min(MostTurns - _lanes.Pieces, ClaimSize);
        if (most <= 0) return false;
        try
        {
            var claimed = await inbox.ClaimAsync((await worker.LiveAsync()).Number, most);
            foreach (var pending in claimed) Start(pending, cancel);
            return claimed.Count == most;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogStoreFailed(failure);
            return false;
        }
    }

    // From two places, but never twice at a time for one chat: a second event of it is claimed when the first is answered.
    void Start(PendingEvent pending, CancellationToken cancel) => _lanes.Start(pending.Chat, () => AnswerAsync(pending, mayWait: true, cancel));

    async Task AnswerAsync(PendingEvent pending, bool mayWait, CancellationToken cancel)
    {
        try
        {
            await handler.HandleAsync(pending, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await GiveBackAsync(pending);
        }
        catch (ClaimLostException)
        {
            // This process was given up for dead meanwhile: another answers.
            LogClaimLost(pending.Id);
        }
        catch (Exception failure)
        {
            await (mayWait && database.IsInTrouble(failure) ? WaitForStoreAsync(pending, failure) : FailAsync(pending, failure));
        }
    }

    // Stopping: the event stays in the inbox, and whoever is next need not find out first that this process is gone.
    async Task GiveBackAsync(PendingEvent pending)
    {
        try
        {
            await inbox.GiveBackAsync(pending);
        }
        catch (Exception failure)
        {
            LogStoreFailed(failure);
        }
    }

    // A disk that is full for an hour must not put aside what was said in that hour.
    async Task WaitForStoreAsync(PendingEvent pending, Exception trouble)
    {
        LogStoreFailed(trouble);
        await WriteAsync(() => inbox.PostponeAsync(pending, Patience, counts: false));
    }

    async Task FailAsync(PendingEvent pending, Exception failure)
    {
        var wait = TurnPolicy.WaitAfterFailure(pending.Attempts + 1);
        LogTurnFailed(pending.Id, pending.Attempts + 1, wait is null ? "put aside" : "to be tried again", failure);
        await WriteAsync(() => wait is { } pause ? inbox.PostponeAsync(pending, pause) : handler.GiveUpAsync(pending));
    }

    async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim of event {Id} was lost")]
    partial void LogClaimLost(long id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer: {Type}\n{Stack}")]
    partial void LogStoreFailed(string? type, string? stack);
}
