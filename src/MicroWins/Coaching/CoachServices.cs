using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace MicroWins.Coaching;

/// <summary>Puts the coach together.</summary>
public static class CoachServices
{
    /// <summary>Sent as the key where none is set: the client demands one, and servers that need none do not look.</summary>
    const string NoKey = "none";

    /// <summary>Adds <see cref="ICoach"/>. Needs a <see cref="TimeProvider"/> and logging; takes an <see cref="ITokenLedger"/> of the store where there is one.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="options">The model, or none; without <see cref="LlmOptions.Problems"/>.</param>
    /// <param name="planner">The embedded planner: an object with a kernel function for each of <see cref="PromptFolder.Functions"/>.</param>
    /// <param name="promptsRoot">The folder "prompts", without <see cref="PromptFolder.Problems"/>.</param>
    public static IServiceCollection AddCoach(this IServiceCollection services, LlmOptions options, object planner, string promptsRoot)
    {
        services.TryAddSingleton<ITokenLedger, TokensInMemory>();
        if (options.HasModel) AddHttp(services, options);
        return services.AddSingleton<ICoach>(all =>
        {
            var models = options.HasModel ? Models(all, options, promptsRoot) : (null, null);
            return new Coach(
                new Planner(planner), models.Model, models.Router, options,
                all.GetRequiredService<ITokenLedger>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<Coach>>());
        });
    }

    // These two by themselves, and never part of another method: that would bring the client's libraries in at a start without a model.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void AddHttp(IServiceCollection services, LlmOptions options) => LlmHttp.Add(services, options);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static (LanguageModel? Model, LanguageModel? Router) Models(IServiceProvider all, LlmOptions options, string promptsRoot)
    {
        var http = all.GetRequiredService<IHttpClientFactory>().CreateClient(LlmHttp.Client);
        var model = Model(http, options, options.Model!, promptsRoot);
        return (model, string.IsNullOrWhiteSpace(options.RouteModel) ? model : Model(http, options, options.RouteModel, promptsRoot));
    }

    // The kernel gets no logging on purpose: at its finest level it writes down whole prompts and answers.
    static LanguageModel Model(HttpClient http, LlmOptions options, string modelName, string promptsRoot)
    {
        var name = modelName.Trim();
        var systemTexts = PromptFolder.Functions.Select(function => Prompt.Load(promptsRoot, function).SystemText).ToArray();
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatCompletionService>(new SystemFirst(new OpenAIChatCompletionService(name, Client(http, options)), systemTexts));
        return new LanguageModel(name, builder.Build(), promptsRoot);
    }

    // Waiting and trying again is done in one place, the HTTP client's pipeline; here both are off.
    static OpenAIClient Client(HttpClient http, LlmOptions options) => new(
        new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? NoKey : options.ApiKey.Trim()),
        new OpenAIClientOptions
        {
            Endpoint = options.BaseAddress,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
        });
}
