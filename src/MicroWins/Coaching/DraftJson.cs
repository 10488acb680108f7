using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroWins.Coaching;

/// <summary>How a draft is written as JSON: the form that both plugins give back.</summary>
internal static class DraftJson
{
    /// <summary>Names and enum values in camelCase.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
