using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>What could be found in an answer, before gaps are filled and lengths are held.</summary>
internal sealed record RawBreakdown(RawStep? First, IReadOnlyList<RawStep> Steps)
{
    public string? Title { get; init; }
    public GoalKind? Kind { get; init; }
    public string? Cause { get; init; }
    public string? Overwhelm { get; init; }
    public IReadOnlyList<string> Milestones { get; init; } = [];
    public IReadOnlyList<string> Celebrations { get; init; } = [];
}

/// <summary>A step as it was found.</summary>
internal sealed record RawStep(string Text, double? Minutes, Difficulty? Difficulty);
