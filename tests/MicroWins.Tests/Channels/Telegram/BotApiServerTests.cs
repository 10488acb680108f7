using System.Net.Http.Json;
using System.Text.Json;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Channels.Telegram;

/// <summary>The test server keeps the contract of the real one; else every other test here would prove little.</summary>
public sealed class BotApiServerTests : IAsyncLifetime, IAsyncDisposable
{
    readonly HttpClient http = new();
    BotApiServer server = null!;

    public async Task InitializeAsync() => server = await BotApiServer.StartAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task An_update_is_given_out_until_a_higher_offset_confirms_it()
    {
        var (one, two) = (server.User(42).Says("one"), server.User(42).Says("two"));

        Assert.Equal([one, two], await UpdatesFrom(0));
        Assert.Equal([one, two], await UpdatesFrom(one));
        Assert.Equal([two], await UpdatesFrom(one + 1));
        Assert.Equal([two], await UpdatesFrom(0));
        Assert.Equal([], await UpdatesFrom(two + 1));
    }

    [Fact]
    public async Task A_long_poll_ends_when_an_update_comes()
    {
        var poll = UpdatesFrom(0, timeout: 30);
        await server.WaitForCalls("getUpdates", 1);

        var update = server.User(42).Says("one");

        Assert.Equal([update], await poll.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_long_poll_without_news_ends_empty() => Assert.Equal([], await UpdatesFrom(0, timeout: 1));

    [Fact]
    public async Task Of_two_pollers_the_earlier_hears_of_a_conflict()
    {
        var first = Call("getUpdates", new { timeout = 30 });
        await server.WaitForCalls("getUpdates", 1);
        var second = UpdatesFrom(0, timeout: 30);

        Assert.Equal(409, Code(await first));
        var update = server.User(42).Says("one");
        Assert.Equal([update], await second);
    }

    [Fact]
    public async Task A_caller_that_is_gone_takes_no_update_along()
    {
        using var gone = new CancellationTokenSource();
        var poll = http.PostAsJsonAsync($"{server.Url}/bot{server.Token}/getUpdates", new { timeout = 30 }, gone.Token);
        await server.WaitForCalls("getUpdates", 1);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);

        var update = server.User(42).Says("one");

        Assert.Equal([update], await UpdatesFrom(0, timeout: 5));
    }

    [Fact]
    public async Task Kinds_that_were_not_asked_for_are_not_given_out()
    {
        await Call("getUpdates", new { allowed_updates = new[] { "message" } });

        Assert.NotNull(server.User(42).Says("one"));
        Assert.Null(server.User(42).Rewrites("two"));
    }

    [Theory]
    [InlineData("<b>bold</b> &amp; &lt;3", null)]
    [InlineData("3 > 2 & so on &nosuch;", null)]
    [InlineData("<b>bold", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag, expected \"</i>\", found \"</b>\" at byte offset 7")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("ä<h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 2")]
    [InlineData("1 < 2", "Unclosed start tag at byte offset 2")]
    public async Task Markup_is_read_or_refused_in_Telegrams_words(string html, string? error)
    {
        _ = server.User(42);

        var answer = await Call("sendMessage", new { chat_id = 42, text = html, parse_mode = "HTML" });

        Assert.Equal(error is null ? null : $"Bad Request: can't parse entities: {error}", Description(answer));
    }

    [Theory]
    [InlineData("", "text must be non-empty")]
    [InlineData(" \n\u200b", "text must be non-empty")]
    public async Task A_text_with_nothing_to_see_is_refused(string text, string error)
    {
        _ = server.User(42);

        Assert.Equal($"Bad Request: {error}", Description(await Call("sendMessage", new { chat_id = 42, text })));
    }

    [Theory]
    [InlineData(4096, null)]
    [InlineData(4097, "Bad Request: message is too long")]
    public async Task The_length_counts_without_the_markup(int length, string? error)
    {
        _ = server.User(42);

        Assert.Equal(error, Description(await Call("sendMessage", new { chat_id = 42, text = $"<b>{new string('a', length)}</b>", parse_mode = "HTML" })));
    }

    [Theory]
    [InlineData("", "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", null)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "Bad Request: BUTTON_DATA_INVALID")]
    public async Task A_buttons_data_has_1_to_64_bytes(string data, string? error)
    {
        _ = server.User(42);
        var markup = new { inline_keyboard = new[] { new[] { new { text = "Done", callback_data = data } } } };

        Assert.Equal(error, Description(await Call("sendMessage", new { chat_id = 42, text = "x", reply_markup = markup })));
    }

    [Fact]
    public async Task Whoever_is_unknown_or_has_blocked_the_bot_gets_nothing()
    {
        server.User(42).Blocks();

        Assert.Equal("Bad Request: chat not found", Description(await Call("sendMessage", new { chat_id = 7, text = "x" })));
        Assert.Equal("Forbidden: bot was blocked by the user", Description(await Call("sendMessage", new { chat_id = 42, text = "x" })));
        server.User(42).Unblocks();
        Assert.Null(Description(await Call("sendMessage", new { chat_id = 42, text = "x" })));
    }

    [Fact]
    public async Task A_document_comes_in_a_multipart_form()
    {
        var ana = server.User(42);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("42"), "chat_id" }, { new StringContent("<b>all</b>"), "caption" }, { new StringContent("HTML"), "parse_mode" },
            { new ByteArrayContent([1, 2, 3]), "document", "export.json" },
        };

        await http.PostAsync($"{server.Url}/bot{server.Token}/sendDocument", form);

        var message = Assert.Single(ana.Messages);
        Assert.Equal(("document", "all", 3), (message.Kind, message.Text, message.File!.Content.Length));
        Assert.Empty(server.Complaints);
    }

    [Fact]
    public async Task Faults_strike_the_call_that_they_were_written_for()
    {
        _ = (server.User(42), server.User(43));
        server.Faults.Add(new Fault.TooManyRequests(3), "sendMessage", chat: 42, skip: 1);

        Assert.Null(Description(await Send(42)));
        Assert.Null(Description(await Send(43)));
        var refused = await Send(42);
        Assert.Equal((429, 3), (Code(refused), refused.GetProperty("parameters").GetProperty("retry_after").GetInt32()));
        Assert.Null(Description(await Send(42)));

        Task<JsonElement> Send(long chat) => Call("sendMessage", new { chat_id = chat, text = "x" });
    }

    [Fact]
    public void Who_sends_faster_than_allowed_is_told_how_long_to_wait()
    {
        var now = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var limits = new SendLimits(inOneChat: new(TimeSpan.FromSeconds(1), 2), overall: new(TimeSpan.FromSeconds(1), 4));

        Assert.Equal([null, null, 1, 1], Enumerable.Range(0, 4).Select(_ => limits.RetryAfter(42, now)));
        Assert.Equal([null, null, 1], Enumerable.Range(43, 3).Select(chat => limits.RetryAfter(chat, now)));
        Assert.Equal([null, 1], Enumerable.Range(0, 2).Select(_ => limits.RetryAfter(42, now.AddSeconds(1))));
    }

    [Fact]
    public async Task Limits_hold_for_messages_and_not_for_signs_of_life()
    {
        _ = server.User(42);
        server.Limits = new(inOneChat: new(TimeSpan.FromHours(1), 1), overall: new(TimeSpan.Zero, 1));

        Assert.Null(Description(await Call("sendMessage", new { chat_id = 42, text = "x" })));
        Assert.Equal(429, Code(await Call("sendMessage", new { chat_id = 42, text = "x" })));
        Assert.Null(Description(await Call("sendChatAction", new { chat_id = 42, action = "typing" })));
    }

    [Fact]
    public async Task What_is_dropped_before_is_not_done_and_what_is_dropped_after_is()
    {
        var ana = server.User(42);
        foreach (var (fault, done) in ((Fault, int)[])[(new Fault.DropBefore(), 0), (new Fault.DropAfter(), 1), (new Fault.HalfAnswer(), 2)])
        {
            server.Faults.Add(fault);
            await Assert.ThrowsAnyAsync<Exception>(() => Call("sendMessage", new { chat_id = 42, text = "x" }));
            Assert.Equal(done, ana.Messages.Count);
        }
    }

    [Fact]
    public async Task Ten_thousand_updates_are_given_out_in_order()
    {
        for (var i = 0; i < 10_000; i++) server.User(i % 500).Says($"message {i}");
        var seen = new List<int?>();
        while (await UpdatesFrom(seen.LastOrDefault() + 1 ?? 0) is { Length: > 0 } batch) seen.AddRange(batch);

        Assert.Equal(10_000, seen.Count);
        Assert.Equal(seen.Order(), seen);
    }

    [SpecificationFact]
    public async Task Requests_are_checked_against_the_specification_of_the_Bot_API()
    {
        _ = server.User(42);
        var markup = new { inline_keyboard = new[] { new[] { new { text = "Done", callback_dada = "x" } } } };

        await Call("sendMessage", new { chat_id = 42, txt = "x", disable_notification = "maybe", reply_markup = markup });
        await Call("sendMesage", new { chat_id = 42 });

        Assert.Equal(
            [
                "sendMesage: no such method",
                "sendMessage.disable_notification: not Boolean",
                "sendMessage.reply_markup: not InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply",
                "sendMessage.text: required, but missing",
                "sendMessage.txt: not in the specification",
            ],
            server.Complaints.Order(StringComparer.Ordinal));
    }

    async Task<int?[]> UpdatesFrom(int? offset, int timeout = 0)
    {
        var answer = await Call("getUpdates", new { offset, timeout });
        return [.. answer.GetProperty("result").EnumerateArray().Select(update => (int?)update.GetProperty("update_id").GetInt32())];
    }

    async Task<JsonElement> Call(string method, object parameters)
    {
        using var answer = await http.PostAsJsonAsync($"{server.Url}/bot{server.Token}/{method}", parameters);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static int Code(JsonElement answer) => answer.GetProperty("error_code").GetInt32();

    static string? Description(JsonElement answer) => answer.TryGetProperty("description", out var words) ? words.GetString() : null;
}
