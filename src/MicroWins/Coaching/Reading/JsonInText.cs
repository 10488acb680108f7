using System.Text;
using System.Text.Json;

namespace MicroWins.Coaching.Reading;

/// <summary>Finds JSON in an answer, with fences and prose around it or without.</summary>
internal static class JsonInText
{
    /// <summary>How many brackets are tried: a plan lies behind the first few, or nowhere.</summary>
    const int MostTries = 12;

    static readonly JsonDocumentOptions _tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>The objects and arrays in a text, in order, mended where they need it.</summary>
    public static IEnumerable<JsonElement> Find(string text)
    {
        // Halves of surrogate pairs cannot be in JSON.
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var from = 0;
        for (var tries = 0; tries < MostTries && from < text.Length; tries++)
        {
            var start = text.AsSpan(from).IndexOfAny('{', '[');
            if (start < 0) yield break;
            start += from;
            var (json, end) = JsonMender.Mend(text, start);
            var found = Parse(json);
            if (found is { } element) yield return element;
            // A stray bracket in prose may have swallowed the real object behind it: then look inside.
            from = found is not null && end is { } closed ? closed : start + 1;
        }
    }

    /// <summary>The same, for answers: a list of one object is that object.</summary>
    public static IEnumerable<JsonElement> FindAnswers(string text) => Find(text).Select(element =>
        element.ValueKind is JsonValueKind.Array && element.GetArrayLength() == 1 && element[0].ValueKind is JsonValueKind.Object ? element[0] : element);

    static JsonElement? Parse(string json)
    {
        if (json.Length < 2) return null;
        try
        {
            using var document = JsonDocument.Parse(json, _tolerant);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
