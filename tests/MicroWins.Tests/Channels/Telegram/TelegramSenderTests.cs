using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Tests.Support.BotApi;
using Moq;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class TelegramSenderTests : TelegramBed
{
    static readonly SendOutcome Sent = new SendOutcome.Sent();

    Person Ana => Server.User(42);

    [Fact]
    public async Task A_card_arrives_with_its_emphasis_and_its_buttons_and_without_link_previews()
    {
        var ana = Ana;
        var card = new OutgoingMessage(
            MessageKind.Card, new([new("Open the document", TextStyle.Bold), new(" (2 min)"), new(" now", TextStyle.Italic)]),
            [[new("Done", "done:1"), new("Smaller", "smaller:1")], [new("Skip", "skip:1")]]);

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), card, Stopping));

        var message = (await ana.NextAsync()).Message;
        Assert.Equal("Open the document (2 min) now", message.Text);
        Assert.Equal(["Open the document"], message.In("bold"));
        Assert.Equal([" now"], message.In("italic"));
        Assert.Equal([[new BotButton("Done", "done:1"), new("Smaller", "smaller:1")], [new("Skip", "skip:1")]], message.Buttons);
        Assert.Contains("\"is_disabled\":true", Server.Calls("sendMessage")[0].Text("link_preview_options"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MessageParts.Longest)]
    [InlineData(MessageParts.Longest + 1)]
    [InlineData(3 * MessageParts.Longest)]
    public void A_message_weighs_as_much_as_it_has_parts(int length)
    {
        var text = new string('x', length);

        Assert.Equal(MessageParts.Of(FormattedText.Plain(text)).Count, Sender.Weigh(Message(text)));
    }

    [Theory]
    [InlineData("read <b>chapter 3</b> & \"take\" notes")]
    [InlineData("</b><i>unclosed &lt; &amp;amp;")]
    [InlineData("1 < 2 > 0 && x<y")]
    public async Task Markup_in_a_text_stays_text(string text)
    {
        var ana = Ana;

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message(text), Stopping));

        Assert.Equal(text, (await ana.NextAsync()).Message.Text);
    }

    [Fact]
    public async Task A_text_that_is_too_long_comes_in_parts_with_the_buttons_under_the_last()
    {
        var ana = Ana;
        var text = string.Join("\n\n", Enumerable.Range(1, 400).Select(i => $"Paragraph {i} with a few words in it."));

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message(text, "Done"), Stopping));

        Assert.Equal(text, string.Join("\n\n", ana.Messages.Select(message => message.Text)));
        Assert.Equal(4, ana.Messages.Count);
        Assert.Equal([0, 0, 0, 1], ana.Messages.Select(message => message.Labels.Count()));
    }

    [Fact]
    public async Task Blank_and_control_texts_are_answered_with_something()
    {
        var ana = Ana;

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("\0\u0001 \n", "Done"), Stopping));
        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("a\0b\u0007c\ud83d"), Stopping));

        Assert.Equal(["…", "abc\ufffd"], ana.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task An_edit_changes_the_message_and_its_buttons()
    {
        var card = await SendCardAsync("first", "Done");

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("second", "Undo") with { Edits = $"{card.Id}" }, Stopping));

        var message = Assert.Single(Ana.Messages);
        Assert.Equal(("second", "Undo"), (message.Text, message.Labels.Single()));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_sent()
    {
        var card = await SendCardAsync("same", "Done");

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("same", "Done") with { Edits = $"{card.Id}" }, Stopping));

        Assert.Equal("same", Assert.Single(Ana.Messages).Text);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("not a number")]
    [InlineData("99999999999999999999")]
    public async Task An_edit_of_a_message_that_is_not_there_is_sent_as_a_new_one(string edits)
    {
        var ana = Ana;

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("hello", "Done") with { Edits = edits }, Stopping));

        Assert.Equal(("hello", DeliveryKind.Sent), (ana.Deliveries.Single().Message.Text, ana.Deliveries.Single().Kind));
    }

    [Fact]
    public async Task An_edit_of_a_message_that_is_too_old_is_sent_as_a_new_one()
    {
        var card = await SendCardAsync("old", "Done");
        Server.World.Uneditable.Add(card.Id);

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("new") with { Edits = $"{card.Id}" }, Stopping));

        Assert.Equal(["old", "new"], Ana.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_sign_of_life_edits_and_never_becomes_a_message_of_its_own()
    {
        var ana = Ana;
        await Sender.SendAsync(Chat(42), Message("card"), Stopping);
        var card = Assert.Single(ana.Messages);
        var sign = Message("3 …") with { Edits = $"{card.Id}", IsFleeting = true };

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), sign, Stopping));
        Assert.Equal("3 …", Assert.Single(ana.Messages).Text);
        Server.World.Uneditable.Add(card.Id);
        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), sign with { Text = FormattedText.Plain("2 …") }, Stopping));

        Assert.Equal("3 …", Assert.Single(ana.Messages).Text);
    }

    [Fact]
    public async Task An_edit_that_is_too_long_changes_the_message_and_sends_the_rest()
    {
        var card = await SendCardAsync("old", "Done");

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message(new string('a', 5000), "Next") with { Edits = $"{card.Id}" }, Stopping));

        Assert.Equal([4096, 904], Ana.Messages.Select(message => message.Text.Length));
        Assert.Equal([card.Id, card.Id + 1], Ana.Messages.Select(message => message.Id));
        Assert.Equal([0, 1], Ana.Messages.Select(message => message.Labels.Count()));
    }

    [Fact]
    public async Task Markup_that_Telegram_cannot_read_is_sent_once_again_as_plain_text()
    {
        var ana = Ana;
        Server.Faults.Add(new Fault.Refusal(400, "Bad Request: can't parse entities: Unsupported start tag \"secret\" at byte offset 3"));

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("5 < 6 & <b>"), Stopping));

        Assert.Equal("5 < 6 & <b>", ana.Messages.Single().Text);
        Assert.Equal(2, Server.Calls("sendMessage").Count);
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_or_never_wrote_to_it_is_unreachable()
    {
        Ana.Blocks();

        Assert.IsType<SendOutcome.Unreachable>(await Sender.SendAsync(Chat(42), Message("hi"), Stopping));
        Assert.IsType<SendOutcome.Unreachable>(await Sender.SendAsync(Chat(43), Message("hi"), Stopping));
    }

    [Theory]
    [InlineData(403, "Forbidden: user is deactivated")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user")]
    [InlineData(400, "Bad Request: chat not found")]
    [InlineData(400, "Bad Request: PEER_ID_INVALID")]
    public async Task Everything_that_says_that_nobody_is_there_means_unreachable(int code, string words)
    {
        _ = Ana;
        Server.Faults.Add(new Fault.Refusal(code, words));

        Assert.IsType<SendOutcome.Unreachable>(await Sender.SendAsync(Chat(42), Message("hi"), Stopping));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13_938)]
    public async Task Asked_to_wait_the_sender_says_so_exactly_and_does_not_wait_itself(int seconds)
    {
        _ = Ana;
        Server.Faults.Add(new Fault.TooManyRequests(seconds));

        Assert.Equal(new SendOutcome.AskedToWait(TimeSpan.FromSeconds(seconds), EveryChat: false), await Sender.SendAsync(Chat(42), Message("hi"), Stopping));

        Assert.Single(Server.Calls("sendMessage"));
    }

    [Fact]
    public async Task Two_chats_refused_at_once_mean_that_every_chat_must_wait()
    {
        Server.Faults.Add(new Fault.TooManyRequests(7), times: 4);

        Assert.False(await EveryChatAsync(42));
        Assert.False(await EveryChatAsync(42));
        Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.False(await EveryChatAsync(43));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await EveryChatAsync(42));
    }

    [Fact]
    public async Task What_Telegram_will_never_take_is_refused_without_quoting_it()
    {
        _ = Ana;
        Server.Faults.Add(new Fault.Refusal(400, "Bad Request: wrong something: \"my secret goal\""));

        var refused = Assert.IsType<SendOutcome.Refused>(await Sender.SendAsync(Chat(42), Message("my secret goal"), Stopping));

        Assert.Equal("Bad Request: wrong something", refused.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("ддддддддддддддддддддддддддддддддд")]
    public async Task A_button_that_cannot_be_carried_is_refused_before_anything_is_sent(string data)
    {
        var message = new OutgoingMessage(MessageKind.Card, FormattedText.Plain("hi"), [[new("Done", data)]]);

        Assert.IsType<SendOutcome.Refused>(await Sender.SendAsync(Chat(42), message, Stopping));

        Assert.Empty(Server.World.Calls());
    }

    [Fact]
    public async Task An_address_that_is_no_chat_is_refused() =>
        Assert.IsType<SendOutcome.Refused>(await Sender.SendAsync(new("telegram", "me"), Message("hi"), Stopping));

    public static TheoryData<Fault> Breakages => [new Fault.GatewayError(), new Fault.DropBefore(), new Fault.DropAfter(), new Fault.HalfAnswer(), new Fault.Refusal(500, "Internal Server Error")];

    [Theory]
    [MemberData(nameof(Breakages), DisableDiscoveryEnumeration = true)]
    public async Task A_server_that_breaks_makes_the_sender_throw_after_one_try_without_token_or_text(Fault fault)
    {
        _ = Ana;
        Server.Faults.Add(fault);

        var failure = await Assert.ThrowsAnyAsync<RequestException>(() => Sender.SendAsync(Chat(42), Message("my secret"), Stopping));

        Assert.Single(Server.Calls("sendMessage"));
        Assert.DoesNotContain(Server.Token.Split(':')[1], failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("my secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_break_between_two_parts_the_next_try_goes_on_where_it_stopped()
    {
        var ana = Ana;
        var message = Message(new string('a', 4096) + new string('b', 4096) + "c", "Done");
        Server.Faults.Add(new Fault.TooManyRequests(1), skip: 1);
        Server.Faults.Add(new Fault.GatewayError(), skip: 1);

        Assert.IsType<SendOutcome.AskedToWait>(await Sender.SendAsync(Chat(42), message, Stopping));
        await Assert.ThrowsAnyAsync<RequestException>(() => Sender.SendAsync(Chat(42), message, Stopping));
        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), message, Stopping));

        Assert.Equal(["a", "b", "c"], ana.Messages.Select(part => part.Text[..1]));
    }

    [Fact]
    public async Task The_same_long_message_once_more_is_sent_whole_after_it_succeeded()
    {
        var ana = Ana;
        var message = Message(new string('a', 4096) + "b");

        await Sender.SendAsync(Chat(42), message, Stopping);
        await Sender.SendAsync(Chat(42), message, Stopping);

        Assert.Equal(4, ana.Messages.Count);
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_no_fault_of_the_message()
    {
        _ = Ana;
        using var revoked = new TelegramClients(Options(token: "1:AAtest-token_of-the_micro-wins_tests"));
        var sender = new TelegramSender(revoked.Sending, Clock, Log.For<TelegramSender>());

        await Assert.ThrowsAsync<ApiRequestException>(() => sender.SendAsync(Chat(42), Message("hi"), Stopping));
    }

    [Fact]
    public async Task Cancelling_is_no_outcome()
    {
        var client = new Mock<ITelegramBotClient>();
        client.Setup(c => c.SendRequest(It.IsAny<TextRequest>(), It.IsAny<CancellationToken>())).ThrowsAsync(new OperationCanceledException());
        var sender = new TelegramSender(client.Object, Clock, Log.For<TelegramSender>());

        await Assert.ThrowsAsync<OperationCanceledException>(() => sender.SendAsync(Chat(42), Message("hi"), new(canceled: true)));

        client.Verify(c => c.SendRequest(It.Is<TextRequest>(request => request.Chat == 42), new CancellationToken(true)), Times.Once);
    }

    async Task<BotMessage> SendCardAsync(string text, string label)
    {
        var ana = Ana;
        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message(text, label), Stopping));
        return (await ana.NextAsync()).Message;
    }

    async Task<bool> EveryChatAsync(long chat)
    {
        _ = Server.User(chat);
        return Assert.IsType<SendOutcome.AskedToWait>(await Sender.SendAsync(Chat(chat), Message("hi"), Stopping)).EveryChat;
    }
}
