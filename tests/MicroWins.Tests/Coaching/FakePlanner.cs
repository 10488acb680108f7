using System.ComponentModel;
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
    public CoachDraft.GoalBreakdown BreakDownGoal(string goal, string why, string language)
    {
        Asked.Add((goal, why, language));
        Called.Add("BreakDownGoal");
        return Plan;
    }

    [KernelFunction("DesignDailySystem")]
    public CoachDraft.DailySystem DesignDailySystem(string goals, string day, string language) => Sample<CoachDraft.DailySystem>("DesignDailySystem", goals, day, language);

    [KernelFunction("ReframeFailedGoals")]
    public CoachDraft.FreshStart ReframeFailedGoals(string goals, string why, string language) => Sample<CoachDraft.FreshStart>("ReframeFailedGoals", goals, why, language);

    [KernelFunction("BuildHabitStack")]
    public CoachDraft.HabitStack BuildHabitStack(string habits, string routine, string language) => Sample<CoachDraft.HabitStack>("BuildHabitStack", habits, routine, language);

    [KernelFunction("BeatProcrastination")]
    public CoachDraft.WayOut BeatProcrastination(string task, string why, string situation, string language) => Sample<CoachDraft.WayOut>("BeatProcrastination", task, why, situation, language);

    [KernelFunction("TrackAndCelebrate")]
    public CoachDraft.Celebration TrackAndCelebrate(string goals, string how, string language) => Sample<CoachDraft.Celebration>("TrackAndCelebrate", goals, how, language);

    [KernelFunction("ScaleUp")]
    public CoachDraft.NextLevel ScaleUp(string habit, string now, string next, string record, string inThreeMonths, string inSixMonths, string language) =>
        Sample<CoachDraft.NextLevel>("ScaleUp", habit, now, next, record, inThreeMonths, inSixMonths, language);

    [KernelFunction("PlanExam")]
    public CoachDraft.ExamTopics PlanExam(string subject, string material, string format, string language) => Sample<CoachDraft.ExamTopics>("PlanExam", subject, material, format, language);

    [KernelFunction("Route")]
    public CoachDraft.Routing Route(string message, string step, string asked, string language) => Sample<CoachDraft.Routing>("Route", message, step, asked, language);

    T Sample<T>(string function, params string[] inputs) where T : CoachDraft
    {
        Assert.All(inputs, Assert.NotNull);
        Called.Add(function);
        return (T)Coaching.Asked.Draft(function);
    }
}
