using Microsoft.Extensions.Logging;

namespace MicroWins.Channels.Telegram;

/// <summary>Counts what comes from people who are not on the list of those served, and tells the operator so: a number, at most once an hour.</summary>
public sealed partial class Strangers(TimeProvider time, ILogger<Strangers> log)
{
    // A stranger must not be able to fill the log.
    static readonly TimeSpan BetweenReports = TimeSpan.FromHours(1);

    readonly Lock gate = new();
    DateTimeOffset? told;
    int untold;

    /// <summary>Notes one update.</summary>
    public void Note()
    {
        lock (gate)
        {
            untold++;
            var now = time.GetUtcNow();
            if (now - told < BetweenReports) return;
            LogStrangers(untold);
            (told, untold) = (now, 0);
        }
    }

    [LoggerMessage(EventId = 3109, Level = LogLevel.Information,
        Message = "{Updates} updates came from people who are not on Telegram:AllowedUsers; they got no answer.")]
    private partial void LogStrangers(int updates);
}
