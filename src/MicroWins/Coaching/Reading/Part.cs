using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// A value in an answer, with the name that it stands under; the items of a list stand under the list's. Readers look for the names of
/// the schema first, and then for families of names (<see cref="FieldNames"/>), the outermost first.
/// </summary>
internal sealed partial class Part
{
    /// <summary>Values that are looked at: ten times what the longest answer has. More is noise, and is not followed.</summary>
    const int Most = 3_000;

    /// <summary>What is asked for lies within four levels; two more are for those that models add.</summary>
    const int Deepest = 6;

    readonly List<Part> _parts = [];

    Part(string label, JsonElement value, Part? around, bool isItem) => (Label, Name, Value, Around, IsItem) = (label, Words.Plain(label), value, around, isItem);

    /// <summary>The name as it was written; the goal or the topic itself, where a model made that the name.</summary>
    public string Label { get; }

    /// <summary>The name, comparable.</summary>
    public string Name { get; }

    public JsonElement Value { get; }

    /// <summary>The object or list that it is in.</summary>
    public Part? Around { get; }

    /// <summary>Whether it is an item of a list, so that its name is the list's.</summary>
    public bool IsItem { get; }

    /// <summary>Fields or items, in order.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>This and everything in it, the outermost first.</summary>
    public IReadOnlyList<Part> All { get; private set; } = [];

    public bool IsObject => Value.ValueKind is JsonValueKind.Object;

    public bool IsList => Value.ValueKind is JsonValueKind.Array;

    /// <summary>Makes the parts of an answer.</summary>
    public static Part Of(JsonElement root)
    {
        var all = new List<Part> { new("", root, null, isItem: false) };
        var depths = new List<int> { 0 };
        for (var i = 0; i < all.Count && all.Count < Most; i++)
        {
            if (depths[i] == Deepest) continue;
            foreach (var part in all[i].Within().Take(Most - all.Count))
            {
                all[i]._parts.Add(part);
                all.Add(part);
                depths.Add(depths[i] + 1);
            }
        }
        all[0].All = all;
        return all[0];
    }

    /// <summary>A field of this object: the one with the schema's own name, else the first of the family that has something in it.</summary>
    public Part? Field(string own, Regex family) => Named(_parts, own, family);

    /// <summary>The words of a field that is a text, and nothing more.</summary>
    public string? Said(string own, Regex family) => Named(_parts.Where(part => part.Value.ValueKind is JsonValueKind.String), own, family)?.Text;

    /// <summary>The same in the whole answer, but for what stands in the items of lists.</summary>
    public Part? Anywhere(string own, Regex family) => Named(All.Where(part => !part.IsInItem), own, family);

    /// <summary>The words in it: a text as it is, the texts of a list or an object one after the other.</summary>
    public string? Text => Value.ValueKind switch
    {
        JsonValueKind.String when Value.GetString() is { } text && text.Any(char.IsLetterOrDigit) => text,
        JsonValueKind.Array or JsonValueKind.Object when Texts is { Count: > 0 } texts => string.Join(' ', texts.Select(Sentence)),
        _ => null,
    };

    /// <summary>The texts in it, one for each item or field.</summary>
    public IReadOnlyList<string> Texts => Value.ValueKind switch
    {
        JsonValueKind.String => Text is { } text ? [text] : [],
        // An item that is an object is told by its own text, not by all that stands beside it.
        JsonValueKind.Array => [.. _parts.Select(part => (part.IsObject ? JsonSteps.TextOf(part.Value) : null) ?? part.Text).OfType<string>()],
        JsonValueKind.Object => [.. _parts.Select(part => part.Text).OfType<string>()],
        _ => [],
    };

    /// <summary>The number that it is, be it written as a text; the upper end of a range.</summary>
    public double? Number => Value.ValueKind switch
    {
        JsonValueKind.Number when Value.TryGetDouble(out var number) => number,
        JsonValueKind.String => Digits().Matches(Value.GetString()!) is { Count: > 0 } found ? ClaimedNumbers.OfDigits(found[^1].Value) : null,
        _ => null,
    };

    /// <summary>The step that it is.</summary>
    public RawStep? Step => IsList ? Steps is [var first, ..] ? first : null : JsonSteps.StepOf(Value);

    /// <summary>The steps in it.</summary>
    public IReadOnlyList<RawStep> Steps
    {
        get
        {
            var items = JsonSteps.Items(Value).Select(JsonSteps.StepOf).OfType<RawStep>().ToList();
            if (items.Count > 0 || !IsObject) return items;
            // {"phase one": [...], "phase two": [...]}, or an outline where a line looked like a name.
            return [.. _parts.SelectMany(part => part.IsList || part.IsObject ? part.Steps : part.Step is { } step ? [step] : [])];
        }
    }

    bool IsInItem => IsItem || Around?.IsInItem == true;

    IEnumerable<Part> Within() => Value.ValueKind switch
    {
        JsonValueKind.Object => Value.EnumerateObject().Select(field => new Part(field.Name, field.Value, this, isItem: false)),
        JsonValueKind.Array => Value.EnumerateArray().Select(item => new Part(Label, item, this, isItem: true)),
        _ => [],
    };

    static Part? Named(IEnumerable<Part> parts, string own, Regex family)
    {
        var full = parts.Where(part => part.Name.Length > 0 && part.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToList();
        return full.Find(part => part.Name == Words.Plain(own)) ?? full.Find(part => family.IsMatch(part.Name));
    }

    static string Sentence(string text) => text.TrimEnd() is var plain && char.IsLetterOrDigit(plain[^1]) ? plain + "." : plain;

    [GeneratedRegex(@"\p{Nd}+(?:[.,]\p{Nd}+)*")]
    private static partial Regex Digits();
}
