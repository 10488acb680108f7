using System.Globalization;
using System.Text.Json;
using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads steps from JSON, whether they are objects or lines, and by whatever names their fields go.</summary>
internal static class JsonSteps
{
    /// <summary>The step that a value is; null where no words are in it.</summary>
    public static RawStep? StepOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? Whole(StepLine.Parse(element.GetString()!)) : Of(element, TextOf(element));

    /// <summary>The step that an object is, if its text stands under a name for that; what is called otherwise is no step.</summary>
    public static RawStep? NamedStepOf(JsonElement element) => Of(element, NamedTextOf(element));

    /// <summary>The items of a list, or of an object whose names are numbered.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        // {"step1": ..., "step2": ...} is a list as well.
        JsonValueKind.Object when element.EnumerateObject().Count(p => char.IsAsciiDigit(p.Name.LastOrDefault())) >= 3 =>
            element.EnumerateObject().Where(p => char.IsAsciiDigit(p.Name.LastOrDefault())).Select(p => p.Value),
        _ => [],
    };

    /// <summary>The words of a step that is an object: by the names that steps have, else the longest that is not about the step.</summary>
    public static string? TextOf(JsonElement step) =>
        NamedTextOf(step) ?? Texts(step).Where(t => !Words.AboutAStep().IsMatch(t.Name)).Select(t => t.Text).MaxBy(text => text.Length);

    static string? NamedTextOf(JsonElement step)
    {
        var texts = Texts(step);
        return Words.StepText.Select(name => texts.Find(t => t.Name == name).Text).FirstOrDefault(text => text is not null);
    }

    static List<(string Name, string Text)> Texts(JsonElement step) => step.ValueKind is not JsonValueKind.Object ? []
        : [.. step.EnumerateObject()
            .Where(p => p.Value.ValueKind is JsonValueKind.String && p.Value.GetString()!.Any(char.IsLetter))
            .Select(p => (Words.Plain(p.Name), p.Value.GetString()!))];

    static RawStep? Of(JsonElement element, string? text)
    {
        if (text is null) return null;
        // Where minutes have a field of their own, those in the text belong to it ("a 10-minute walk"); else they may be a note behind it.
        if (Minutes(element) is { } minutes) return new(text, minutes, DifficultyOf(element));
        return Whole(StepLine.Parse(text)) is { } step ? step with { Difficulty = DifficultyOf(element) ?? step.Difficulty } : null;
    }

    static RawStep? Whole(RawStep step) => step.Text.Any(char.IsLetter) ? step : null;

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
}
