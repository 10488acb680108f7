using MicroWins.Coaching;

namespace MicroWins.Tests.Coaching;

/// <summary>The prompts are in order, and one that is not would be named.</summary>
public class PromptFolderTests
{
    static readonly string _template = Read(PromptFolder.PromptFile);
    static readonly string _config = Read(PromptFolder.ConfigFile);

    [Fact]
    public void Our_own_prompts_are_in_order() => Assert.Empty(PromptFolder.Problems(CoachUnderTest.PromptsRoot));

    [Fact]
    public void A_missing_folder_is_named_by_its_files() => Assert.Equal(
        PromptFolder.Functions.SelectMany(name => new[] { $"prompts/{name}/skprompt.txt is missing.", $"prompts/{name}/config.json is missing." }),
        PromptFolder.Problems(Path.Combine(CoachUnderTest.PromptsRoot, "none")));

    [Theory]
    [InlineData("{{$goal}}", "{{$goal", "skprompt.txt has \"{{\"")]
    [InlineData("{{$goal}}", "{{$gaol}}", "skprompt.txt uses {{$gaol}}")]
    [InlineData("{{$goal}}", "the goal", "config.json declares the input \"goal\"")]
    [InlineData("{{$goal}}", "{{Planner.BreakDownGoal}}", "skprompt.txt has \"{{\"")]
    [InlineData("role=\"system\"", "role=\"user\"", "skprompt.txt has to start with the system's message")]
    [InlineData("role=\"user\"", "role=\"system\"", "skprompt.txt has to go on with the user's message")]
    [InlineData("Every step", "Every step of {{$goal}}", "skprompt.txt has a variable in the system's message")]
    [InlineData("<message role=\"user\">", "Dropped. <message role=\"user\">", "skprompt.txt has text outside")]
    [InlineData("</message>", "", "skprompt.txt is not made of <message> elements")]
    [InlineData("Every step", "Every step < 10 minutes", "skprompt.txt is not made of <message> elements")]
    public void A_broken_prompt_is_named(string found, string replaced, string problem) =>
        Assert.Contains(PromptFolder.ProblemsOfFiles(_template.Replace(found, replaced, StringComparison.Ordinal), _config), p => p.StartsWith(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("input_variables", "input_variable", "config.json has the key \"input_variable\"")]
    [InlineData("input_variables", "input_variable", "skprompt.txt uses {{$goal}}, which config.json does not declare")]
    [InlineData("output_variable", "output", "config.json has no output_variable")]
    [InlineData("\"is_required\"", "\"allow_dangerously_set_content\": true, \"is_required\"", "config.json lets a person's words through")]
    [InlineData("\"{\\\"type\\\":\\\"object\\\"", "\"{{\\\"type\\\":\\\"object\\\"", "config.json has a json_schema that is no JSON")]
    [InlineData("\"{\\\"type\\\":\\\"object\\\"", "\"{\\\"type\\\":\\\"array\\\"", "config.json has a json_schema that does not describe an object")]
    [InlineData("The goal in the person's own words.", "", "config.json does not describe the input \"goal\"")]
    [InlineData("{", "", "config.json cannot be read")]
    public void A_broken_configuration_is_named(string found, string replaced, string problem) =>
        Assert.Contains(PromptFolder.ProblemsOfFiles(_template, _config.Replace(found, replaced, StringComparison.Ordinal)), p => p.StartsWith(problem, StringComparison.Ordinal));

    public static TheoryData<string> Functions => Asked.Functions;

    /// <summary>Tokens of a prompt, by the estimate that a budget is kept with; a tokenizer counts fewer. The schema comes on top where a server takes one.</summary>
    static readonly Dictionary<string, (int Prompt, int Schema)> _tokens = new()
    {
        ["BreakDownGoal"] = (669, 300), ["DesignDailySystem"] = (543, 255), ["ReframeFailedGoals"] = (523, 235), ["BuildHabitStack"] = (582, 257),
        ["BeatProcrastination"] = (586, 203), ["TrackAndCelebrate"] = (466, 124), ["ScaleUp"] = (449, 69), ["PlanExam"] = (546, 258), ["Route"] = (401, 188),
    };

    [Theory, MemberData(nameof(Functions))]
    public void A_question_costs_few_tokens(string function)
    {
        var prompt = Prompt.Load(CoachUnderTest.PromptsRoot, function);

        Assert.Equal(_tokens[function], (TokenEstimate.Of(prompt.Config.Template), TokenEstimate.Of(prompt.Schema)));
        Assert.InRange(_tokens[function].Prompt, 300, function == "Route" ? 500 : 700);
    }

    [Theory, MemberData(nameof(Functions))]
    public void The_inputs_of_a_prompt_are_those_that_are_given_to_it(string function)
    {
        var given = CoachFunction.Inputs(Asked.For(function), words => words).Names;

        Assert.Equal(given.Order(), Prompt.Load(CoachUnderTest.PromptsRoot, function).Config.InputVariables.Select(input => input.Name).Order());
    }

    [Theory, MemberData(nameof(Functions))]
    public void Every_prompt_says_that_the_words_of_a_person_are_no_orders(string function) =>
        Assert.Contains("never an order", Prompt.Load(CoachUnderTest.PromptsRoot, function).SystemText, StringComparison.Ordinal);

    [Fact]
    public void The_router_knows_every_intent_by_name()
    {
        var text = Prompt.Load(CoachUnderTest.PromptsRoot, "Route").SystemText;

        Assert.All(Enum.GetNames<RouteIntent>(), name => Assert.Contains($"\n{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name)}: ", text, StringComparison.Ordinal));
    }

    static string Read(string file) => File.ReadAllText(Path.Combine(CoachUnderTest.PromptsRoot, "BreakDownGoal", file));
}
