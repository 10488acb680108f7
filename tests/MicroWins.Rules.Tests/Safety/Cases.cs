using MicroWins.Rules.Safety;

namespace MicroWins.Rules.Tests.Safety;

/// <summary>A labelled message or goal of the tables under cases/.</summary>
/// <param name="Label">The tier, or the reason of an unsafe goal.</param>
/// <param name="Note">May name a second tier that a careful team could also choose ("alt=explicit").</param>
sealed record Case(string Id, string Text, string Language, string Label, string Kind, string Note)
{
    public static IReadOnlyList<Case> Of(string file) => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Safety", "cases", file))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .Select(cells => new Case(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))];

    public SafetyTier Tier => Enum.Parse<SafetyTier>(Label, ignoreCase: true);

    public bool Allows(SafetyTier tier) => tier == Tier || Note.Contains($"alt={tier}", StringComparison.OrdinalIgnoreCase);
}
