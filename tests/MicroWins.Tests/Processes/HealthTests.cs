using System.Globalization;
using System.Net;
using System.Text.Json;
using MicroWins.Operations;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>How the real program says how it is.</summary>
public sealed class HealthTests : ProgramBed
{
    readonly int _port = SomePort.Free();
    readonly HttpClient _http = new();

    public override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Http:Port", _port.ToString(CultureInfo.InvariantCulture))];

    public override async Task DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_bot_that_polls_is_ready_when_telegram_has_answered_and_the_verb_says_so()
    {
        await using var program = Start();
        await Eventually.IsTrueOfProgram(async () => await StatusAsync("/health/ready") is HttpStatusCode.OK);
        using var answer = JsonDocument.Parse(await _http.GetStringAsync(Address("/health/ready")));

        var asked = await RealProgram.RunAsync([], Settings, "health");

        Assert.Equal("ok", answer.RootElement.GetProperty("status").GetString());
        Assert.Equal(["loops", "store", "telegram"], answer.RootElement.GetProperty("parts").EnumerateObject().Select(part => part.Name).Order());
        Assert.Equal((0, ""), (asked.ExitCode, asked.Errors));
        Assert.Contains("\"status\":\"ok\"", asked.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/"));
    }

    [Fact]
    public async Task A_bot_that_telegram_does_not_answer_lives_and_is_not_ready()
    {
        Telegram.Faults.Add(new Fault.GatewayError(), "getUpdates", times: 1000);
        await using var program = Start();
        await Eventually.IsTrueOfProgram(async () => await StatusAsync("/health/live") is HttpStatusCode.OK);

        using var said = new StringWriter();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
        Assert.False(await new HealthVerb(new() { Port = _port }, said).RunAsync(CancellationToken.None));
        Assert.Contains("\"telegram\":\"no answer yet\"", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_does_not_run_is_told_from_one_that_cannot_be_asked()
    {
        var nobody = await RealProgram.RunAsync([], Settings, "health");
        var noPort = await RealProgram.RunAsync([], [], "health");

        Assert.Equal((1, 2), (nobody.ExitCode, noPort.ExitCode));
        Assert.StartsWith("No answer on", nobody.Output, StringComparison.Ordinal);
        Assert.StartsWith("Http:Port is not set", noPort.Errors, StringComparison.Ordinal);
    }

    Uri Address(string path) => new($"http://127.0.0.1:{_port}{path}");

    async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var answer = await _http.GetAsync(Address(path));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
