using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;

namespace MicroWins.Coaching;

/// <summary>A language model behind the prompt functions: asks, and asks for a repair.</summary>
internal sealed class LanguageModel
{
    /// <summary>UTF-16 units of an unreadable answer that go back with a repair request: enough to go on from.</summary>
    const int MostOfABadAnswer = 4_000;

    readonly Kernel _kernel;
    readonly KernelPlugin _asking;
    readonly KernelPlugin _repairing;
    readonly Dictionary<string, Prompt> _prompts;
    readonly FormatLadder _ladder = new();

    /// <param name="name">The model's name, for the log.</param>
    /// <param name="kernel">A kernel with the chat service.</param>
    /// <param name="promptsRoot">The folder "prompts", found in order.</param>
    public LanguageModel(string name, Kernel kernel, string promptsRoot)
    {
        Name = name;
        _kernel = kernel;
        _prompts = PromptFolder.Functions.ToDictionary(name => name, name => Prompt.Load(promptsRoot, name));
        _asking = kernel.CreatePluginFromPromptDirectory(promptsRoot, "Model");
        _repairing = KernelPluginFactory.CreateFromFunctions("ModelRepair", _prompts.Values.Select(prompt => KernelFunctionFactory.CreateFromPrompt(prompt.ForRepair())));
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The form that answers are asked for in by now.</summary>
    public AnswerFormat Format => _ladder.Current;

    /// <summary>Asks a function for an answer.</summary>
    public Task<ModelAnswer> AskAsync(string function, KernelArguments inputs, CancellationToken cancel) =>
        InvokeAsync(_asking[function], inputs, cancel);

    /// <summary>Asks again after an answer that could not be read.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">The same inputs.</param>
    /// <param name="bad">The answer.</param>
    /// <param name="missing">What is missing in it, in a sentence.</param>
    /// <param name="cancel">Ends the request.</param>
    public Task<ModelAnswer> AskAgainAsync(string function, KernelArguments inputs, string bad, string missing, CancellationToken cancel) =>
        InvokeAsync(_repairing[function], new(inputs) { ["answer"] = UserWords.ForPrompt(bad, MostOfABadAnswer), ["missing"] = missing }, cancel);

    Task<ModelAnswer> InvokeAsync(KernelFunction function, KernelArguments inputs, CancellationToken cancel) => _ladder.AskAsync(async format =>
    {
        var settings = new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = Settings(function.Name, format) };
        var result = await function.InvokeAsync(_kernel, new KernelArguments(inputs, settings), cancel);
        var answer = result.GetValue<string>() ?? "";
        var prompt = result.RenderedPrompt ?? "";
        return new ModelAnswer(answer, prompt.Length, Tokens(result) ?? TokenEstimate.Of(prompt) + TokenEstimate.Of(answer));
    });

    OpenAIPromptExecutionSettings Settings(string function, AnswerFormat format)
    {
        var prompt = _prompts[function];
        var settings = (OpenAIPromptExecutionSettings)OpenAIPromptExecutionSettings.FromExecutionSettings(prompt.Config.DefaultExecutionSettings).Clone();
        settings.ResponseFormat = format switch
        {
            AnswerFormat.Schema => ChatResponseFormat.CreateJsonSchemaFormat(function, BinaryData.FromString(prompt.Schema), jsonSchemaIsStrict: true),
            AnswerFormat.Object => ChatResponseFormat.CreateJsonObjectFormat(),
            AnswerFormat.Plain => null,
        };
        // A server that refuses forms may refuse a ceiling as well: plain means nothing but the messages.
        if (format is AnswerFormat.Plain) settings.MaxTokens = null;
        return settings;
    }

    static int? Tokens(FunctionResult result) =>
        result.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage { TotalTokenCount: > 0 } usage ? usage.TotalTokenCount : null;
}

/// <summary>A model's answer as text.</summary>
/// <param name="Text">The text; may be empty.</param>
/// <param name="PromptLength">UTF-16 units that were sent.</param>
/// <param name="Tokens">Tokens of prompt and answer, told by the server or guessed.</param>
internal sealed record ModelAnswer(string Text, int PromptLength, int Tokens);
