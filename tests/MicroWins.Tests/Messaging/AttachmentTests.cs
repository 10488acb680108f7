using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace MicroWins.Tests.Messaging;

public sealed class AttachmentTests
{
    static readonly OutgoingMessage Week = new(MessageKind.Reply, FormattedText.Plain("Your week"), [], Attachment: SomeFile.Picture());

    [Fact]
    public async Task A_message_comes_out_of_the_store_with_its_file()
    {
        using var store = new TemporaryStore();
        await using var database = store.Open();
        var outbox = new Outbox(database, new FakeTimeProvider());

        await database.WriteAsync(session => Outbox.Add(session, ChatId.Parse("telegram:42"), Week, DateTimeOffset.UnixEpoch));

        Assert.Equal(Week.Attachment, (await outbox.FirstAsync("telegram"))!.Message.Attachment);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task The_bytes_of_a_file_that_was_sent_are_dropped_and_the_words_stay(bool sent, int kept)
    {
        using var store = new TemporaryStore();
        await using var database = store.Open();
        var outbox = new Outbox(database, new FakeTimeProvider());
        await database.WriteAsync(session =>
        {
            session.Execute("insert into chats (chat_id, state, created_at, seen_at) values ('telegram:42', '', 0, 0)");
            Outbox.Add(session, ChatId.Parse("telegram:42"), Week with { Buttons = [[new("Done", "d")]] }, DateTimeOffset.UnixEpoch);
        });

        await outbox.CloseAsync(new Receipt((await outbox.FirstAsync("telegram"))!, sent));

        var stored = await database.ReadAsync(session => session.Open(session.One<string>("select message from outbox")));
        Assert.Equal(kept is 1, stored!.Contains(Convert.ToBase64String(SomeFile.Png), StringComparison.Ordinal));
        var read = MessageJson.Read<OutgoingMessage>(stored);
        Assert.Equal(("Your week", "Done"), (read.Text.ToPlainText(), read.Buttons[0][0].Label));
    }

    [Fact]
    public void The_bytes_are_stored_as_Base64() =>
        Assert.Contains(Convert.ToBase64String(SomeFile.Png), MessageJson.Write(Week), StringComparison.Ordinal);

    [Fact]
    public void A_message_that_was_stored_before_there_were_files_still_reads()
    {
        var message = MessageJson.Read<OutgoingMessage>("""{"kind":"reply","text":{"runs":[{"text":"hi","style":"plain"}]},"buttons":[[{"label":"Done","data":"d"}]],"edits":null}""");

        Assert.Equal(("hi", "Done", null), (message.Text.ToPlainText(), message.Buttons[0][0].Label, message.Attachment));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("../week.png")]
    [InlineData("a/b.png")]
    [InlineData("a\\b.png")]
    [InlineData("C:week.png")]
    [InlineData("week\n.png")]
    [InlineData("woche für mich.png")]
    public void A_name_that_could_be_another_place_is_no_name(string name) => Assert.Throws<ArgumentException>(() => SomeFile.Picture(name));

    [Fact]
    public void A_name_is_not_too_long_and_a_file_not_empty()
    {
        Assert.Throws<ArgumentException>(() => SomeFile.Picture(new string('a', Attachment.LongestName + 1)));
        Assert.Throws<ArgumentException>(() => Attachment.Picture("week.png", []));
    }

    [Fact]
    public void Files_are_the_same_by_what_is_in_them()
    {
        Assert.Equal(SomeFile.Picture(), SomeFile.Picture());
        Assert.NotEqual(SomeFile.Picture(), Attachment.Picture("week-2026-11-23.png", [1]));
    }
}
