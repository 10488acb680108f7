using MicroWins.Messaging;
using MicroWins.Storage;
using Microsoft.Extensions.Logging;

namespace MicroWins.Workers;

/// <summary>Hears what the other processes on the database have put down, and knocks at the loops of this one. Without it they look every second.</summary>
public sealed partial class NewsLoop(Database database, Inbox inbox, Outbox outbox, TimeProvider time, ILogger<NewsLoop> log)
{
    /// <summary>How long to wait before the database is tried again.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (database.Dialect.IsShared)
        {
            try
            {
                await foreach (var news in database.Dialect.ListenAsync(cancel)) KnockFor(news);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                LogFailed(failure.GetType().FullName);
            }
            await Task.Delay(Pause, time, cancel);
        }
    }

    void KnockFor(string news)
    {
        if (news is Inbox.News) inbox.Arrived.Knock();
        else if (news is Outbox.News) outbox.Filled.Knock();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The news of the other processes cannot be heard: {Type}")]
    partial void LogFailed(string? type);
}
