using System.Text.Json;
using System.Text.Json.Nodes;
using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Telegram.Bot;

namespace MicroWins.Tests.Channels.Telegram;

/// <summary>Every field of every kind of update, replaced by everything that it should not be.</summary>
public sealed class HostileUpdatesTests
{
    const string Me = """{"id":42,"is_bot":false,"first_name":"A","language_code":"en"}""";
    const string Here = """{"id":42,"type":"private","first_name":"A"}""";

    static readonly string[] Updates =
    [
        $$"""{"update_id":1,"message":{"message_id":7,"from":{{Me}},"chat":{{Here}},"date":1780000000,"text":"/start x","entities":[{"type":"bot_command","offset":0,"length":6}] } }""",
        $$"""{"update_id":1,"message":{"message_id":7,"from":{{Me}},"chat":{{Here}},"date":1780000000,"caption":"x","photo":[{"file_id":"a","file_unique_id":"b","width":1,"height":1}] } }""",
        $$"""{"update_id":1,"callback_query":{"id":"1","from":{{Me}},"message":{"message_id":9,"chat":{{Here}},"date":1780000000,"text":"x"},"chat_instance":"c","data":"d"} }""",
        $$"""{"update_id":1,"my_chat_member":{"chat":{{Here}},"from":{{Me}},"date":1780000000,"old_chat_member":{"status":"member","user":{{Me}} },"new_chat_member":{"status":"kicked","until_date":0,"user":{{Me}} } } }""",
    ];

    static readonly string[] Junk = ["null", "\"\"", "\"\\u0000<b>\"", "0", "-1", "1e300", "99999999999999999999", "true", "[]", "[null]", "{}", "{\"id\":{}}", "\"\\ud800\""];

    [Fact]
    public async Task Whatever_one_field_holds_the_poller_goes_on_and_the_store_gets_whole_events()
    {
        var hostile = Updates.SelectMany(Spoiled).ToArray();
        var events = await StoredFrom([.. hostile, JsonElement.Parse(Updates[0].Replace("\"update_id\":1", "\"update_id\":5", StringComparison.Ordinal))]);

        Assert.True(hostile.Length > 500);
        Assert.Equal("telegram:update:5", events[^1].Key);
        Assert.All(events, e => Assert.Equal(new ChatId("telegram", "42"), e.Chat));
        Assert.All(events.Select(e => e.Event).OfType<ChatEvent.TextWritten>(), e => Assert.DoesNotContain('\0', e.Text));
    }

    static IEnumerable<JsonElement> Spoiled(string update)
    {
        var fields = Fields(JsonNode.Parse(update)!).Count;
        foreach (var junk in Junk)
            for (var i = 0; i < fields; i++)
                yield return Spoil(update, i, junk);
    }

    static JsonElement Spoil(string update, int field, string junk)
    {
        var root = JsonNode.Parse(update)!;
        Fields(root)[field].ReplaceWith("JUNK");
        return JsonElement.Parse(root.ToJsonString().Replace("\"JUNK\"", junk, StringComparison.Ordinal));
    }

    static List<JsonNode> Fields(JsonNode node) => node switch
    {
        JsonObject parent => [.. parent.Select(field => field.Value!).SelectMany(child => Fields(child).Prepend(child))],
        JsonArray list => [.. list.SelectMany(child => Fields(child!).Prepend(child!))],
        _ => [],
    };

    // The client is a mock here, since a server gives out 100 updates at a time, and this must be one batch.
    static async Task<IReadOnlyList<IncomingEvent>> StoredFrom(JsonElement[] batch)
    {
        using var stop = new CancellationTokenSource();
        using var log = new CollectedLog();
        var (time, stored) = (new FakeTimeProvider(), new List<IncomingEvent>());
        var client = new Mock<ITelegramBotClient>();
        client.SetupSequence(c => c.SendRequest(It.IsAny<RawUpdatesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(batch)
            .ThrowsAsync(new OperationCanceledException());
        var poller = new TelegramPoller(client.Object, new(client.Object, time), new UpdateReader([]), time, log.For<TelegramPoller>());

        await poller.RunAsync(Store, stop.Token).WaitAsync(TimeSpan.FromMinutes(5));

        return stored;

        async Task Store(IReadOnlyList<IncomingEvent> events, CancellationToken cancel)
        {
            stored.AddRange(events);
            await stop.CancelAsync();
        }
    }
}
