using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;
using Microsoft.Data.Sqlite;

namespace MicroWins.Torture;

/// <summary>One run: people talk, processes die, and at the end the laws are looked at.</summary>
sealed class TortureRun(TortureArguments asked, TimeProvider time, Action<string> say, BotApiServer telegram, DirectoryInfo folder)
{
    /// <summary>Memory of a process, in megabytes: a bot with a few hundred chats holds about 200, and one that leaks passes any number.</summary>
    const long MostMegabytes = 700;

    /// <summary>Chats that are written down where laws were broken.</summary>
    const int MostTold = 20;

    readonly Dice _dice = Dice.Of(asked.Seed, 1);
    readonly SentRecord _record = new(telegram);
    readonly Purse _purse = new(asked.Messages);
    Remains _remains = null!;
    Duplicates _duplicates = null!;
    Weather _weather = null!;

    public static async Task<Verdict> RunAsync(TortureArguments asked, TimeProvider time, Action<string> say, CancellationToken cancel)
    {
        if (asked is { IsOnPostgres: true, Connection: null }) PostgresServer.Execute($"create database {DatabaseName}");
        var folder = Directory.CreateTempSubdirectory("microwins-torture-");
        await using var telegram = await BotApiServer.StartAsync();
        await using var model = await OpenAiServer.StartAsync();
        var thoughts = Dice.Of(asked.Seed, 2);
        model.By = _ => HostileModel.Answer(thoughts, time);
        // A long run must not keep every request.
        telegram.World.RecordsCalls = false;
        var verdict = await new TortureRun(asked, time, say, telegram, folder).RunAsync(model, cancel);
        SqliteConnection.ClearAllPools();
        if (verdict.IsKept) folder.Delete(recursive: true);
        return verdict;
    }

    async Task<Verdict> RunAsync(OpenAiServer model, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        _weather = new Weather(Dice.Of(asked.Seed, 3), _record);
        _remains = new Remains(() => new Database(Storage.Open(), TextSeal.WithKeysIn(Storage.Keys)));
        _duplicates = new Duplicates(_record, _remains);
        telegram.Faults.Otherwise = _weather.Of;
        telegram.Updates.Disorder = batch => { if (_dice.Falls(200)) batch.Reverse(); };
        var sayings = new Sayings(asked.GoalsFile is { } file ? Sayings.Read(file) : []);
        var talkers = Enumerable.Range(0, asked.Chats).Select(i => new Talker(telegram.User(1_000 + i), _record, sayings, Dice.Of(asked.Seed, 100 + i), time)).ToList();
        await using var victims = new Victims(SettingsFor(model), asked.Processes);
        var talking = Task.WhenAll(talkers.Select(talker => Task.Run(() => talker.LiveAsync(_purse, cancel), cancel)));
        for (var kill = 1; kill <= asked.Kills; kill++) await LiveAndDieAsync(victims, kill, cancel);
        var drained = time.GetTimestamp();
        var late = await LiveOnAsync(victims, talkers, talking, cancel);
        var drain = time.GetElapsedTime(drained);
        victims.Weigh();
        await victims.DisposeAsync();
        var broken = await new Laws(talkers, _record, _remains, _duplicates, asked, time.GetUtcNow()).BrokenAsync();
        var figures = await FiguresAsync(talkers, victims, model) with { Took = time.GetElapsedTime(start), Drained = drain };
        foreach (var failure in victims.Failures) say($"{failure.Value} times {failure.Key}");
        string[] memory = figures.MostMegabytes > MostMegabytes ? [$"a process held {figures.MostMegabytes} MB"] : [];
        IReadOnlyList<string> all = [.. late, .. victims.Stops, .. memory, .. broken];
        foreach (var talker in talkers.Where(talker => broken.Any(line => line.Contains($"{talker.Id}:", StringComparison.Ordinal))).Take(MostTold)) Tell(talker);
        if (all.Count > 0) await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "broken.txt"), all, cancel);
        return new(asked, all.Count is 0 ? figures : figures with { Folder = folder.FullName }, all);
    }

    async Task LiveAndDieAsync(Victims victims, int kill, CancellationToken cancel)
    {
        _purse.OpenTo((double)kill / asked.Kills);
        var polls = _weather.Polls;
        victims.Start();
        // Some die while they start, the others when they are at work.
        if (_dice.Falls(250)) await Task.Delay(_dice.Between(100, 1_500), time, cancel);
        else
        {
            await UntilAsync(() => Task.FromResult(_weather.Polls > polls), TimeSpan.FromMinutes(2), cancel);
            await Task.Delay(asked.IsHurried ? _dice.Between(0, 2_500) : _dice.Between(0, 4_000), time, cancel);
        }
        victims.Weigh();
        await victims.KillAsync(_dice.Below(asked.Processes));
        if (_dice.Falls(300)) telegram.Updates.Repeat(_dice.Below(30));
        // Before the first poll there may be no store yet.
        if (_weather.Polls > 0)
        {
            await _duplicates.NoteKillAsync();
            await _remains.BringForwardAsync(time.GetUtcNow(), each: 4, which: kill);
        }
        if (kill % 25 is 0) say($"{kill} kills, {_purse.Taken} messages, {telegram.Updates.Waiting} updates wait");
    }

    /// <summary>The last life: everything is said, then the faults end, and everything is answered.</summary>
    async Task<IReadOnlyList<string>> LiveOnAsync(Victims victims, IReadOnlyList<Talker> talkers, Task talking, CancellationToken cancel)
    {
        _purse.OpenTo(1);
        victims.Start();
        var until = time.GetTimestamp();
        TimeSpan Left() => TimeSpan.FromTicks(Math.Max(1, (asked.Patience - time.GetElapsedTime(until)).Ticks));
        try
        {
            await talking.WaitAsync(Left(), time, cancel);
            _weather.Calm();
            // Whoever is to be asked some time is asked now.
            await _remains.BringForwardAsync(time.GetUtcNow(), each: 1, which: 0);
            await Task.WhenAll(talkers.Select(talker => talker.SayLastWord())).WaitAsync(Left(), time, cancel);
        }
        catch (TimeoutException)
        {
            // What is missing is named by the laws.
            return [$"not everything was answered within {asked.Patience.TotalSeconds} s"];
        }
        return await UntilAsync(IsSettledAsync, Left(), cancel) ? [] : ["something still waited at the end"];
    }

    // In the order of the flow: what left one place is in the next one by then.
    async Task<bool> IsSettledAsync() => telegram.Updates.Waiting is 0
        && (await _remains.QueryAsync<long>($"select count(*) from reminders where status = 'waiting' and due_at <= {time.GetUtcNow().ToUnixTimeMilliseconds() + 2_000}"))[0] is 0
        && (await _remains.QueryAsync<long>("select count(*) from inbox where status = 'pending'"))[0] is 0
        && (await _remains.QueryAsync<long>("select count(*) from outbox where status = 'pending'"))[0] is 0;

    async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan patience, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        while (!await isSo())
        {
            if (time.GetElapsedTime(start) > patience) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(25), time, cancel);
        }
        return true;
    }

    async Task<Figures> FiguresAsync(IReadOnlyList<Talker> talkers, Victims victims, OpenAiServer model)
    {
        async Task<long> CountAsync(string sql) => (await _remains.QueryAsync<long>($"select count(*) from {sql}"))[0];
        return new Figures
        {
            Kills = asked.Kills,
            Messages = talkers.Sum(talker => talker.All.Count),
            Sent = talkers.Sum(talker => _record.CountTo(talker.Id)),
            CheckIns = _remains.Messages.Count(message => message.Row.Kind is MessageKind.CheckIn),
            Celebrations = _remains.Messages.Count(message => message.Row.Kind is MessageKind.Celebration),
            Wins = await CountAsync("wins"),
            Goals = await CountAsync("goals"),
            Steps = await CountAsync("steps"),
            Asked = await CountAsync("asked"),
            Rung = await CountAsync("reminders where status = 'rung'"),
            Unheard = _record.Unheard,
            ByKills = _duplicates.ByKills,
            MostAtOnce = _duplicates.MostAtOnce,
            Polls = _weather.Polls,
            ModelCalls = model.Requests.Count,
            MostMegabytes = victims.MostMemory >> 20,
        };
    }

    /// <summary>Writes down what was said in a chat in which a law was broken.</summary>
    void Tell(Talker talker) => File.WriteAllLines(
        Path.Combine(folder.FullName, $"chat-{talker.Id}.txt"),
        ["They said:", .. talker.All.Select(said => $"  {said.Text.ReplaceLineEndings(" ")}"), "The server took:", .. _record.To(talker.Id).Select(sent => $"  {sent.Text.ReplaceLineEndings(" ")}")]);

    static readonly string DatabaseName = $"microwins_torture_{Environment.ProcessId}";

    StorageOptions Storage => new()
    {
        Provider = asked.Store,
        ConnectionString = asked.Connection ?? (asked.IsOnPostgres ? PostgresServer.ConnectionTo(DatabaseName) : $"Data Source={Path.Combine(folder.FullName, "torture.db")}"),
        KeyPath = Path.Combine(folder.FullName, "keys"),
    };

    IReadOnlyList<(string Key, string Value)> SettingsFor(OpenAiServer model) =>
    [
        ("Telegram:BotToken", telegram.Token), ("Telegram:ApiBaseUrl", telegram.Url),
        ("Llm:Endpoint", model.Endpoint), ("Llm:Model", "hostile"), ("Llm:TimeoutSeconds", "2"), ("Llm:DailyTokensPerUser", "30000"),
        ("Storage:Provider", asked.Store), ("Storage:ConnectionString", Storage.ConnectionString!), ("Storage:KeyPath", Storage.KeyPath!),
        ("CheckIns:DefaultZone", "Etc/UTC"),
        // Nobody here writes at a person's pace.
        ("Limits:MessagesPerMinute", "100000"), ("Limits:WaitingPerPerson", "1000000"),
        .. asked.IsHurried ? (IEnumerable<(string, string)>)[("Telegram:MessagesPerSecond", "0"), ("Telegram:MessagesPerSecondAndChat", "0")] : [],
    ];
}
