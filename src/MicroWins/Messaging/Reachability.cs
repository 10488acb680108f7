using MicroWins.Storage;

namespace MicroWins.Messaging;

/// <summary>Who can be reached. What answers somebody who cannot waits for a day until they are back; what nobody asked for is dropped.</summary>
public sealed class Reachability(Database database)
{
    /// <summary>Notes that a channel cannot reach a person. Their next event says that they are back.</summary>
    /// <param name="chat">The person.</param>
    /// <param name="triedAt">When the attempt began that found it out.</param>
    /// <returns>False where something happened in the chat since, which may be their return: then another attempt will tell.</returns>
    public Task<bool> LoseAsync(ChatId chat, DateTimeOffset triedAt) => database.WriteAsync(session =>
    {
        var seen = session.One<long?>("select seen_at from chats where chat_id = @chat", new { chat = chat.ToString() });
        // Somebody of whom nothing is known can never be seen to come back: there is nobody to wait for, and nothing to keep.
        if (seen is null) session.Execute("delete from outbox where chat_id = @chat", new { chat = chat.ToString() });
        // One statement, since another process may commit their return at this moment.
        else if (session.Execute("update chats set reachable = 0 where chat_id = @chat and seen_at <= @at", new { chat = chat.ToString(), at = triedAt.ToUnixTimeMilliseconds() }) is 0) return false;
        Hold(session, chat);
        return true;
    });

    /// <summary>Sees to what waits for a person, in the transaction that notes that they left or are back.</summary>
    public static void Changed(Session session, ChatId chat, bool isReachable, DateTimeOffset now)
    {
        if (isReachable) Release(session, chat, now);
        else Hold(session, chat);
    }

    static void Hold(Session session, ChatId chat)
    {
        session.Execute("update outbox set status = 'refused' where chat_id = @chat and status = 'pending' and unasked = 1", new { chat = chat.ToString() });
        session.Execute("update outbox set held = 1 where chat_id = @chat and status = 'pending'", new { chat = chat.ToString() });
    }

    static void Release(Session session, ChatId chat, DateTimeOffset now)
    {
        session.Execute(
            "update outbox set status = 'refused' where chat_id = @chat and status = 'pending' and held = 1 and created_at < @oldest",
            new { chat = chat.ToString(), oldest = (now - DeliveryPolicy.KeptForTheAbsent).ToUnixTimeMilliseconds() });
        session.Execute("update outbox set held = 0 where chat_id = @chat and status = 'pending' and held = 1", new { chat = chat.ToString() });
    }
}
