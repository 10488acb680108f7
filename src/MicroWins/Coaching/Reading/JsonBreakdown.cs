using System.Text.Json;
using System.Text.RegularExpressions;
using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads a breakdown from JSON, by our field names and by those that models make up themselves.</summary>
internal static class JsonBreakdown
{
    /// <summary>A plan lies within a few levels; deeper nesting is not worth the walk.</summary>
    const int Deepest = 5;

    public static RawBreakdown? Read(JsonElement root)
    {
        var fields = new List<Field>();
        Collect(root, "", fields, 0);
        var steps = Steps(fields);
        if (steps.Count == 0) return null;
        return new RawBreakdown(First(fields), steps)
        {
            Title = Own(root, "title", "name", "titulo", "titre", "titel", "titolo", "название", "标题"),
            Kind = Enum.TryParse<GoalKind>(Own(root, "kind", "type"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
            Cause = fields.Where(f => Words.Plain(f.Name) is "cause").Select(f => Text(f.Value)).FirstOrDefault(),
            Overwhelm = Overwhelm(fields),
            Milestones = Texts(fields, Words.Milestone()),
            Celebrations = Texts(fields, Words.Celebration()),
        };
    }

    sealed record Field(string Name, JsonElement Value);

    // The items of arrays are not walked: what is called "first" inside a step is not the first step.
    static void Collect(JsonElement element, string name, List<Field> fields, int depth)
    {
        fields.Add(new(name, element));
        if (element.ValueKind is not JsonValueKind.Object || depth >= Deepest) return;
        foreach (var property in element.EnumerateObject()) Collect(property.Value, property.Name, fields, depth + 1);
    }

    static List<RawStep> Steps(List<Field> fields) => fields
        .Where(f => !IsOtherList(f.Name))
        .Select(f => JsonSteps.Items(f.Value))
        .Concat(fields.Where(f => Words.Milestone().IsMatch(f.Name)).Select(f => JsonSteps.Items(f.Value).SelectMany(ItemsWithin)))
        .Select(items => items.Select(JsonSteps.StepOf).OfType<RawStep>().ToList())
        .Where(steps => steps.Count > 0)
        .MaxBy(steps => steps.Count) ?? [];

    // {"phases": [{"name": ..., "steps": [...]}]}: the steps of all phases, in order.
    static IEnumerable<JsonElement> ItemsWithin(JsonElement part) => part.ValueKind is JsonValueKind.Object
        ? part.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Array && !IsOtherList(p.Name)).SelectMany(p => p.Value.EnumerateArray())
        : [];

    static bool IsOtherList(string name) => Words.Celebration().IsMatch(name) || Words.Why().IsMatch(name) || Words.Milestone().IsMatch(name);

    static RawStep? First(List<Field> fields) => fields
        .Where(f => f.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object && !IsOtherList(f.Name))
        .Where(f => Words.FirstField().IsMatch(Words.Plain(f.Name)))
        // "first_step" before "first_week".
        .OrderByDescending(f => Words.StepField().IsMatch(f.Name))
        .Select(f => JsonSteps.StepOf(f.Value))
        .FirstOrDefault(step => step is not null);

    static string? Overwhelm(List<Field> fields)
    {
        var values = fields.Where(f => f.Name.Length > 0 && Words.Why().IsMatch(f.Name)).Select(f => f.Value).ToList();
        return values.Select(value => Text(value) ?? Sentence(value)).OfType<string>().MaxBy(text => text.Length);
    }

    // The longest text in an object is its explanation; the texts of a list are read one after the other.
    static string? Sentence(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(p => Text(p.Value)).OfType<string>().MaxBy(t => t.Length),
        JsonValueKind.Array when value.GetArrayLength() > 0 => string.Join("; ", value.EnumerateArray().Select(Text).OfType<string>()),
        _ => null,
    };

    static IReadOnlyList<string> Texts(List<Field> fields, Regex name) =>
        fields.Where(f => name.IsMatch(f.Name)).Select(f => f.Value).Select(TextsOf).FirstOrDefault(texts => texts.Count > 0) ?? [];

    static IReadOnlyList<string> TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Select(TextOf).OfType<string>()],
        _ => [],
    };

    static string? TextOf(JsonElement item) => item.ValueKind is JsonValueKind.Object ? JsonSteps.TextOf(item) : Text(item);

    static string? Own(JsonElement root, params string[] names) => root.ValueKind is not JsonValueKind.Object ? null
        : root.EnumerateObject().Where(p => names.Contains(Words.Plain(p.Name))).Select(p => Text(p.Value)).FirstOrDefault(t => t is not null);

    static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String && value.GetString() is { } text && text.Any(char.IsLetter) ? text : null;
}
