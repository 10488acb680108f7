using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>The real program, a Bot API server with its moods, and people who write and press.</summary>
[Collection(nameof(OneBot))]
public sealed class TelegramChatTests(OneBot bot) : IDisposable
{
    public void Dispose() => bot.Telegram.Faults.Clear();

    [Fact]
    public async Task A_goal_becomes_one_kept_step_and_cards_are_edited_rather_than_repeated()
    {
        var ann = bot.Somebody();

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
        await bot.Telegram.World.Until(() => AnswersTo(ann) is 5, "every press answered");
        Assert.Empty(bot.Telegram.Complaints);
    }

    [Fact]
    public async Task The_person_is_answered_in_the_language_of_their_telegram()
    {
        var ann = bot.Somebody();
        ann.LanguageCode = "de";

        ann.Says("/start");

        Assert.Contains("Was", (await ann.NextAsync()).Message.Text, StringComparison.Ordinal);
        await bot.Telegram.WaitForCalls("setMyCommands", 8);
    }

    [Fact]
    public async Task Faults_on_the_way_delay_messages_and_lose_none()
    {
        bot.Telegram.Faults.Add(new Fault.GatewayError(), "sendMessage");
        bot.Telegram.Faults.Add(new Fault.DropBefore(), "sendMessage");
        bot.Telegram.Faults.Add(new Fault.TooManyRequests(1), "sendMessage");
        bot.Telegram.Faults.Add(new Fault.GatewayError(), "getUpdates", times: 2);
        var ann = bot.Somebody();

        ann.Says(Some.Goal);
        ann.Says("/goals");
        await ann.WaitForDeliveries(2);

        Assert.Equal(2, ann.Messages.Count);
        Assert.StartsWith("Your goals", ann.Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_token_nor_a_word_of_the_person_is_logged()
    {
        bot.Telegram.Faults.Add(new Fault.GatewayError(), "sendMessage");
        bot.Telegram.Faults.Add(new Fault.Refusal(400, "Bad Request: something is wrong with zebras"), "sendMessage", skip: 1);
        var ann = bot.Somebody();

        ann.Says("write my paper about zebras until thursday");
        ann.Says("/goals");
        await ann.WaitForDeliveries(1);

        // What it has said may be on its way to us.
        await Eventually.IsTrueOfProgram(() => bot.Program.Output.Contains("could not be sent", StringComparison.Ordinal));
        var log = bot.Program.Output + bot.Program.Errors;
        Assert.DoesNotContain("zebra", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(bot.Telegram.Token.Split(':')[1], log, StringComparison.Ordinal);
    }

    int AnswersTo(Person person) =>
        bot.Telegram.Calls("answerCallbackQuery").Count(call => call.Text("callback_query_id")!.StartsWith($"{person.Id}", StringComparison.Ordinal));
}

/// <summary>The same with what waits at the start of the program, and at its end.</summary>
public sealed class TelegramStartAndStopTests : ProgramBed
{
    [Fact]
    public async Task Somebody_who_blocked_the_bot_finds_the_answer_when_they_are_back()
    {
        var ann = Telegram.User(42);
        ann.Says(Some.Goal);
        ann.Blocks();
        await using var program = Start();
        await Telegram.Updates.UntilAllConfirmed();
        Assert.Empty(ann.Messages);

        ann.Unblocks();
        await ann.WaitForDeliveries(1);

        Assert.Contains("Start now", ann.Messages[0].Labels);
    }

    [Fact]
    public async Task A_stop_finishes_what_is_on_its_way_and_the_next_start_sends_the_rest_once()
    {
        var people = Enumerable.Range(1000, 40).Select(id => Telegram.User(id)).ToList();
        foreach (var person in people) person.Says("/help");
        var released = new TaskCompletionSource();
        Telegram.Faults.Add(new Fault.HoldUntil(released.Task), "sendMessage", times: 3);
        await using (var program = Start())
        {
            await Telegram.WaitForCalls("sendMessage", 3);
            await program.TerminateAsync();
            released.SetResult();
            await program.WaitForExitAsync();
            Assert.Equal(0, program.ExitCode);
        }

        await using var restarted = Start();
        await Telegram.World.Until(() => people.All(person => person.Deliveries.Count > 0), "everybody answered");
        await Eventually.IsTrueOfProgram(async () => await CountAsync("select count(*) from outbox where status = 'pending'") is 0);

        Assert.All(people, person => Assert.Single(person.Deliveries));
    }

    [Fact]
    public async Task A_token_that_telegram_refuses_stops_the_program_with_a_sentence_and_exit_code_2()
    {
        await using var program = Start(("Telegram:BotToken", "1234567:AAwrong-token-of-the-micro-wins-tests_"));

        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith("Telegram refuses the token in Telegram:BotToken", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AAwrong", program.Errors + program.Output, StringComparison.Ordinal);
    }
}
