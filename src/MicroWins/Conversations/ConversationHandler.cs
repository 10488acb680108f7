using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Measures;
using MicroWins.Messaging;
using MicroWins.Privacy;
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
        using var turn = Measure.Turn(happened.GetType().Name);
        var chat = await LoadAsync(pending);
        var decision = ConversationFlow.Advance(chat, happened, rules, Now);
        while (await GoOnAsync(decision, pending, happened, cancel) is { } next) decision = next;
        await CommitAsync(pending, chat, decision);
        turn.Ended("Answered");
    }

    /// <summary>What a decision leads to that needs something else first; null for one that can be committed.</summary>
    async Task<Decision?> GoOnAsync(Decision decision, PendingEvent pending, ChatEvent happened, CancellationToken cancel) => decision switch
    {
        // No transaction is open here: a model may take its time.
        Decision.AskCoach asked => ConversationFlow.Advance(asked, await AskAsync(asked.Request, pending.Chat, cancel), happened, rules, Now),
        Decision.Gather gather => ConversationFlow.Advance(gather, await database.ReadAsync(session => Everything.Load(session, pending.Chat)), happened, rules, Now),
        _ => null,
    };

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

    async Task CommitAsync(PendingEvent pending, Chat before, Decision turn)
    {
        var replies = turn switch
        {
            Decision.Finish finish => finish.Replies,
            Decision.Erase erase => erase.Farewell,
            _ => throw new InvalidOperationException($"A turn does not end with {turn.GetType().Name}."),
        };
        await database.WriteAsync(session =>
        {
            Inbox.MarkHandled(session, pending);
            if (turn is Decision.Finish finish) Save(session, before, finish.Chat);
            else Erasing.Erase(session, pending.Chat, after: pending.Id);
            foreach (var reply in replies) Outbox.Add(session, pending.Chat, reply, time.GetUtcNow());
        });
        if (replies.Length > 0) outbox.Filled.Knock();
    }

    void Save(Session session, Chat before, Chat after)
    {
        ChatStore.Save(session, before, after, Now);
        if (after.IsReachable != before.IsReachable) Reachability.Changed(session, after.Id, after.IsReachable, time.GetUtcNow());
    }
}
