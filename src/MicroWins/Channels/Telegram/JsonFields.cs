using System.Text.Json;

namespace MicroWins.Channels.Telegram;

/// <summary>The fields that are read of what Telegram sends. What is missing or null is null; what is of another kind than Telegram's own cannot be read.</summary>
static class JsonFields
{
    /// <exception cref="JsonException">It is no object.</exception>
    public static JsonElement? Object(this JsonElement parent, string name) => parent.Field(name, JsonValueKind.Object);

    /// <exception cref="JsonException">It is no string.</exception>
    /// <exception cref="InvalidOperationException">It has half a character.</exception>
    public static string? Text(this JsonElement parent, string name) => parent.Field(name, JsonValueKind.String)?.GetString();

    /// <exception cref="JsonException">It is no whole number of 64 bits.</exception>
    public static long? Number(this JsonElement parent, string name)
    {
        if (parent.Field(name, JsonValueKind.Number) is not { } field) return null;
        return field.TryGetInt64(out var number) ? number : throw new JsonException("A number is not whole, or too long.");
    }

    /// <exception cref="JsonException">It is neither true nor false.</exception>
    public static bool Flag(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var field) && field.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw Other(),
        };

    public static bool Has(this JsonElement parent, string name) => parent.TryGetProperty(name, out var field) && field.ValueKind is not JsonValueKind.Null;

    static JsonElement? Field(this JsonElement parent, string name, JsonValueKind kind) =>
        !parent.TryGetProperty(name, out var field) || field.ValueKind is JsonValueKind.Null ? null : field.ValueKind == kind ? field : throw Other();

    // Without the name or the value: a message of an exception must hold no piece of an update.
    static JsonException Other() => new("A field is of another kind.");
}
