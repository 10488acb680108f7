using System.Text.Json.Nodes;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>A button as a person sees it, with what it sends.</summary>
public sealed record BotButton(string Label, string Data);

/// <summary>A message of the bot in a chat, as it stands now.</summary>
public sealed record BotMessage(int Id, long Chat, string Text, IReadOnlyList<TextEntity> Entities, IReadOnlyList<IReadOnlyList<BotButton>> Buttons)
{
    /// <summary>"text", "photo" or "document".</summary>
    public string Kind { get; init; } = "text";

    /// <summary>The picture or document.</summary>
    public byte[]? File { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>The labels in reading order.</summary>
    public IEnumerable<string> Labels => Buttons.SelectMany(row => row).Select(button => button.Label);

    /// <summary>The stretches of text in a style ("bold").</summary>
    public IEnumerable<string> In(string style) => Entities.Where(e => e.Type == style).Select(e => Text.Substring(e.Offset, e.Length));

    internal JsonObject ToJson(long date)
    {
        var json = new JsonObject
        {
            ["message_id"] = Id,
            ["from"] = BotWorld.Bot(),
            ["chat"] = BotWorld.PrivateChat(Chat),
            ["date"] = date,
        };
        if (Kind == "text") json["text"] = Text;
        else json["caption"] = Text;
        if (Kind == "photo") json["photo"] = new JsonArray(new JsonObject { ["file_id"] = $"photo{Id}", ["file_unique_id"] = $"p{Id}", ["width"] = 1, ["height"] = 1 });
        if (Kind == "document") json["document"] = new JsonObject { ["file_id"] = $"document{Id}", ["file_unique_id"] = $"d{Id}" };
        return json;
    }
}

/// <summary>How a message came to a person.</summary>
public enum DeliveryKind { Sent, Edited }

/// <summary>Something that a person saw happen in the chat: a new message, or one that changed.</summary>
public sealed record Delivery(DeliveryKind Kind, BotMessage Message, DateTimeOffset At);
