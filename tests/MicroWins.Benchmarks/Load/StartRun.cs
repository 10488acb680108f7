using System.Diagnostics;
using System.Globalization;
using static MicroWins.Benchmarks.Load.Table;

namespace MicroWins.Benchmarks.Load;

/// <summary>From the start of the published program to its first reply.</summary>
sealed class StartRun(int times, string folder, PublishedBot bot, ServerProcess server, TimeProvider time, TextWriter output)
{
    /// <returns>True where every start led to a reply.</returns>
    public async Task<bool> RunAsync()
    {
        var table = new Table("start", "first reply ms (median)", "fastest", "slowest", "end ms (median)", "load");
        foreach (var isFresh in new[] { true, false })
        {
            var chats = await RepeatAsync(isFresh, ChatAsync);
            var bots = await RepeatAsync(isFresh, BotAsync);
            var store = isFresh ? "new store" : "store that was there";
            Add(table, $"chat, one goal piped, {store}", chats);
            Add(table, $"bot on the test server, {store}", bots);
        }
        table.Print(output);
        return true;
    }

    static void Add(Table table, string name, List<(double First, double End)> runs) => table.Add(
        name, Number(Median(runs.Select(run => run.First))), Number(runs.Min(run => run.First)), Number(runs.Max(run => run.First)), Number(Median(runs.Select(run => run.End))), Machine.LoadAverage);

    static double Median(IEnumerable<double> numbers) => numbers.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    async Task<List<(double First, double End)>> RepeatAsync(bool isFresh, Func<FreshStore, Task<(double First, double End)>> run)
    {
        var results = new List<(double, double)>();
        var store = (await FreshStore.MakeAsync("sqlite", folder))!;
        if (!isFresh) await run(store);
        for (var i = 0; i < times; i++)
        {
            if (isFresh && i > 0)
            {
                await store.DisposeAsync();
                store = (await FreshStore.MakeAsync("sqlite", folder))!;
            }
            results.Add(await run(store));
        }
        await store.DisposeAsync();
        return results;
    }

    async Task<(double First, double End)> ChatAsync(FreshStore store)
    {
        var start = new ProcessStartInfo(bot.Program, ["chat", "--json"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (key, value) in store.Settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(Talk.NumberedGoal(1));
        process.StandardInput.Close();
        _ = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The chat said nothing.");
        var first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await process.WaitForExitAsync();
        return (first, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    async Task<(double First, double End)> BotAsync(FreshStore store)
    {
        var chat = 1_000_000 + Stopwatch.GetTimestamp() % 1_000_000;
        var report = server.RunAsync(new(chat, 1, 1, 0, 30, Talk.NumberedGoals, NumberedGoals: true), TimeSpan.Zero);
        var began = Stopwatch.GetTimestamp();
        await using var subject = bot.StartBot(time, 1, server.Url, store.Settings);
        var answered = await report;
        if (!answered.IsExact) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The bot answered {answered.Received} times.\n{subject.Said}"));
        return (Stopwatch.GetElapsedTime(began, answered.LastReply).TotalMilliseconds, 0);
    }
}
