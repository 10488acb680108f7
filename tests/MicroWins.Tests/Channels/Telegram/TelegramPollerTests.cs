using System.Text.Json.Nodes;
using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class TelegramPollerTests : TelegramBed
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly QueueInbox inbox = new();

    [Fact]
    public async Task An_update_is_confirmed_only_after_it_was_stored()
    {
        var stored = new TaskCompletionSource();
        inbox.Gate = stored.Task;
        var update = Server.User(42).Says("my essay");
        _ = Poller().RunAsync(inbox.Store, Stopping);

        await Server.WaitForCalls("getUpdates", 1);
        await Breathe();
        Assert.Equal((1, 1), (Server.World.Count("getUpdates"), Server.Updates.Waiting));

        stored.SetResult();
        Assert.Equal($"telegram:update:{update}", (await inbox.Next()).Key);
        await Server.WaitForCalls("getUpdates", 2);
        Assert.Equal(update + 1, Server.Calls("getUpdates")[1].Number("offset"));
    }

    [Fact]
    public async Task What_the_store_did_not_take_comes_again_after_a_while()
    {
        inbox.Failures = 2;
        Server.User(42).Says("my essay");
        _ = Poller().RunAsync(inbox.Store, Stopping);
        var next = inbox.NextText();

        await AdvanceUntil(next, Second);

        Assert.Equal("my essay", await next);
        Assert.Equal(3, inbox.Batches);
        Assert.Contains("disk full", Assert.Single(Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poller_that_dies_while_storing_leaves_the_updates_to_the_next_one()
    {
        inbox.Gate = new TaskCompletionSource().Task;
        Server.User(42).Says("my essay");
        using var death = new CancellationTokenSource();
        var first = Poller().RunAsync(inbox.Store, death.Token);
        await Server.WaitForCalls("getUpdates", 1);
        await Breathe();
        await death.CancelAsync();
        await first;

        var second = new QueueInbox();
        _ = Poller().RunAsync(second.Store, Stopping);

        Assert.Equal("my essay", await second.NextText());
    }

    [Fact]
    public async Task A_poll_names_the_kinds_of_updates_and_waits_long_but_for_the_first()
    {
        _ = Poller().RunAsync(inbox.Store, Stopping);
        await Server.WaitForCalls("getUpdates", 2);

        var calls = Server.Calls("getUpdates");

        Assert.All(calls, call => Assert.Equal("""["message","callback_query","my_chat_member"]""", call.Text("allowed_updates")));
        Assert.Equal([null, 30], calls.Select(call => call.Number("timeout")));
    }

    [Fact]
    public async Task Cancelling_ends_a_long_poll_at_once_and_without_an_exception()
    {
        using var stop = new CancellationTokenSource();
        var run = Poller().RunAsync(inbox.Store, stop.Token);
        await Server.WaitForCalls("getUpdates", 1);

        await stop.CancelAsync();

        await run.WaitAsync(TimeSpan.FromSeconds(5));
    }

    public static TheoryData<Fault> Breakages =>
        [new Fault.GatewayError(), new Fault.GatewayError(500), new Fault.DropBefore(), new Fault.DropAfter(), new Fault.HalfAnswer(), new Fault.Refusal(500, "Internal Server Error")];

    [Theory]
    [MemberData(nameof(Breakages), DisableDiscoveryEnumeration = true)]
    public async Task After_an_outage_everything_comes_in_and_the_log_has_one_line_for_it(Fault fault)
    {
        Server.Faults.Add(fault, "getUpdates", times: 4);
        Server.User(42).Says("one");
        Server.User(43).Says("two");
        _ = Poller().RunAsync(inbox.Store, Stopping);
        var (one, two) = (inbox.NextText(), inbox.NextText());

        await AdvanceUntil(two, Second);

        Assert.Equal(["one", "two"], [await one, await two]);
        Assert.Single(Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
        Assert.Single(Log.Lines, line => line.StartsWith("Information", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_to_wait_the_poller_waits_exactly_that_long()
    {
        Server.Faults.Add(new Fault.TooManyRequests(7), "getUpdates");
        _ = Poller().RunAsync(inbox.Store, Stopping);
        await Server.WaitForCalls("getUpdates", 1);
        await Breathe();

        Clock.Advance(TimeSpan.FromSeconds(6.9));
        await Breathe();
        Assert.Equal(1, Server.World.Count("getUpdates"));

        await AdvanceUntil(Server.WaitForCalls("getUpdates", 2), TimeSpan.FromSeconds(0.1));
    }

    [Fact]
    public async Task A_second_poller_is_told_of_once_and_outlasted()
    {
        Server.Faults.Add(new Fault.Refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"), "getUpdates", times: 3);
        Server.User(42).Says("still here");
        _ = Poller().RunAsync(inbox.Store, Stopping);
        var next = inbox.NextText();
        await AdvanceUntil(next, 10 * Second);
        Assert.Equal("still here", await next);

        using var othersLog = new CollectedLog();
        _ = Poller(othersLog).RunAsync(new QueueInbox().Store, Stopping);
        await AdvanceUntil(Server.WaitForCalls("getUpdates", 9), 10 * Second);

        Assert.Contains("Another program", Assert.Single(Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1:AAtest-token_of-the_micro-wins_tests")]
    [InlineData("987654321:AAtest-token_of-the_micro-wins_testz")]
    public async Task A_wrong_token_ends_the_loop_with_a_sentence_that_does_not_hold_it(string token)
    {
        using var wrong = new TelegramClients(Options(token));
        var poller = new TelegramPoller(wrong.Polling, new(wrong.Sending, Clock), new UpdateReader([]), Clock, Log.For<TelegramPoller>());

        var refused = await Assert.ThrowsAsync<TelegramTokenRefusedException>(() => poller.RunAsync(inbox.Store, Stopping));

        Assert.Contains("Telegram:BotToken", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(token, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_was_left_behind_is_removed()
    {
        Server.World.Webhook = "https://example.org/hook";
        Server.User(42).Says("hello");
        _ = Poller().RunAsync(inbox.Store, Stopping);
        var next = inbox.NextText();

        await AdvanceUntil(next, Second);

        Assert.Null(Server.World.Webhook);
        Assert.NotEqual("True", Server.Calls("deleteWebhook")[0].Text("drop_pending_updates"));
    }

    [Theory]
    [InlineData("""{"update_id":ID,"message":{"message_id":"seven"}}""")]
    [InlineData("""{"update_id":ID,"message":[]}""")]
    [InlineData("""{"update_id":ID,"my_chat_member":{"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"A"},"date":1}}""")]
    [InlineData("""{"update_id":ID,"callback_query":{"id":5,"data":7}}""")]
    [InlineData("""{"update_id":"ID","message":{}}""")]
    [InlineData("[ID]")]
    [InlineData("null")]
    public async Task An_update_that_cannot_be_read_is_skipped_and_holds_up_nobody(string broken)
    {
        Server.User(42).Says("before");
        var id = Server.Updates.NextId;
        Server.Updates.AddRaw(id, broken.Replace("ID", $"{id}", StringComparison.Ordinal));
        Server.User(42).Says("after");
        _ = Poller().RunAsync(inbox.Store, Stopping);

        Assert.Equal(["before", "after"], [await inbox.NextText(), await inbox.NextText()]);
        await Server.Updates.UntilAllConfirmed();
        Assert.DoesNotContain("seven", Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task An_answer_without_any_number_is_not_asked_for_again_at_once(string update)
    {
        Server.Updates.AddRaw(Server.Updates.NextId, update);
        _ = Poller().RunAsync(inbox.Store, Stopping);

        await Server.WaitForCalls("getUpdates", 1);
        await Breathe();
        Assert.Equal(1, Server.World.Count("getUpdates"));

        await AdvanceUntil(Server.WaitForCalls("getUpdates", 3), Second);
    }

    [Fact]
    public async Task Updates_in_disorder_are_stored_in_order_and_confirmed_by_the_highest_number()
    {
        Server.Updates.Disorder = batch => batch.Reverse();
        var ids = new[] { "one", "two", "three" }.Select(text => Server.User(42).Says(text)).ToList();
        _ = Poller().RunAsync(inbox.Store, Stopping);

        Assert.Equal(["one", "two", "three"], [await inbox.NextText(), await inbox.NextText(), await inbox.NextText()]);
        await Server.WaitForCalls("getUpdates", 2);
        Assert.Equal(ids.Max() + 1, Server.Calls("getUpdates")[1].Number("offset"));
    }

    [Fact]
    public async Task After_a_quiet_time_everything_is_asked_for_since_telegram_may_number_anew_and_lower()
    {
        await using var server = await BotApiServer.StartAsync(time: Clock);
        using var clients = new TelegramClients(new() { BotToken = server.Token, ApiBaseUrl = server.Url });
        server.User(42).Says("before");
        _ = new TelegramPoller(clients.Polling, new(clients.Sending, Clock), new UpdateReader([]), Clock, Log.For<TelegramPoller>()).RunAsync(inbox.Store, Stopping);
        Assert.Equal("before", await inbox.NextText());

        await AdvanceUntil(server.WaitForCalls("getUpdates", 4), 5 * Second);
        server.Updates.AddRaw(7, """{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":42,"type":"private","first_name":"A"},"from":{"id":42,"is_bot":false,"first_name":"A"},"text":"a week later"}}""");

        Assert.Equal("a week later", await inbox.NextText());
        Assert.Equal(0, server.Calls("getUpdates")[3].Number("offset") ?? 0);
    }

    [Fact]
    public async Task A_repeated_update_has_the_key_of_the_first_and_what_follows_still_comes()
    {
        Server.User(42).Says("one");
        _ = Poller().RunAsync(inbox.Store, Stopping);
        var first = await inbox.Next();
        await Server.WaitForCalls("getUpdates", 2);

        Server.Updates.Repeat(1);
        Assert.Equal(first, await inbox.Next());
        Server.User(42).Says("two");
        Assert.Equal("two", await inbox.NextText());
    }

    [Fact]
    public async Task A_press_is_answered_once_it_is_stored()
    {
        var press = Server.User(42).PressesData("done:7", 9);
        _ = Poller().RunAsync(inbox.Store, Stopping);

        Assert.Equal(new ChatEvent.ButtonPressed("done:7", "9"), (await inbox.Next()).Event);
        await Server.WaitForCalls("answerCallbackQuery", 1);
        Assert.Equal(press, Server.Calls("answerCallbackQuery")[0].Text("callback_query_id"));
    }

    [Fact]
    public async Task An_answer_to_a_press_that_fails_or_hangs_holds_up_nothing()
    {
        Server.Faults.Add(new Fault.Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), "answerCallbackQuery");
        Server.Faults.Add(new Fault.HoldUntil(new TaskCompletionSource().Task), "answerCallbackQuery", times: 50);
        for (var i = 0; i < 40; i++) Server.User(42).PressesData($"done:{i}", 9);
        Server.User(42).Says("and a line");
        _ = Poller().RunAsync(inbox.Store, Stopping);

        for (var i = 0; i < 40; i++) await inbox.Next();
        Assert.Equal("and a line", await inbox.NextText());
        Server.User(42).Says("and another");
        Assert.Equal("and another", await inbox.NextText());
    }

    [Fact]
    public async Task Strangers_groups_and_edits_leave_nothing_in_the_inbox()
    {
        Server.User(7).Says("let me in");
        Server.User(42).Rewrites("another wording");
        Server.Updates.Add("message", """{"message_id":1,"date":1,"chat":{"id":-5,"type":"group","title":"G"},"from":{"id":42,"is_bot":false,"first_name":"A"},"text":"/help@MicroWinsTestBot"}""");
        Server.User(42).Says("hello");
        _ = Poller(42).RunAsync(inbox.Store, Stopping);

        Assert.Equal("hello", await inbox.NextText());
        Assert.True(inbox.IsEmpty);
    }

    [Fact]
    public async Task A_whole_visit_comes_in_as_it_happened()
    {
        var ana = Server.User(42);
        ana.LanguageCode = "de";
        _ = Poller().RunAsync(inbox.Store, Stopping);

        ana.Says("/start");
        Assert.Equal(("de", new ChatEvent.TextWritten("/start")), await NextOf());
        await Sender.SendAsync(Chat(42), Message("Ready?", "Done", "Later"), Stopping);
        ana.Presses("Done");
        Assert.Equal(("de", new ChatEvent.ButtonPressed("data:Done", $"{ana.Messages[0].Id}")), await NextOf());
        ana.Sends("dice", new JsonObject { ["emoji"] = "🎲", ["value"] = 3 });
        Assert.IsType<ChatEvent.OtherSent>((await inbox.Next()).Event);
        ana.Blocks();
        Assert.IsType<ChatEvent.PersonLeft>((await inbox.Next()).Event);
        ana.Unblocks();
        Assert.IsType<ChatEvent.PersonCameBack>((await inbox.Next()).Event);

        async Task<(string?, ChatEvent)> NextOf()
        {
            var next = await inbox.Next();
            return (next.LanguageTag, next.Event);
        }
    }
}
