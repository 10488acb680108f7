using System.Diagnostics;
using System.Text.Json;

namespace MicroWins.Benchmarks.Load;

/// <summary>The test server in a process of its own: phases go in as lines, reports come out.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    readonly Process _process;

    ServerProcess(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>The address of the Bot API; the model is at /v1 of it.</summary>
    public string Url { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, LoadCommand.Server]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        return new(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The test server did not start."));
    }

    public async Task<PhaseReport> RunAsync(Phase phase, TimeSpan modelLatency)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new Order(phase, modelLatency.TotalMilliseconds)));
        var report = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The test server went away.");
        return JsonSerializer.Deserialize<PhaseReport>(report)!;
    }

    /// <summary>What runs in the other process, until its input ends.</summary>
    public static async Task ServeAsync(TextReader orders, TextWriter reports, TimeProvider time)
    {
        await using var server = await BotApi.StartAsync(time);
        await reports.WriteLineAsync(server.Url);
        while (await orders.ReadLineAsync() is { } line)
        {
            var order = JsonSerializer.Deserialize<Order>(line)!;
            var report = await server.RunAsync(order.Phase, TimeSpan.FromMilliseconds(order.ModelMilliseconds));
            await reports.WriteLineAsync(JsonSerializer.Serialize(report));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    sealed record Order(Phase Phase, double ModelMilliseconds);
}
