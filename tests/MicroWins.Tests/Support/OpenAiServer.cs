using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroWins.Tests.Support;

/// <summary>
/// A server that speaks OpenAI's chat API, well and badly. It answers by a script, one reply a request, and by <see cref="Otherwise"/> after
/// it; it keeps what it was asked. With a latency and no script it is a stand-in for a model in a long run.
/// </summary>
internal sealed class OpenAiServer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Queue<OpenAiReply> _script = new();
    readonly List<OpenAiRequest> _requests = [];
    readonly List<(int Count, TaskCompletionSource Reached)> _watches = [];
    readonly Lock _lock = new();
    readonly Func<CancellationToken, Task> _latency;

    OpenAiServer(WebApplication app, Func<CancellationToken, Task> latency) => (_app, _latency) = (app, latency);

    /// <summary>Starts a server on loopback.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="latency">What passes before each reply; null for nothing.</param>
    public static async Task<OpenAiServer> StartAsync(int port = 0, Func<CancellationToken, Task>? latency = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var server = new OpenAiServer(builder.Build(), latency ?? (_ => Task.CompletedTask));
        server._app.MapPost("/v1/chat/completions", server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>What belongs into Llm:Endpoint.</summary>
    public string Endpoint => $"{_app.Urls.Single()}/v1";

    /// <summary>The reply where the script has none.</summary>
    public OpenAiReply Otherwise { get; set; } = OpenAiReply.GoodPlan;

    /// <summary>What a request is answered with where the script has nothing; null for <see cref="Otherwise"/>.</summary>
    public Func<OpenAiRequest, OpenAiReply>? By { get; set; }

    /// <summary>Types of response_format that are refused with 400, as servers do that do not know them.</summary>
    public HashSet<string> RefusedFormats { get; } = [];

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<OpenAiRequest> Requests { get { lock (_lock) return [.. _requests]; } }

    /// <summary>Writes the script: one reply a request, in order.</summary>
    public void WillAnswer(params OpenAiReply[] replies)
    {
        lock (_lock)
            foreach (var reply in replies) _script.Enqueue(reply);
    }

    /// <summary>Completes when a number of requests have arrived; fails after five minutes without them.</summary>
    public Task ArrivedAsync(int count)
    {
        lock (_lock)
        {
            if (_requests.Count >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watches.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(5));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task HandleAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new OpenAiRequest(context.Request.Headers.Authorization.ToString(), body.RootElement.Clone());
        var reply = Next(request);
        await _latency(context.RequestAborted);
        await reply.WriteAsync(context);
    }

    OpenAiReply Next(OpenAiRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            foreach (var watch in _watches.Where(w => w.Count <= _requests.Count)) watch.Reached.TrySetResult();
            if (request.FormatType is { } type && RefusedFormats.Contains(type)) return OpenAiReply.Refusal(type);
            return _script.TryDequeue(out var reply) ? reply : By?.Invoke(request) ?? Otherwise;
        }
    }
}

/// <summary>What the server was asked.</summary>
internal sealed record OpenAiRequest(string Authorization, JsonElement Body)
{
    /// <summary>Role and content of each message; content is null where it was null or missing.</summary>
    public IReadOnlyList<(string Role, string? Content)> Messages =>
        [.. Body.GetProperty("messages").EnumerateArray().Select(m => (m.GetProperty("role").GetString()!, m.TryGetProperty("content", out var content) ? content.GetString() : null))];

    /// <summary>The type in response_format, or null where there is none.</summary>
    public string? FormatType => Body.TryGetProperty("response_format", out var format) ? format.GetProperty("type").GetString() : null;
}
