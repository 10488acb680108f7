using MicroWins.Coaching;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Coaching;

/// <summary>The way to the model and back, with real HTTP: every way in which a server or a model can answer.</summary>
public class AskingTheModelTests
{
    [Fact]
    public async Task A_good_answer_becomes_the_draft_with_everything_that_is_in_it()
    {
        await using var test = await CoachUnderTest.StartAsync();

        var answer = await test.AskAsync();

        Assert.Equal(DraftedBy.Model, answer.By);
        var draft = Assert.IsType<CoachDraft.GoalBreakdown>(answer.Draft);
        Assert.Equal("Essay on tides", draft.Title);
        Assert.Equal(GoalKind.Task, draft.Kind);
        Assert.Equal(new Overwhelm(OverwhelmCause.TooBig, "An essay is many small things that look like one."), draft.Overwhelm);
        Assert.Equal(["Find a question", "Write a bad draft", "Make it good"], draft.Milestones);
        Assert.Equal(new DraftStep("Open a blank document", 1), draft.FirstStep);
        Assert.Equal(4, draft.Steps.Count);
        Assert.Equal(new DraftStep("Write one question about tides", 4, Difficulty.Medium), draft.Steps[2]);
        Assert.Equal(["Look out of the window for a minute", "Tell a friend"], draft.Celebrations);
        Assert.Empty(test.Planner.Asked);
    }

    [Fact]
    public async Task The_request_holds_the_prompt_the_schema_and_the_key_and_no_tools()
    {
        await using var test = await CoachUnderTest.StartAsync();

        await test.AskAsync("write an essay", "no time");

        var request = Assert.Single(test.Server.Requests);
        Assert.Equal($"Bearer {CoachUnderTest.Key}", request.Authorization);
        Assert.Equal("test-model", request.Body.GetProperty("model").GetString());
        Assert.Equal(["system", "user"], request.Messages.Select(m => m.Role));
        Assert.Equal("language: en\ngoal: write an essay\nwhy it is hard: no time\npart to cut now: (not said)", request.Messages[1].Content);
        var format = request.Body.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal("object", format.GetProperty("json_schema").GetProperty("schema").GetProperty("type").GetString());
        Assert.False(request.Body.TryGetProperty("tools", out _));
        Assert.Equal(3000, request.Body.GetProperty("max_completion_tokens").GetInt32());
        Assert.DoesNotContain("42", request.Messages[1].Content, StringComparison.Ordinal);
    }

    public static TheoryData<string> ReadableAnswers => new("Fenced", "ProseAround", "Truncated", "WrongTypes", "Thinking", "UnknownFinish", "NoFinish", "ContentInParts");

    [Theory, MemberData(nameof(ReadableAnswers))]
    public async Task A_sloppy_answer_is_read_without_asking_again(string reply)
    {
        await using var test = await CoachUnderTest.StartAsync(Reply(reply));

        var answer = await test.AskAsync();

        Assert.Equal(DraftedBy.Model, answer.By);
        Assert.Equal("Open a blank document", ((CoachDraft.GoalBreakdown)answer.Draft).FirstStep.Text);
        Assert.Single(test.Server.Requests);
    }

    public static TheoryData<string> UnreadableAnswers => new("Nonsense", "NullContent", "ToolCalls");

    [Theory, MemberData(nameof(UnreadableAnswers))]
    public async Task An_unreadable_answer_is_asked_for_once_more(string reply)
    {
        await using var test = await CoachUnderTest.StartAsync(Reply(reply), OpenAiReply.GoodPlan);

        var answer = await test.AskAsync();

        Assert.Equal(DraftedBy.Model, answer.By);
        Assert.Equal(2, test.Server.Requests.Count);
        Assert.Equal(["system", "user", "assistant", "user"], test.Server.Requests[1].Messages.Select(m => m.Role));
        Assert.Contains("could not be read", test.Server.Requests[1].Messages[3].Content, StringComparison.Ordinal);
        Assert.Equal(test.Server.Requests[0].Messages[0], test.Server.Requests[1].Messages[0]);
    }

    [Theory, MemberData(nameof(UnreadableAnswers))]
    public async Task Two_unreadable_answers_hand_over_to_the_planner(string reply)
    {
        await using var test = await CoachUnderTest.StartAsync(Reply(reply), Reply(reply));

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, (await test.AskAsync()).By);
        Assert.Equal(2, test.Server.Requests.Count);
    }

    [Fact]
    public async Task A_repair_says_what_was_missing()
    {
        var tooShort = """{"firstStep":{"text":"Open it"},"steps":[{"text":"Look at it"}]}""";
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Content(tooShort));

        await test.AskAsync();

        Assert.Equal(tooShort, test.Server.Requests[1].Messages[2].Content);
        Assert.Contains("at least 3 more; it had 1", test.Server.Requests[1].Messages[3].Content, StringComparison.Ordinal);
    }

    public static TheoryData<string> FailingServers => new("EmptyChoices", "ErrorWithin200", "NullChoices", "ChoiceWithoutMessage", "AnotherShape", "OtherTypes", "EmptyBody", "HtmlPage", "Huge", "Drop", "HalfBody", "Unauthorized", "NotFound", "Redirect", "ServerError", "TooMany");

    [Theory, MemberData(nameof(FailingServers))]
    public async Task A_failing_server_hands_over_to_the_planner_which_says_so(string reply)
    {
        await using var test = await CoachUnderTest.StartAsync();
        test.Server.Otherwise = Reply(reply);

        var answer = await test.AskAsync("tidy the shed", "spiders");

        Assert.Equal(DraftedBy.PlannerInsteadOfModel, answer.By);
        Assert.Equal(FakePlanner.Plan.Title, ((CoachDraft.GoalBreakdown)answer.Draft).Title);
        Assert.Equal(("tidy the shed", "spiders", "en"), Assert.Single(test.Planner.Asked));
        Assert.DoesNotContain(test.Log.Lines, line => line.StartsWith("Error MicroWins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_endpoint_the_planner_answers_and_nothing_is_asked_over_the_net()
    {
        await using var test = await CoachUnderTest.StartAsync(_ => new LlmOptions());

        Assert.Equal(DraftedBy.Planner, (await test.AskAsync()).By);
        Assert.Empty(test.Server.Requests);
    }

    [Fact]
    public async Task A_local_server_needs_no_key()
    {
        await using var test = await CoachUnderTest.StartAsync(options => options with { ApiKey = null });

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
    }

    [Fact]
    public async Task A_slash_behind_the_endpoint_changes_nothing()
    {
        await using var test = await CoachUnderTest.StartAsync(options => options with { Endpoint = options.Endpoint + "/" });

        Assert.Equal(DraftedBy.Model, (await test.AskAsync()).By);
    }

    [Fact]
    public async Task The_log_has_sizes_model_duration_and_outcome_but_no_words_and_no_key()
    {
        await using var test = await CoachUnderTest.StartAsync(OpenAiReply.Nonsense, OpenAiReply.GoodPlan, OpenAiReply.HtmlPage, OpenAiReply.Status(500), OpenAiReply.EmptyChoices);
        test.Server.RefusedFormats.Add("json_schema");

        for (var i = 0; i < 4; i++) await test.AskAsync("a marmalade goal", "a velvet reason");

        var log = test.Log.ToString();
        Assert.Contains("test-model answered BreakDownGoal: prompt", log, StringComparison.Ordinal);
        Assert.Contains("tokens, format Object", log, StringComparison.Ordinal);
        Assert.Contains("ReadAfterRepair", log, StringComparison.Ordinal);
        foreach (var word in new[] { "marmalade", "velvet", "tides", "weather", "blank document", CoachUnderTest.Key, "Bearer", "It works" })
            Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase);
    }

    static OpenAiReply Reply(string name) => name switch
    {
        "Unauthorized" => OpenAiReply.Status(401),
        "NotFound" => OpenAiReply.Status(404),
        "Redirect" => OpenAiReply.Status(307),
        "ServerError" => OpenAiReply.Status(500),
        "TooMany" => OpenAiReply.Status(429),
        _ => (OpenAiReply)typeof(OpenAiReply).GetProperty(name)!.GetValue(null)!,
    };
}
