using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Planning;

/// <summary>A step that somebody proposes, before it is judged.</summary>
/// <param name="Text">What to do, in anybody's words.</param>
/// <param name="ClaimedMinutes">Minutes that it is said to take; null where nothing was said.</param>
/// <param name="Difficulty">How hard it feels.</param>
public sealed record ProposedStep(string Text, double? ClaimedMinutes, Difficulty Difficulty);

/// <summary>A step that was judged and found fit, with what the judgement learned of it.</summary>
/// <param name="Planned">The micro-goal and how often it is done.</param>
/// <param name="Kind">The kind of work.</param>
/// <param name="Difficulty">How hard it feels.</param>
public sealed record JudgedStep(PlannedStep Planned, WorkKind Kind, Difficulty Difficulty);

/// <summary>What the rules find of one proposal: its kind of work, and the step that is small enough with what was cut off.</summary>
public sealed record Judgement(WorkKind Kind, Shrunk Shrunk);

/// <summary>Turns what a coach proposed into a plan that may be asked of a person.</summary>
public static class PlanRules
{
    /// <summary>Steps in a plan at the most. Past this a plan is a wall of text; proposals beyond it are not read.</summary>
    public const int MostProposals = 40;

    /// <summary>Judges proposals one by one: what is too big is made small, and what was cut off follows it, so that order and work are kept.</summary>
    /// <param name="sizer">The judge.</param>
    /// <param name="proposals">The steps in order; those without a readable text are passed over.</param>
    /// <param name="language">The language of the steps; null to find out.</param>
    /// <param name="firstStepMinutes">Minutes that the very first step may take: 5, or 2 for somebody who is stuck.</param>
    /// <param name="judge">Answers as the sizer would, from memory where it can; null to ask the sizer each time.</param>
    /// <returns>Steps of at most 10 minutes each, the first of at most <paramref name="firstStepMinutes"/>; empty where nothing was readable.</returns>
    public static IReadOnlyList<JudgedStep> Judge(
        Sizer sizer, IEnumerable<ProposedStep> proposals, Language? language, double firstStepMinutes = Limits.FirstStepMinutes,
        Func<SizingQuestion, double, Judgement>? judge = null)
    {
        ArgumentNullException.ThrowIfNull(sizer);
        ArgumentNullException.ThrowIfNull(proposals);
        var plan = new List<JudgedStep>();
        foreach (var proposal in proposals.Where(p => p.Text.Any(char.IsLetterOrDigit)).Take(MostProposals))
        {
            var question = new SizingQuestion(WithoutFullStop(proposal.Text), language, proposal.ClaimedMinutes);
            var (kind, shrunk) = (judge ?? sizer.Judge)(question, plan.Count is 0 ? firstStepMinutes : Limits.MicroGoalMinutes);
            plan.AddRange(new[] { new PlannedStep(shrunk.First) }.Concat(shrunk.Rest)
                .Where(step => !IsSaid(plan, step))
                .Select(step => new JudgedStep(step, kind, proposal.Difficulty)));
        }
        return plan;
    }

    // Models like to say the first step twice, and a shrunk step can meet the very step that stood behind it.
    static bool IsSaid(List<JudgedStep> plan, PlannedStep step) =>
        plan.Count > 0 && string.Equals(Bare(plan[^1].Planned.Goal.Text), Bare(step.Goal.Text), StringComparison.OrdinalIgnoreCase);

    // A step is a line in a list, where some coaches end with a full stop and others do not.
    static string WithoutFullStop(string text) => text.TrimEnd() is [.. var line, '.' or '。'] && !line.EndsWith('.') ? line : text;

    static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
