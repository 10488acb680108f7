namespace MicroWins.Workers;

/// <summary>What one process at a time does, of all that share a database. The numbers are keys of locks: they stay as they are.</summary>
public enum Role
{
    /// <summary>Asks Telegram for updates, which answers one at a time.</summary>
    Poller = 1,

    /// <summary>Rings the reminders.</summary>
    Scheduler = 2,

    /// <summary>Sends what is in the outbox: one, so that the channel's limits are kept and a chat stays in order.</summary>
    Sender = 3,
}
