using System.Globalization;
using MicroWins.Coaching;
using MicroWins.Coaching.Reading;

namespace MicroWins.Tests.Coaching;

/// <summary>
/// Answers to each function in the manners of chat models, one a file: what is to be read from it stands above the line, the answer below.
/// </summary>
public class FunctionAnswersTests
{
    public static TheoryData<string> Files => new(Names);

    [Theory, MemberData(nameof(Files))]
    public void An_answer_is_read_at_once_in_whatever_manner_it_is_written(string file)
    {
        var halves = File.ReadAllText(Path.Combine(Folder, file + ".txt")).ReplaceLineEndings("\n").Split("\n---\n", 2);
        var (function, language) = (file.Split('.')[0], file.Split('.')[^1]);

        var read = CoachFunction.Read(halves[1], Asked.For(function, language));

        Assert.Equal(halves[0], Gist(Assert.IsType<DraftReading.Usable>(read).Draft), ignoreAllWhiteSpace: true, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Every_function_has_such_answers() =>
        Assert.All(PromptFolder.Functions.Skip(1), function => Assert.InRange(Names.Count(file => file.StartsWith(function + ".", StringComparison.Ordinal)), 5, 99));

    static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    static string Folder => Path.Combine(AppContext.BaseDirectory, "Coaching", "Answers");

    static string Gist(CoachDraft draft) => draft switch
    {
        CoachDraft.DailySystem d => Lines(d.Slots.Select(slot => $"{Camel(slot.When)}: {slot.Step.Text} [{slot.Goal}]")),
        CoachDraft.FreshStart d => Lines(d.Goals.Select(goal => $"{goal.Goal}: {Timed(goal.FirstStep)} > {Texts(goal.Path)}")),
        CoachDraft.HabitStack d => Lines(d.Habits.Select(habit => $"{habit.Anchor} > {habit.Step.Text}")),
        CoachDraft.WayOut d => Lines([$"now: {Timed(d.Now)}", Texts(d.Steps), $"! {d.Emergency.Text}"]),
        CoachDraft.Celebration d => Lines([$"record: {d.Record}", $"win: {Joined(d.EachWin)}", $"day: {Joined(d.EachDay)}", $"week: {Joined(d.EachWeek)}", $"? {Joined(d.Questions)}"]),
        CoachDraft.NextLevel d => Lines([Joined(d.Signals), $"test: {d.Test}", $"back: {d.WayBack}", $"path: {d.Path}"]),
        CoachDraft.ExamTopics d => Lines(d.Topics.Select(topic => $"{topic.Name} ({topic.Priority}): {Texts(topic.Steps)} ~ {topic.Recall.Text}").Append($"+ {Texts(d.Confidence)}")),
        CoachDraft.Routing d => string.Join('|', Camel(d.Intent), Joined(d.Goals), Shown(d.Amount), d.Unit, Shown(d.Minutes), d.Reply),
        _ => throw new InvalidOperationException(draft.GetType().Name),
    };

    static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    static string Joined(IEnumerable<string> texts) => string.Join(" | ", texts);

    static string Texts(IEnumerable<DraftStep> steps) => Joined(steps.Select(step => step.Text));

    static string Timed(DraftStep step) => step.Minutes is { } minutes ? $"{step.Text} [{Shown(minutes)}]" : step.Text;

    static string Shown(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Camel<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
