namespace MicroWins.Rules.Sizing;

/// <summary>How long a text takes, and why.</summary>
/// <param name="Effort">The range of minutes.</param>
/// <param name="Reasons">The evidence in words, in the language of the text ("50 pages at about 3 min a page"); at least one.</param>
/// <param name="Kind">The kind of work that was recognised.</param>
/// <param name="Language">The language that the text was read in.</param>
public sealed record Estimate(Effort Effort, IReadOnlyList<string> Reasons, WorkKind Kind, Language Language)
{
    /// <summary>What the sizing test says.</summary>
    public Verdict Verdict => Effort.Verdict;
}
