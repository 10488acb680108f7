using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroWins.Tests.Coaching;

/// <summary>How drafts are written as JSON, and read again: the dialect that a model is held to.</summary>
internal static class DraftJson
{
    /// <summary>camelCase names, enum values as camelCase strings; letters of every language stay letters, since the text never enters HTML.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
