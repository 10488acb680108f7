using System.Text;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroWins.Tests.Processes;

/// <summary>The real program with a collector that keeps what it is sent.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_the_numbers_and_spans_of_a_chat_and_no_word_of_it()
    {
        using var store = new TemporaryStore();
        await using var telegram = await BotApiServer.StartAsync();
        await using var model = await OpenAiServer.StartAsync();
        await using var collector = await Collector.StartAsync();
        model.Otherwise = OpenAiReply.Status(400);
        await using var program = RealProgram.Start(
        [
            ("Telegram:BotToken", telegram.Token), ("Telegram:ApiBaseUrl", telegram.Url), ("Llm:Endpoint", model.Endpoint), ("Llm:Model", "test"),
            ("Storage:ConnectionString", $"Data Source={store.File}"), ("Telemetry:OtlpEndpoint", collector.Url),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"), ("OTEL_BSP_SCHEDULE_DELAY", "200"),
        ]);
        var ann = telegram.User(777123456);

        ann.Says("write my paper about zebras until thursday");
        await ann.WaitForDeliveries(1);
        string[] numbers =
        [
            "microwins.receive.duration", "microwins.turn.duration", "microwins.coach.duration", "microwins.send.duration", "microwins.coach.fallbacks", "ModelFailed",
            "microwins.inbox.pending", "microwins.inbox.oldest.age", "microwins.outbox.pending", "microwins.outbox.oldest.age",
        ];
        await Eventually.IsTrueOfProgram(() => numbers.All(collector.At("/v1/metrics").Contains));
        string[] spans = ["receive", "turn", "coach", "send"];
        await Eventually.IsTrueOfProgram(() => spans.All(collector.At("/v1/traces").Contains));

        var all = collector.At("/v1/metrics") + collector.At("/v1/traces");
        Assert.DoesNotContain("zebra", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("777123456", all, StringComparison.Ordinal);
        Assert.DoesNotContain(telegram.Token.Split(':')[1], all, StringComparison.Ordinal);
        Assert.Contains("microwins", all, StringComparison.Ordinal);
    }

    /// <summary>Takes what programs send in OTLP over HTTP. Names are readable in it, which is all that is looked at.</summary>
    sealed class Collector : IAsyncDisposable
    {
        readonly WebApplication _web;
        readonly Dictionary<string, StringBuilder> _got = [];

        Collector(WebApplication web) => _web = web;

        public string Url => _web.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector._web.Run(collector.TakeAsync);
            await collector._web.StartAsync();
            return collector;
        }

        public string At(string path)
        {
            lock (_got) return _got.GetValueOrDefault(path)?.ToString() ?? "";
        }

        public ValueTask DisposeAsync() => _web.DisposeAsync();

        async Task TakeAsync(HttpContext http)
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            lock (_got)
            {
                if (!_got.TryGetValue(http.Request.Path, out var got)) _got[http.Request.Path] = got = new();
                got.Append(Encoding.UTF8.GetString(body.ToArray()));
            }
        }
    }
}
