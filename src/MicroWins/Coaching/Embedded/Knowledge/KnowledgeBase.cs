using System.Reflection;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>The planner's knowledge in every language, read and checked once from the files inside the program.</summary>
sealed class KnowledgeBase
{
    static readonly Lazy<KnowledgeBase> Loaded = new(() => new(Load()));

    readonly IReadOnlyDictionary<Language, Phrasebook> _books;

    KnowledgeBase(IReadOnlyDictionary<Language, Phrasebook> books) => _books = books;

    /// <summary>The knowledge that is built in.</summary>
    /// <exception cref="FormatException">A file has a mistake; the message names file and line.</exception>
    public static KnowledgeBase BuiltIn => Loaded.Value;

    public IEnumerable<Phrasebook> All => _books.Values;

    /// <summary>The phrasebook of a language; English where the language is not known.</summary>
    public Phrasebook For(Language language) => _books.GetValueOrDefault(language) ?? _books[Language.English];

    /// <summary>The text of a knowledge file ("en.txt") inside the program.</summary>
    public static string Text(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"Knowledge/{file}")
            ?? throw new InvalidOperationException($"The program was built without its knowledge file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    static bool HasFile(Language language) =>
        Assembly.GetExecutingAssembly().GetManifestResourceInfo($"Knowledge/{language.Code()}.txt") is not null;

    static Dictionary<Language, Phrasebook> Load() => Languages.All.Where(HasFile).ToDictionary(
        language => language, language => KnowledgeParser.Parse($"{language.Code()}.txt", language, Text($"{language.Code()}.txt")));
}
