using System.Diagnostics;
using System.Globalization;
using MicroWins.Channels.Terminal;
using MicroWins.CheckIns;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static MicroWins.Benchmarks.Load.Table;

namespace MicroWins.Benchmarks.Load;

/// <summary>Very many people with a check-in each, spread over a day: what a minute's worth costs, and what the bot needs that knows them all.</summary>
sealed class DueRun(int people, int active, string kind, string folder, PublishedBot bot, ServerProcess server, TimeProvider time, TextWriter output)
{
    const int Minutes = 30;
    const long First = 10_000_000;
    const int LinesOfEach = 5;

    // Enough for a chat to be answered and asked; all that a person ever said would fill the disk before it said more.
    static readonly string[] Known = ["chats", "goals", "reminders"];
    static readonly string[] Lived = ["steps", "wins", "asked", "skips", "inbox", "outbox"];

    /// <returns>True where every update of the active got exactly its replies.</returns>
    public async Task<bool> RunAsync()
    {
        await using var store = await FreshStore.MakeAsync(kind, folder) ?? throw new ArgumentException($"--store {kind} is not installed.");
        var tomorrow = Instant.FromDateTimeOffset(time.GetUtcNow()) + Duration.FromDays(1);
        var began = Stopwatch.GetTimestamp();
        var scripts = await FillAsync(store, tomorrow);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{people} people filled in within {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, on {store.FileSystem}, {kind}"));
        var isExact = await AnswerAsync(store, scripts);
        await RingAsync(store, tomorrow);
        return isExact;
    }

    async Task<Script[]> FillAsync(FreshStore store, Instant due)
    {
        var scripts = Talk.Scripts(LinesOfEach);
        await using var calm = await CalmBot.StartAsync(store.Settings, time, daysAgo: 1);
        await calm.LiveAsync(scripts, days: 1);
        using var connection = calm.Settings.Storage.Open().Open();
        Population.Copy(connection, scripts.Length, First, people, Known, due.ToUnixTimeMilliseconds());
        Population.Copy(connection, scripts.Length, First, active, Lived);
        return await calm.CountAsync(scripts);
    }

    async Task<bool> AnswerAsync(FreshStore store, Script[] scripts)
    {
        await using var subject = bot.StartBot(time, 1, server.Url, store.Settings);
        var report = await server.RunAsync(new(First, active, active * LinesOfEach, 0, 60, scripts), TimeSpan.Zero);
        var table = new Table("bot", "people known", "active", "updates/s", "p99 ms", "peak MB", "threads", "load", "replies");
        table.Add($"MicroWins {kind}", Number(people), Number(active), Number(report.Answered / report.Seconds), Number(report.P99), Number(subject.PeakMegabytes), Number(subject.MostThreads),
            Machine.LoadAverage, report.IsExact ? "all, each once" : $"{report.Missing} of {report.Expected} missing, {report.Surplus} too many");
        table.Print(output);
        if (!report.IsExact) await output.WriteLineAsync(subject.Said);
        return report.IsExact;
    }

    // The bot's own way, a minute after the other, with a clock that is moved by hand.
    async Task RingAsync(FreshStore store, Instant from)
    {
        await using var calm = await CalmBot.StartAsync(store.Settings, time);
        var clock = (TerminalClock)calm.Parts.GetRequiredService<TimeProvider>();
        var loop = calm.Parts.GetRequiredService<ReminderLoop>();
        var (finds, rings) = (new List<double>(), new List<double>());
        // Reminders of those who were copied from come first, and the code warms up.
        for (var minute = -3; minute < Minutes; minute++)
        {
            clock.MoveTo(from + Duration.FromMinutes(minute + 1));
            var find = await FindAsync(calm.Database, clock.Now);
            var began = Stopwatch.GetTimestamp();
            await loop.RingAsync();
            if (minute < 0) continue;
            finds.Add(find);
            rings.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        var rung = await calm.Database.ReadAsync(session => session.One<long>("select count(*) from inbox where event_key like 'reminder:%'"));
        var table = new Table("check-ins of a minute", "median ms", "slowest ms", "load", "taken");
        table.Add("found", Number(Median(finds), 2), Number(finds.Max(), 2), Machine.LoadAverage, "");
        table.Add("found, taken and stored in the inbox", Number(Median(rings), 2), Number(rings.Max(), 2), Machine.LoadAverage, $"{rung} in all");
        table.Print(output);
    }

    /// <summary>The query alone: how many are due, by the index that the taking uses.</summary>
    static Task<double> FindAsync(Database database, Instant now) => database.ReadAsync(session =>
    {
        var began = Stopwatch.GetTimestamp();
        _ = session.Query<string>("select chat_id from reminders where status = 'waiting' and due_at <= @now order by due_at, chat_id", new { now = now.ToUnixTimeMilliseconds() });
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    });

    static double Median(List<double> numbers) => numbers.Order().ElementAt(numbers.Count / 2);
}
