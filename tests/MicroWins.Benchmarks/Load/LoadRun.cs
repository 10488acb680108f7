using System.Globalization;
using static MicroWins.Benchmarks.Load.Table;

namespace MicroWins.Benchmarks.Load;

/// <summary>What a load run was asked for.</summary>
/// <param name="Updates">Updates in the measured phase.</param>
/// <param name="Chats">People who send them.</param>
/// <param name="Warm">Updates before the measured phase, which are not counted: a bot runs for weeks.</param>
/// <param name="Rate">Updates a second of the phase in which they come one by one; 0 for no such phase.</param>
/// <param name="Stores">sqlite, postgres.</param>
/// <param name="Processes">Numbers of processes; more than one on PostgreSQL alone.</param>
/// <param name="Model">The model's latency; null for the embedded planner.</param>
/// <param name="History">Days that each person has lived with the bot, and other people for each who writes.</param>
/// <param name="Neighbours">Whether the neighbours run beside.</param>
/// <param name="Patience">Seconds after which a phase is cut.</param>
/// <param name="Folder">Where the stores are put.</param>
/// <param name="Settings">More settings for the bot.</param>
sealed record LoadArguments(
    int Updates, int Chats, int Warm, double Rate, string[] Stores, int[] Processes, TimeSpan? Model, int History, bool Neighbours, double Patience,
    string Folder, (string Key, string Value)[] Settings);

/// <summary>The bot under load: all updates at once, then some a second, with each store and number of processes, and the neighbours beside.</summary>
sealed class LoadRun(LoadArguments asked, PublishedBot bot, ServerProcess server, TimeProvider time, TextWriter output)
{
    const long WarmChats = 5_000_000;
    const long Talkers = 1_000_000;
    const long OneByOne = 2_000_000;
    const long Others = 10_000_000;

    readonly Table _table = new(
        "bot", "updates/s", "replies/s", "p50 ms", "p99 ms", "one by one p50", "p99", "cpu s", "cpu ms/update", "db cpu s", "peak MB", "threads", "load", "replies");

    bool _isExact = true;

    int OneByOneUpdates => (int)(asked.Rate * 8);

    /// <returns>True where every update got exactly its replies.</returns>
    public async Task<bool> RunAsync()
    {
        var scripts = Talk.Scripts((Math.Max(asked.Updates, asked.Warm) + asked.Chats - 1) / asked.Chats);
        await output.WriteLineAsync($"{asked.Updates} updates of {asked.Chats} chats after {asked.Warm} to warm up; {Talk.Mix(scripts)}; {ModelName}; history {asked.History}");
        await output.WriteLineAsync($"one by one: {Number(asked.Rate)} updates a second for 8 s, latency from when an update is there; else from its hand-out");
        foreach (var (store, processes) in asked.Stores.SelectMany(store => asked.Processes.Select(processes => (store, processes))))
            if (store is not "sqlite" || processes is 1) await BotAsync(scripts, store, processes);
        if (asked.Neighbours) await NeighboursAsync(scripts);
        _table.Print(output);
        return _isExact;
    }

    string ModelName => asked.Model is not { } latency ? "embedded planner" : string.Create(CultureInfo.InvariantCulture, $"model of {latency.TotalSeconds} s");

    async Task BotAsync(Script[] scripts, string kind, int processes)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"MicroWins {kind} x{processes}");
        await using var store = await FreshStore.MakeAsync(kind, asked.Folder);
        if (store is null)
        {
            _table.Add(name, "skipped: no PostgreSQL");
            return;
        }
        (string, string)[] settings = [.. store.Settings, .. ModelSettings(), .. asked.Settings];
        try
        {
            scripts = await PrepareAsync(scripts, settings);
        }
        catch (WrongSettingsException refused)
        {
            _table.Add(name, $"skipped: {refused.Message}");
            return;
        }
        await using var subject = bot.StartBot(time, processes, server.Url, settings);
        await MeasureAsync($"{name} on {store.FileSystem}", subject, scripts, store);
    }

    async Task NeighboursAsync(Script[] scripts)
    {
        Script[] echoed = [.. scripts.Select(script => script.Echoed())];
        if (await Neighbour.MissingAsync() is { } missing)
        {
            _table.Add("grammY", missing);
            return;
        }
        foreach (var isConcurrent in new[] { false, true })
        {
            await using var subject = Neighbour.Start(time, server.Url, isConcurrent);
            await MeasureAsync(isConcurrent ? "grammY echo, runner" : "grammY echo", subject, echoed, store: null);
        }
    }

    IEnumerable<(string, string)> ModelSettings() => asked.Model is null ? [] : [("Llm:Endpoint", $"{server.Url}/v1"), ("Llm:Model", "load"), ("Llm:DailyTokensPerUser", "100000000")];

    async Task<Script[]> PrepareAsync(Script[] scripts, (string, string)[] settings)
    {
        await using var calm = await CalmBot.StartAsync(settings, time, asked.History);
        await calm.LiveAsync(scripts, asked.History);
        if (asked.History > 0)
        {
            using var connection = calm.Settings.Storage.Open().Open();
            Population.Copy(connection, scripts.Length, Talkers, asked.Chats);
            Population.Copy(connection, scripts.Length, OneByOne, asked.Chats);
            Population.Copy(connection, scripts.Length, Others, asked.Chats * asked.History);
        }
        return await calm.CountAsync(scripts);
    }

    async Task MeasureAsync(string name, Subject subject, Script[] scripts, FreshStore? store)
    {
        var latency = asked.Model ?? TimeSpan.Zero;
        var warm = await server.RunAsync(new(WarmChats, asked.Chats, asked.Warm, 0, asked.Patience, scripts), latency);
        var (before, databaseBefore) = (subject.ProcessorSeconds, store?.ProcessorSeconds ?? 0);
        var all = await server.RunAsync(new(Talkers, asked.Chats, asked.Updates, 0, asked.Patience, scripts), latency);
        var (cpu, databaseCpu) = (subject.ProcessorSeconds - before, (store?.ProcessorSeconds ?? 0) - databaseBefore);
        var single = asked.Rate > 0 ? await server.RunAsync(new(OneByOne, asked.Chats, OneByOneUpdates, asked.Rate, asked.Patience, scripts), latency) : null;
        var isExact = warm.IsExact && all.IsExact && single?.IsExact is not false && !subject.HasEnded;
        _isExact &= isExact;
        _table.Add(
            name, Number(all.Answered / all.Seconds), Number(all.Received / all.Seconds), Number(all.P50), Number(all.P99),
            single is null ? "" : Number(single.P50, 1), single is null ? "" : Number(single.P99, 1),
            Number(cpu, 1), Number(1000 * cpu / Math.Max(1, all.Answered), 2), Number(databaseCpu, 1),
            Number(subject.PeakMegabytes), Number(subject.MostThreads), Machine.LoadAverage,
            isExact ? "all, each once" : (warm.IsExact ? "" : $"warming up: {Fault(warm)}; ") + Fault(all) + (single is null ? "" : $"; one by one {Fault(single)}") + (subject.HasEnded ? $"; ended with {subject.ExitCode}" : ""));
        if (!isExact) await output.WriteLineAsync(subject.Said);
    }

    static string Fault(PhaseReport report) => $"{report.Missing} of {report.Expected} missing, {report.Surplus} too many";
}
