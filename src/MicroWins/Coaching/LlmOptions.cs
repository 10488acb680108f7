using System.Globalization;
using System.Text;

namespace MicroWins.Coaching;

/// <summary>How to reach a language model; the section "Llm" of the configuration. No endpoint means no model.</summary>
public sealed record LlmOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Llm";

    /// <summary>Where the model answers: the address before "/chat/completions" of any server that speaks OpenAI's API.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The key for it; servers on one's own machine need none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The model's name, as its server knows it.</summary>
    public string? Model { get; init; }

    /// <summary>The model that says what a message asks for, on the same server; a small and fast one will do. Empty for <see cref="Model"/>.</summary>
    public string? RouteModel { get; init; }

    /// <summary>Seconds that a person waits for the model at the most, tries and repair included; the embedded planner answers then. From 1 to 300.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>Tokens, of prompts and answers, that one chat may use in a day; past this the embedded planner answers. A plan takes about 1,700.</summary>
    public int DailyTokensPerUser { get; init; } = 50_000;

    /// <summary>Whether there is a model at all.</summary>
    public bool HasModel => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>The host of the model's server, to tell people who reads along; null without a model.</summary>
    public string? Host => HasModel ? BaseAddress.Host : null;

    internal Uri BaseAddress => new(Endpoint!.Trim().TrimEnd('/'));

    /// <summary>What is wrong with these options: a sentence each, which names the key and says what would be right. Never holds a value.</summary>
    public IReadOnlyList<string> Problems() => [.. HasModel ? ProblemsOfEndpoint() : ProblemsWithoutEndpoint(), .. ProblemsOfNumbers()];

    IEnumerable<string> ProblemsOfEndpoint()
    {
        if (!Uri.TryCreate(Endpoint!.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            yield return "Llm:Endpoint has to be a full address that starts with http:// or https://, such as https://api.openai.com/v1 or http://localhost:11434/v1.";
        else if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            yield return "Llm:Endpoint has to be an address without a user name, question mark or hash; a key belongs into Llm:ApiKey.";
        else if (uri.AbsolutePath.TrimEnd('/').EndsWith("/chat/completions", StringComparison.OrdinalIgnoreCase))
            yield return "Llm:Endpoint has to end before /chat/completions, which is added by itself.";
        if (string.IsNullOrWhiteSpace(Model))
            yield return "Llm:Model is missing: set it to the name of a model that the server at Llm:Endpoint has, such as gpt-4o-mini or llama3.2.";
        // A key with a line break is a copying mistake that would otherwise show as an odd failure at the first request.
        if (ApiKey?.Trim().Any(c => c is <= ' ' or > '~') == true)
            yield return "Llm:ApiKey holds a character that no key has (a space, a line break, a quote from a word processor): copy the key again, by itself.";
    }

    IEnumerable<string> ProblemsWithoutEndpoint()
    {
        if (!string.IsNullOrWhiteSpace(ApiKey) || !string.IsNullOrWhiteSpace(Model) || !string.IsNullOrWhiteSpace(RouteModel))
            yield return "Llm:Endpoint is missing, though Llm:ApiKey, Llm:Model or Llm:RouteModel is set: set it, for OpenAI to https://api.openai.com/v1, or remove the others to go without a model.";
    }

    IEnumerable<string> ProblemsOfNumbers()
    {
        if (TimeoutSeconds is < 1 or > 300) yield return "Llm:TimeoutSeconds has to be a whole number of seconds from 1 to 300.";
        if (DailyTokensPerUser < 1) yield return "Llm:DailyTokensPerUser has to be a whole number of tokens above 0, such as 50000.";
    }

    // The key stays out of whatever prints this record.
    bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"HasModel = {HasModel}, Model = {Model}, RouteModel = {RouteModel}, TimeoutSeconds = {TimeoutSeconds}");
        return true;
    }
}
