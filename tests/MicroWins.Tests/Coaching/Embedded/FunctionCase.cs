using System.Text.Json;
using MicroWins.Coaching;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching.Embedded;

/// <summary>What somebody of one language says to each of the functions.</summary>
sealed record FunctionCase(Language Language, IReadOnlyList<string> Row)
{
    public static IReadOnlyList<FunctionCase> All { get; } = [.. GoalCases.Rows("functions.tsv").Select(row => new FunctionCase(Languages.FromTag(row[0]), row))];

    public static TheoryData<string> Codes => [.. All.Select(said => said.Row[0])];

    public IReadOnlyList<string> Goals => Row[1].Split('|');

    public IReadOnlyList<string> Nouns => Row[17].Split('|');

    public static FunctionCase Of(string code) => All.First(said => said.Row[0] == code);

    public CoachDraft.DailySystem Day(params IReadOnlyList<string> goals) => GoalCases.Planner.DesignDailySystem(Lines(goals), Row[2], Row[0]);

    public CoachDraft.FreshStart Again(params IReadOnlyList<string> goals) => GoalCases.Planner.ReframeFailedGoals(Lines(goals), Row[3], Row[0]);

    public CoachDraft.HabitStack StackInto(string routine, params IReadOnlyList<string> goals) =>
        GoalCases.Planner.BuildHabitStack(Lines(goals), routine, Row[0]);

    public CoachDraft.HabitStack Stack(params IReadOnlyList<string> goals) => StackInto(Row[4], goals);

    public CoachDraft.Celebration Celebration(params IReadOnlyList<string> goals) => GoalCases.Planner.TrackAndCelebrate(Lines(goals), Row[5], Row[0]);

    public CoachDraft.ExamTopics Exam(string subject, string material) => GoalCases.Planner.PlanExam(subject, material, Row[8], Row[0]);

    public CoachDraft.WayOut WayOut(string task) => GoalCases.Planner.BeatProcrastination(task, Row[10], Row[11], Row[0]);

    public CoachDraft.NextLevel NextLevel() => GoalCases.Planner.ScaleUp(Goals[0], Row[12], Row[13], Row[14], Row[15], Row[16], Row[0]);

    /// <summary>An answer of each function, exams with and without topics told, tasks one by one.</summary>
    public IEnumerable<CoachDraft> Answers() =>
    [
        Day(Goals), Again(Goals), Stack(Goals), StackInto("", Goals), Celebration(Goals), Celebration(Goals[0]), NextLevel(), Exam(Row[6], Row[7]), Exam(Row[6], ""), WayOut(Row[9]),
        .. Goals.Select(WayOut),
    ];

    public static IEnumerable<DraftStep> Steps(CoachDraft draft) => draft switch
    {
        CoachDraft.DailySystem day => day.Slots.Select(slot => slot.Step),
        CoachDraft.FreshStart again => again.Goals.SelectMany(goal => goal.Path.Prepend(goal.FirstStep)),
        CoachDraft.HabitStack stack => stack.Habits.Select(habit => habit.Step),
        CoachDraft.WayOut way => [way.Now, .. way.Steps, way.Emergency],
        CoachDraft.ExamTopics exam => exam.Topics.SelectMany(topic => topic.Steps.Append(topic.Recall)).Concat(exam.Confidence),
        _ => [],
    };

    /// <summary>All texts of a draft, however deep.</summary>
    public static IEnumerable<string> Texts(CoachDraft draft) => Texts(JsonSerializer.SerializeToElement(draft, draft.GetType(), DraftJson.Options));

    static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    static string Lines(IEnumerable<string> goals) => string.Join('\n', goals);
}
