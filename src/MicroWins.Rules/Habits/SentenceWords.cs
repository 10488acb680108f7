using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Habits;

/// <summary>The words that join anchor and action in one language, from sentences.txt.</summary>
sealed class SentenceWords(Language language)
{
    static readonly Dictionary<Language, SentenceWords> All = Read();

    readonly Dictionary<string, string> _frames = [];
    readonly Dictionary<string, string[][]> _lists = [];

    public static SentenceWords Of(Language language) => All[language];

    public Language Language => language;

    public string Frame => _frames["frame"];

    /// <summary>The frame around an action that is told to somebody.</summary>
    public string Told => _frames.GetValueOrDefault("told") ?? Frame;

    /// <summary>How many words of a list a text begins with; 0 for none, the most where several fit.</summary>
    /// <param name="list">after, own, lead, mine or fill.</param>
    /// <param name="words">The folded words of the text.</param>
    /// <param name="at">Where to look.</param>
    public int LengthOf(string list, IReadOnlyList<string> words, int at)
    {
        var most = 0;
        foreach (var entry in _lists.GetValueOrDefault(list) ?? [])
            if (entry.Length > most && at + entry.Length <= words.Count && Begins(entry, words, at)) most = entry.Length;
        return most;
    }

    // An elided entry ("dès qu'") is the beginning of its word.
    static bool Begins(string[] entry, IReadOnlyList<string> words, int at)
    {
        for (var i = 0; i < entry.Length; i++)
            if (words[at + i] != entry[i] && !(entry[i][^1] is '\'' && i == entry.Length - 1 && words[at + i].StartsWith(entry[i], StringComparison.Ordinal))) return false;
        return true;
    }

    static Dictionary<Language, SentenceWords> Read()
    {
        using var stream = typeof(SentenceWords).Assembly.GetManifestResourceStream("Habits/sentences.txt") ?? throw new FormatException("sentences.txt is not part of the program.");
        using var reader = new StreamReader(stream);
        var all = Languages.All.ToDictionary(l => l, l => new SentenceWords(l));
        var current = all[Language.English];
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length is 0 || line[0] is '#') continue;
            else if (line[0] is '[') current = all[Languages.FromTag(line.Trim('[', ']'))];
            else current.Add(line, number);
        return all;
    }

    void Add(string line, int number)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) throw new FormatException($"sentences.txt, line {number}: no colon.");
        var (key, value) = (line[..colon], line[(colon + 2)..]);
        if (key is "frame" or "told") _frames[key] = value;
        else _lists[key] = [.. value.Split(", ").Select(entry => TextFolding.Fold(entry).Split(' '))];
    }
}
