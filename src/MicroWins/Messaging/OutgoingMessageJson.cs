using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroWins.Messaging;

/// <summary>Writes a message of the bot and reads it, whatever older programs left out. By hand, because no start answers without it: what a
/// serializer makes for the kinds, rows and bytes in it is code that is compiled at each start.</summary>
sealed class OutgoingMessageJson : JsonConverter<OutgoingMessage>
{
    static readonly string[] Kinds = ["card", "reply", "checkIn", "celebration", "error"], Styles = ["plain", "bold", "italic"], Files = ["picture", "document"];

    public override OutgoingMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartObject) throw new JsonException("A message is an object.");
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return MessageOf(json.RootElement);
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new JsonException("A part of a message is not what it was written as.", failure);
        }
    }

    static OutgoingMessage MessageOf(JsonElement json) => new(
        (MessageKind)Place(Kinds, json.GetProperty("kind")),
        new(Each(json.GetProperty("text").GetProperty("runs"), run => new TextRun(Text(run, "text"), (TextStyle)Place(Styles, run.GetProperty("style"))))),
        Part(json, "buttons") is { } rows ? Each(rows, row => Each(row, button => new Button(Text(button, "label"), Text(button, "data")))) : [],
        Part(json, "edits")?.GetString(),
        Part(json, "attachment") is { } file ? FileOf(file) : null)
    {
        After = Part(json, "after") is { } after ? TimeSpan.ParseExact(after.GetString()!, "c", CultureInfo.InvariantCulture) : TimeSpan.Zero,
        IsFleeting = Part(json, "isFleeting")?.GetBoolean() ?? false,
        IsUnasked = Part(json, "isUnasked")?.GetBoolean() ?? false,
    };

    static Attachment FileOf(JsonElement json) => new(
        (AttachmentKind)Place(Files, json.GetProperty("kind")), Text(json, "fileName"), Text(json, "mediaType"), ImmutableCollectionsMarshal.AsImmutableArray(json.GetProperty("content").GetBytesFromBase64()));

    static JsonElement? Part(JsonElement json, string name) => json.TryGetProperty(name, out var part) && part.ValueKind is not JsonValueKind.Null ? part : null;

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    static int Place(string[] names, JsonElement json) =>
        Array.IndexOf(names, json.GetString()) is >= 0 and var at ? at : throw new FormatException("That is none of the words that are written here.");

    static ImmutableArray<T> Each<T>(JsonElement json, Func<JsonElement, T> read)
    {
        var all = new T[json.GetArrayLength()];
        var at = 0;
        foreach (var element in json.EnumerateArray()) all[at++] = read(element);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    public override void Write(Utf8JsonWriter writer, OutgoingMessage value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Kinds[(int)value.Kind]);
        WriteText(writer, value.Text);
        WriteButtons(writer, value.Buttons);
        writer.WriteString("edits", value.Edits);
        WriteFile(writer, value.Attachment);
        writer.WriteString("after", value.After.ToString("c", CultureInfo.InvariantCulture));
        writer.WriteBoolean("isFleeting", value.IsFleeting);
        writer.WriteBoolean("isUnasked", value.IsUnasked);
        writer.WriteEndObject();
    }

    static void WriteText(Utf8JsonWriter writer, FormattedText text)
    {
        writer.WriteStartObject("text");
        writer.WriteStartArray("runs");
        foreach (var run in text.Runs)
        {
            writer.WriteStartObject();
            writer.WriteString("text", run.Text);
            writer.WriteString("style", Styles[(int)run.Style]);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteButtons(Utf8JsonWriter writer, ImmutableArray<ImmutableArray<Button>> rows)
    {
        writer.WriteStartArray("buttons");
        foreach (var row in rows)
        {
            writer.WriteStartArray();
            foreach (var button in row)
            {
                writer.WriteStartObject();
                writer.WriteString("label", button.Label);
                writer.WriteString("data", button.Data);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    static void WriteFile(Utf8JsonWriter writer, Attachment? file)
    {
        if (file is null)
        {
            writer.WriteNull("attachment");
            return;
        }
        writer.WriteStartObject("attachment");
        writer.WriteString("kind", Files[(int)file.Kind]);
        writer.WriteString("fileName", file.FileName);
        writer.WriteString("mediaType", file.MediaType);
        writer.WriteBase64String("content", file.Content.AsSpan());
        writer.WriteEndObject();
    }
}
