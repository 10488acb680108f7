using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace MicroWins.Goals;

/// <summary>Writes a few texts into a column, and reads them.</summary>
static class TextsJson
{
    public static string Write(ImmutableArray<string> texts)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            foreach (var text in texts) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    /// <exception cref="JsonException">The text is no list.</exception>
    public static ImmutableArray<string> Read(string json)
    {
        using var list = JsonDocument.Parse(json);
        if (list.RootElement.ValueKind is not JsonValueKind.Array) throw new JsonException("Texts are written as a list.");
        var texts = ImmutableArray.CreateBuilder<string>(list.RootElement.GetArrayLength());
        foreach (var text in list.RootElement.EnumerateArray()) texts.Add(text.GetString() ?? "");
        return texts.MoveToImmutable();
    }
}
