using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules.Sizing;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Privacy;

/// <summary>/export hands over every row and column about a person.</summary>
public sealed class ExportTests
{
    /// <summary>Where the rows of each table are.</summary>
    static readonly Dictionary<string, Func<JsonNode, IEnumerable<JsonNode?>>> Parts = new()
    {
        ["chats"] = file => [file["chat"]],
        ["goals"] = file => file["goals"]!.AsArray(),
        ["steps"] = file => file["goals"]!.AsArray().SelectMany(goal => goal!["steps"]!.AsArray()),
        ["wins"] = file => file["wins"]!.AsArray(),
        ["asked"] = file => file["asked"]!.AsArray(),
        ["skips"] = file => file["skips"]!.AsArray(),
        ["reminders"] = file => file["reminders"]!.AsArray(),
        ["tokens"] = file => file["tokens"]!.AsArray(),
        ["inbox"] = file => file["received"]!.AsArray(),
        ["outbox"] = file => file["sent"]!.AsArray(),
    };

    [Fact]
    public async Task Every_table_and_column_that_knows_a_person_is_in_the_file()
    {
        await using var bot = new TestBot();
        await bot.LivesFully();
        var file = await Export(bot, "ann");
        var schema = await bot.Database.ReadAsync(session => session.Schema().Where(table => table.Value.Contains("chat_id")).ToList());
        var rows = await bot.RowsOf("ann");

        Assert.Equal(schema.Select(table => table.Key).Order(), Parts.Keys.Order());
        Assert.All(schema, table =>
        {
            var part = Parts[table.Key](file).ToList();
            // The answer to /export itself is said after the file was made.
            Assert.Equal(rows[table.Key] - (table.Key is "outbox" ? 1 : 0), part.Count);
            var missing = table.Value.Where(column => part[0]!.AsObject().ContainsKey(JsonNamingPolicy.CamelCase.ConvertName(PascalCase(column))) is false);
            Assert.Equal(table.Key is "chats" ? [] : table.Key is "steps" ? ["chat_id", "goal_no"] : ["chat_id"], missing);
        });
    }

    [Fact]
    public async Task The_messages_of_both_sides_and_the_words_of_the_goals_can_be_read()
    {
        await using var bot = new TestBot();
        await bot.LivesFully();

        var file = await Export(bot, "ann");

        Assert.Contains(Parts["inbox"](file), row => (string?)row!["event"]!["text"] == $"/plan write my paper on {FullLife.Word}");
        Assert.Contains(Parts["outbox"](file), row => row!["message"]!.ToJsonString().Contains("Open the document", StringComparison.Ordinal));
        Assert.Contains(Parts["goals"](file), goal => ((string?)goal!["words"])!.Contains(FullLife.Word, StringComparison.Ordinal));
        Assert.Equal("microwins-export", (string?)file["format"]);
    }

    [Fact]
    public async Task Nobody_finds_anything_of_somebody_else_in_it()
    {
        await using var bot = new TestBot();
        await bot.LivesFully("ann");
        await bot.Says("/plan learn the xylophone", "bob");

        var (sent, file) = (Assert.Single(await bot.Says("/export", "bob")), await Export(bot, "bob"));

        Assert.DoesNotContain("ann", file.ToJsonString().Replace("annot", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(FullLife.Word, file.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(EntriesOf(sent).Values, text => text.Contains(FullLife.Word, StringComparison.Ordinal));
        Assert.Contains("xylophone", file.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_a_goal_gets_the_file_as_well()
    {
        await using var bot = new TestBot();
        await bot.Says("hello");

        var file = await Export(bot, "ann");

        Assert.Empty(Parts["goals"](file));
        Assert.Equal(2, Parts["inbox"](file).Count());
    }

    [Fact]
    public void A_file_that_is_too_large_for_the_channel_is_told_of_kindly()
    {
        var chat = new Chat { Id = new("telegram", "1"), Language = MicroWins.Rules.Language.English, IsKnown = true };
        var everything = new Everything { Reminders = [], Asked = [], Tokens = [], Received = [], Sent = [] };

        var said = Assert.IsType<Decision.Finish>(ConversationFlow.Advance(
            new Decision.Gather(chat), everything, new ChatEvent.TextWritten("/export"), new Rulebook(Sizer.Default, null, null) { MostFileBytes = 100 }, Instant.FromUtc(2026, 3, 2, 9, 0)));

        Assert.Null(Assert.Single(said.Replies).Attachment);
        Assert.Contains("larger than a file may be", said.Replies[0].Words(), StringComparison.Ordinal);
    }

    static async Task<JsonNode> Export(TestBot bot, string person) =>
        JsonNode.Parse(EntriesOf(Assert.Single(await bot.Says("/export", person)))["microwins.json"])!;

    static Dictionary<string, string> EntriesOf(OutgoingMessage message)
    {
        using var zip = new ZipArchive(new MemoryStream([.. message.Attachment!.Content]), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    static string PascalCase(string column) => string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
