using System.Text;
using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using Microsoft.AspNetCore.Http;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class WebhookReceiverTests : TelegramBed
{
    const string Update = """
        {"update_id":81,"message":{"message_id":1,"date":1780000000,"text":"secret words",
        "from":{"id":42,"is_bot":false,"first_name":"Ana"},"chat":{"id":42,"type":"private","first_name":"Ana"}}}
        """;

    static readonly WebhookSecret Secret = WebhookSecret.Of(new TelegramOptions { BotToken = "1:x", WebhookSecret = "shown" });

    WebhookReceiver Receiver => new(Secret, new(Clients.Sending, Clock), new UpdateReader([]), Clock, Log.For<WebhookReceiver>());

    [Fact]
    public async Task The_answer_comes_when_the_event_is_stored_and_not_before()
    {
        var stored = new TaskCompletionSource();
        var http = Request(Update, "shown");

        var receiving = Receiver.ReceiveAsync(http, (_, _) => stored.Task, Stopping);
        await Breathe();
        Assert.False(receiving.IsCompleted);
        stored.SetResult();
        await receiving;

        Assert.Equal(200, http.Response.StatusCode);
    }

    [Fact]
    public async Task A_store_that_does_not_take_it_is_answered_with_503_so_that_telegram_sends_it_again()
    {
        var (receiver, inbox) = (Receiver, new QueueInbox { Failures = 2 });
        var answers = new List<int>();

        for (var time = 0; time < 3; time++)
        {
            var http = Request(Update, "shown");
            await receiver.ReceiveAsync(http, inbox.Store, Stopping);
            answers.Add(http.Response.StatusCode);
        }

        Assert.Equal([503, 503, 200], answers);
        Assert.Equal("secret words", await inbox.NextText());
        Assert.Equal(2, Log.Lines.Count);
        Assert.DoesNotContain("secret words", Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_broke_off_is_not_acknowledged()
    {
        var http = Request("", "shown");
        http.Request.Body = new BrokenOff();

        await Assert.ThrowsAsync<IOException>(() => Receiver.ReceiveAsync(http, (_, _) => Task.CompletedTask, Stopping));
        Assert.Empty(Log.Lines);
    }

    [Fact]
    public async Task Strangers_are_told_of_once_an_hour()
    {
        var receiver = Receiver;
        for (var time = 0; time < 5; time++) await receiver.ReceiveAsync(Request(Update, "guessed"), (_, _) => throw new InvalidOperationException(), Stopping);
        Assert.Single(Log.Lines);

        Clock.Advance(TimeSpan.FromHours(1));
        await receiver.ReceiveAsync(Request(Update, null), (_, _) => throw new InvalidOperationException(), Stopping);

        Assert.Equal(2, Log.Lines.Count);
        Assert.DoesNotContain("guessed", Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_made_from_the_token_where_none_is_given_the_same_each_time()
    {
        var made = WebhookSecret.Of(Options());

        Assert.Equal(made.Text, WebhookSecret.Of(Options()).Text);
        Assert.NotEqual(made.Text, WebhookSecret.Of(Options("1:another-token")).Text);
        Assert.Matches("^[A-Za-z0-9_-]{64}$", made.Text);
        Assert.DoesNotContain(Server.Token.Split(':')[1], made.Text, StringComparison.Ordinal);
        Assert.True(made.Matches(made.Text));
    }

    [Fact]
    public async Task A_webhook_that_another_program_took_away_is_set_again()
    {
        var options = new TelegramOptions { BotToken = Server.Token, ApiBaseUrl = Server.Url, WebhookUrl = "http://127.0.0.1:1/telegram" };
        using var clients = new TelegramClients(options);
        var running = new WebhookRegistration(clients.Polling, options, Secret, Clock, Log.For<WebhookRegistration>()).RunAsync(Stopping);
        await Server.WaitForCalls("getWebhookInfo", 1);
        Server.World.Webhook = null;

        await AdvanceUntil(Server.WaitForCalls("setWebhook", 2), TimeSpan.FromSeconds(10));

        Assert.Equal("http://127.0.0.1:1/telegram", Server.World.Webhook);
        Assert.Contains("Another program changed the webhook", Log.Text, StringComparison.Ordinal);
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public async Task Setting_the_webhook_is_tried_until_it_works_and_a_wrong_token_ends_it()
    {
        var options = new TelegramOptions { BotToken = Server.Token, ApiBaseUrl = Server.Url, WebhookUrl = "http://127.0.0.1:1/telegram" };
        using var clients = new TelegramClients(options);
        using var wrong = new TelegramClients(Options("1:AAtest-token_of-the_micro-wins_tests"));
        Server.Faults.Add(new Support.BotApi.Fault.GatewayError(), "setWebhook", times: 2);

        _ = new WebhookRegistration(clients.Polling, options, Secret, Clock, Log.For<WebhookRegistration>()).RunAsync(Stopping);
        await AdvanceUntil(Server.WaitForCalls("getWebhookInfo", 1), TimeSpan.FromSeconds(1));

        Assert.Equal(3, Server.Calls("setWebhook").Count);
        await Assert.ThrowsAsync<TelegramTokenRefusedException>(() =>
            new WebhookRegistration(wrong.Polling, options, Secret, Clock, Log.For<WebhookRegistration>()).RunAsync(Stopping));
        Assert.DoesNotContain("shown", Log.Text, StringComparison.Ordinal);
    }

    static DefaultHttpContext Request(string body, string? secret)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        if (secret is not null) http.Request.Headers[WebhookSecret.Header] = secret;
        return http;
    }

    sealed class BrokenOff : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken off");
    }
}
