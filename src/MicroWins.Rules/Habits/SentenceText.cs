using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Habits;

/// <summary>The marks around a sentence: quotes, bullets, numbers, bold, full stops.</summary>
static class SentenceText
{
    const string Arrow = " → ", Marks = "*_`#[]{}<>", Quotes = "\"“”„«»‘’「」『』\u201F", Stops = ".!;,:…。！；，：、 ";

    /// <summary>One line without what stands around it and without marks of bold and of gaps.</summary>
    public static string Bare(string text)
    {
        var line = TextCleaning.Clean(text, out var cut);
        if (cut) return line;
        line = string.Concat(line.Where(c => !Marks.Contains(c))).Trim();
        line = WithoutBullet(line);
        while (line.Length > 0 && (Quotes.Contains(line[0]) && !IsInner(line, 0) || line[0] is '\'')) line = line[1..].TrimStart();
        while (line.Length > 0 && (Quotes.Contains(line[^1]) && !IsInner(line, line.Length - 1) || Stops.Contains(line[^1]) || line[^1] is '\'')) line = line[..^1];
        return string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // "read “Emma”": a quote whose partner stands inside belongs to the words.
    static bool IsInner(string line, int at) => at is not 0 && line[1..^1].Any(Quotes.Contains) && !Quotes.Contains(line[0]);

    // "1. ", "2) ", "- ", "• "
    static string WithoutBullet(string line)
    {
        var at = 0;
        while (at < line.Length && at < 3 && char.IsAsciiDigit(line[at])) at++;
        if (at > 0 && at + 1 < line.Length && line[at] is '.' or ')' or '、' or ':') return line[(at + 1)..].TrimStart();
        return line.Length > 0 && line[0] is '-' or '•' or '–' or '—' or '·' or '▪' or '✓' or '→' ? line[1..].TrimStart() : line;
    }

    /// <summary>True where a part has a letter or a digit, and is no gap to be filled in ("...").</summary>
    public static bool Says(string part) => part.Any(char.IsLetterOrDigit) && !part.Contains("...", StringComparison.Ordinal) && !part.Contains('…', StringComparison.Ordinal);

    public static string Ended(string line, Language language) => Capital(line) + (language is Language.Chinese ? "。" : ".");

    public static string Capital(string line) => line.Length > 0 && char.IsLower(line[0]) ? char.ToUpperInvariant(line[0]) + line[1..] : line;

    /// <summary>Without the capital of a beginning; "I", abbreviations and "TV" keep theirs.</summary>
    public static string Small(string line)
    {
        var end = 0;
        while (end < line.Length && (char.IsLetter(line[end]) || line[end] is '\'' or '’')) end++;
        return end is 0 || line is ['I'] or ['I', ' ' or '\'' or '’', ..] || line.AsSpan(1, end - 1).IndexOfAnyInRange('A', 'Z') >= 0 ? line : char.ToLowerInvariant(line[0]) + line[1..];
    }

    public static string WithArrow(string anchor, string action) => anchor + Arrow + action;

    public static (string, string)? AroundArrow(string line) => line.Split(Arrow) is [var anchor, var action] ? (anchor, action) : null;
}
