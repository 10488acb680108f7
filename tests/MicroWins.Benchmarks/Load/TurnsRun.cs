using System.Diagnostics;
using static MicroWins.Benchmarks.Load.Table;

namespace MicroWins.Benchmarks.Load;

/// <summary>What one turn costs by the kind of line, without a channel: in processor time, which a busy machine blurs, and in allocated bytes, which it does not.</summary>
sealed class TurnsRun(int rounds, string folder, TimeProvider time, TextWriter output)
{
    readonly Dictionary<string, (int Turns, double Seconds, long Bytes)> _spent = [];
    int _chats = 1000;

    public async Task RunAsync()
    {
        await using var store = (await FreshStore.MakeAsync("sqlite", folder))!;
        await using var calm = await CalmBot.StartAsync(store.Settings, time);
        var scripts = Talk.Scripts(10);
        for (var round = 0; round <= rounds; round++)
        {
            // The first round compiles.
            if (round is 1) _spent.Clear();
            foreach (var script in scripts) await SpeakAsync(calm, script);
        }
        var table = new Table("line", "turns", "cpu ms", "allocated KB", "load");
        foreach (var (kind, (turns, seconds, bytes)) in _spent.OrderByDescending(spent => spent.Value.Seconds))
            table.Add(kind, Number(turns), Number(1000 * seconds / turns, 2), Number(bytes / 1024.0 / turns), Machine.LoadAverage);
        table.Add("all", Number(_spent.Values.Sum(spent => spent.Turns)), Number(1000 * _spent.Values.Sum(spent => spent.Seconds) / _spent.Values.Sum(spent => spent.Turns), 2),
            Number(_spent.Values.Sum(spent => spent.Bytes) / 1024.0 / _spent.Values.Sum(spent => spent.Turns)), Machine.LoadAverage);
        table.Print(output);
    }

    async Task SpeakAsync(CalmBot calm, Script script)
    {
        var chat = ++_chats;
        foreach (var line in script.Lines)
        {
            var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            await calm.SayAsync(chat, line, script.Language);
            var kind = Talk.KindOf(line);
            var (turns, seconds, all) = _spent.GetValueOrDefault(kind);
            _spent[kind] = (turns + 1, seconds + (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, all + GC.GetTotalAllocatedBytes() - bytes);
        }
    }
}
