using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>Three real programs on one PostgreSQL database, with a Bot API server that bears one poller at a time, and kill -9.</summary>
[NeedsPostgres]
public sealed class ManyProcessesTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    static readonly long[] Calm = [.. Enumerable.Range(1, 12).Select(i => (long)i)], Hit = [.. Enumerable.Range(101, 12).Select(i => (long)i)];
    static readonly string[] Lines = [Some.Goal, "done", "/goals", "/stats"];

    readonly ITemporaryStore _store = new TemporaryPostgres();
    readonly List<RealProgram> _programs = [];
    BotApiServer _telegram = null!;

    public async Task InitializeAsync() => _telegram = await BotApiServer.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var program in _programs) await program.DisposeAsync();
        await _telegram.DisposeAsync();
        _store.Dispose();
    }

    [StoreFact]
    public async Task Three_programs_answer_everybody_in_order_also_when_the_one_that_sends_and_then_the_one_that_polls_is_killed()
    {
        for (var i = 0; i < 3; i++) Start();
        SayToAll(Calm, Lines);
        await AssertAllAnsweredOnceInOrder(Calm);
        foreach (var role in (string[])["Poller", "Sender", "Scheduler"]) Assert.Single(_programs, program => Holds(program, role));
        Assert.DoesNotContain(_programs, program => (program.Output + program.Errors).Contains("(409)", StringComparison.Ordinal));

        KillHolderAt("Sender", "sendMessage", call: 5);
        SayToAll(Hit, Lines[..2]);
        foreach (var person in Hit) await _telegram.User(person).WaitForDeliveries(2, Patience);
        _telegram.Faults.Clear();
        KillHolderAt("Poller", "getUpdates", call: 1);
        SayToAll(Hit, Lines[2..]);

        // What was in flight at the kill may arrive twice, since Telegram has no way to ask; it was said once.
        await AssertAllAnsweredOnceInOrder(Hit, mayArriveTwice: true);
        Assert.Equal(2, _programs.Count(program => program.HasExited));
    }

    [StoreFact]
    public async Task A_turn_whose_program_is_killed_while_the_model_thinks_is_answered_by_another_once()
    {
        await using var model = await OpenAiServer.StartAsync();
        model.WillAnswer(OpenAiReply.Silence);
        (string, string)[] withModel = [("Llm:Endpoint", model.Endpoint), ("Llm:Model", "test")];
        var first = Start(withModel);
        var ann = _telegram.User(Calm[0]);
        ann.Says(Some.Goal);
        await model.ArrivedAsync(1);

        Start(withModel);
        first.Kill();
        await ann.WaitForDeliveries(1, Patience);

        Assert.Contains("Start now", Assert.Single(ann.Messages).Labels);
        await using var database = _store.Open();
        Assert.Equal(1, await database.ReadAsync(session => session.One<int>("select count(*) from outbox")));
    }

    [StoreFact]
    public async Task A_program_that_loses_its_lifeline_takes_a_new_number_and_goes_on()
    {
        var program = Start();
        var ann = _telegram.User(Calm[0]);
        ann.Says(Some.Goal);
        await ann.WaitForDeliveries(1, Patience);

        PostgresServer.Execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'MicroWins lifeline' and datname = '" + NameOfDatabase + "'");
        await Eventually.IsTrueOfProgram(() => program.Output.Split('\n').Count(line => line.Contains("is the Sender now", StringComparison.Ordinal)) is 2);
        ann.Says("done");
        await ann.WaitForDeliveries(2, Patience);

        Assert.Contains("lost the database", program.Output, StringComparison.Ordinal);
        Assert.Contains("Your first one kept", ann.Messages[^1].Text, StringComparison.Ordinal);
    }

    string NameOfDatabase => new Npgsql.NpgsqlConnectionStringBuilder(((TemporaryPostgres)_store).ConnectionString).Database!;

    void SayToAll(long[] people, string[] lines)
    {
        foreach (var line in lines)
            foreach (var person in people) _telegram.User(person).Says(line);
    }

    RealProgram Start(params (string Key, string Value)[] more)
    {
        var program = RealProgram.Start([("Telegram:BotToken", _telegram.Token), ("Telegram:ApiBaseUrl", _telegram.Url), .. _store.Settings, .. more]);
        _programs.Add(program);
        return program;
    }

    static bool Holds(RealProgram program, string role) => program.Output.Contains($"is the {role} now", StringComparison.Ordinal);

    /// <summary>Kills the program that plays a role when it makes a call, before the call is done.</summary>
    void KillHolderAt(string role, string method, int call)
    {
        var calls = 0;
        _telegram.Faults.Otherwise = made =>
        {
            if (made.Method != method || Interlocked.Increment(ref calls) != call) return null;
            RealProgram? holder = null;
            // What it has said may be on its way to us.
            SpinWait.SpinUntil(() => (holder = _programs.FindLast(program => !program.HasExited && Holds(program, role))) is not null, Patience);
            holder!.Kill();
            return new Fault.DropBefore();
        };
    }

    List<BotMessage> Heard(long person, bool mayArriveTwice)
    {
        var messages = _telegram.User(person).Messages.ToList();
        return mayArriveTwice ? [.. messages.Where((message, i) => i is 0 || message.Text != messages[i - 1].Text)] : messages;
    }

    async Task AssertAllAnsweredOnceInOrder(long[] people, bool mayArriveTwice = false)
    {
        foreach (var person in people)
            await _telegram.World.Until(() => Heard(person, mayArriveTwice).Count >= Lines.Length, $"all answers to {person}", Patience);
        await _telegram.Updates.UntilAllConfirmed(Patience);
        foreach (var person in people)
        {
            var messages = Heard(person, mayArriveTwice);
            Assert.Equal(Lines.Length, messages.Count);
            Assert.Contains("Start now", messages[0].Labels);
            Assert.Contains("Your first one kept", messages[1].Text, StringComparison.Ordinal);
            Assert.StartsWith("Your goals", messages[2].Text, StringComparison.Ordinal);
            Assert.Contains("1", messages[3].Text, StringComparison.Ordinal);
        }
        await using var database = _store.Open();
        string[] chats = [.. people.Select(person => $"telegram:{person}")];
        Assert.Equal(people.Length, await database.ReadAsync(session => session.One<int>("select count(*) from wins where chat_id = any(@chats)", new { chats })));
        Assert.Equal(0, await database.ReadAsync(session => session.One<int>("select count(*) from inbox where status <> 'handled'")));
        Assert.Equal(people.Length * Lines.Length, await database.ReadAsync(session => session.One<int>("select count(*) from outbox where chat_id = any(@chats)", new { chats })));
        Assert.Empty(_telegram.Complaints);
    }
}
