using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>kill -9 at one point of the flow after the other, with the real program, a Bot API server and a model server.</summary>
public sealed class KillTests : IAsyncLifetime
{
    const long Ann = 42;

    readonly TemporaryStore _store = new();
    BotApiServer _telegram = null!;
    OpenAiServer _model = null!;

    public async Task InitializeAsync()
    {
        _telegram = await BotApiServer.StartAsync();
        _model = await OpenAiServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _model.DisposeAsync();
        _store.Dispose();
    }

    [Theory]
    // Before the program has asked for anything, and while it asks for the first time.
    [InlineData("setMyCommands", 1)]
    [InlineData("getUpdates", 1)]
    // The event is stored, but Telegram does not know it: it is delivered again.
    [InlineData("getUpdates", 2)]
    // The turn is committed, and nothing is sent.
    [InlineData("sendMessage", 1)]
    public async Task A_kill_loses_no_message_and_answers_it_once(string method, int call)
    {
        await KillAt(method, call);

        await using var restarted = Start();
        await AssertAnsweredOnce();
    }

    [Fact]
    public async Task A_kill_while_the_model_thinks_loses_no_message_and_answers_it_once()
    {
        _model.WillAnswer(OpenAiReply.Silence);
        await using (var program = Start())
        {
            _telegram.User(Ann).Says(Some.Goal);
            await _model.ArrivedAsync(1);
            await _telegram.WaitForCalls("sendChatAction", 1);
            program.Kill();
            await program.WaitForExitAsync();
        }

        await using var restarted = Start();
        await AssertAnsweredOnce();
    }

    [Fact]
    public async Task A_kill_at_every_call_in_turn_counts_no_win_twice_and_loses_nothing()
    {
        _telegram.User(Ann).Says(Some.Goal);
        for (var call = 1; call <= 4; call++) await KillAt(method: null, call);

        await using var restarted = Start();
        await AssertAnsweredOnce();
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_a_flood_loses_nothing_and_doubles_at_most_what_was_in_flight()
    {
        var people = Enumerable.Range(1000, 300).Select(id => _telegram.User(id)).ToList();
        foreach (var person in people) person.Says("/help");
        RealProgram? program = null;
        using var started = new ManualResetEventSlim();
        var sent = 0;
        _telegram.Faults.Otherwise = made =>
        {
            if (made.Method != "sendMessage" || Interlocked.Increment(ref sent) != 150) return null;
            started.Wait();
            program!.Kill();
            return null;
        };
        await using (program = Start(("Telegram:MessagesPerSecond", "0"), ("Telegram:MessagesPerSecondAndChat", "0")))
        {
            started.Set();
            await program.WaitForExitAsync();
        }
        _telegram.Faults.Clear();

        await using var restarted = Start(("Telegram:MessagesPerSecond", "0"), ("Telegram:MessagesPerSecondAndChat", "0"));
        await _telegram.World.Until(() => people.All(person => person.Deliveries.Count > 0), "everybody answered", TimeSpan.FromSeconds(60));
        await using var database = _store.Open();
        await Eventually.IsTrue(async () => await database.ReadAsync(session => session.One<int>("select count(*) from outbox where status = 'pending'")) is 0);

        Assert.All(people, person => Assert.InRange(person.Deliveries.Count, 1, 2));
        Assert.InRange(people.Sum(person => person.Deliveries.Count - 1), 0, DeliveryPolicy.MostInFlight);
    }

    RealProgram Start(params (string Key, string Value)[] more) => RealProgram.Start(
    [
        .. more,
        ("Telegram:BotToken", _telegram.Token), ("Telegram:ApiBaseUrl", _telegram.Url),
        ("Llm:Endpoint", _model.Endpoint), ("Llm:Model", "test"),
        ("Storage:ConnectionString", $"Data Source={_store.File}"),
    ]);

    /// <summary>Runs the program until it makes a call, and kills it before the call is done.</summary>
    async Task KillAt(string? method, int call)
    {
        RealProgram? program = null;
        using var started = new ManualResetEventSlim();
        var calls = 0;
        _telegram.Faults.Otherwise = made =>
        {
            if ((method is not null && made.Method != method) || Interlocked.Increment(ref calls) != call) return null;
            started.Wait();
            program!.Kill();
            return new Fault.DropBefore();
        };
        if (method is not null) _telegram.User(Ann).Says(Some.Goal);
        await using (program = Start())
        {
            started.Set();
            await program.WaitForExitAsync();
        }
        _telegram.Faults.Clear();
    }

    async Task AssertAnsweredOnce()
    {
        var ann = _telegram.User(Ann);
        await ann.WaitForDeliveries(1);
        ann.Presses("Done");
        await _telegram.World.Until(() => ann.Deliveries.Any(delivery => delivery.Message.Text.Contains("Your first one kept", StringComparison.Ordinal)), "celebrated");
        await _telegram.Updates.UntilAllConfirmed();

        Assert.Equal([DeliveryKind.Sent, DeliveryKind.Edited], ann.Deliveries.Select(delivery => delivery.Kind));
        await using var database = _store.Open();
        Assert.Equal(1, await database.ReadAsync(session => session.One<int>("select count(*) from wins")));
        Assert.Equal(1, await database.ReadAsync(session => session.One<int>("select count(*) from goals")));
        Assert.Equal(0, await database.ReadAsync(session => session.One<int>("select count(*) from inbox where status <> 'handled'")));
        Assert.Empty(_telegram.Complaints);
    }
}
