using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;
using Telegram.Bot.Exceptions;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class SendingFilesTests : TelegramBed
{
    static readonly SendOutcome Sent = new SendOutcome.Sent();

    Person Ana => Server.User(42);

    [Fact]
    public async Task A_picture_is_a_photo_with_the_words_as_its_caption_and_the_buttons_under_it()
    {
        var ana = Ana;
        var message = new OutgoingMessage(
            MessageKind.Reply, new([new("Your week: ", TextStyle.Bold), new("5 wins & 31 min <ok>")]), [[new("Share", "share:1")]], Attachment: SomeFile.Picture());

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), message, Stopping));

        var photo = Assert.Single(ana.Messages);
        Assert.Equal(("photo", "Your week: 5 wins & 31 min <ok>", "week-2026-11-23.png"), (photo.Kind, photo.Text, photo.File!.Name));
        Assert.Equal(SomeFile.Png, photo.File.Content);
        Assert.Equal(["Your week: "], photo.In("bold"));
        Assert.Equal(["Share"], photo.Labels);
    }

    [Fact]
    public async Task A_document_keeps_its_name_and_its_bytes()
    {
        var ana = Ana;

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("For your calendar.", "Back") with { Attachment = SomeFile.Document() }, Stopping));

        var document = Assert.Single(ana.Messages);
        Assert.Equal(("document", "For your calendar.", "steps.ics"), (document.Kind, document.Text, document.File!.Name));
        Assert.Equal(SomeFile.Document().Content, document.File.Content);
        Assert.Equal(["Back"], document.Labels);
    }

    [Theory]
    [InlineData(1024, 1)]
    [InlineData(1025, 2)]
    [InlineData(5000, 3)]
    public async Task Words_that_are_too_long_for_a_caption_follow_with_the_buttons_under_the_last(int length, int messages)
    {
        var ana = Ana;
        var text = new string('&', length);

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message(text, "Done") with { Attachment = SomeFile.Picture() }, Stopping));

        Assert.Equal(messages, ana.Messages.Count);
        Assert.Equal(["photo", .. Enumerable.Repeat("text", messages - 1)], ana.Messages.Select(message => message.Kind));
        Assert.Equal(text, string.Concat(ana.Messages.Select(message => message.Text)));
        Assert.Equal([.. Enumerable.Repeat(0, messages - 1), 1], ana.Messages.Select(message => message.Labels.Count()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\u200b\0")]
    public async Task Without_words_a_picture_has_no_caption(string text)
    {
        var ana = Ana;

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message(text) with { Attachment = SomeFile.Picture() }, Stopping));

        Assert.Equal("", Assert.Single(ana.Messages).Text);
        Assert.Null(Assert.Single(Server.Calls("sendPhoto")).Text("caption"));
    }

    [Fact]
    public async Task A_picture_never_takes_the_place_of_a_text_and_a_text_never_that_of_a_picture()
    {
        var ana = Ana;
        await Sender.SendAsync(Chat(42), Message("card", "Week"), Stopping);

        await Sender.SendAsync(Chat(42), Message("week", "Back") with { Attachment = SomeFile.Picture(), Edits = $"{ana.Messages[0].Id}" }, Stopping);
        await Sender.SendAsync(Chat(42), Message("card again") with { Edits = $"{ana.Messages[1].Id}" }, Stopping);

        Assert.Equal([("text", "card"), ("photo", "week"), ("text", "card again")], ana.Messages.Select(message => (message.Kind, message.Text)));
        Assert.All(ana.Deliveries, delivery => Assert.Equal(DeliveryKind.Sent, delivery.Kind));
    }

    [Theory]
    [InlineData("sendPhoto")]
    [InlineData("sendDocument")]
    public async Task Refusals_mean_what_they_mean_for_texts(string method)
    {
        _ = Ana;
        var message = Message("my secret") with { Attachment = method is "sendPhoto" ? SomeFile.Picture() : SomeFile.Document() };
        Server.Faults.Add(new Fault.TooManyRequests(9), method);
        Server.Faults.Add(Fault.Refusal.Blocked, method);
        Server.Faults.Add(new Fault.Refusal(413, "Request Entity Too Large"), method);
        Server.Faults.Add(new Fault.Refusal(400, "Bad Request: wrong something: \"my secret\""), method);
        Server.Faults.Add(new Fault.GatewayError(), method);

        Assert.Equal(new SendOutcome.AskedToWait(TimeSpan.FromSeconds(9), EveryChat: false), await Sender.SendAsync(Chat(42), message, Stopping));
        Assert.IsType<SendOutcome.Unreachable>(await Sender.SendAsync(Chat(42), message, Stopping));
        Assert.IsType<SendOutcome.Refused>(await Sender.SendAsync(Chat(42), message, Stopping));
        Assert.Equal(new SendOutcome.Refused("Bad Request: wrong something"), await Sender.SendAsync(Chat(42), message, Stopping));
        await Assert.ThrowsAnyAsync<RequestException>(() => Sender.SendAsync(Chat(42), message, Stopping));
        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), message, Stopping));
        Assert.Equal(6, Server.Calls(method).Count);
    }

    [Fact]
    public async Task Markup_of_a_caption_that_Telegram_cannot_read_is_sent_once_again_as_plain_text()
    {
        var ana = Ana;
        Server.Faults.Add(new Fault.Refusal(400, "Bad Request: can't parse entities: Unsupported start tag"));

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("5 < 6") with { Attachment = SomeFile.Picture() }, Stopping));

        Assert.Equal(("photo", "5 < 6"), (Assert.Single(ana.Messages).Kind, ana.Messages[0].Text));
    }

    [Fact]
    public async Task A_picture_that_Telegram_cannot_read_goes_as_a_file()
    {
        var ana = Ana;
        var broken = Attachment.Picture("week.png", [1, 2, 3]);

        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), Message("week", "Done") with { Attachment = broken }, Stopping));

        var message = Assert.Single(ana.Messages);
        Assert.Equal(("document", "week", "week.png"), (message.Kind, message.Text, message.File!.Name));
        Assert.Equal(["Done"], message.Labels);
    }

    [Fact]
    public async Task After_a_break_behind_the_picture_only_the_words_are_sent()
    {
        var ana = Ana;
        var message = Message(new string('a', 2000)) with { Attachment = SomeFile.Picture() };
        Server.Faults.Add(new Fault.TooManyRequests(1), "sendMessage");

        Assert.IsType<SendOutcome.AskedToWait>(await Sender.SendAsync(Chat(42), message, Stopping));
        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), message, Stopping));

        Assert.Equal(["photo", "text"], ana.Messages.Select(part => part.Kind));
    }

    [Fact]
    public async Task Another_picture_with_the_same_words_is_another_message()
    {
        var ana = Ana;
        var message = Message(new string('a', 2000)) with { Attachment = SomeFile.Picture() };
        Server.Faults.Add(new Fault.TooManyRequests(1), "sendMessage");

        Assert.IsType<SendOutcome.AskedToWait>(await Sender.SendAsync(Chat(42), message, Stopping));
        Assert.Equal(Sent, await Sender.SendAsync(Chat(42), message with { Attachment = SomeFile.Picture("other.png") }, Stopping));

        Assert.Equal(["week-2026-11-23.png", "other.png"], ana.Messages.Where(part => part.Kind is "photo").Select(part => part.File!.Name));
    }
}
