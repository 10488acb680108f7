using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>The real program with a webhook: Telegram's side is played by hand, over real HTTP.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    const string Secret = "a-secret_of-the-tests";
    const string Header = "X-Telegram-Bot-Api-Secret-Token";

    readonly TemporaryStore _store = new();
    readonly int _port = SomePort.Free();
    readonly HttpClient _http = new();
    BotApiServer _telegram = null!;

    string Address => $"http://127.0.0.1:{_port}/telegram";

    public async Task InitializeAsync() => _telegram = await BotApiServer.StartAsync();

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _telegram.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task Telegram_is_told_where_to_send_and_what_it_sends_is_answered()
    {
        await using var program = await StartAsync();
        var ann = _telegram.User(42);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(1, 42, Some.Goal)));
        var card = (await ann.NextAsync()).Message;
        var done = card.Buttons.SelectMany(row => row).First(button => button.Label == "Done");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Press(2, 42, done.Data, card.Id)));
        var celebration = await ann.NextAsync();

        var set = Assert.Single(_telegram.Calls("setWebhook"));
        Assert.Equal((Address, Secret), (set.Text("url"), set.Text("secret_token")));
        Assert.Equal(["message", "callback_query", "my_chat_member"], set.Json("allowed_updates")!.Value.EnumerateArray().Select(kind => kind.GetString()));
        Assert.NotEqual("true", set.Text("drop_pending_updates")?.ToLowerInvariant());
        Assert.Equal((DeliveryKind.Edited, card.Id), (celebration.Kind, celebration.Message.Id));
        await _telegram.WaitForCalls("answerCallbackQuery", 1);
        Assert.Empty(_telegram.Calls("getUpdates"));
        Assert.Empty(_telegram.Complaints);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret_of-the-test")]
    [InlineData("a-secret_of-the-tests_")]
    [InlineData("A-SECRET_OF-THE-TESTS")]
    public async Task Somebody_without_the_secret_is_turned_away_without_a_word(string? secret)
    {
        await using var program = await StartAsync();

        using var answer = await SendAsync(Text(1, 42, Some.Goal), secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await CountAsync("select count(*) from inbox"));
    }

    [Fact]
    public async Task An_update_that_comes_again_is_taken_again_and_answered_once()
    {
        await using var program = await StartAsync();
        var update = Text(7, 42, Some.Goal);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(update)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(8, 42, "/goals")));
        await _telegram.User(42).WaitForDeliveries(2);

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(2, await CountAsync("select count(*) from inbox"));
        Assert.StartsWith("Your goals", _telegram.User(42).Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_with_200_survives_a_kill_in_the_next_moment()
    {
        _telegram.Faults.Add(new Fault.GatewayError(), "sendMessage", times: 1000);
        await using (var program = await StartAsync())
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(1, 42, Some.Goal)));
            program.Kill();
            await program.WaitForExitAsync();
        }
        Assert.Equal(1, await CountAsync("select count(*) from inbox"));
        _telegram.Faults.Clear();

        await using var restarted = Start();
        await _telegram.User(42).WaitForDeliveries(1);

        Assert.Contains("Done", _telegram.User(42).Messages[0].Labels);
    }

    [Fact]
    public async Task What_nobody_can_read_is_acknowledged_so_that_it_does_not_come_for_ever_and_no_word_of_it_is_logged()
    {
        await using var program = await StartAsync();
        string[] unreadable =
        [
            "", "zebra", "[1,2]", """{"message":{"text":"zebra"}}""", """{"update_id":"zebra"}""", """{"update_id":5,"message":{"text":["zebra"]}}""",
            $$"""{"update_id":6,"message":"{{new string('z', 1024 * 1024)}}ebra"}""",
        ];

        foreach (var body in unreadable) Assert.Equal(HttpStatusCode.OK, await PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(9, 42, "/help")));
        await _telegram.User(42).WaitForDeliveries(1);

        Assert.Equal(1, await CountAsync("select count(*) from inbox"));
        var log = program.Output + program.Errors;
        Assert.Equal(unreadable.Length, log.Split("and is skipped").Length - 1);
        Assert.DoesNotContain("zebra", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_chats_at_once_are_all_answered_each_in_its_order()
    {
        await using var program = await StartAsync();
        string[] lines = ["/help", "/goals", "/settings", "/language", "/stats"];
        var alone = await AnswersAsync(99, lines, oneByOne: true);

        // As Telegram does: chats side by side, and in a chat the next one when the last was taken.
        var together = await Task.WhenAll(Enumerable.Range(1, 10).Select(chat => AnswersAsync(chat, lines, oneByOne: false, alone.Count)));

        Assert.Equal(lines.Length, alone.Distinct().Count());
        Assert.All(together, said => Assert.Equal(alone, said));
    }

    async Task<IReadOnlyList<string>> AnswersAsync(long chat, string[] lines, bool oneByOne, int expected = 0)
    {
        var person = _telegram.User(chat);
        for (var line = 0; line < lines.Length; line++)
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(Text((int)(chat * 100) + line, chat, lines[line])));
            if (oneByOne) await person.WaitForDeliveries(line + 1, TimeSpan.FromSeconds(60));
        }
        if (!oneByOne) await person.WaitForDeliveries(expected, TimeSpan.FromSeconds(60));
        return [.. person.Messages.Select(message => message.Text)];
    }

    [Fact]
    public async Task A_stranger_to_the_allow_list_gets_silence_over_a_webhook_too()
    {
        await using var program = await StartAsync(("Telegram:AllowedUsers:0", "42"));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(1, 43, "/help")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Text(2, 42, "/help")));
        await _telegram.User(42).WaitForDeliveries(1);

        Assert.Equal(1, await CountAsync("select count(*) from inbox"));
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start_with_a_sentence()
    {
        await using var first = await StartAsync();
        await using var second = Start();

        await second.WaitForExitAsync();

        Assert.Equal(2, second.ExitCode);
        Assert.StartsWith("Http:Port is taken", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_polls_again_removes_the_webhook_and_takes_what_waits()
    {
        await using (var program = await StartAsync()) program.Kill();
        _telegram.User(42).Says("/help");

        await using var polling = RealProgram.Start([("Telegram:BotToken", _telegram.Token), ("Telegram:ApiBaseUrl", _telegram.Url), ("Storage:ConnectionString", $"Data Source={_store.File}")]);
        await _telegram.User(42).WaitForDeliveries(1, TimeSpan.FromSeconds(60));

        Assert.Null(_telegram.World.Webhook);
    }

    async Task<RealProgram> StartAsync(params (string, string)[] more)
    {
        var program = Start(more);
        await _telegram.WaitForCalls("setWebhook", 1, TimeSpan.FromSeconds(60));
        // The door opens in the same moments.
        await Eventually.IsTrue(async () =>
        {
            try { return (await _http.GetAsync(new Uri($"http://127.0.0.1:{_port}/health/live"))).IsSuccessStatusCode; }
            catch (HttpRequestException) { return false; }
        });
        return program;
    }

    RealProgram Start(params (string, string)[] more) => RealProgram.Start(
    [
        ("Telegram:BotToken", _telegram.Token), ("Telegram:ApiBaseUrl", _telegram.Url),
        ("Telegram:WebhookUrl", Address), ("Telegram:WebhookSecret", Secret), ("Http:Port", _port.ToString(CultureInfo.InvariantCulture)),
        ("Storage:ConnectionString", $"Data Source={_store.File}"), .. more,
    ]);

    async Task<HttpStatusCode> PostAsync(string body)
    {
        using var answer = await SendAsync(body, Secret);
        return answer.StatusCode;
    }

    async Task<HttpResponseMessage> SendAsync(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.TryAddWithoutValidation(Header, secret);
        return await _http.SendAsync(request);
    }

    async Task<long> CountAsync(string sql)
    {
        await using var database = _store.Open();
        return await database.ReadAsync(session => session.One<long>(sql));
    }

    string Text(int update, long chat, string text) => Update(update, "message", new JsonObject
    {
        ["message_id"] = update, ["date"] = 1_780_000_000, ["from"] = User(chat), ["chat"] = Chat(chat), ["text"] = text,
    });

    string Press(int update, long chat, string data, int message)
    {
        _telegram.World.OpenPresses.Add($"press{update}");
        return Update(update, "callback_query", new JsonObject
        {
            ["id"] = $"press{update}", ["from"] = User(chat), ["chat_instance"] = "1", ["data"] = data,
            ["message"] = new JsonObject { ["message_id"] = message, ["date"] = 1_780_000_000, ["chat"] = Chat(chat) },
        });
    }

    static string Update(int update, string kind, JsonObject content) => new JsonObject { ["update_id"] = update, [kind] = content }.ToJsonString();

    JsonObject User(long id)
    {
        _telegram.User(id);
        return new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = "Test", ["language_code"] = "en" };
    }

    static JsonObject Chat(long id) => new() { ["id"] = id, ["type"] = "private", ["first_name"] = "Test" };
}
