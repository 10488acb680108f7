using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace MicroWins.Storage;

/// <summary>How records are written into a column whole: small documents that nobody searches in.</summary>
public static class StoredJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The text is read back by this program alone, never by a browser, so it need not be escaped for one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TimesWhenMet() },
    };

    /// <summary>Numbers are written without a serializer: every start takes and closes rows by their ids.</summary>
    public static string Write<T>(T value) => value is IEnumerable<long> numbers ? $"[{string.Join(',', numbers)}]" : JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The text is not what <see cref="Write{T}"/> wrote.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null is no value here.");

    /// <summary>Knows NodaTime's types from the moment when the first of them is met: to know them all costs a start a hundred methods to compile.</summary>
    sealed class TimesWhenMet : JsonConverterFactory
    {
        static readonly Lazy<IList<JsonConverter>> All = new(() => new JsonSerializerOptions().ConfigureForNodaTime(DateTimeZoneProviders.Tzdb).Converters);

        public override bool CanConvert(Type typeToConvert) => typeToConvert.Namespace is nameof(NodaTime) && All.Value.Any(converter => converter.CanConvert(typeToConvert));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => All.Value.First(converter => converter.CanConvert(typeToConvert));
    }
}
