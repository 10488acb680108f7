using System.CommandLine;
using System.Data.Common;
using System.Text;
using MicroWins.Operations;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;
using MicroWins.Storage;

namespace MicroWins;

/// <summary>The verbs of the program.</summary>
sealed class CommandLine
{
    /// <summary>The exit code for a wrong setting or argument.</summary>
    const int WrongUse = 2;

    /// <summary>The exit code of a doctor who found something to fix.</summary>
    const int Unwell = 1;

    /// <summary>The exit code for a failure that no setting explains.</summary>
    const int Broken = 3;

    /// <summary>How long SIGTERM and Ctrl+C wait for the program to finish what it is at (the library's own two seconds would cut it off).</summary>
    static readonly TimeSpan PatienceAtStop = TimeSpan.FromSeconds(25);

    readonly RootCommand _root;

    CommandLine(RootCommand root) => _root = root;

    public static CommandLine Build(TimeProvider time)
    {
        var database = new Option<string?>("--db") { Description = "A SQLite file to keep the chat in", HelpName = "file" };
        var clock = new Option<string?>("--clock") { Description = "Where the clock stands, as 2026-03-01T09:00; it moves with /clock +1d", HelpName = "moment" };
        var zone = new Option<string?>("--zone") { Description = "Your time zone, as Europe/Berlin", HelpName = "name" };
        var language = new Option<string?>("--language") { Description = "Your language: en, es, de, fr, pt, it, ru or zh", HelpName = "code" };
        var json = new Option<bool>("--json") { Description = "One JSON object for each message, for programs" };
        var chat = new Command("chat", "Chat in this terminal; reads a keyboard or a pipe") { database, clock, zone, language, json };
        chat.SetAction((parsed, cancel) => ReportAsync(() => ChatVerb.RunAsync(
            new ChatArguments(parsed.GetValue(database), parsed.GetValue(clock), parsed.GetValue(zone), parsed.GetValue(language), parsed.GetValue(json)),
            ReadSettings(), time, cancel)));
        var size = new Command("size", "Judge how long texts take: lines of text[TAB minutes claimed[TAB language]] in, JSON out");
        size.SetAction((_, cancel) => ReportAsync(() => AnswerLines(new SizeLines(Sizer.Default).Answer, cancel)));
        var screen = new Command("screen", "Test the safety gate: a message on each line in, JSON with its tier out");
        screen.SetAction((_, cancel) => ReportAsync(() => AnswerLines(ScreenLines.Answer, cancel)));
        var doctor = new Command("doctor", "Check everything that the bot needs, and say what to fix; exit code 1 where something is to be fixed");
        doctor.SetAction((_, cancel) => JudgeAsync(() => new DoctorVerb(ReadSettings(), Console.Out).RunAsync(cancel)));
        var health = new Command("health", "Ask the bot that runs on this machine how it is (Http:Port); exit code 1 where it does not do its work");
        health.SetAction((_, cancel) => JudgeAsync(() => new HealthVerb(ReadSettings().Http, Console.Out).RunAsync(cancel)));
        var rotate = new Command("rotate-keys", "Make a new key and seal the whole store with it; the older keys are no longer needed then");
        rotate.SetAction((_, cancel) => ReportAsync(() => RotateKeysAsync(ReadSettings(), time)));
        var from = new Option<string>("--from") { Description = "The SQLite file; stop the bot that writes to it first", HelpName = "file", Required = true };
        var move = new Command("move-store", "Move everything from a SQLite file to the empty PostgreSQL database of Storage:ConnectionString, and count it; the file is not changed") { from };
        move.SetAction((parsed, _) => ReportAsync(() => MoveStoreVerb.RunAsync(parsed.GetValue(from)!, ReadSettings(), Console.Out)));
        var root = new RootCommand("MicroWins makes a goal that paralyses so small that it can be begun.\nWithout a verb: the bot on Telegram where Telegram:BotToken is set, else a chat in this terminal.") { chat, size, screen, doctor, rotate, move, health, Backup(), Restore(time) };
        root.SetAction((_, cancel) => ReportAsync(() => ReadSettings() is { Telegram.HasToken: true } settings
            ? BotVerb.RunAsync(settings, time, cancel)
            : ChatVerb.RunAsync(new ChatArguments(), ReadSettings(), time, cancel)));
        return new CommandLine(root);
    }

    public async Task<int> RunAsync(string[] arguments)
    {
        Console.OutputEncoding = Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = _root.Parse(arguments);
        var result = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = PatienceAtStop });
        return parsed.Errors.Count > 0 ? WrongUse : result;
    }

    static Command Backup()
    {
        var to = new Option<string>("--to") { Description = "The file to make", HelpName = "file", Required = true };
        var backup = new Command("backup", "Copy the SQLite store into one file, while the bot runs") { to };
        backup.SetAction((parsed, _) => ReportAsync(() => Done(() => new BackupVerb(ReadSettings().Storage, Console.Out).Run(parsed.GetValue(to)!))));
        return backup;
    }

    static Command Restore(TimeProvider time)
    {
        var from = new Option<string>("--from") { Description = "A file that backup made", HelpName = "file", Required = true };
        var replace = new Option<bool>("--replace") { Description = "Put it in the place of a store that has data, which is kept beside it" };
        var restore = new Command("restore", "Make a backup the store, while the bot is stopped") { from, replace };
        restore.SetAction((parsed, _) => ReportAsync(() => Done(() => new RestoreVerb(ReadSettings().Storage, time, Console.Out).Run(parsed.GetValue(from)!, parsed.GetValue(replace)))));
        return restore;
    }

    static Task Done(Action verb)
    {
        verb();
        return Task.CompletedTask;
    }

    static async Task RotateKeysAsync(Settings settings, TimeProvider time)
    {
        await using var store = await Composition.OpenStoreAsync(settings.Storage);
        var texts = await Sealing.RotateAsync(store, time.GetUtcNow());
        await Console.Out.WriteLineAsync(
            $"{texts} texts are sealed with a new key. The older files in {settings.Storage.Keys.FullName} open nothing here any more; copies of the store that were made before still need them.");
    }

    static Task AnswerLines(Func<string, string> answer, CancellationToken cancel)
    {
        LinesVerb.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), answer, cancel);
        return Task.CompletedTask;
    }

    static Settings ReadSettings() => Settings.Read(Settings.Sources(AppContext.BaseDirectory));

    /// <summary>Runs a verb that says whether all is well.</summary>
    static async Task<int> JudgeAsync(Func<Task<bool>> verb)
    {
        var isWell = false;
        var code = await ReportAsync(async () => isWell = await verb());
        return code is 0 && !isWell ? Unwell : code;
    }

    /// <summary>Runs a verb; what a person has set wrong is said in a sentence, not as a stack trace.</summary>
    static async Task<int> ReportAsync(Func<Task> verb)
    {
        try
        {
            await verb();
            return 0;
        }
        catch (WrongSettingsException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongUse;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception failure)
        {
            // Its message may quote what somebody wrote, or a token; what a database or a disk says does not.
            await Console.Error.WriteLineAsync($"The program stopped: {failure.GetType().FullName} {(failure is DbException or IOException ? failure.Message : "")}\n{failure.StackTrace}");
            return Broken;
        }
    }
}
