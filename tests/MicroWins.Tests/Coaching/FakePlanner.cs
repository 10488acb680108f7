using System.ComponentModel;
using System.Text.Json;
using MicroWins.Coaching;
using MicroWins.Rules;
using Microsoft.SemanticKernel;

namespace MicroWins.Tests.Coaching;

/// <summary>A planner that always plans the same, and keeps what it was asked.</summary>
internal sealed class FakePlanner
{
    public List<(string Goal, string Why, string Language)> Asked { get; } = [];

    public static CoachDraft.GoalBreakdown Plan { get; } = new(
        "Planner's plan", GoalKind.Task, new(OverwhelmCause.Unclear, "It is not clear where to begin."), ["All of it"],
        new("Open it", 1), [new("Look at it", 2), new("Touch it", 2), new("Close it", 1)], ["Smile"]);

    [KernelFunction("BreakDownGoal"), Description("Breaks a goal down.")]
    public string BreakDownGoal(string goal, string why, string language)
    {
        Asked.Add((goal, why, language));
        return JsonSerializer.Serialize(Plan, DraftJson.Options);
    }
}
