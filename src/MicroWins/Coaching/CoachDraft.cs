using MicroWins.Rules;

namespace MicroWins.Coaching;

/// <summary>What a coach proposed, before any rule has seen it; one nested record per function.</summary>
/// <remarks>The JSON that both plugins give back has these names in camelCase, and enum values in camelCase.</remarks>
public abstract record CoachDraft
{
    CoachDraft() { }

    /// <summary>A goal, broken down.</summary>
    /// <param name="Title">A short name for the goal, in the person's words; at most 60 characters.</param>
    /// <param name="Kind">What sort of goal it is.</param>
    /// <param name="Overwhelm">Why it overwhelms.</param>
    /// <param name="Milestones">Parts that together cover the goal, in order; 1 to 6.</param>
    /// <param name="FirstStep">The smallest first step.</param>
    /// <param name="Steps">About ten steps in order, the first step not among them.</param>
    /// <param name="Celebrations">Ways to mark a win, at least one.</param>
    public sealed record GoalBreakdown(
        string Title,
        GoalKind Kind,
        Overwhelm Overwhelm,
        IReadOnlyList<string> Milestones,
        DraftStep FirstStep,
        IReadOnlyList<DraftStep> Steps,
        IReadOnlyList<string> Celebrations) : CoachDraft;
}

/// <summary>Why a goal overwhelms.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Sentence">One or two warm sentences about it, for this person and goal.</param>
public sealed record Overwhelm(OverwhelmCause Cause, string Sentence);

public enum OverwhelmCause { TooBig, Unclear, TooManySteps }

/// <summary>A proposed step. Its minutes are a claim, and often a lie.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Minutes">What the coach says it takes, in minutes; null where it did not say.</param>
/// <param name="Difficulty">How hard it feels.</param>
public sealed record DraftStep(string Text, double? Minutes, Difficulty Difficulty = Difficulty.Easy);
