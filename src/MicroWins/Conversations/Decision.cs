using System.Collections.Immutable;
using MicroWins.Coaching;
using MicroWins.Messaging;

namespace MicroWins.Conversations;

/// <summary>What is to happen next in a conversation.</summary>
public abstract record Decision
{
    Decision() { }

    /// <summary>Ask the coach, then decide again with the answer. Nothing is stored in between.</summary>
    /// <param name="Request">What to ask.</param>
    /// <param name="Chat">The chat to go on with.</param>
    /// <param name="Lead">What is said before the answer, if anything.</param>
    public sealed record AskCoach(CoachRequest Request, Chat Chat, FormattedText? Lead = null) : Decision;

    /// <summary>Finish with this turn: all of it is committed, or none.</summary>
    /// <param name="Chat">The chat as it is afterwards, its wins among it.</param>
    /// <param name="Replies">What is said, in order.</param>
    public sealed record Finish(Chat Chat, ImmutableArray<OutgoingMessage> Replies) : Decision;

    /// <summary>Gather everything that is kept about the person, then decide again with it.</summary>
    /// <param name="Chat">The chat to go on with.</param>
    public sealed record Gather(Chat Chat) : Decision;

    /// <summary>Erase everything that is kept about the person, the event that asked for it among it; or keep nothing of somebody of whom nothing is kept.</summary>
    /// <param name="Farewell">What is said all the same, in order; the outbox keeps nothing for somebody without a chat.</param>
    public sealed record Erase(ImmutableArray<OutgoingMessage> Farewell) : Decision;
}
