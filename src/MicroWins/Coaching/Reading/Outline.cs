using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Reads an answer in markdown or prose as if it were JSON: a heading is a name for what stands below it, "Label: text" is a field,
/// bullets and numbers are items, the rows of a table are objects with the names of its head. So one reader serves both.
/// </summary>
internal static partial class Outline
{
    const int TitleDepth = 9;
    const int BoldDepth = 10;
    const int LabelDepth = 11;
    const int NumberDepth = 20;

    const int Prose = int.MaxValue;

    /// <summary>Words of a label; past this it is a sentence with a colon in it.</summary>
    const int MostWordsOfALabel = 5;

    /// <summary>Lines that are looked at: five times those of the longest plan.</summary>
    const int MostLines = 1_000;

    /// <summary>Deepest indent that is told apart; no list of a plan goes further in.</summary>
    const int DeepestIndent = 12;

    /// <summary>What stands under no name of its own.</summary>
    public const string Items = "items";

    /// <summary>The answer as an object.</summary>
    public static JsonElement Read(string text)
    {
        var root = new Node("", -1);
        var open = new Stack<Node>([root]);
        string[]? head = null;
        var isAfterBlank = false;
        foreach (var line in ModelText.Lines(text).Take(MostLines))
        {
            if (Cells(line) is { } cells)
            {
                if (head is null) head = cells;
                else if (!cells.All(IsRule)) Close(open, NumberDepth).Add(Row(head, cells));
                continue;
            }
            head = null;
            if (line.Length > 0 && !Json().IsMatch(line)) Take(line, open, isAfterBlank);
            isAfterBlank = line.Length == 0;
        }
        return JsonSerializer.SerializeToElement(root.Children.Count == 0 ? new JsonObject() : AsObject(root));
    }

    sealed class Node(string text, int depth)
    {
        public string Text { get; } = text;
        public int Depth { get; } = depth;
        public List<Node> Children { get; } = [];

        /// <summary>What a "Label: text" says; null where the line is no such.</summary>
        public (string Label, string Said)? Labelled { get; init; }

        /// <summary>A row of a table.</summary>
        public JsonObject? Row { get; init; }

        public void Add(Node child) => Children.Add(child);
    }

    static void Take(string line, Stack<Node> open, bool isAfterBlank)
    {
        var node = NodeOf(line);
        var depth = node.Depth != Prose || char.IsWhiteSpace(line[0]) ? node.Depth : DepthOfProse(open, isAfterBlank);
        Close(open, depth).Add(node);
        if (node.Depth != Prose) open.Push(node);
    }

    // Prose at the margin belongs to the section and not to the item above it; behind a blank line not to a finished field either.
    static int DepthOfProse(Stack<Node> open, bool isAfterBlank)
    {
        while (open.Peek().Depth >= NumberDepth) open.Pop();
        return isAfterBlank && open.Peek() is { Labelled.Said.Length: > 0 } or { Children.Count: > 0, Depth: LabelDepth } ? open.Peek().Depth : NumberDepth;
    }

    static Node Close(Stack<Node> open, int depth)
    {
        while (open.Peek().Depth >= depth) open.Pop();
        return open.Peek();
    }

    static Node NodeOf(string line)
    {
        if (Heading().Match(line) is { Success: true } heading) return new(Bare(heading.Groups[2].Value), heading.Groups[1].Length);
        // A bold line that no reader knows is the name of a goal or a topic, and those that are known belong to it.
        if (BoldLine().Match(line) is { Success: true } bold) return new(Bare(bold.Groups[1].Value), FieldNames.IsKnown(bold.Groups[1].Value) ? BoldDepth : TitleDepth);
        if (Item().Match(line) is { Success: true } item)
        {
            var indent = Math.Min(item.Groups["indent"].Length, DeepestIndent) * 2;
            // Bullets at the margin below numbers at the margin are about the number above them.
            return Leaf(item.Groups["rest"].Value, NumberDepth + indent + (item.Groups["bullet"].Success ? 1 : 0));
        }
        if (LabelLine().Match(line) is { Success: true } label) return new(Bare(label.Groups[1].Value), LabelDepth);
        var leaf = Leaf(line.Trim(), Prose);
        return leaf.Labelled is null || char.IsWhiteSpace(line[0]) ? leaf : Leaf(line, line.StartsWith("**", StringComparison.Ordinal) ? BoldDepth : LabelDepth);
    }

    static Node Leaf(string text, int depth) => new(Bare(text), depth) { Labelled = Label(text) };

    // Only a name that some reader looks for is one: "Open the app: 2 min" is a step.
    static (string, string)? Label(string text)
    {
        if (LabelledText().Match(text) is not { Success: true } match) return null;
        var label = Bare(match.Groups["label"].Value);
        return FieldNames.IsKnown(label) && label.Split(' ').Length <= MostWordsOfALabel && !StepLine.IsOnlyNotes(match.Groups["said"].Value)
            ? (label, match.Groups["said"].Value.Trim()) : null;
    }

    static string Bare(string text) => LeadingNumber().Replace(text.Replace("**", "", StringComparison.Ordinal).Trim(), "").Trim().TrimEnd(':', '：');

    static JsonNode AsValue(Node node)
    {
        if (node.Children.Count == 0) return JsonValue.Create(node.Text);
        if (node.Children.Any(IsNamed)) return AsObject(node);
        return node.Children is [{ Depth: Prose } only] ? JsonValue.Create(only.Text) : AsArray(node.Children);
    }

    static bool IsNamed(Node node) => node.Labelled is not null || node.Children.Count > 0;

    static JsonArray AsArray(IEnumerable<Node> nodes) => [.. nodes.Select(node => (JsonNode?)node.Row ?? JsonValue.Create(node.Text))];

    static JsonObject AsObject(Node node)
    {
        var json = new JsonObject();
        foreach (var child in node.Children.Where(IsNamed)) json[Free(json, child.Labelled?.Label ?? child.Text)] = Said(child);
        var items = node.Children.Where(child => !IsNamed(child)).ToList();
        if (items.Count > 0) json[Free(json, Items)] = AsArray(items);
        return json;
    }

    // "Path: in small steps" with a list below it: the words come first, as one more line of the list, unless the list says it all.
    static JsonNode Said(Node node)
    {
        if (node.Labelled is not { } labelled) return AsValue(node);
        if (node.Children.Count == 0) return JsonValue.Create(labelled.Said);
        if (!node.Children.Any(IsNamed)) return labelled.Said.Length == 0 ? AsArray(node.Children) : AsArray(node.Children.Prepend(new(labelled.Said, 0)));
        var json = AsObject(node);
        if (labelled.Said.Length > 0) json[Free(json, "text")] = labelled.Said;
        return json;
    }

    // Names are compared without their figures, so a number makes a second one of the same name.
    static string Free(JsonObject json, string name)
    {
        if (!json.ContainsKey(name)) return name;
        var number = json.Count;
        while (json.ContainsKey($"{name} {number}")) number++;
        return $"{name} {number}";
    }

    static Node Row(string[] head, string[] cells)
    {
        var row = new JsonObject();
        foreach (var (name, cell) in head.Zip(cells))
            if (name.Any(char.IsLetter)) row[Free(row, name)] = cell;
        return new("", NumberDepth) { Row = row };
    }

    static string[]? Cells(string line) => line.TrimStart() is ['|', _, ..] row && row.EndsWith('|')
        ? [.. row.Trim().Trim('|').Split('|').Select(cell => Bare(cell))] : null;

    static bool IsRule(string cell) => cell.All(c => c is '-' or ':' or ' ');

    // JSON is read as what it is; its lines are no prose.
    [GeneratedRegex(@"^\s*(?:[{}\]""]|\[(?![ xX]?\]))")]
    private static partial Regex Json();

    [GeneratedRegex(@"^\s{0,3}(#{1,6})\s+(\S.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:\d{1,2}[.)]\s+)?\*\*([^*]{1,100})\*\*\s*[:：]?\s*(?:\([^()]{1,40}\)\s*)?[:：]?$")]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"^(?<indent>\s*)(?:(?<bullet>[-*•+–])|\(?\d{1,2}[.)、:]|[a-z]\))\s*(?:\[[ xX]?\]\s*)?(?<rest>(?<=\s|[.)、:\]])\S.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^([^:：.!?]{2,60})[:：]$")]
    private static partial Regex LabelLine();

    [GeneratedRegex(@"^\W*(?<label>[^:：*–—=]{2,60}?)\s*(?:\*\*)?\s*(?:[:：=]|\s[–—-]\s)\s*(?:\*\*)?\s*(?<said>\S.*)?$")]
    private static partial Regex LabelledText();

    [GeneratedRegex(@"^\(?\d{1,2}[.)]\s+")]
    private static partial Regex LeadingNumber();
}
