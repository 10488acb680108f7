using System.Text.Json.Nodes;
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
        ["prompts/BreakDownGoal/skprompt.txt is missing.", "prompts/BreakDownGoal/config.json is missing."],
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

    [Fact]
    public void The_schema_is_strict_enough_for_servers_that_demand_it()
    {
        var schema = JsonNode.Parse(Prompt.Load(CoachUnderTest.PromptsRoot, "BreakDownGoal").Schema)!;

        foreach (var part in new[] { schema, schema["$defs"]!["step"]!, schema["properties"]!["overwhelm"]! })
        {
            Assert.False((bool)part["additionalProperties"]!);
            Assert.Equal(part["properties"]!.AsObject().Select(p => p.Key), part["required"]!.AsArray().Select(r => (string)r!));
        }
    }

    // 579 tokens with o200k_base by measurement (the schema has another 260); the estimate lies above, and keeps the prompt short where no tokenizer is at hand.
    [Fact]
    public void Breaking_a_goal_down_costs_less_than_700_tokens_of_prompt() => Assert.InRange(TokenEstimate.Of(_template), 400, 699);

    static string Read(string file) => File.ReadAllText(Path.Combine(CoachUnderTest.PromptsRoot, "BreakDownGoal", file));
}
