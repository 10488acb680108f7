using System.Text.Json;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>The specification of the Bot API, where its file lies beside the project; checks requests against it.</summary>
public sealed class BotApiSpecification
{
    static readonly Lazy<BotApiSpecification?> Found = new(Load);

    readonly JsonElement methods;
    readonly JsonElement types;

    BotApiSpecification(JsonElement root) => (methods, types) = (root.GetProperty("methods"), root.GetProperty("types"));

    /// <summary>The specification; null where the file is missing, so that nothing is checked.</summary>
    public static BotApiSpecification? Here => Found.Value;

    /// <summary>Every way in which the call departs from the specification.</summary>
    public IReadOnlyList<string> Check(ApiCall call)
    {
        if (!methods.TryGetProperty(call.Method, out var method)) return [$"{call.Method}: no such method"];
        var complaints = new List<string>();
        CheckFields(call.Method, Fields(method), call.Parameters, call.Files.Keys, complaints);
        return complaints;
    }

    static Dictionary<string, JsonElement> Fields(JsonElement owner) => owner.TryGetProperty("fields", out var fields)
        ? fields.EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!)
        : [];

    void CheckFields(
        string where, Dictionary<string, JsonElement> fields, IReadOnlyDictionary<string, JsonElement> values, IEnumerable<string> files, List<string> complaints)
    {
        var given = values.Keys.Concat(files).ToHashSet();
        foreach (var (name, field) in fields)
            if (field.GetProperty("required").GetBoolean() && !given.Contains(name)) complaints.Add($"{where}.{name}: required, but missing");
        foreach (var (name, value) in values)
        {
            if (!fields.TryGetValue(name, out var field)) complaints.Add($"{where}.{name}: not in the specification");
            else if (!FitsOne(field, value)) complaints.Add($"{where}.{name}: not {string.Join(" or ", TypesOf(field))}");
        }
    }

    static IEnumerable<string> TypesOf(JsonElement field) => field.GetProperty("types").EnumerateArray().Select(type => type.GetString()!);

    bool FitsOne(JsonElement field, JsonElement value) => TypesOf(field).Any(type => Fits(type, value));

    bool Fits(string type, JsonElement value) => type switch
    {
        "String" or "InputFile" => value.ValueKind == JsonValueKind.String,
        "Integer" => Unwrapped(value) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out _),
        "Float" => Unwrapped(value).ValueKind == JsonValueKind.Number,
        "Boolean" => Unwrapped(value).ValueKind is JsonValueKind.True or JsonValueKind.False,
        "True" => Unwrapped(value).ValueKind == JsonValueKind.True,
        _ when type.StartsWith("Array of ", StringComparison.Ordinal) =>
            Unwrapped(value) is { ValueKind: JsonValueKind.Array } array && array.EnumerateArray().All(item => Fits(type["Array of ".Length..], item)),
        _ => FitsNamed(type, Unwrapped(value)),
    };

    bool FitsNamed(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !types.TryGetProperty(name, out var type)) return false;
        if (type.TryGetProperty("subtypes", out var subtypes) && subtypes.GetArrayLength() > 0)
            return subtypes.EnumerateArray().Any(subtype => FitsNamed(subtype.GetString()!, value));
        var complaints = new List<string>();
        CheckFields(name, Fields(type), value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value), [], complaints);
        return complaints.Count == 0;
    }

    // In a form everything is text, and numbers and objects are JSON inside it.
    static JsonElement Unwrapped(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value;
        try
        {
            return JsonElement.Parse(value.GetString()!);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    static BotApiSpecification? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "telegram", "bot-api.json");
            if (File.Exists(file)) return new(JsonElement.Parse(File.ReadAllBytes(file)));
        }
        return null;
    }
}
