using System.Runtime;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins;

/// <summary>
/// A first turn that nobody hears, beside the opening of the store: the words are read, and the code is there, when the first person writes.
/// Without it one of two cores has nothing to do for half of a start. What goes wrong here goes wrong again where somebody waits for it.
/// </summary>
static class Rehearsal
{
    // English words alone, so that no other lexicon is read for it.
    const string Line = "read a book";

    // What a start allocates until its first reply, and a little more. Most of it is kept or dropped within a second, and to look for what is
    // kept three times on the way stops both cores and takes a seventh of a start.
    const long Roomy = 64 * 1024 * 1024;

    // Long after the first reply; who is answered just then waits for a twentieth of a second.
    static readonly TimeSpan BeforeTidying = TimeSpan.FromSeconds(5);

    /// <param name="time">The clock.</param>
    /// <param name="channel">What the channel rehearses of its own; null for nothing.</param>
    public static void Begin(TimeProvider time, Func<Task>? channel = null)
    {
        if (GCSettings.LatencyMode is not GCLatencyMode.NoGCRegion && GC.TryStartNoGCRegion(Roomy)) _ = TidyAsync(time);
        Beside(() =>
        {
            _ = (SafetyGate.Default, UnsafeGoals.Default);
            return channel?.Invoke() ?? Task.CompletedTask;
        });
        Beside(() =>
        {
            _ = (Sizer.Default.Size(new("1 page", Language: Language.English)), KnowledgeBase.BuiltIn.For(Language.English));
            return TurnAsync(Instant.FromDateTimeOffset(time.GetUtcNow()));
        });
    }

    // What the start has read and dropped goes back to the machine.
    static async Task TidyAsync(TimeProvider time)
    {
        await Task.Delay(BeforeTidying, time);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    // Threads of their own: those of the pool are few at a start, and the store needs them.
    static void Beside(Func<Task> part) => _ = Task.Factory.StartNew(part, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The turn: what a message becomes in the store and back, the plan, the reply.</summary>
    internal static async Task<IReadOnlyList<OutgoingMessage>> TurnAsync(Instant now)
    {
        var rules = new Rulebook(Sizer.Default, null, null) { IsRehearsal = true };
        var chat = new Chat { Id = new("rehearsal", "1"), State = ChatStateJson.Read(ChatStateJson.Write(new ChatState.Idle())) };
        var line = MessageJson.Read<ChatEvent>(MessageJson.Write<ChatEvent>(new ChatEvent.TextWritten(Line)));
        var decision = ConversationFlow.Advance(chat, line, rules, now);
        if (decision is Decision.AskCoach asked)
        {
            var draft = await new Planner(new EmbeddedPlanner()).DraftAsync(asked.Request, CancellationToken.None);
            decision = ConversationFlow.Advance(asked, new CoachAnswer(draft, DraftedBy.Planner), line, rules, now);
        }
        return decision is Decision.Finish finish ? [.. finish.Replies.Select(reply => MessageJson.Read<OutgoingMessage>(MessageJson.Write(reply)))] : [];
    }
}
