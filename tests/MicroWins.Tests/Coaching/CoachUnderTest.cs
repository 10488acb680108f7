using MicroWins.Coaching;
using MicroWins.Rules;
using MicroWins.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroWins.Tests.Coaching;

/// <summary>The coach as the program has it, with the real kernel and real HTTP, before a scripted server and a standing clock.</summary>
internal sealed class CoachUnderTest : IAsyncDisposable
{
    public const string Key = "sk-very-secret-key";

    /// <summary>A bound in real time for an answer that never comes, since the clock of a test stands still.</summary>
    static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    readonly ServiceProvider _services;

    CoachUnderTest(OpenAiServer server, LlmOptions options)
    {
        Server = server;
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddCoach(options, Planner, PromptsRoot);
        _services = services.BuildServiceProvider();
    }

    public static string PromptsRoot { get; } = Path.Combine(AppContext.BaseDirectory, "prompts");

    public OpenAiServer Server { get; }
    public ImpatientClock Clock { get; } = new();
    public FakePlanner Planner { get; } = new();
    public CollectedLog Log { get; } = new();
    public ICoach Coach => _services.GetRequiredService<ICoach>();
    public ITokenLedger Ledger => _services.GetRequiredService<ITokenLedger>();

    public static async Task<CoachUnderTest> StartAsync(params OpenAiReply[] script) => await StartAsync(options => options, script);

    public static async Task<CoachUnderTest> StartAsync(Func<LlmOptions, LlmOptions> with, params OpenAiReply[] script)
    {
        var server = await OpenAiServer.StartAsync();
        server.WillAnswer(script);
        return new(server, with(new LlmOptions { Endpoint = server.Endpoint, ApiKey = Key, Model = "test-model" }));
    }

    public Task<CoachAnswer> AskAsync(string goal = "write an essay about tides", string why = "too much", string chat = "42", CancellationToken cancel = default) =>
        Coach.DraftAsync(new CoachRequest.BreakDownGoal(goal, why) { ChatId = chat, Language = Language.English }, cancel).WaitAsync(_patience, CancellationToken.None);

    /// <summary>Asks any function.</summary>
    public Task<CoachAnswer> AskAsync(CoachRequest request) => Coach.DraftAsync(request, CancellationToken.None).WaitAsync(_patience, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
