using MicroWins.Rules;

namespace MicroWins.Coaching;

/// <summary>Whoever drafts: the model, or the embedded planner. A coach proposes; the rules judge what it proposed.</summary>
public interface ICoach
{
    /// <summary>Drafts an answer. Never fails because of the model: the embedded planner answers then, and the answer says so.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<CoachAnswer> DraftAsync(CoachRequest request, CancellationToken cancel);
}

/// <summary>What a coach can be asked; one nested record per function of the method.</summary>
public abstract record CoachRequest
{
    CoachRequest() { }

    /// <summary>The language to answer in.</summary>
    public required Language Language { get; init; }

    /// <summary>A person, as far as a budget of tokens is kept for them; never sent to a model.</summary>
    public required string ChatId { get; init; }

    /// <param name="Goal">The goal in the person's words.</param>
    /// <param name="Why">Why it is hard, in their words; empty where they did not say.</param>
    public sealed record BreakDownGoal(string Goal, string Why) : CoachRequest;
}

/// <summary>A draft, and who made it.</summary>
public sealed record CoachAnswer(CoachDraft Draft, DraftedBy By);

/// <summary>Who made a draft. People are told.</summary>
public enum DraftedBy
{
    /// <summary>The language model.</summary>
    Model,

    /// <summary>The embedded planner, since no model is configured.</summary>
    Planner,

    /// <summary>The embedded planner, since the model did not give a usable answer.</summary>
    PlannerInsteadOfModel,
}
