using MicroWins.Messaging;
using MicroWins.Privacy;
using Microsoft.Extensions.Logging;

namespace MicroWins.Workers;

/// <summary>Looks once a day for what was kept long enough, and for people of whom nothing was heard for many months.</summary>
public sealed partial class RetentionLoop(Retention retention, Inbox inbox, TimeProvider time, ILogger<RetentionLoop> log)
{
    static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await SweepIfDueAsync();
            await Task.Delay(Pause, time, cancel);
        }
    }

    /// <summary>Looks through the store where the last look was a day ago; a failure waits for the next day.</summary>
    public async Task SweepIfDueAsync()
    {
        if (time.GetUtcNow() < _next) return;
        _next = time.GetUtcNow() + Pause;
        try
        {
            var swept = await retention.SweepAsync();
            if (swept != default) LogSwept(swept.Forgotten, swept.Warned, swept.Erased);
            if (swept.Warned > 0) inbox.Arrived.Knock();
        }
        catch (Exception failure)
        {
            LogFailed(failure.GetType().FullName);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Kept long enough: {Forgotten} messages and reminders forgotten, {Warned} silent people told, {Erased} erased")]
    partial void LogSwept(int forgotten, int warned, int erased);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store could not be looked through for what was kept long enough: {Type}")]
    partial void LogFailed(string? type);
}
