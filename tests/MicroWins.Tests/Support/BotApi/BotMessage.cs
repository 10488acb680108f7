using System.Globalization;
using System.Text.Json;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>A button as a person sees it, with what it sends.</summary>
public sealed record BotButton(string Label, string Data);

/// <summary>A message of the bot in a chat, as it stands now.</summary>
public sealed record BotMessage(int Id, long Chat, string Text, IReadOnlyList<TextEntity> Entities, IReadOnlyList<IReadOnlyList<BotButton>> Buttons)
{
    static readonly string From = BotWorld.Bot().ToJsonString();

    /// <summary>"text", "photo" or "document".</summary>
    public string Kind { get; init; } = "text";

    /// <summary>The picture or document.</summary>
    public UploadedFile? File { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>The labels in reading order.</summary>
    public IEnumerable<string> Labels => Buttons.SelectMany(row => row).Select(button => button.Label);

    /// <summary>The stretches of text in a style ("bold").</summary>
    public IEnumerable<string> In(string style) => Entities.Where(e => e.Type == style).Select(e => Text.Substring(e.Offset, e.Length));

    // Written by hand: a load run makes one of these for each message.
    internal string ToJson(long date) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"message_id":{{Id}},"from":{{From}},"chat":{"id":{{Chat}},"type":"private","first_name":"Test"},"date":{{date}},{{Content}}}
        """);

    string Content => Kind switch
    {
        "photo" => $$""" "photo":[{"file_id":"photo{{Id}}","file_unique_id":"p{{Id}}","width":1,"height":1}],"caption":{{JsonSerializer.Serialize(Text)}}""",
        "document" => $$""" "document":{"file_id":"document{{Id}}","file_unique_id":"d{{Id}}"},"caption":{{JsonSerializer.Serialize(Text)}}""",
        _ => $"\"text\":{JsonSerializer.Serialize(Text)}",
    };
}

/// <summary>How a message came to a person.</summary>
public enum DeliveryKind { Sent, Edited }

/// <summary>Something that a person saw happen in the chat: a new message, or one that changed.</summary>
public sealed record Delivery(DeliveryKind Kind, BotMessage Message, DateTimeOffset At);
