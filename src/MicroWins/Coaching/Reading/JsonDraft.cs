using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads a breakdown from JSON, by our field names and by those that models make up themselves.</summary>
internal static class JsonDraft
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
        .Select(f => Items(f.Value))
        .Concat(fields.Where(f => Words.Milestone().IsMatch(f.Name)).Select(f => Items(f.Value).SelectMany(ItemsWithin)))
        .Select(items => items.Select(StepOf).OfType<RawStep>().ToList())
        .Where(steps => steps.Count > 0)
        .MaxBy(steps => steps.Count) ?? [];

    // {"phases": [{"name": ..., "steps": [...]}]}: the steps of all phases, in order.
    static IEnumerable<JsonElement> ItemsWithin(JsonElement part) => part.ValueKind is JsonValueKind.Object
        ? part.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Array && !IsOtherList(p.Name)).SelectMany(p => p.Value.EnumerateArray())
        : [];

    static bool IsOtherList(string name) => Words.Celebration().IsMatch(name) || Words.Why().IsMatch(name) || Words.Milestone().IsMatch(name);

    static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        // {"step1": ..., "step2": ...} is a list as well.
        JsonValueKind.Object when element.EnumerateObject().Count(p => char.IsAsciiDigit(p.Name.LastOrDefault())) >= 3 =>
            element.EnumerateObject().Where(p => char.IsAsciiDigit(p.Name.LastOrDefault())).Select(p => p.Value),
        _ => [],
    };

    static RawStep? First(List<Field> fields) => fields
        .Where(f => f.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object && !IsOtherList(f.Name))
        .Where(f => Words.FirstField().IsMatch(Words.Plain(f.Name)))
        // "first_step" before "first_week".
        .OrderByDescending(f => Words.StepField().IsMatch(f.Name))
        .Select(f => StepOf(f.Value))
        .FirstOrDefault(step => step is not null);

    static RawStep? StepOf(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String) return Whole(StepLine.Parse(element.GetString()!));
        if (element.ValueKind is not JsonValueKind.Object || StepText(element) is not { } text) return null;
        // Where minutes have a field of their own, those in the text belong to it ("a 10-minute walk"); else they may be a note behind it.
        if (Minutes(element) is { } minutes) return new(text, minutes, DifficultyOf(element));
        return Whole(StepLine.Parse(text)) is { } step ? step with { Difficulty = DifficultyOf(element) ?? step.Difficulty } : null;
    }

    static RawStep? Whole(RawStep step) => step.Text.Any(char.IsLetter) ? step : null;

    static string? StepText(JsonElement step)
    {
        var texts = step.EnumerateObject()
            .Where(p => p.Value.ValueKind is JsonValueKind.String && p.Value.GetString()!.Any(char.IsLetter))
            .Select(p => (Name: Words.Plain(p.Name), Text: p.Value.GetString()!))
            .ToList();
        foreach (var name in Words.StepText)
            if (texts.Find(t => t.Name == name).Text is { } text) return text;
        return texts.Where(t => !Words.AboutAStep().IsMatch(t.Name)).Select(t => t.Text).MaxBy(text => text.Length);
    }

    static double? Minutes(JsonElement step) => step.EnumerateObject()
        .Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        .Where(p => Words.LengthField().IsMatch(Words.Plain(p.Name)) || Words.LengthField().IsMatch(p.Name))
        .Select(p => Durations.Minutes(p.Value.ToString()) * MinutesPerUnit(p.Name))
        .FirstOrDefault(minutes => minutes is not null);

    static double MinutesPerUnit(string field) =>
        field.Contains("sec", StringComparison.OrdinalIgnoreCase) ? 1.0 / 60
        : field.Contains("hour", StringComparison.OrdinalIgnoreCase) ? 60
        : 1;

    static Difficulty? DifficultyOf(JsonElement step) => step.EnumerateObject()
        .Where(p => Words.DifficultyField().IsMatch(p.Name))
        .Select(p => ReadDifficulty(p.Value))
        .FirstOrDefault(difficulty => difficulty is not null);

    static Difficulty? ReadDifficulty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Difficulties.OfNumber(value.GetDouble()),
        JsonValueKind.String when double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) => Difficulties.OfNumber(number),
        JsonValueKind.String => Difficulties.Read(value.GetString()!),
        _ => null,
    };

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

    static string? TextOf(JsonElement item) => item.ValueKind is JsonValueKind.Object ? StepText(item) : Text(item);

    static string? Own(JsonElement root, params string[] names) => root.ValueKind is not JsonValueKind.Object ? null
        : root.EnumerateObject().Where(p => names.Contains(Words.Plain(p.Name))).Select(p => Text(p.Value)).FirstOrDefault(t => t is not null);

    static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String && value.GetString() is { } text && text.Any(char.IsLetter) ? text : null;
}
