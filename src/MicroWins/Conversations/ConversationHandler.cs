using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>Answers one event: reads the chat, decides, asks the coach where the decision says so, and commits all of it at once.</summary>
public sealed class ConversationHandler(
    Database database, ICoach coach, Rulebook rules, Outbox outbox, IEnumerable<IPresence> presences, TimeProvider time)
{
    /// <exception cref="Exception">The turn failed; nothing of it is stored, and the event still waits.</exception>
    public async Task HandleAsync(PendingEvent pending, CancellationToken cancel)
    {
        var happened = pending.Event;
        var chat = await LoadAsync(pending);
        var decision = ConversationFlow.Advance(chat, happened, rules, Now);
        while (decision is Decision.AskCoach asked)
        {
            // No transaction is open here: a model may take its time.
            var answer = await AskAsync(asked.Request, pending.Chat, cancel);
            decision = ConversationFlow.Advance(asked, answer, happened, rules, Now);
        }
        await CommitAsync(pending, chat, (Decision.Finish)decision);
    }

    /// <summary>Puts an event aside that could not be answered, and says so kindly.</summary>
    public async Task GiveUpAsync(PendingEvent pending)
    {
        await database.WriteAsync(session =>
        {
            // Read by itself: what could not be answered may be a chat that cannot be loaded.
            var replies = Replies.In(ChatStore.LanguageOf(session, pending.Chat) is not Language.Unknown and var spoken ? spoken : Languages.FromTag(pending.LanguageTag));
            Inbox.Park(session, pending);
            // A question whose answer cannot be taken would fail every line that follows.
            ChatStore.ForgetQuestion(session, pending.Chat);
            Outbox.Add(session, pending.Chat, Cards.Say(replies[Reply.Stumbled], MessageKind.Error), time.GetUtcNow());
        });
        outbox.Filled.Knock();
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    async Task<Chat> LoadAsync(PendingEvent pending)
    {
        var now = Now;
        var chat = await database.ReadAsync(session => ChatStore.Load(session, pending.Chat, now, rules.Zone));
        return chat with
        {
            LanguageTag = pending.LanguageTag,
            Language = chat.Language is Language.Unknown ? Languages.FromTag(pending.LanguageTag) : chat.Language,
        };
    }

    async Task<CoachAnswer> AskAsync(CoachRequest request, ChatId chat, CancellationToken cancel)
    {
        var presence = presences.FirstOrDefault(presence => presence.Channel == chat.Channel);
        if (presence is null) return await coach.DraftAsync(request, cancel);
        await using var thinking = presence.Thinking(chat);
        return await coach.DraftAsync(request, cancel);
    }

    async Task CommitAsync(PendingEvent pending, Chat before, Decision.Finish turn)
    {
        await database.WriteAsync(session =>
        {
            Inbox.MarkHandled(session, pending);
            ChatStore.Save(session, before, turn.Chat, Now);
            if (turn.Chat.IsReachable != before.IsReachable) Reachability.Changed(session, pending.Chat, turn.Chat.IsReachable, time.GetUtcNow());
            foreach (var reply in turn.Replies) Outbox.Add(session, pending.Chat, reply, time.GetUtcNow());
        });
        if (turn.Replies.Length > 0) outbox.Filled.Knock();
    }
}
