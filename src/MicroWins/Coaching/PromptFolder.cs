using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.SemanticKernel;

namespace MicroWins.Coaching;

/// <summary>
/// Checks the prompts at the start. Semantic Kernel passes over a folder without skprompt.txt, sends an unclosed variable as it stands and
/// drops text outside of messages, all in silence; a broken prompt has to stop the program instead.
/// </summary>
public static partial class PromptFolder
{
    internal const string PromptFile = "skprompt.txt";
    internal const string ConfigFile = "config.json";

    /// <summary>The functions that have to have a folder.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [
        "BreakDownGoal", "DesignDailySystem", "ReframeFailedGoals", "BuildHabitStack", "BeatProcrastination", "TrackAndCelebrate", "ScaleUp", "PlanExam", "Route",
    ];

    static readonly string[] _knownKeys = ["schema", "name", "type", "description", "input_variables", "output_variable", "execution_settings"];

    /// <summary>What is wrong with the prompts below a folder: a sentence each, which starts with the file.</summary>
    /// <param name="root">The folder "prompts".</param>
    public static IReadOnlyList<string> Problems(string root) => [.. Functions.SelectMany(name => ProblemsOfFolder(root, name))];

    static IEnumerable<string> ProblemsOfFolder(string root, string name)
    {
        var missing = new[] { PromptFile, ConfigFile }.Where(file => !File.Exists(Path.Combine(root, name, file))).ToList();
        if (missing.Count > 0) return missing.Select(file => $"prompts/{name}/{file} is missing.");
        return ProblemsOfFiles(File.ReadAllText(Path.Combine(root, name, PromptFile)), File.ReadAllText(Path.Combine(root, name, ConfigFile)))
            .Select(problem => $"prompts/{name}/{problem}");
    }

    internal static IEnumerable<string> ProblemsOfFiles(string template, string configJson)
    {
        PromptTemplateConfig config;
        JsonElement keys;
        try
        {
            config = PromptTemplateConfig.FromJson(configJson);
            keys = JsonDocument.Parse(configJson).RootElement;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            return [$"{ConfigFile} cannot be read as the settings of a prompt: {broken.Message}"];
        }
        return [.. OfKeys(keys), .. OfVariables(template, config), .. OfSchema(config), .. OfMessages(template)];
    }

    static IEnumerable<string> OfKeys(JsonElement keys) => keys.EnumerateObject()
        .Where(key => !_knownKeys.Contains(key.Name))
        .Select(key => $"{ConfigFile} has the key \"{key.Name}\", which nothing reads.");

    static IEnumerable<string> OfVariables(string template, PromptTemplateConfig config)
    {
        var used = Variable().Matches(template).Select(match => match.Groups[1].Value).ToHashSet();
        var declared = config.InputVariables.Select(input => input.Name).ToHashSet();
        if (Variable().Replace(template, "").Contains("{{", StringComparison.Ordinal))
            yield return $"{PromptFile} has \"{{{{\" without the rest of a variable such as {{{{$goal}}}}.";
        foreach (var name in used.Except(declared)) yield return $"{PromptFile} uses {{{{${name}}}}}, which {ConfigFile} does not declare.";
        foreach (var name in declared.Except(used)) yield return $"{ConfigFile} declares the input \"{name}\", which {PromptFile} does not use.";
        foreach (var input in config.InputVariables.Where(input => string.IsNullOrWhiteSpace(input.Description)))
            yield return $"{ConfigFile} does not describe the input \"{input.Name}\".";
        if (config.AllowDangerouslySetContent || config.InputVariables.Any(input => input.AllowDangerouslySetContent))
            yield return $"{ConfigFile} lets a person's words through as markup (allow_dangerously_set_content).";
    }

    static IEnumerable<string> OfSchema(PromptTemplateConfig config)
    {
        if (config.OutputVariable?.JsonSchema is not { Length: > 0 } schema) return [$"{ConfigFile} has no output_variable with a json_schema."];
        try
        {
            using var document = JsonDocument.Parse(schema);
            var isObject = document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("type", out var type) && type.ValueEquals("object");
            return isObject ? [] : [$"{ConfigFile} has a json_schema that does not describe an object."];
        }
        catch (JsonException)
        {
            return [$"{ConfigFile} has a json_schema that is no JSON."];
        }
    }

    static IEnumerable<string> OfMessages(string template)
    {
        XElement prompt;
        try { prompt = XElement.Parse($"<prompt>{template}</prompt>"); }
        catch (XmlException broken) { return [$"{PromptFile} is not made of <message> elements: {broken.Message}"]; }
        return OfMessages(prompt);
    }

    static IEnumerable<string> OfMessages(XElement prompt)
    {
        var roles = prompt.Elements("message").Select(message => (string?)message.Attribute("role")).ToList();
        var hasLooseText = prompt.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value));
        if (hasLooseText || prompt.Elements().Any(element => element.Name != "message"))
            yield return $"{PromptFile} has text outside of its <message> elements, which would not be sent.";
        if (roles.Count == 0 || roles[0] != "system")
            yield return $"{PromptFile} has to start with the system's message.";
        else if (Variable().IsMatch(prompt.Elements("message").First().Value))
            yield return $"{PromptFile} has a variable in the system's message; what comes from outside belongs into the user's.";
        if (roles.Skip(1).Any(role => role != "user") || roles.Count < 2) yield return $"{PromptFile} has to go on with the user's message, and with no others.";
    }

    [GeneratedRegex(@"\{\{\$([A-Za-z_]\w*)\}\}")]
    private static partial Regex Variable();
}
