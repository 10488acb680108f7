using System.Xml.Linq;
using Microsoft.SemanticKernel;

namespace MicroWins.Coaching;

/// <summary>A prompt as it lies in its folder: skprompt.txt and config.json.</summary>
internal sealed class Prompt
{
    Prompt(string name, string template, PromptTemplateConfig config)
    {
        (Name, Config) = (name, config);
        Config.Name = name;
        Config.Template = template;
    }

    /// <summary>The name of the function and of its folder.</summary>
    public string Name { get; }

    /// <summary>Inputs, output and settings, and the template itself.</summary>
    public PromptTemplateConfig Config { get; }

    /// <summary>The JSON schema of the answer.</summary>
    public string Schema => Config.OutputVariable!.JsonSchema!;

    /// <summary>The system message, which is the same in every request; <see cref="SystemFirst"/> compares.</summary>
    public string SystemText => XElement.Parse($"<prompt>{Config.Template}</prompt>").Elements("message").First().Value.Trim();

    /// <summary>Reads a prompt that <see cref="PromptFolder"/> found in order.</summary>
    public static Prompt Load(string root, string name)
    {
        var folder = Path.Combine(root, name);
        var config = PromptTemplateConfig.FromJson(File.ReadAllText(Path.Combine(folder, PromptFolder.ConfigFile)));
        return new(name, File.ReadAllText(Path.Combine(folder, PromptFolder.PromptFile)), config);
    }

    /// <summary>The same prompt, followed by an answer that could not be read and by the wish for a better one.</summary>
    public PromptTemplateConfig ForRepair() => new()
    {
        Name = Name,
        Template = Config.Template + """

            <message role="assistant">{{$answer}}</message>
            <message role="user">That answer could not be read. {{$missing}} Send the whole JSON object once more, complete and by itself.</message>
            """,
        InputVariables = [.. Config.InputVariables, new() { Name = "answer" }, new() { Name = "missing" }],
    };
}
