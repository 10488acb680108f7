using MicroWins.CheckIns;
using MicroWins.Messaging;
using MicroWins.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MicroWins.Workers;

/// <summary>Rings the reminders that are due: each becomes an event in the inbox, once, in the transaction that takes it off the list.</summary>
public sealed partial class ReminderLoop(Database database, Inbox inbox, TimeProvider time, ILogger<ReminderLoop> log)
{
    /// <summary>How long the loop sleeps: a check-in is at most this late, and a move of the clock is noticed as soon.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await RingAsync();
            }
            catch (Exception failure)
            {
                LogFailed(failure.GetType().FullName);
            }
            await Task.Delay(Pause, time, cancel);
        }
    }

    /// <summary>Rings what is due now.</summary>
    public async Task RingAsync()
    {
        // A few at a time: who writes to the bot meanwhile does not wait for all of them.
        while (await RingSomeAsync() > 0) inbox.Arrived.Knock();
    }

    Task<int> RingSomeAsync()
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(session =>
        {
            var due = ReminderStore.TakeDue(session, Instant.FromDateTimeOffset(now));
            foreach (var (chat, reminder) in due)
                Inbox.Store(session, new($"reminder:{chat}:{reminder.Number}", ChatId.Parse(chat), new ChatEvent.ReminderDue(reminder.Goal, reminder.Purpose.ToString())), now);
            return due.Count;
        });
    }

    /// <summary>The moment of the next reminder; null when none waits.</summary>
    public Task<Instant?> NextDueAsync() => database.ReadAsync(ReminderStore.NextDue);

    [LoggerMessage(Level = LogLevel.Error, Message = "The reminders could not be looked through: {Type}")]
    partial void LogFailed(string? type);
}
