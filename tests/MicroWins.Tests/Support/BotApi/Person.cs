using System.Globalization;
using System.Text.Json.Nodes;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>Somebody who talks with the bot in a private chat, as the server's simulation.</summary>
public sealed class Person
{
    readonly BotWorld world;
    readonly WaitingUpdates updates;
    readonly List<BotMessage> messages = [];
    readonly List<Delivery> deliveries = [];
    int seen;
    int presses;

    internal Person(BotWorld world, WaitingUpdates updates, long id) => (this.world, this.updates, Id) = (world, updates, id);

    public long Id { get; }

    /// <summary>As in Telegram's language_code.</summary>
    public string? LanguageCode { get; set; } = "en";

    public bool HasBlocked { get; private set; }

    /// <summary>The bot's messages as they stand now.</summary>
    public IReadOnlyList<BotMessage> Messages
    {
        get
        {
            lock (world.Gate) return [.. messages];
        }
    }

    /// <summary>All that was seen happen, edits included.</summary>
    public IReadOnlyList<Delivery> Deliveries
    {
        get
        {
            lock (world.Gate) return [.. deliveries];
        }
    }

    /// <summary>Writes a line; gives the update's number.</summary>
    public int? Says(string text) => updates.Add("message", NewMessage(new() { ["text"] = text }).ToJsonString());

    /// <summary>Sends something else than text: its kind ("sticker", "photo") and perhaps a caption.</summary>
    public int? Sends(string kind, JsonNode content, string? caption = null)
    {
        var message = NewMessage(new() { [kind] = content });
        if (caption is not null) message["caption"] = caption;
        return updates.Add("message", message.ToJsonString());
    }

    /// <summary>Changes an earlier line.</summary>
    public int? Rewrites(string text)
    {
        var message = NewMessage(new() { ["text"] = text });
        message["edit_date"] = message["date"]!.DeepClone();
        return updates.Add("edited_message", message.ToJsonString());
    }

    /// <summary>Presses the button with this label on the newest message that has it.</summary>
    /// <exception cref="InvalidOperationException">No message has such a button.</exception>
    public string Presses(string label)
    {
        var under = Messages.LastOrDefault(message => message.Labels.Contains(label))
            ?? throw new InvalidOperationException($"No message has a button \"{label}\"; there are: {string.Join(", ", Messages.SelectMany(m => m.Labels).Distinct())}");
        return PressesData(under.Buttons.SelectMany(row => row).First(button => button.Label == label).Data, under.Id);
    }

    /// <summary>Presses a button that may not exist: any data, any message; without a message date it is one that Telegram no longer gives out.</summary>
    public string PressesData(string data, int message, bool inaccessible = false)
    {
        string press;
        lock (world.Gate)
        {
            press = string.Create(CultureInfo.InvariantCulture, $"{Id}{++presses:D6}");
            world.OpenPresses.Add(press);
        }
        var under = new JsonObject { ["message_id"] = message, ["chat"] = BotWorld.PrivateChat(Id), ["date"] = inaccessible ? 0 : Date() };
        if (!inaccessible) under["from"] = BotWorld.Bot();
        var query = new JsonObject { ["id"] = press, ["from"] = User(), ["message"] = under, ["chat_instance"] = "1", ["data"] = data };
        updates.Add("callback_query", query.ToJsonString());
        return press;
    }

    public void Blocks() => Changes(true, "member", "kicked");

    public void Unblocks() => Changes(false, "kicked", "member");

    /// <summary>The next thing that was not yet looked at, once it is there.</summary>
    public async Task<Delivery> NextAsync(TimeSpan? patience = null)
    {
        await world.Until(() => deliveries.Count > seen, $"person {Id} waits for message {seen + 1}", patience).ConfigureAwait(false);
        lock (world.Gate) return deliveries[seen++];
    }

    /// <summary>Waits until so many messages and edits have come in all.</summary>
    public Task WaitForDeliveries(int count, TimeSpan? patience = null) =>
        world.Until(() => deliveries.Count >= count, $"person {Id} waits for {count} messages", patience);

    internal JsonObject User() => new()
    {
        ["id"] = Id, ["is_bot"] = false, ["first_name"] = "Test", ["language_code"] = LanguageCode,
    };

    internal BotMessage? MessageOf(int id) => messages.FindLast(message => message.Id == id);

    internal void Receive(BotMessage message)
    {
        messages.Add(message);
        deliveries.Add(new(DeliveryKind.Sent, message, world.Now));
        world.Changed();
    }

    internal void Change(BotMessage message)
    {
        messages[messages.FindLastIndex(old => old.Id == message.Id)] = message;
        deliveries.Add(new(DeliveryKind.Edited, message, world.Now));
        world.Changed();
    }

    JsonObject NewMessage(JsonObject content)
    {
        content["message_id"] = world.NewMessageId();
        content["from"] = User();
        content["chat"] = BotWorld.PrivateChat(Id);
        content["date"] = Date();
        return content;
    }

    void Changes(bool blocked, string before, string after)
    {
        lock (world.Gate) HasBlocked = blocked;
        var change = new JsonObject
        {
            ["chat"] = BotWorld.PrivateChat(Id), ["from"] = User(), ["date"] = Date(),
            ["old_chat_member"] = Member(before), ["new_chat_member"] = Member(after),
        };
        updates.Add("my_chat_member", change.ToJsonString());
    }

    static JsonObject Member(string status)
    {
        var member = new JsonObject { ["status"] = status, ["user"] = BotWorld.Bot() };
        if (status == "kicked") member["until_date"] = 0;
        return member;
    }

    long Date() => world.Now.ToUnixTimeSeconds();
}
