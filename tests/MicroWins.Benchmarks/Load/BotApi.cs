using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace MicroWins.Benchmarks.Load;

/// <summary>
/// A Bot API server that knows as much as a load run needs, so that it is not what is measured: updates with offsets and redelivery,
/// and replies that are counted. A model server is in the same process, since both must agree on what a turn took.
/// </summary>
sealed class BotApi : IAsyncDisposable
{
    /// <summary>A token that has the right shape and is nobody's.</summary>
    public const string Token = "987654321:AAload-token_of-the_micro-wins_drivers";

    static readonly byte[] True = """{"ok":true,"result":true}"""u8.ToArray();
    static readonly byte[] Me = """{"ok":true,"result":{"id":987654321,"is_bot":true,"first_name":"Load","username":"load_bot","can_join_groups":false,"can_read_all_group_messages":false,"supports_inline_queries":false,"can_connect_to_business":false,"has_main_web_app":false}}"""u8.ToArray();

    readonly WebApplication _web;
    readonly TimeProvider _time;
    readonly ModelApi _model;
    TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Traffic? _traffic;
    int _nextId = 100_000;
    int _messages;

    BotApi(WebApplication web, TimeProvider time)
    {
        (_web, _time) = (web, time);
        _model = new ModelApi(time, (chat, ticks) => _traffic?.Thought(chat, ticks));
    }

    public string Url => _web.Urls.First();

    public static async Task<BotApi> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new BotApi(builder.Build(), time);
        server._web.Run(server.ServeAsync);
        await server._web.StartAsync();
        return server;
    }

    /// <summary>Lets the traffic of a phase come in, and reports when it is answered or the patience is over.</summary>
    public async Task<PhaseReport> RunAsync(Phase phase, TimeSpan modelLatency)
    {
        var traffic = new Traffic(phase, _nextId);
        _nextId = traffic.EndId;
        _model.Begin(modelLatency);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        Volatile.Write(ref _traffic, traffic);
        Interlocked.Exchange(ref _news, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        await Task.WhenAny(traffic.Over, Task.Delay(TimeSpan.FromSeconds(phase.Patience), _time));
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        // What comes twice comes a little later.
        await Task.Delay(TimeSpan.FromMilliseconds(300), _time);
        return traffic.Report(_model.Calls, _model.MostAtOnce, spent.TotalSeconds);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/v1/", StringComparison.Ordinal)) return _model.ServeAsync(http);
        return path[(path.LastIndexOf('/') + 1)..] switch
        {
            "getUpdates" => GetUpdatesAsync(http),
            "sendMessage" or "sendPhoto" or "sendDocument" or "editMessageText" => ReplyAsync(http),
            "getMe" => WriteAsync(http, Me),
            _ => WriteAsync(http, True),
        };
    }

    async Task GetUpdatesAsync(HttpContext http)
    {
        var (offset, limit, timeout) = await ReadPollAsync(http);
        var since = _time.GetTimestamp();
        while (true)
        {
            var news = Volatile.Read(ref _news).Task;
            var untilNext = Timeout.InfiniteTimeSpan;
            var batch = Volatile.Read(ref _traffic)?.From(offset, limit, out untilNext) ?? [];
            var left = timeout - _time.GetElapsedTime(since);
            if (batch.Count > 0 || left <= TimeSpan.Zero)
            {
                await WriteAsync(http, batch);
                return;
            }
            await WaitAsync(news, untilNext > TimeSpan.Zero && untilNext < left ? untilNext : left, http.RequestAborted);
        }
    }

    async Task WaitAsync(Task news, TimeSpan patience, CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone);
        await Task.WhenAny(news, Task.Delay(patience, _time, either.Token));
        await either.CancelAsync();
        gone.ThrowIfCancellationRequested();
    }

    static async Task<(int Offset, int Limit, TimeSpan Timeout)> ReadPollAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0) return (0, 100, TimeSpan.Zero);
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        int Number(string name, int otherwise) => body.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : otherwise;
        return (Number("offset", 0), Math.Clamp(Number("limit", 100), 1, 100), TimeSpan.FromSeconds(Number("timeout", 0)));
    }

    async Task ReplyAsync(HttpContext http)
    {
        var chat = http.Request.HasFormContentType ? long.Parse((await http.Request.ReadFormAsync())["chat_id"]!) : await ReadChatAsync(http.Request.BodyReader);
        _traffic?.Replied(chat);
        await WriteAsync(http, Encoding.UTF8.GetBytes(
            $$$"""{"ok":true,"result":{"message_id":{{{Interlocked.Increment(ref _messages)}}},"date":1790000000,"chat":{"id":{{{chat}}},"first_name":"Ann","type":"private"},"text":"ok"}}"""));
    }

    static async Task<long> ReadChatAsync(PipeReader body)
    {
        while (true)
        {
            var read = await body.ReadAsync();
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            var chat = ReadChat(read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            return chat;
        }
    }

    static long ReadChat(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName || !reader.ValueTextEquals("chat_id"u8)) continue;
            reader.Read();
            return reader.TokenType is JsonTokenType.Number ? reader.GetInt64() : long.Parse(reader.GetString()!);
        }
        return 0;
    }

    static Task WriteAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        return http.Response.BodyWriter.WriteAsync(body).AsTask();
    }

    static async Task WriteAsync(HttpContext http, ArraySegment<byte[]> updates)
    {
        http.Response.ContentType = "application/json";
        var body = http.Response.BodyWriter;
        body.Write("""{"ok":true,"result":["""u8);
        for (var i = 0; i < updates.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(updates[i]);
        }
        body.Write("]}"u8);
        await body.FlushAsync();
    }
}
