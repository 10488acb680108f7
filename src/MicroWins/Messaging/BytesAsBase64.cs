using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroWins.Messaging;

/// <summary>Writes bytes as Base64. Without it they would be a list of numbers, three times as long.</summary>
sealed class BytesAsBase64 : JsonConverter<ImmutableArray<byte>>
{
    public override ImmutableArray<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => [.. reader.GetBytesFromBase64()];

    public override void Write(Utf8JsonWriter writer, ImmutableArray<byte> value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.AsSpan());
}
