using MicroWins.Messaging;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>kill -9 at one point of the flow after the other, with the real program, a Bot API server and a model server.</summary>
public sealed class KillTests : ProgramWithModelBed
{
    /// <summary>Each life answers what the one before it was killed over, and is killed over the next person.</summary>
    [Fact]
    public async Task A_kill_at_one_point_of_the_flow_after_the_other_loses_no_message_and_answers_each_once()
    {
        // Before the program has asked for anything, and while it asks for the first time.
        Telegram.User(1).Says(Some.Goal);
        await KillAtStart("setMyCommands", 1);
        await KillAtStart("getUpdates", 1);
        // The event is stored, but Telegram does not know it: it is delivered again.
        await AnswerAndKillAt("getUpdates", waits: 1, next: 2);
        // The turn is committed, and nothing is sent.
        await AnswerAndKillAt("sendMessage", waits: 2, next: 3);
        // The model thinks.
        await using (var program = Start())
        {
            await AssertAnsweredOnce(3);
            Model.WillAnswer(OpenAiReply.Silence);
            var asked = Model.Requests.Count;
            Telegram.User(4).Says(Some.Goal);
            await Model.ArrivedAsync(asked + 1);
            await Telegram.WaitForCalls("sendChatAction", 1);
            program.Kill();
            await program.WaitForExitAsync();
        }

        await using var last = Start();
        await AssertAnsweredOnce(4);
    }

    [Fact]
    public async Task A_kill_at_every_call_in_turn_counts_no_win_twice_and_loses_nothing()
    {
        Telegram.User(1).Says(Some.Goal);
        for (var call = 1; call <= 4; call++) await KillAtStart(method: null, call);

        await using var restarted = Start();
        await AssertAnsweredOnce(1);
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_a_flood_loses_nothing_and_doubles_at_most_what_was_in_flight()
    {
        var people = Enumerable.Range(1000, 300).Select(id => Telegram.User(id)).ToList();
        foreach (var person in people) person.Says("/help");
        (string, string)[] unhurt = [("Telegram:MessagesPerSecond", "0"), ("Telegram:MessagesPerSecondAndChat", "0")];
        await KillAtStart("sendMessage", 150, new Fault.DropAfter(), unhurt);

        await using var restarted = Start(unhurt);
        await Telegram.World.Until(() => people.All(person => person.Deliveries.Count > 0), "everybody answered");
        await Eventually.IsTrueOfProgram(async () => await CountAsync("select count(*) from outbox where status = 'pending'") is 0);

        Assert.All(people, person => Assert.InRange(person.Deliveries.Count, 1, 2));
        Assert.InRange(people.Sum(person => person.Deliveries.Count - 1), 0, DeliveryPolicy.MostInFlight);
    }

    /// <summary>The farewell comes from a chat of which nothing is kept any more.</summary>
    [Fact]
    public async Task A_kill_over_the_farewell_of_a_delete_leaves_nothing_of_the_person_and_the_farewell_still_comes()
    {
        var person = Telegram.User(1);
        await using (var program = Start())
        {
            person.Says(Some.Goal);
            await person.WaitForDeliveries(1);
            person.Says("/delete");
            await person.WaitForDeliveries(2);
            KillAt("editMessageText", 1, new Fault.DropBefore(), () => program);
            person.Presses("Delete all");
            await program.WaitForExitAsync();
        }
        Telegram.Faults.Clear();
        Assert.Equal(0, await CountAsync("select count(*) from goals"));
        Assert.Equal(["outbox"], (await RowsAsync()).Where(table => table.Value > 0).Select(table => table.Key).Order());

        await using var restarted = Start();
        await person.WaitForDeliveries(3);
        await Telegram.Updates.UntilAllConfirmed();
        await Eventually.IsTrueOfProgram(async () => (await RowsAsync()).Values.Sum() is 0);

        Assert.Contains("all deleted", person.Deliveries[2].Message.Text, StringComparison.Ordinal);
        Assert.Empty(Telegram.Complaints);
    }

    async Task<IReadOnlyDictionary<string, long>> RowsAsync()
    {
        await using var database = Store.Open();
        return await database.ReadAsync(session => session.RowsOf("telegram:1"));
    }

    /// <summary>Runs the program until it makes a call, and kills it before the call is done.</summary>
    async Task KillAtStart(string? method, int call, Fault? fault = null, params (string, string)[] settings)
    {
        RealProgram? program = null;
        using var started = new ManualResetEventSlim();
        KillAt(method, call, fault ?? new Fault.DropBefore(), () =>
        {
            started.Wait();
            return program!;
        });
        await using (program = Start(settings))
        {
            started.Set();
            await program.WaitForExitAsync();
        }
        Telegram.Faults.Clear();
    }

    /// <summary>Runs the program until it has answered somebody, and kills it at the next call of a method, over somebody else.</summary>
    async Task AnswerAndKillAt(string method, long waits, long next)
    {
        await using (var program = Start())
        {
            await AssertAnsweredOnce(waits);
            KillAt(method, 1, new Fault.DropBefore(), () => program);
            Telegram.User(next).Says(Some.Goal);
            await program.WaitForExitAsync();
        }
        Telegram.Faults.Clear();
    }

    void KillAt(string? method, int call, Fault fault, Func<RealProgram> program)
    {
        var calls = 0;
        Telegram.Faults.Otherwise = made =>
        {
            if ((method is not null && made.Method != method) || Interlocked.Increment(ref calls) != call) return null;
            program().Kill();
            return fault;
        };
    }

    async Task AssertAnsweredOnce(long id)
    {
        var person = Telegram.User(id);
        await person.WaitForDeliveries(1);
        person.Presses("Done");
        await Telegram.World.Until(() => person.Deliveries.Any(delivery => delivery.Message.Text.Contains("Your first one kept", StringComparison.Ordinal)), $"{id} celebrated");
        await Telegram.Updates.UntilAllConfirmed();

        Assert.Equal([DeliveryKind.Sent, DeliveryKind.Edited], person.Deliveries.Select(delivery => delivery.Kind));
        Assert.Equal(1, await CountAsync($"select count(*) from wins where chat_id = 'telegram:{id}'"));
        Assert.Equal(1, await CountAsync($"select count(*) from goals where chat_id = 'telegram:{id}'"));
        Assert.Equal(0, await CountAsync("select count(*) from inbox where status <> 'handled'"));
        Assert.Empty(Telegram.Complaints);
    }
}
