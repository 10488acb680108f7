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

    /// <summary>The functions that were called, in order.</summary>
    public List<string> Called { get; } = [];

    public static CoachDraft.GoalBreakdown Plan { get; } = new(
        "Planner's plan", GoalKind.Task, new(OverwhelmCause.Unclear, "It is not clear where to begin."), ["All of it"],
        new("Open it", 1), [new("Look at it", 2), new("Touch it", 2), new("Close it", 1)], ["Smile"]);

    [KernelFunction("BreakDownGoal"), Description("Breaks a goal down.")]
    public string BreakDownGoal(string goal, string why, string language)
    {
        Asked.Add((goal, why, language));
        Called.Add("BreakDownGoal");
        return JsonSerializer.Serialize(Plan, DraftJson.Options);
    }

    [KernelFunction("DesignDailySystem")]
    public string DesignDailySystem(string goals, string day, string language) => Sample("DesignDailySystem", goals, day, language);

    [KernelFunction("ReframeFailedGoals")]
    public string ReframeFailedGoals(string goals, string why, string language) => Sample("ReframeFailedGoals", goals, why, language);

    [KernelFunction("BuildHabitStack")]
    public string BuildHabitStack(string habits, string routine, string language) => Sample("BuildHabitStack", habits, routine, language);

    [KernelFunction("BeatProcrastination")]
    public string BeatProcrastination(string task, string why, string situation, string language) => Sample("BeatProcrastination", task, why, situation, language);

    [KernelFunction("TrackAndCelebrate")]
    public string TrackAndCelebrate(string goals, string how, string language) => Sample("TrackAndCelebrate", goals, how, language);

    [KernelFunction("ScaleUp")]
    public string ScaleUp(string habit, string now, string next, string record, string inThreeMonths, string inSixMonths, string language) =>
        Sample("ScaleUp", habit, now, next, record, inThreeMonths, inSixMonths, language);

    [KernelFunction("PlanExam")]
    public string PlanExam(string subject, string material, string format, string language) => Sample("PlanExam", subject, material, format, language);

    [KernelFunction("Route")]
    public string Route(string message, string step, string asked, string language) => Sample("Route", message, step, asked, language);

    string Sample(string function, params string[] inputs)
    {
        Assert.All(inputs, Assert.NotNull);
        Called.Add(function);
        return JsonSerializer.Serialize<object>(Coaching.Asked.Draft(function), DraftJson.Options);
    }
}
