namespace MicroWins.Rules.Sizing;

/// <summary>The lexicons that are built in. What the engine says is read at once, for every language; the words of a language when they are first asked for,
/// since most starts need one of the eight.</summary>
sealed class Lexicons
{
    readonly Dictionary<Language, Lazy<Lexicon>> _byLanguage;
    readonly (Language Language, Sentences Sentences)[] _sentences;

    Lexicons(Dictionary<Language, Lazy<Lexicon>> byLanguage, (Language, Sentences)[] sentences) => (_byLanguage, _sentences) = (byLanguage, sentences);

    /// <exception cref="LexiconException">The concepts or the sentences of a language cannot be read; the message names file and line.</exception>
    public static Lexicons BuiltIn()
    {
        var concepts = Concepts.Read("Concepts.txt", LinesOf("Concepts.txt")).With("Moves.txt", LinesOf("Moves.txt"));
        return new(
            Languages.All.ToDictionary(l => l, l => new Lazy<Lexicon>(() => new LexiconReader(FileOf(l), l, concepts).Read(LinesOf(FileOf(l))))),
            [.. Languages.All.Select(l => (l, new LexiconReader(FileOf(l), l, concepts).ReadSentences(LinesOf(FileOf(l)))))]);
    }

    static string FileOf(Language language) => $"{language.Code()}.txt";

    /// <summary>The lexicon of a language; English for one that is not read, whose words then count for nothing.</summary>
    /// <exception cref="LexiconException">Its file cannot be read; the message names file and line.</exception>
    public Lexicon Of(Language language) => _byLanguage[language is Language.Unknown ? Language.English : language].Value;

    /// <summary>The language whose own frame or move a line is, whatever language it is said to be in; null for other lines.</summary>
    public Language? OwnerOf(string line)
    {
        var folded = TextFolding.Fold(line.TrimEnd('.', '!'));
        foreach (var (language, sentences) in _sentences)
            if (sentences.FrameOf(folded) is not null || sentences.IsOpening(folded, out _)) return language;
        foreach (var (language, sentences) in _sentences)
            if (sentences.MoveOf(folded) is not null) return language;
        return null;
    }

    static List<string> LinesOf(string file)
    {
        using var reader = EmbeddedText.Open(typeof(Lexicons).Assembly, "Lexicons/" + file) ?? throw new LexiconException(file, 0, "is not part of the program");
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }
}
