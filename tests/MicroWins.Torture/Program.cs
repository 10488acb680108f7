using System.CommandLine;
using MicroWins.Tests.Support.BotApi;
using MicroWins.Torture;

var seed = new Option<int>("--seed") { Description = "What all dice are thrown from", DefaultValueFactory = _ => 1 };
var kills = new Option<int>("--kills") { Description = "kill -9, so many times", DefaultValueFactory = _ => 50 };
var messages = new Option<int>("--messages") { Description = "Messages and presses in all", DefaultValueFactory = _ => 2_000 };
var chats = new Option<int>("--chats") { Description = "People", DefaultValueFactory = _ => 300 };
var processes = new Option<int>("--processes") { Description = "Processes on one store", DefaultValueFactory = _ => 1 };
var store = new Option<string>("--store") { Description = "sqlite or postgres", DefaultValueFactory = _ => "sqlite" };
var connection = new Option<string?>("--connection") { Description = "The connection string of an empty PostgreSQL database; else a server is started" };
var goals = new Option<string?>("--goals") { Description = "A TSV file with a column \"goal\", in place of the built-in ones", HelpName = "file" };
var hurry = new Option<bool>("--hurry") { Description = "Short lives: about a second each" };
var patience = new Option<int>("--patience") { Description = "Seconds that the last life has to answer all", DefaultValueFactory = _ => 300 };

var root = new RootCommand("Tortures the real program: kills it at random moments, breaks its connections, answers it with a hostile model, and then looks whether any promise is broken.")
{
    seed, kills, messages, chats, processes, store, connection, goals, hurry, patience,
};
root.SetAction(async (parsed, cancel) =>
{
    var asked = new TortureArguments(
        parsed.GetValue(seed), parsed.GetValue(kills), parsed.GetValue(messages), parsed.GetValue(chats), parsed.GetValue(processes),
        parsed.GetValue(store)!, parsed.GetValue(connection), parsed.GetValue(goals), parsed.GetValue(hurry), TimeSpan.FromSeconds(parsed.GetValue(patience)));
    if (asked.Problem is { } problem)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
    var verdict = await TortureRun.RunAsync(asked, new RealTime(), line => Console.Error.WriteLine(line), cancel);
    Console.WriteLine(verdict.ToString());
    return verdict.IsKept ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();
