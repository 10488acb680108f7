using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>The real program, a Bot API server with its moods, and a person who writes and presses.</summary>
public sealed class TelegramChatTests : IAsyncLifetime
{
    const long Ann = 42;

    readonly TemporaryStore _store = new();
    BotApiServer _telegram = null!;

    public async Task InitializeAsync() => _telegram = await BotApiServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task A_goal_becomes_one_kept_step_and_cards_are_edited_rather_than_repeated()
    {
        await using var program = Start();
        var ann = _telegram.User(Ann);

        ann.Says(Some.Goal);
        var card = (await ann.NextAsync()).Message;
        ann.Presses("Smaller");
        var smaller = await ann.NextAsync();
        ann.Presses("See all");
        var plan = await ann.NextAsync();
        ann.Presses("Back to the step");
        await ann.NextAsync();
        ann.Presses("Done");
        var celebration = await ann.NextAsync();
        ann.Presses("Keep going");
        var next = await ann.NextAsync();

        Assert.Equal(["Start now", "Done", "Smaller", "Later", "Skip", "See all"], card.Labels);
        Assert.All([smaller, plan, celebration], delivery => Assert.Equal((DeliveryKind.Edited, card.Id), (delivery.Kind, delivery.Message.Id)));
        Assert.Contains("Your first one kept", celebration.Message.Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryKind.Sent, next.Kind);
        await _telegram.World.Until(() => _telegram.Calls("answerCallbackQuery").Count is 5, "every press answered");
        Assert.Empty(_telegram.Complaints);
    }

    [Fact]
    public async Task The_person_is_answered_in_the_language_of_their_telegram()
    {
        await using var program = Start();
        var ann = _telegram.User(Ann);
        ann.LanguageCode = "de";

        ann.Says("/start");

        Assert.Contains("Was", (await ann.NextAsync()).Message.Text, StringComparison.Ordinal);
        await _telegram.WaitForCalls("setMyCommands", 8);
    }

    [Fact]
    public async Task Faults_on_the_way_delay_messages_and_lose_none()
    {
        _telegram.Faults.Add(new Fault.GatewayError(), "sendMessage");
        _telegram.Faults.Add(new Fault.DropBefore(), "sendMessage");
        _telegram.Faults.Add(new Fault.TooManyRequests(1), "sendMessage");
        _telegram.Faults.Add(new Fault.GatewayError(), "getUpdates", times: 2);
        await using var program = Start();
        var ann = _telegram.User(Ann);

        ann.Says(Some.Goal);
        ann.Says("/goals");
        await ann.WaitForDeliveries(2, TimeSpan.FromSeconds(60));

        Assert.Equal(2, ann.Messages.Count);
        Assert.StartsWith("Your goals", ann.Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_blocked_the_bot_finds_the_answer_when_they_are_back()
    {
        var ann = _telegram.User(Ann);
        ann.Says(Some.Goal);
        ann.Blocks();
        await using var program = Start();
        await _telegram.Updates.UntilAllConfirmed();
        Assert.Empty(ann.Messages);

        ann.Unblocks();
        await ann.WaitForDeliveries(1, TimeSpan.FromSeconds(60));

        Assert.Contains("Start now", ann.Messages[0].Labels);
    }

    [Fact]
    public async Task A_stop_finishes_what_is_on_its_way_and_the_next_start_sends_the_rest_once()
    {
        var people = Enumerable.Range(1000, 40).Select(id => _telegram.User(id)).ToList();
        foreach (var person in people) person.Says("/help");
        var released = new TaskCompletionSource();
        _telegram.Faults.Add(new Fault.HoldUntil(released.Task), "sendMessage", times: 3);
        await using (var program = Start())
        {
            await _telegram.WaitForCalls("sendMessage", 3);
            await program.TerminateAsync();
            released.SetResult();
            await program.WaitForExitAsync();
            Assert.Equal(0, program.ExitCode);
        }

        await using var restarted = Start();
        await _telegram.World.Until(() => people.All(person => person.Deliveries.Count > 0), "everybody answered", TimeSpan.FromSeconds(60));
        await using var database = _store.Open();
        await Eventually.IsTrue(async () => await database.ReadAsync(session => session.One<int>("select count(*) from outbox where status = 'pending'")) is 0);

        Assert.All(people, person => Assert.Single(person.Deliveries));
    }

    [Fact]
    public async Task A_token_that_telegram_refuses_stops_the_program_with_a_sentence_and_exit_code_2()
    {
        await using var program = Start(token: "1234567:AAwrong-token-of-the-micro-wins-tests_");

        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith("Telegram refuses the token in Telegram:BotToken", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AAwrong", program.Errors + program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_token_nor_a_word_of_the_person_is_logged()
    {
        _telegram.Faults.Add(new Fault.GatewayError(), "sendMessage");
        _telegram.Faults.Add(new Fault.Refusal(400, "Bad Request: something is wrong with zebras"), "sendMessage", skip: 1);
        await using var program = Start();
        var ann = _telegram.User(Ann);

        ann.Says("write my paper about zebras until thursday");
        ann.Says("/goals");
        await ann.WaitForDeliveries(1, TimeSpan.FromSeconds(60));

        var log = program.Output + program.Errors;
        Assert.Contains("could not be sent", log, StringComparison.Ordinal);
        Assert.DoesNotContain("zebra", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_telegram.Token.Split(':')[1], log, StringComparison.Ordinal);
    }

    RealProgram Start(string? token = null) => RealProgram.Start(
    [
        ("Telegram:BotToken", token ?? _telegram.Token), ("Telegram:ApiBaseUrl", _telegram.Url),
        ("Storage:ConnectionString", $"Data Source={_store.File}"),
    ]);
}
