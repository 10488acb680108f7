using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads the parts of a thing where the person listed them: "my capstone (backend, docs, video demo, poster)".</summary>
static class PartList
{
    public static void Read(PersonText text, Phrasebook book, Dictionary<string, string> slots)
    {
        var open = text.Clean.IndexOfAny(['(', '（']);
        var close = open < 0 ? -1 : text.Clean.IndexOfAny([')', '）'], open);
        if (close < 0) return;
        var parts = text.Clean[(open + 1)..close].Split([',', '，', '、', '/', '+', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts.Any(part => !IsPart(part, book))) return;
        for (var i = 0; i < Math.Min(parts.Length, 6); i++) slots[$"part{i + 1}"] = parts[i];
    }

    static bool IsPart(string part, Phrasebook book) =>
        part.Length <= 30 && PersonText.Read(part).Words is { Count: > 0 and <= 6 } words
        && (words.Count <= 3 || book.Space.Length == 0) && !words[0].IsNumber;
}
