using System.Reflection;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded;

/// <summary>The plain phrases of one language, by name.</summary>
sealed class RouteWords
{
    // A language is read when it is first spoken.
    static readonly Dictionary<Language, Lazy<RouteWords>> Loaded = Languages.All.ToDictionary(language => language, language => new Lazy<RouteWords>(() => Parse($"{language.Code()}.txt")));

    /// <summary>The intents that a phrase by itself can tell, in the order in which they are tried.</summary>
    public static readonly (string List, RouteIntent Intent)[] Plain =
    [
        ("enough", RouteIntent.Enough), ("nothing", RouteIntent.ThatsNothing), ("done", RouteIntent.Done), ("smaller", RouteIntent.Smaller), ("skip", RouteIntent.Skip),
        ("later", RouteIntent.Later), ("showall", RouteIntent.ShowAll), ("more", RouteIntent.More), ("start", RouteIntent.Start), ("stuck", RouteIntent.Stuck),
        ("smalltalk", RouteIntent.SmallTalk), ("hello", RouteIntent.SmallTalk), ("thanks", RouteIntent.SmallTalk), ("bye", RouteIntent.SmallTalk),
    ];

    /// <summary>What the method has a function for, told by a phrase anywhere in a message; the first that is found is meant.</summary>
    public static readonly (string List, RouteIntent Intent)[] Methods =
    [
        ("scaleup", RouteIntent.ScaleUp), ("stack", RouteIntent.HabitStack), ("system", RouteIntent.DailySystem), ("again", RouteIntent.StartAgain),
        ("celebrate", RouteIntent.Celebrate), ("putoff", RouteIntent.Procrastination), ("exam", RouteIntent.Exam),
    ];

    static readonly string[] Needed =
    [
        .. Plain.Select(plain => plain.List), .. Methods.Select(method => method.List), "filler", "question", "request", "goal", "hedge", "past", "comment",
        "cando", "because", "around",
    ];

    readonly Dictionary<string, PhraseList> _lists;

    RouteWords(Dictionary<string, PhraseList> lists) => _lists = lists;

    /// <summary>The phrases of a language; English where the language is not known.</summary>
    /// <exception cref="FormatException">A file has a mistake; the message names file and line.</exception>
    public static RouteWords For(Language language) => Loaded[language is Language.Unknown ? Language.English : language].Value;

    public PhraseList this[string name] => _lists[name];

    static RouteWords Parse(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Routes/{file}")
            ?? throw new InvalidOperationException($"The program was built without its phrases {file}.");
        using var reader = new StreamReader(stream);
        Dictionary<string, PhraseList> lists = [];
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, var words] || !Needed.Contains(name))
                throw new FormatException($"Routes/{file}:{number}: a line is \"name: phrases\" with a known name.");
            lists[name] = PhraseList.Parse(words);
        }
        if (Needed.FirstOrDefault(name => !lists.ContainsKey(name)) is { } missing) throw new FormatException($"Routes/{file}:1: \"{missing}\" is missing.");
        return new(lists);
    }
}
