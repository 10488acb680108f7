using System.Net;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Processes;

/// <summary>One program with a webhook, for what comes in through it. Each test has people of its own.</summary>
public sealed class OneWebhook : WebhookBed
{
    public RealProgram Program { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Program = await StartAndListenAsync();
    }

    public override async Task DisposeAsync()
    {
        await Program.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>What comes in through a webhook.</summary>
public sealed class WebhookTests(OneWebhook hook) : IClassFixture<OneWebhook>
{
    [Fact]
    public async Task Telegram_is_told_where_to_send_and_what_it_sends_is_answered()
    {
        var ann = hook.Telegram.User(42);

        Assert.Equal(HttpStatusCode.OK, await hook.PostAsync(hook.Text(42, Some.Goal)));
        var card = (await ann.NextAsync()).Message;
        var done = card.Buttons.SelectMany(row => row).First(button => button.Label == "Done");
        Assert.Equal(HttpStatusCode.OK, await hook.PostAsync(hook.Press(42, done.Data, card.Id)));
        var celebration = await ann.NextAsync();

        var set = Assert.Single(hook.Telegram.Calls("setWebhook"));
        Assert.Equal((hook.Address, WebhookBed.Secret), (set.Text("url"), set.Text("secret_token")));
        Assert.Equal(["message", "callback_query", "my_chat_member"], set.Json("allowed_updates")!.Value.EnumerateArray().Select(kind => kind.GetString()));
        Assert.NotEqual("true", set.Text("drop_pending_updates")?.ToLowerInvariant());
        Assert.Equal((DeliveryKind.Edited, card.Id), (celebration.Kind, celebration.Message.Id));
        await hook.Telegram.WaitForCalls("answerCallbackQuery", 1);
        Assert.Empty(hook.Telegram.Calls("getUpdates"));
        Assert.Empty(hook.Telegram.Complaints);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret_of-the-test")]
    [InlineData("a-secret_of-the-tests_")]
    [InlineData("A-SECRET_OF-THE-TESTS")]
    public async Task Somebody_without_the_secret_is_turned_away_without_a_word(string? secret)
    {
        var before = await StoredAsync();

        using var answer = await hook.SendAsync(hook.Text(666, Some.Goal), secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task An_update_that_comes_again_is_taken_again_and_answered_once()
    {
        var (update, ann, before) = (hook.Text(43, Some.Goal), hook.Telegram.User(43), await StoredAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hook.PostAsync(update)));
        Assert.Equal(HttpStatusCode.OK, await hook.PostAsync(hook.Text(43, "/goals")));
        await ann.WaitForDeliveries(2);

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(before + 2, await StoredAsync());
        Assert.StartsWith("Your goals", ann.Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_can_read_is_acknowledged_so_that_it_does_not_come_for_ever_and_no_word_of_it_is_logged()
    {
        var before = await StoredAsync();
        string[] unreadable =
        [
            "", "zebra", "[1,2]", """{"message":{"text":"zebra"}}""", """{"update_id":"zebra"}""", """{"update_id":5,"message":{"from":{"id":5},"chat":{"id":5,"type":"private"},"text":["zebra"]}}""",
            $$"""{"update_id":6,"message":"{{new string('z', 1024 * 1024)}}ebra"}""",
        ];

        foreach (var body in unreadable) Assert.Equal(HttpStatusCode.OK, await hook.PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await hook.PostAsync(hook.Text(44, "/help")));
        await hook.Telegram.User(44).WaitForDeliveries(1);

        Assert.Equal(before + 1, await StoredAsync());
        // What it has said may be on its way to us.
        await Eventually.IsTrueOfProgram(() => Skipped(hook.Program.Output) >= unreadable.Length);
        var log = hook.Program.Output + hook.Program.Errors;
        Assert.Equal(unreadable.Length, Skipped(log));
        Assert.DoesNotContain("zebra", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(WebhookBed.Secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_chats_at_once_are_all_answered_each_in_its_order()
    {
        string[] lines = ["/help", "/goals", "/settings", "/language", "/stats"];
        var alone = await AnswersAsync(99, lines, oneByOne: true);

        // As Telegram does: chats side by side, and in a chat the next one when the last was taken.
        var together = await Task.WhenAll(Enumerable.Range(1, 10).Select(chat => AnswersAsync(chat, lines, oneByOne: false, alone.Count)));

        Assert.Equal(lines.Length, alone.Distinct().Count());
        Assert.All(together, said => Assert.Equal(alone, said));
    }

    async Task<IReadOnlyList<string>> AnswersAsync(long chat, string[] lines, bool oneByOne, int expected = 0)
    {
        var person = hook.Telegram.User(chat);
        for (var line = 0; line < lines.Length; line++)
        {
            Assert.Equal(HttpStatusCode.OK, await hook.PostAsync(hook.Text(chat, lines[line])));
            if (oneByOne) await person.WaitForDeliveries(line + 1);
        }
        if (!oneByOne) await person.WaitForDeliveries(expected);
        return [.. person.Messages.Select(message => message.Text)];
    }

    static int Skipped(string log) => log.Split("and is skipped").Length - 1;

    /// <summary>What was stored so far, in all tests.</summary>
    Task<long> StoredAsync() => hook.CountAsync("select count(*) from inbox");
}
