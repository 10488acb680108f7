using MicroWins.Storage;

namespace MicroWins.Messaging;

/// <summary>Who can be reached. What is to be sent to somebody who cannot waits until they are back.</summary>
public sealed class Reachability(Database database)
{
    /// <summary>Notes that a person blocked the bot. Their next event says that they are back. To somebody of whom nothing is kept there is nothing left to say then.</summary>
    public Task LoseAsync(ChatId chat) => database.WriteAsync(session =>
    {
        if (session.Execute("update chats set reachable = 0 where chat_id = @chat", new { chat = chat.ToString() }) is 0)
            session.Execute("delete from outbox where chat_id = @chat", new { chat = chat.ToString() });
    });
}
