using System.Globalization;
using static MicroWins.Benchmarks.Load.Table;

namespace MicroWins.Benchmarks.Load;

/// <summary>Everybody at once with a model that takes its time; then one by one, to see what of a turn is the bot's own.</summary>
sealed class CrowdRun(int chats, TimeSpan model, string kind, string folder, PublishedBot bot, ServerProcess server, TimeProvider time, TextWriter output)
{
    /// <summary>Updates a second of the calm phase: few enough that none waits for another.</summary>
    const double Calm = 20;

    const int CalmUpdates = 300;
    const double Patience = 60;

    /// <returns>True where every update got exactly its reply.</returns>
    public async Task<bool> RunAsync()
    {
        await using var store = await FreshStore.MakeAsync(kind, folder) ?? throw new ArgumentException($"--store {kind} is not installed.");
        await using var subject = bot.StartBot(time, 1, server.Url,
            [.. store.Settings, ("Llm:Endpoint", $"{server.Url}/v1"), ("Llm:Model", "load"), ("Llm:DailyTokensPerUser", "100000000")]);
        var warm = await RunAsync(1_000_000, 100, rate: 0, TimeSpan.Zero);
        var (before, threadsBefore) = (subject.ProcessorSeconds, subject.MostThreads);
        var crowd = await RunAsync(2_000_000, chats, rate: 0, model);
        var cpu = subject.ProcessorSeconds - before;
        var one = await RunAsync(3_000_000, CalmUpdates, Calm, model);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"a model of {model.TotalSeconds} s; own = a turn without its model; threads before the crowd {threadsBefore}"));
        var table = new Table("people", "seconds", "at the model at once", "p50 ms", "p99 ms", "own p50 ms", "own p99 ms", "cpu s", "threads", "peak MB", "load", "replies");
        table.Add($"{chats} at once", Number(crowd.Seconds, 2), Number(crowd.MostModelCalls), Number(crowd.P50), Number(crowd.P99), Number(crowd.OwnP50, 1), Number(crowd.OwnP99, 1),
            Number(cpu, 1), Number(subject.MostThreads), Number(subject.PeakMegabytes), Machine.LoadAverage, Fate(crowd));
        table.Add($"{Calm} a second", Number(one.Seconds, 2), Number(one.MostModelCalls), Number(one.P50), Number(one.P99), Number(one.OwnP50, 1), Number(one.OwnP99, 1),
            "", "", "", Machine.LoadAverage, Fate(one));
        table.Print(output);
        var isExact = warm.IsExact && crowd.IsExact && one.IsExact && !subject.HasEnded;
        if (!isExact) await output.WriteLineAsync(subject.Said);
        return isExact;
    }

    Task<PhaseReport> RunAsync(long firstChat, int count, double rate, TimeSpan latency) =>
        server.RunAsync(new(firstChat, count, count, rate, Patience, Talk.NumberedGoals, NumberedGoals: true), latency);

    static string Fate(PhaseReport report) => report.IsExact ? "all, each once" : $"{report.Missing} of {report.Expected} missing, {report.Surplus} too many";
}
