using System.CommandLine;
using System.Globalization;

namespace MicroWins.Benchmarks.Load;

/// <summary>The load drivers as verbs of this program.</summary>
static class LoadCommand
{
    /// <summary>The verb that the drivers start the test server with.</summary>
    public const string Server = "server";

    static readonly string[] Verbs = ["load", "due", "crowd", "start", "turns", Server, "--help", "-h"];

    static readonly Option<string?> Program = new("--program") { Description = "A folder that the bot was published to; else it is published first", HelpName = "folder" };
    static readonly Option<string> Folder = new("--folder") { Description = "Where fresh stores are put; a real disk", DefaultValueFactory = _ => Path.GetTempPath(), HelpName = "folder" };
    static readonly Option<string[]> Set = new("--set") { Description = "A setting for the bot, as Telegram:BotToken=x", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true, HelpName = "key=value" };

    public static bool Knows(string[] arguments) => arguments.Length > 0 && Verbs.Contains(arguments[0]);

    public static RootCommand Build(TimeProvider time)
    {
        var server = new Command(Server, "The test server; the drivers start it themselves") { Hidden = true };
        server.SetAction((_, _) => ServerProcess.ServeAsync(Console.In, Console.Out, time));
        return new RootCommand("Load drivers. Without a verb: BenchmarkDotNet.") { Load(time), Due(time), Crowd(time), Start(time), Turns(time), server };
    }

    static Command Load(TimeProvider time)
    {
        var updates = new Option<int>("--updates") { DefaultValueFactory = _ => 20_000 };
        var chats = new Option<int>("--chats") { DefaultValueFactory = _ => 2_000 };
        var warm = new Option<int>("--warm") { DefaultValueFactory = _ => 4_000, Description = "Updates before those that are counted" };
        var rate = new Option<double>("--rate") { DefaultValueFactory = _ => 300, Description = "Updates a second of the open-loop phase; 0 for none" };
        var store = new Option<string[]>("--store") { DefaultValueFactory = _ => ["sqlite", "postgres"] };
        var processes = new Option<int[]>("--processes") { DefaultValueFactory = _ => [1, 3] };
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "none", Description = "none (embedded planner), instant, or a latency such as 2s" };
        var history = new Option<int>("--history") { DefaultValueFactory = _ => 0, Description = "Days lived by each person, and other people for each" };
        var neighbours = new Option<bool>("--neighbours") { DefaultValueFactory = _ => true };
        var patience = new Option<double>("--patience") { DefaultValueFactory = _ => 40, Description = "Seconds after which a phase is cut" };
        var load = new Command("load", "All updates at once, then some a second") { updates, chats, warm, rate, store, processes, model, history, neighbours, patience, Program, Folder, Set };
        load.SetAction((parsed, _) => WithServerAsync(parsed, time, (bot, server) => new LoadRun(
            new(parsed.GetValue(updates), parsed.GetValue(chats), parsed.GetValue(warm), parsed.GetValue(rate), parsed.GetValue(store)!, parsed.GetValue(processes)!,
                LatencyOf(parsed.GetValue(model)!), parsed.GetValue(history), parsed.GetValue(neighbours), parsed.GetValue(patience), parsed.GetValue(Folder)!, Settings(parsed)),
            bot, server, time, Console.Out).RunAsync()));
        return load;
    }

    static Command Due(TimeProvider time)
    {
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 1_000_000 };
        var active = new Option<int>("--active") { DefaultValueFactory = _ => 1_000 };
        var store = new Option<string>("--store") { DefaultValueFactory = _ => "sqlite" };
        var due = new Command("due", "Very many people with a check-in each, spread over a day") { people, active, store, Program, Folder };
        due.SetAction((parsed, _) => WithServerAsync(parsed, time, (bot, server) => new DueRun(
            parsed.GetValue(people), parsed.GetValue(active), parsed.GetValue(store)!, parsed.GetValue(Folder)!, bot, server, time, Console.Out).RunAsync()));
        return due;
    }

    static Command Crowd(TimeProvider time)
    {
        var chats = new Option<int>("--chats") { DefaultValueFactory = _ => 1_000 };
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "2s" };
        var store = new Option<string>("--store") { DefaultValueFactory = _ => "sqlite" };
        var crowd = new Command("crowd", "Everybody at once with a slow model, and the bot's own share of a turn") { chats, model, store, Program, Folder };
        crowd.SetAction((parsed, _) => WithServerAsync(parsed, time, (bot, server) => new CrowdRun(
            parsed.GetValue(chats), LatencyOf(parsed.GetValue(model)!) ?? TimeSpan.Zero, parsed.GetValue(store)!, parsed.GetValue(Folder)!, bot, server, time, Console.Out).RunAsync()));
        return crowd;
    }

    static Command Start(TimeProvider time)
    {
        var times = new Option<int>("--times") { DefaultValueFactory = _ => 7 };
        var start = new Command("start", "From the start of the published program to its first reply") { times, Program, Folder };
        start.SetAction((parsed, _) => WithServerAsync(parsed, time, (bot, server) => new StartRun(
            parsed.GetValue(times), parsed.GetValue(Folder)!, bot, server, time, Console.Out).RunAsync()));
        return start;
    }

    static Command Turns(TimeProvider time)
    {
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 10 };
        var turns = new Command("turns", "What a turn costs by the kind of line, without a channel") { rounds, Folder };
        turns.SetAction((parsed, _) => new TurnsRun(parsed.GetValue(rounds), parsed.GetValue(Folder)!, time, Console.Out).RunAsync());
        return turns;
    }

    static async Task<int> WithServerAsync(ParseResult parsed, TimeProvider time, Func<PublishedBot, ServerProcess, Task<bool>> run)
    {
        var bot = await PublishedBot.GetAsync(parsed.GetValue(Program));
        await using var server = await ServerProcess.StartAsync();
        await Console.Out.WriteLineAsync(Machine.Describe(time));
        return await run(bot, server) ? 0 : 1;
    }

    static (string, string)[] Settings(ParseResult parsed) =>
        [.. parsed.GetValue(Set)!.Select(setting => setting.Split('=', 2)).Select(parts => (parts[0], parts[1]))];

    static TimeSpan? LatencyOf(string model) => model switch
    {
        "none" => null,
        "instant" => TimeSpan.Zero,
        [.. var number, 's'] when double.TryParse(number, CultureInfo.InvariantCulture, out var seconds) => TimeSpan.FromSeconds(seconds),
        _ => throw new ArgumentException($"--model {model} is none of none, instant, 2s."),
    };
}
