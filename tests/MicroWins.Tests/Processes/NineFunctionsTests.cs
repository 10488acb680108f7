using System.Text.RegularExpressions;
using MicroWins.Tests.Processes.NineFunctions;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Processes;

/// <summary>
/// All nine functions one after the other in one chat: with a model that answers well, sloppily, with lies, with malice, and not any more; and
/// with the embedded planner in three languages. Once with the real program, else in this process. What is said is in Processes/NineFunctions.
/// </summary>
public sealed partial class NineFunctionsTests : IAsyncLifetime
{
    const string InsteadOfModel = "The language model is out of reach just now";

    readonly Talk _talk = new();
    OpenAiServer _server = null!;

    public async Task InitializeAsync() => _server = await OpenAiServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _talk.Dispose();
    }

    [Fact]
    public async Task A_good_model_is_put_to_use()
    {
        await WithModel(new StandIn("good"), _talk.HoldWithProgramAsync);

        AssertAllRan(drafted: "Model");
        Assert.DoesNotContain(_talk.Said, message => message.Text.Contains(InsteadOfModel, StringComparison.Ordinal));
        Assert.Contains("Try it as an experiment", Text("ScaleUp", "/scaleup"), StringComparison.Ordinal);
        Assert.Contains("Open the document", _talk.Of("BreakDownGoal")[0].Text, StringComparison.Ordinal);
        Assert.Contains("08:30 · Write one sentence", Help("DesignDailySystem").Text, StringComparison.Ordinal);
        Assert.Contains("Take the guitar out of its case", Help("ReframeFailedGoals").Text, StringComparison.Ordinal);
        Assert.Contains("After I pour my coffee, I will stretch both arms once.", Help("BuildHabitStack").Text, StringComparison.Ordinal);
        Assert.Contains("Put the tax folder on the table", Help("BeatProcrastination").Text, StringComparison.Ordinal);
        Assert.Contains("Once a week: A walk in the park", Text("TrackAndCelebrate", "on paper, on the fridge"), StringComparison.Ordinal);
        Assert.Contains("cells", Help("PlanExam").Text, StringComparison.Ordinal);
        Assert.Contains("Drilling right through the wall", _talk.Of("Route")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sloppy_model_is_read()
    {
        _server.RefusedFormats.UnionWith(["json_schema", "json_object"]);
        var model = new StandIn("sloppy");
        await WithModel(model);

        AssertAllRan(drafted: "Model");
        Assert.DoesNotContain(_talk.Said, message => message.Text.Contains(InsteadOfModel, StringComparison.Ordinal));
        // The first answer was a question, and was asked to be mended.
        Assert.Equal(2, model.Asked.Count(function => function is "BuildHabitStack"));
        Assert.Equal(["floss one tooth", "stretch both arms once"], Rows("select lower(text) from steps join goals using (goal_no) where habit is not null and title in ('floss', 'stretch') order by title"));
    }

    [Fact]
    public async Task A_lying_model_is_cut_down_to_size_and_claims_nothing()
    {
        await WithModel(new StandIn("lying"));

        AssertAllRan();
        Assert.All(Rows("select text from steps"), text => Assert.DoesNotMatch(Big(), Asked(text)));
        Assert.All(_talk.Said, message => Assert.DoesNotMatch(Claims(), message.Text));
        AssertWonByThePersonAlone();
    }

    [Fact]
    public async Task A_hostile_model_presses_nothing_and_harms_nobody()
    {
        await WithModel(new StandIn("hostile"));

        AssertAllRan();
        AssertWonByThePersonAlone();
        Assert.All(_talk.Said, message => Assert.DoesNotMatch(Harm(), message.Text));
        Assert.All(Rows("select text from steps union select title from goals"), text => Assert.DoesNotMatch(Harm(), text));
    }

    [Fact]
    public async Task A_model_that_is_switched_off_costs_nothing_but_a_line()
    {
        await WithModel(new StandIn("good") { SwitchedOffAfter = 4 });

        AssertAllRan();
        foreach (var function in new[] { "BuildHabitStack", "BeatProcrastination", "PlanExam" })
            Assert.Contains(InsteadOfModel, Help(function).Text, StringComparison.Ordinal);
        Assert.Contains(InsteadOfModel, Text("TrackAndCelebrate", "on paper, on the fridge"), StringComparison.Ordinal);
        Assert.DoesNotContain(_talk.Turns.TakeWhile(turn => turn.Function is not "BuildHabitStack"), turn => turn.Text.Contains(InsteadOfModel, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    public async Task The_embedded_planner_answers(string language)
    {
        await _talk.HoldAsync(language);

        AssertAllRan(drafted: "Planner");
        if (language is "en") return;
        var english = _talk.Said.Where(message => English().IsMatch(message.Text)).Select(message => message.Text);
        Assert.Empty(english);
    }

    async Task WithModel(StandIn model, Func<string, (string, string)[], Task>? hold = null)
    {
        _server.By = model.Answer;
        await (hold ?? _talk.HoldAsync)("en", [("Llm:Endpoint", _server.Endpoint), ("Llm:Model", "test")]);
        // A model that failed often is left alone for a while.
        if (model.SwitchedOffAfter is int.MaxValue) Assert.Equal(9, model.Asked.Distinct().Count());
    }

    /// <summary>What holds whoever drafts: each function is really run, after two questions at the most, and nothing is too big or can be tapped.</summary>
    void AssertAllRan(string? drafted = null)
    {
        Assert.All(_talk.Said, message => Assert.NotEqual("error", message.Kind));
        Assert.All(_talk.Said, message => Assert.DoesNotMatch(Tappable(), message.Text));
        Assert.All(_talk.Turns, turn => Assert.NotEmpty(turn.Answers));
        Assert.InRange(Number("select max(high_minutes) from steps"), 0.1, 10);

        // ScaleUp: the promise of the habit was raised, and the record is whole.
        Assert.Contains("3", Rows("select text from steps where goal_no = 1")[0], StringComparison.Ordinal);
        Assert.Equal(30, Number("select count(*) from wins where goal_no = 1 and bonus = 0"));
        // BreakDownGoal: a plan with parts, whose first step is small and kept.
        Assert.True(Number("select count(*) from steps where goal_no = 2") >= 5);
        Assert.True(Number("select high_minutes from steps where goal_no = 2 order by position limit 1") <= 5);
        // DesignDailySystem and BuildHabitStack: habits, with check-in times; what did not fit today waits.
        Assert.True(Number("select count(*) from goals where habit is not null and status = 'active'") >= 4);
        Assert.True(Number("select json_array_length(agreement, '$.times') from chats") >= 2);
        Assert.True(Number("select count(*) from goals where json_extract(habit, '$.sentence') <> ''") >= 2);
        // ReframeFailedGoals: one is begun with two minutes at the most, the other waits.
        Assert.Equal(["active", "put_away"], Rows($"select status from goals where words in ({Again}) order by goal_no"));
        Assert.True(Number($"select high_minutes from steps join goals using (goal_no) where words in ({Again}) order by goal_no, position limit 1") <= 2);
        // TrackAndCelebrate: the ways are kept where they are used.
        Assert.True(Number("select json_array_length(agreement, '$.dayRituals') + json_array_length(agreement, '$.weekRituals') + json_array_length(agreement, '$.questions') from chats") > 0);
        // PlanExam: topics, the named day, the minutes, and something for today.
        Assert.Equal("2026-04-20", Rows("select substr(json_extract(exam, '$.at'), 1, 10) from goals where exam is not null")[0]);
        Assert.Equal(30, Number("select json_extract(exam, '$.minutesADay') from goals where exam is not null"));
        Assert.True(Number("select json_array_length(exam, '$.today') from goals where exam is not null") > 0);
        if (drafted is not null) Assert.Equal(["Person", drafted], Rows("select distinct drafted_by from goals join steps using (goal_no) order by drafted_by <> 'Person'"));

        foreach (var function in new[] { "DesignDailySystem", "ReframeFailedGoals", "BuildHabitStack", "BeatProcrastination", "TrackAndCelebrate", "PlanExam" })
            Assert.InRange(_talk.Of(function).TakeWhile(turn => turn.Answers[^1].Kind is not "card").Count(), 0, 2);
        Assert.All(_talk.Of("Route"), turn => Assert.Contains(turn.Answers[^1].Kind, new[] { "card", "reply" }));
    }

    /// <summary>Thirty days of the habit and what was said to be done in the chat: no word of a model is a win, and nothing is gone.</summary>
    void AssertWonByThePersonAlone()
    {
        Assert.Equal(32, Number("select count(*) from wins"));
        Assert.Equal("active", Rows("select status from goals where goal_no = 1")[0]);
    }

    string Again => string.Join(',', _talk.Of("ReframeFailedGoals")[0].Line["/again ".Length..].Split("; ").Select(words => $"'{words}'"));

    /// <summary>The card that a function ends its questions with.</summary>
    Turn Help(string function) => _talk.Of(function).First(turn => turn.Answers[^1].Kind is "card");

    string Text(string function, string line) => _talk.Of(function).First(turn => turn.Line == line).Text;

    IReadOnlyList<string> Rows(string query) => _talk.Rows(query);

    double Number(string query) => _talk.Number(query);

    [GeneratedRegex(@"://|www\.|evil\.example|<\w+[ >]|\]\(|\*\*|`|@\w|(?<!\w)/(?:delete|done\b.*evil)", RegexOptions.IgnoreCase)]
    private static partial Regex Tappable();

    /// <summary>What a step asks for: "the whole bathroom: wipe the sink" the sink, "... for 10 minutes" ten minutes.</summary>
    static string Asked(string step) => TimeLimit().IsMatch(step) ? "" : step.Split(": ")[^1];

    [GeneratedRegex(@"\bfor (?:\d|10) minutes\b")]
    private static partial Regex TimeLimit();

    [GeneratedRegex(@"\b(?:whole|entire|everything|3 hours|4 hours|an hour|45 minutes|40 minutes|all receipts|chapters \d-\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Big();

    [GeneratedRegex(@"\b(?:57|77|99|312|500|600|912|61 days|80 days|97 ?%|fifty)(?!\w)")]
    private static partial Regex Claims();

    [GeneratedRegex(@"starve|skip all meals|cut yourself|hurt yourself|kill yourself|stay awake|do not eat|buy gold", RegexOptions.IgnoreCase)]
    private static partial Regex Harm();

    // Words that stand in nearly every English sentence of the bot, and in none of the other languages.
    [GeneratedRegex(@"\b(?:the|you|your|and|with|write|today)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
