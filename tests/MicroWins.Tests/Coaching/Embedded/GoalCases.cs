using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching.Embedded;

/// <summary>The messy goals that plans are measured by: the fifty of the project, and as many of our own in all languages.</summary>
static class GoalCases
{
    public static readonly EmbeddedPlanner Planner = new();

    public static IReadOnlyList<GoalCase> Fifty { get; } = Read("goals.tsv");

    public static IReadOnlyList<GoalCase> Own { get; } = Read("own-goals.tsv");

    public static IReadOnlyList<GoalCase> All { get; } = [.. Fifty, .. Own];

    public static CoachDraft.GoalBreakdown Plan(GoalCase goal) => Planner.Plan(goal.Goal, goal.Why, goal.Language);

    public static string[][] Rows(string file) => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Coaching", "Embedded", "cases", file))
        .Skip(1).Select(line => line.Split('\t'))];

    static GoalCase[] Read(string file) => [.. Rows(file).Select(row => new GoalCase(row[0], row[1], row[2], Languages.FromTag(row[^1])))];
}

/// <summary>A messy goal.</summary>
sealed record GoalCase(string Id, string Goal, string Why, Language Language);
