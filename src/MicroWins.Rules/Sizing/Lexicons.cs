namespace MicroWins.Rules.Sizing;

/// <summary>The lexicons that are built in, read once and checked as they are read.</summary>
sealed class Lexicons
{
    readonly Dictionary<Language, Lexicon> _byLanguage;

    Lexicons(Dictionary<Language, Lexicon> byLanguage) => _byLanguage = byLanguage;

    public static Lexicons BuiltIn()
    {
        var concepts = Concepts.Read("Concepts.txt", LinesOf("Concepts.txt"));
        return new(Languages.All.ToDictionary(l => l, l => new LexiconReader($"{l.Code()}.txt", l, concepts).Read(LinesOf($"{l.Code()}.txt"))));
    }

    /// <summary>The lexicon of a language; English for one that is not read, whose words then count for nothing.</summary>
    public Lexicon Of(Language language) => _byLanguage[language is Language.Unknown ? Language.English : language];

    /// <summary>The language whose own frame or smallest move a line is, whatever language it is said to be in; null for other lines.</summary>
    public Language? OwnerOf(string line)
    {
        var folded = TextFolding.Fold(line.TrimEnd('.', '!'));
        foreach (var lexicon in _byLanguage.Values)
            if (lexicon.Sentences.FrameOf(folded) is not null || lexicon.Sentences.IsOpening(folded, out _)) return lexicon.Language;
        return null;
    }

    public IEnumerable<Lexicon> All => _byLanguage.Values;

    static List<string> LinesOf(string file)
    {
        using var stream = typeof(Lexicons).Assembly.GetManifestResourceStream("Lexicons/" + file)
            ?? throw new LexiconException(file, 0, "is not part of the program");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }
}
