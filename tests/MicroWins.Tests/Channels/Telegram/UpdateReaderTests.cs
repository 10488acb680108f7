using System.Text.Json;
using MicroWins.Channels.Telegram;
using MicroWins.Messaging;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class UpdateReaderTests
{
    const string Me = """{"id":42,"is_bot":false,"first_name":"A","language_code":"pt-BR"}""";
    const string Here = """{"id":42,"type":"private","first_name":"A"}""";

    const string ByMe = """{"message_id":9,"chat":{"id":42,"type":"private","first_name":"A"},"date":1780000000,"text":"x"}""";

    [Fact]
    public void A_line_in_a_private_chat_is_text_with_its_key_chat_and_language()
    {
        var read = Read(Message("\"text\":\"write my essay\""));

        Assert.Equal(new("telegram:update:81", new("telegram", "42"), new ChatEvent.TextWritten("write my essay"), "pt-BR"), read);
    }

    [Theory]
    [InlineData("/help@MicroWinsBot", "/help")]
    [InlineData("/plan@MicroWinsBot my essay", "/plan my essay")]
    [InlineData("/start abc_DEF-123", "/start abc_DEF-123")]
    [InlineData("/start@MicroWinsBot abc", "/start abc")]
    [InlineData("/start <script>", "/start")]
    [InlineData("/start a b", "/start")]
    [InlineData("/start", "/start")]
    [InlineData("/plan two\nlines", "/plan two\nlines")]
    [InlineData("mail me@example.org", "mail me@example.org")]
    [InlineData("/ no command", "/ no command")]
    [InlineData("", "")]
    public void Commands_lose_the_bots_name_and_deep_links_their_junk(string typed, string read) => Assert.Equal(read, TypedText.Clean(typed));

    [Fact]
    public void A_deep_link_longer_than_Telegram_makes_them_is_dropped() => Assert.Equal("/start", TypedText.Clean("/start " + new string('a', 65)));

    [Theory]
    [InlineData("a\\u0000b\\u0007\\r\\nc", "ab\nc")]
    [InlineData("\\u0000", "")]
    public void Control_characters_go_before_anything_is_stored(string sent, string read) =>
        Assert.Equal(new ChatEvent.TextWritten(read), Read(Message($"\"text\":\"{sent}\""))!.Event);

    [Theory]
    [InlineData("\"sticker\":{\"file_id\":\"s\",\"file_unique_id\":\"u\",\"type\":\"regular\",\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}")]
    [InlineData("\"photo\":[{\"file_id\":\"s\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]")]
    [InlineData("\"voice\":{\"file_id\":\"s\",\"file_unique_id\":\"u\",\"duration\":1}")]
    [InlineData("\"rich_message\":{\"blocks\":[{\"type\":\"paragraph\",\"text\":\"x\"}]}")]
    [InlineData("\"location\":{\"latitude\":1.5,\"longitude\":2.5}")]
    public void What_cannot_be_read_is_something_else(string content) => Assert.IsType<ChatEvent.OtherSent>(Read(Message(content))!.Event);

    [Fact]
    public void A_caption_is_what_the_person_wrote() => Assert.Equal(
        new ChatEvent.TextWritten("my desk"),
        Read(Message("\"photo\":[{\"file_id\":\"s\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}],\"caption\":\"my desk\""))!.Event);

    [Theory]
    [InlineData("\"pinned_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"},\"text\":\"x\"}")]
    [InlineData("\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":5}")]
    [InlineData("\"something_of_next_year\":{}")]
    public void Remarks_of_Telegram_are_no_messages(string content) => Assert.Null(Read(Message(content)));

    [Fact]
    public void An_edited_message_is_not_a_new_question() =>
        Assert.Null(Read($$"""{"update_id":81,"edited_message":{"message_id":7,"from":{{Me}},"chat":{{Here}},"date":1,"edit_date":2,"text":"x"} }"""));

    [Theory]
    [InlineData("""{"id":-5,"type":"group","title":"G"}""")]
    [InlineData("""{"id":-100,"type":"supergroup","title":"G"}""")]
    [InlineData("""{"id":-100,"type":"channel","title":"G"}""")]
    [InlineData("""{"id":43,"type":"private","first_name":"B"}""")]
    public void Groups_channels_and_other_peoples_chats_get_silence(string chat)
    {
        Assert.Null(Read($$"""{"update_id":81,"message":{"message_id":7,"from":{{Me}},"chat":{{chat}},"date":1,"text":"/help@MicroWinsBot"} }"""));
        Assert.Null(Read(Press("\"data\":\"x\"", $$"""{"message_id":9,"chat":{{chat}},"date":1,"text":"x"}""")));
    }

    [Fact]
    public void A_button_brings_its_data_and_its_message() =>
        Assert.Equal(new ChatEvent.ButtonPressed("done:7", "9"), Read(Press("\"data\":\"done:7\""))!.Event);

    [Fact]
    public void A_button_under_a_message_that_is_gone_brings_its_data_alone() =>
        Assert.Equal(new ChatEvent.ButtonPressed("done:7", null), Read(Press("\"data\":\"done:7\"", $$"""{"message_id":9,"chat":{{Here}},"date":0}"""))!.Event);

    [Theory]
    [InlineData("\"game_short_name\":\"chess\"")]
    [InlineData("\"data\":\"\"")]
    [InlineData("\"data\":\"done\\u0000\"")]
    [InlineData("\"data\":\"12345678901234567890123456789012345678901234567890123456789012345\"")]
    public void A_press_that_no_button_of_ours_can_make_is_nothing(string content) => Assert.Null(Read(Press(content)));

    [Fact]
    public void A_press_without_any_message_is_nothing() =>
        Assert.Null(Read($$"""{"update_id":81,"callback_query":{"id":"1","from":{{Me}},"inline_message_id":"i","chat_instance":"c","data":"x"} }"""));

    [Theory]
    [InlineData("kicked", typeof(ChatEvent.PersonLeft))]
    [InlineData("left", typeof(ChatEvent.PersonLeft))]
    [InlineData("member", typeof(ChatEvent.PersonCameBack))]
    public void Blocking_and_unblocking_are_told(string status, Type expected) => Assert.IsType(expected, Read(Membership(status))!.Event);

    [Fact]
    public void Where_a_list_is_set_strangers_get_silence()
    {
        var reader = new UpdateReader([7, 8]);

        Assert.Null(reader.Read(Parse(Message("\"text\":\"hi\""))));
        Assert.NotNull(new UpdateReader([42]).Read(Parse(Message("\"text\":\"hi\""))));
    }

    [Fact]
    public void Other_bots_get_silence() =>
        Assert.Null(Read(Message("\"text\":\"hi\"").Replace("\"is_bot\":false", "\"is_bot\":true", StringComparison.Ordinal)));

    [Theory]
    [InlineData("x")]
    [InlineData("en; drop table")]
    public void A_language_code_that_is_none_is_not_taken(string code) =>
        Assert.Null(Read(Message("\"text\":\"hi\"").Replace("pt-BR", code, StringComparison.Ordinal))!.LanguageTag);

    static IncomingEvent? Read(string json) => new UpdateReader([]).Read(Parse(json));

    static JsonElement Parse(string json) => JsonElement.Parse(json);

    static string Message(string content) => $$"""{"update_id":81,"message":{"message_id":7,"from":{{Me}},"chat":{{Here}},"date":1780000000,{{content}} } }""";

    static string Press(string content, string? under = null) =>
        $$"""{"update_id":81,"callback_query":{"id":"1","from":{{Me}},"message":{{under ?? ByMe}},"chat_instance":"c",{{content}} } }""";

    static string Membership(string status)
    {
        const string Bot = """{"id":1,"is_bot":true,"first_name":"B"}""";
        return $$"""{"update_id":81,"my_chat_member":{"chat":{{Here}},"from":{{Me}},"date":1780000000,"old_chat_member":{"status":"member","user":{{Bot}} },"new_chat_member":{"status":"{{status}}","until_date":0,"user":{{Bot}} } } }""";
    }
}
