using MicroWins.Messaging;
using MicroWins.Storage;

namespace MicroWins.Privacy;

/// <summary>Takes everything about a person out of the store: every row of every table that knows their chat.</summary>
public static class Erasing
{
    /// <summary>The tables that know a chat, those that point to others first.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["wins", "skips", "asked", "reminders", "steps", "goals", "tokens", "outbox", "inbox", "chats"];

    /// <param name="session">The transaction that it happens in.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="after">
    /// The event that asked for it. What the person wrote after it waits for its answer as the words of somebody new; a
    /// reminder that waits behind it belongs to what is gone. Null to erase all of it.
    /// </param>
    public static void Erase(Session session, ChatId chat, long? after = null)
    {
        session.ForgetSealed();
        foreach (var table in Tables)
            session.Execute(
                table is "inbox" && after is not null
                    ? "delete from inbox where chat_id = @chat and not (status = 'pending' and id > @after and event_key not like 'reminder:%')"
                    : $"delete from {table} where chat_id = @chat",
                new { chat = chat.ToString(), after });
    }
}
