using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>
/// A Bot API server of our own on a free port of this machine, for a bot in the same process or in another one, which
/// may be killed and started again while the server stays. Faults are in <see cref="Faults"/>, people are made by
/// <see cref="User"/>, and everything that the bot did is in <see cref="World"/>.
/// </summary>
public sealed class BotApiServer : IAsyncDisposable
{
    /// <summary>A token that has the right shape and is nobody's.</summary>
    public const string DefaultToken = "987654321:AAtest-token_of-the_micro-wins_tests";

    readonly WebApplication web;
    readonly TimeProvider time;
    readonly BotMethods methods;
    readonly CancellationTokenSource closing = new();

    BotApiServer(WebApplication web, string token, TimeProvider time)
    {
        (this.web, Token, this.time) = (web, token, time);
        World = new(time);
        Updates = new(time);
        methods = new(World);
    }

    /// <summary>What to give as Telegram:ApiBaseUrl.</summary>
    public string Url => web.Urls.First();

    /// <summary>The only token that is accepted.</summary>
    public string Token { get; }

    public BotWorld World { get; }

    public WaitingUpdates Updates { get; }

    public FaultScript Faults { get; } = new();

    /// <summary>The limits on sending that the server keeps; none by default.</summary>
    public SendLimits? Limits { get; set; }

    /// <summary>True where requests are checked against the specification of the Bot API.</summary>
    public static bool ChecksRequests => BotApiSpecification.Here is not null;

    /// <summary>Where the bot departed from the specification, in all its calls.</summary>
    public IReadOnlyList<string> Complaints => [.. World.Calls().SelectMany(call => call.Complaints).Distinct()];

    /// <param name="token">The bot's token.</param>
    /// <param name="time">The clock of long polls, latencies and time stamps; the machine's where none is given.</param>
    /// <param name="port">0 = a free one.</param>
    public static async Task<BotApiServer> StartAsync(string token = DefaultToken, TimeProvider? time = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
        });
        var web = builder.Build();
        var server = new BotApiServer(web, token, time ?? new RealTime());
        web.Run(server.ServeAsync);
        await web.StartAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>The person with this id; the same one each time.</summary>
    public Person User(long id) => World.GetOrAdd(id, () => new Person(World, Updates, id));

    /// <summary>The calls of one method so far.</summary>
    public IReadOnlyList<ApiCall> Calls(string method) => [.. World.Calls().Where(call => call.Method == method)];

    /// <summary>Waits until the bot has called a method so many times.</summary>
    public Task WaitForCalls(string method, int count, TimeSpan? patience = null) =>
        World.Until(() => World.Count(method) >= count, $"{count} calls of {method}", patience);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await web.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await web.DisposeAsync().ConfigureAwait(false);
        closing.Dispose();
    }

    async Task ServeAsync(HttpContext http)
    {
        if (MethodIn(http.Request.Path.Value ?? "", out var method) is { } wrong)
        {
            await WriteAsync(http, wrong).ConfigureAwait(false);
            return;
        }
        var call = await CallReader.ReadAsync(http, method, time.GetUtcNow()).ConfigureAwait(false);
        call = call with { Complaints = World.RecordsCalls ? BotApiSpecification.Here?.Check(call) ?? [] : [], Fault = Faults.Next(call) };
        World.Record(call);
        try
        {
            await AnswerAsync(http, call).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    // Telegram answers 404 to what has no token's shape, and 401 to a token that it does not know.
    ApiAnswer? MethodIn(string path, out string method)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        method = parts.Length == 2 ? parts[1] : "";
        if (parts.Length != 2 || !parts[0].StartsWith("bot", StringComparison.Ordinal) || !parts[0].Contains(':', StringComparison.Ordinal))
            return ApiAnswer.No(404, "Not Found");
        return parts[0]["bot".Length..] == Token ? null : ApiAnswer.No(401, "Unauthorized");
    }

    async Task AnswerAsync(HttpContext http, ApiCall call)
    {
        switch (call.Fault)
        {
            case Fault.TooManyRequests busy:
                await WriteAsync(http, ApiAnswer.No(429, $"Too Many Requests: retry after {busy.RetryAfter}", busy.RetryAfter)).ConfigureAwait(false);
                return;
            case Fault.Refusal refusal:
                await WriteAsync(http, ApiAnswer.No(refusal.Code, refusal.Description)).ConfigureAwait(false);
                return;
            case Fault.GatewayError gateway:
                await WriteAsync(http, new(gateway.Code, Encoding.UTF8.GetBytes("<html><body>Bad Gateway</body></html>"))).ConfigureAwait(false);
                return;
            case Fault.ProxyPage:
                await WriteAsync(http, new(200, "<html><body>Please log in to the network</body></html>"u8.ToArray())).ConfigureAwait(false);
                return;
            case Fault.DropBefore:
                http.Abort();
                return;
            case Fault.Latency latency:
                await Task.Delay(latency.After, time, http.RequestAborted).ConfigureAwait(false);
                break;
            case Fault.HoldUntil hold:
                await hold.Released.WaitAsync(closing.Token).ConfigureAwait(false);
                break;
        }
        await FinishAsync(http, await DoAsync(http, call).ConfigureAwait(false), call.Fault).ConfigureAwait(false);
    }

    async Task<ApiAnswer> DoAsync(HttpContext http, ApiCall call)
    {
        if (call.Method == "getUpdates") return await GetUpdatesAsync(http, call).ConfigureAwait(false);
        lock (World.Gate)
            return TooFast(call) is { } seconds
                ? ApiAnswer.No(429, $"Too Many Requests: retry after {seconds}", seconds)
                : methods.Do(call);
    }

    int? TooFast(ApiCall call) =>
        call is { Chat: { } chat, Method: "sendMessage" or "sendPhoto" or "sendDocument" or "editMessageText" or "editMessageReplyMarkup" }
            ? Limits?.RetryAfter(chat, time.GetUtcNow())
            : null;

    async Task<ApiAnswer> GetUpdatesAsync(HttpContext http, ApiCall call)
    {
        if (World.Webhook is not null) return ApiAnswer.No(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, closing.Token);
        var kinds = call.Json("allowed_updates")?.EnumerateArray().Select(kind => kind.GetString() ?? "").ToList();
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var timeout = TimeSpan.FromSeconds(call.Number("timeout") ?? 0);
        var batch = await Updates.TakeAsync((int)(call.Number("offset") ?? 0), limit, timeout, kinds, gone.Token).ConfigureAwait(false);
        return batch is null
            ? ApiAnswer.No(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
            : ApiAnswer.Ok(batch);
    }

    static async Task FinishAsync(HttpContext http, ApiAnswer answer, Fault? fault)
    {
        if (fault is Fault.DropAfter)
        {
            http.Abort();
        }
        else if (fault is Fault.HalfAnswer)
        {
            http.Response.ContentLength = answer.Body.Length;
            await http.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2)).ConfigureAwait(false);
            await http.Response.Body.FlushAsync().ConfigureAwait(false);
            http.Abort();
        }
        else
        {
            await WriteAsync(http, fault is Fault.TornJson ? answer with { Body = answer.Body[..(answer.Body.Length / 2)] } : answer).ConfigureAwait(false);
        }
    }

    static async Task WriteAsync(HttpContext http, ApiAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body).ConfigureAwait(false);
    }
}
