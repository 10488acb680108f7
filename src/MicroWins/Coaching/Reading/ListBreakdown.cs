using MicroWins.Rules;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads a breakdown from lists in markdown or plain prose.</summary>
internal static partial class ListBreakdown
{
    /// <summary>Characters of a line up to its colon that can be a label; past this it is a sentence.</summary>
    const int LongestLabel = 80;

    const int MostLinesOfNotes = 4;

    public static RawBreakdown? Read(string text)
    {
        var lines = ModelText.Lines(text);
        var lists = NumberedLines.Find(lines);
        var list = lists.Where(items => items.Count(IsStep) >= DraftReader.FewestSteps).MaxBy(items => items.Count(IsStep));
        var steps = list is null ? Bullets(lines) : Steps(list, lists, lines);
        if (steps.Count == 0) return null;
        HashSet<int> own = [.. (list ?? []).Select(item => item.Line)];
        return new RawBreakdown(First(lines, own), steps)
        {
            Overwhelm = Section(lines, own, Words.Why()) is { Count: > 0 } why ? string.Join(" ", why.Select(Sentence)) : null,
            Celebrations = [.. Section(lines, own, Words.Celebration()).SelectMany(Ways)],
        };
    }

    // The sections of an answer are often numbered too: "1. Why it overwhelms", "2. First step: ...".
    static bool IsStep(NumberedLines.Item item) => !item.IsHeading && StepOf(item.Rest) is { Text: var text }
        && !(Labelled(text) is var (label, _) && (Words.Section().IsMatch(label) || Words.FirstLabel().IsMatch(label)));

    static List<RawStep> Steps(IReadOnlyList<NumberedLines.Item> list, IReadOnlyList<IReadOnlyList<NumberedLines.Item>> all, string[] lines)
    {
        var steps = new List<RawStep>();
        foreach (var item in list)
        {
            if (StepOf(item.Rest) is not { } step) continue;
            var notes = Below(item, lines).Concat(Elsewhere(item.Number, list, all)).Select(StepLine.Parse).ToList();
            steps.Add(step with
            {
                Minutes = step.Minutes ?? notes.Select(n => n.Minutes).FirstOrDefault(m => m is not null),
                Difficulty = step.Difficulty ?? notes.Select(n => n.Difficulty).FirstOrDefault(d => d is not null),
            });
        }
        return steps;
    }

    // "   - Time: 5 min" below a step, up to the next blank line, number or heading.
    static IEnumerable<string> Below(NumberedLines.Item item, string[] lines) =>
        lines.Skip(item.Line + 1)
            .TakeWhile(line => line.Length > 0 && line[0] != '#' && !AnyNumber().IsMatch(line))
            .Take(MostLinesOfNotes)
            .Select(line => line.Trim(' ', '-', '*', '•', '\t'));

    // "Step 5: 5 min, medium" in an overview further on.
    static IEnumerable<string> Elsewhere(int number, IReadOnlyList<NumberedLines.Item> list, IReadOnlyList<IReadOnlyList<NumberedLines.Item>> all) =>
        all.Where(other => other != list && other.Count >= DraftReader.FewestSteps)
            .SelectMany(other => other)
            .Where(item => item.Number == number && StepLine.IsOnlyNotes(item.Rest))
            .Select(item => item.Rest);

    static RawStep? StepOf(string rest) => StepLine.Parse(rest) is var step && step.Text.Any(char.IsLetter) ? step : null;

    static List<RawStep> Bullets(string[] lines)
    {
        var best = new List<RawStep>();
        var section = new List<RawStep>();
        var skip = false;
        var indent = 0;
        foreach (var line in lines.Append("#"))
        {
            if (Bullet().Match(line) is { Success: true } match)
            {
                if (section.Count == 0) indent = match.Groups["indent"].Length;
                if (!skip) AddBullet(section, match.Groups["rest"].Value, isBelow: match.Groups["indent"].Length > indent);
                continue;
            }
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (section.Count > best.Count) best = section;
            section = [];
            skip = Words.Why().IsMatch(line) || Words.Celebration().IsMatch(line);
        }
        return best;
    }

    // A bullet below another one is about it: "  - Time: 5 min".
    static void AddBullet(List<RawStep> steps, string text, bool isBelow)
    {
        if (StepOf(text) is not { } step) return;
        if (!isBelow || steps.Count == 0) steps.Add(step);
        else steps[^1] = steps[^1] with { Minutes = steps[^1].Minutes ?? step.Minutes, Difficulty = steps[^1].Difficulty ?? step.Difficulty };
    }

    static RawStep? First(string[] lines, HashSet<int> own)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (own.Contains(i) || Labelled(lines[i]) is not var (label, value) || !Words.FirstLabel().IsMatch(label)) continue;
            var below = lines.Skip(i + 1).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
            var said = value.Any(char.IsLetter) ? value : below;
            var step = StepLine.Parse(FirstSentence().Match(said).Value);
            if (!step.Text.Any(char.IsLetter)) continue;
            return step with { Text = Capitalised(step.Text), Minutes = step.Minutes ?? StepLine.Parse(said).Minutes ?? Durations.Minutes(label) };
        }
        return null;
    }

    static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // A label is what stands before a colon, or a whole short line (a heading, or bold by itself).
    static (string Label, string Value)? Labelled(string line)
    {
        var plain = Markup().Replace(line, "").Trim();
        if (plain.Length == 0) return null;
        var colon = plain.AsSpan().IndexOfAny(':', '：');
        if (colon < 0) colon = plain.IndexOf('?');
        if (colon >= 0) return colon <= LongestLabel ? (plain[..colon], plain[(colon + 1)..].Trim()) : null;
        return plain.Length <= LongestLabel ? (plain, "") : null;
    }

    static List<string> Section(string[] lines, HashSet<int> own, Regex name)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (own.Contains(i) || Labelled(lines[i]) is not var (label, value) || !name.IsMatch(label)) continue;
            if (value.Any(char.IsLetter)) return [value];
            return label.EndsWith('.') ? [label] : Below(i, lines);
        }
        return [];
    }

    static List<string> Below(int label, string[] lines) =>
        [.. lines.Skip(label + 1).SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(line => !string.IsNullOrWhiteSpace(line) && !AnyNumber().IsMatch(line))
            .Select(line => line.Trim().TrimStart('-', '*', '•', '+').Trim())];

    static IEnumerable<string> Ways(string line) =>
        SentenceEnd().Split(line).Select(way => way.TrimEnd(';', '；')).Where(way => way.Length > 0).Select(Capitalised);

    static string Sentence(string text) => SentenceMark().IsMatch(text) ? text : text + ".";

    [GeneratedRegex(@"[.!?…。！？""”»*]$")]
    private static partial Regex SentenceMark();

    [GeneratedRegex(@"(?<=[.!;])\s+|(?<=[。！；])(?=.)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\s*(?:[-*•+]\s+)?(?:\*\*)?\d{1,2}[.)]")]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"^(?<indent>\s*)(?:[-*•+–]\s+(?:\[[ x]?\]\s*)?|\[[ x]?\]\s*|[a-z]\)\s+)(?<rest>\S.*)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^.+?(?:[.!。！](?=\s|$)(?!\s*[(（\d])|$)")]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\*{1,3}|^[#>\s]+|`")]
    private static partial Regex Markup();
}
