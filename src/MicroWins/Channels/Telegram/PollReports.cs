using System.Data.Common;
using MicroWins.Measures;
using Microsoft.Extensions.Logging;

namespace MicroWins.Channels.Telegram;

/// <summary>Tells the operator how polling fares: once for each trouble, not once for each round. Never texts, tokens or updates.</summary>
public sealed partial class PollReports(TimeProvider time, ILogger log)
{
    // Two programs that take turns would fill the log with each other.
    static readonly TimeSpan BetweenConflicts = TimeSpan.FromHours(1);

    int failedInARow;
    PollTrouble? last;
    DateTimeOffset? toldOfConflict;

    /// <summary>Notes a failed round and says how many failed in a row, this one included.</summary>
    public int Failed(PollTrouble trouble, Exception failure)
    {
        failedInARow++;
        var isNew = trouble is PollTrouble.AnotherPoller ? IsNewConflict() : last?.GetType() != trouble.GetType();
        if (isNew) Tell(trouble, failure);
        last = trouble;
        return failedInARow;
    }

    /// <summary>Notes a good round.</summary>
    public void Recovered()
    {
        if (failedInARow > 0 && last is not PollTrouble.AnotherPoller) LogRecovered(failedInARow);
        failedInARow = 0;
        last = null;
    }

    /// <summary>Notes an update that nobody can read.</summary>
    public void Skipped(int? update, string why)
    {
        Measure.CouldNotRead();
        LogUnreadable(update, why);
    }

    /// <summary>Notes that the webhook is still there.</summary>
    public void StillWebhook(Exception failure) => LogStillWebhook(FailureName.Of(failure));

    // Good rounds in between do not make a conflict new: that is what taking turns looks like.
    bool IsNewConflict()
    {
        var now = time.GetUtcNow();
        if (now - toldOfConflict < BetweenConflicts) return false;
        toldOfConflict = now;
        return true;
    }

    void Tell(PollTrouble trouble, Exception failure)
    {
        if (trouble is PollTrouble.AnotherPoller) LogAnotherPoller();
        else if (trouble is PollTrouble.WebhookIsSet) LogWebhook();
        else if (trouble is PollTrouble.AskedToWait asked) LogAskedToWait(asked.After);
        // What a database or disk says helps the operator, and holds no text; of anything else only the kind is told.
        else if (trouble is PollTrouble.NotStored)
            LogNotStored(failure.GetType().Name, failure is DbException or IOException ? failure.Message : "");
        else if (trouble is PollTrouble.NoAnswer) LogNoAnswer(FailureName.Of(failure));
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning,
        Message = "Telegram gives no updates ({Cause}); trying again until it does.")]
    private partial void LogNoAnswer(string cause);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning,
        Message = "Telegram asks the poller to wait {After}.")]
    private partial void LogAskedToWait(TimeSpan after);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Error,
        Message = "Another program receives updates with the same Telegram:BotToken (409). "
            + "Stop it, or give one of the two its own token; trying again slowly.")]
    private partial void LogAnotherPoller();

    [LoggerMessage(EventId = 3104, Level = LogLevel.Warning,
        Message = "A webhook is set for this Telegram:BotToken; removing it, since this bot polls.")]
    private partial void LogWebhook();

    [LoggerMessage(EventId = 3105, Level = LogLevel.Warning,
        Message = "The webhook could not be removed ({Cause}).")]
    private partial void LogStillWebhook(string cause);

    [LoggerMessage(EventId = 3106, Level = LogLevel.Error,
        Message = "Updates could not be stored ({Kind}) {Cause}; they stay with Telegram and come again.")]
    private partial void LogNotStored(string kind, string cause);

    [LoggerMessage(EventId = 3107, Level = LogLevel.Error,
        Message = "Update {UpdateId} cannot be read ({Kind}) and is skipped.")]
    private partial void LogUnreadable(int? updateId, string kind);

    [LoggerMessage(EventId = 3108, Level = LogLevel.Information,
        Message = "Telegram updates come in again, after {Failed} failed rounds.")]
    private partial void LogRecovered(int failed);
}
