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

    /// <summary>The text of a knowledge file ("Knowledge/en.txt") inside the program.</summary>
    static string Text(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The program was built without its knowledge file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    static Dictionary<Language, Phrasebook> Load() => Languages.All.ToDictionary(language => language, Load);

    /// <summary>Recipes for goals in one file, what the other functions say in a second.</summary>
    static Phrasebook Load(Language language)
    {
        var (recipes, methods) = ($"Knowledge/{language.Code()}.txt", $"Methods/{language.Code()}.txt");
        var book = KnowledgeParser.Parse(recipes, language, Text(recipes));
        KnowledgeParser.Add(methods, book, Text(methods));
        MethodsCheck.Check(methods, book);
        return book;
    }
}
