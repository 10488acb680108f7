using System.Reflection;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>The planner's knowledge in every language, read from the files inside the program. A language is read and checked when it is first spoken:
/// most starts need one of the eight, and what is built in was checked by the tests of the build.</summary>
sealed class KnowledgeBase
{
    readonly IReadOnlyDictionary<Language, Lazy<Phrasebook>> _books;

    KnowledgeBase(IReadOnlyDictionary<Language, Lazy<Phrasebook>> books) => _books = books;

    /// <summary>The knowledge that is built in.</summary>
    public static KnowledgeBase BuiltIn { get; } = new(Languages.All.ToDictionary(language => language, language => new Lazy<Phrasebook>(() => Load(language))));

    /// <exception cref="FormatException">A file has a mistake; the message names file and line.</exception>
    public IEnumerable<Phrasebook> All => _books.Values.Select(book => book.Value);

    /// <summary>The phrasebook of a language; English where the language is not known.</summary>
    /// <exception cref="FormatException">Its file has a mistake; the message names file and line.</exception>
    public Phrasebook For(Language language) => (_books.GetValueOrDefault(language) ?? _books[Language.English]).Value;

    /// <summary>The text of a knowledge file ("Knowledge/en.txt") inside the program.</summary>
    static string Text(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The program was built without its knowledge file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

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
