namespace MicroWins.Rules.Habits;

/// <summary>What tells that words are said of oneself: pronouns, and in Spanish, Portuguese, Italian and Russian the endings of verbs.</summary>
static class SentenceGrammar
{
    static readonly string[] Before = ["yo", "eu", "io", "me", "mi", "lo", "la", "les", "le", "no"], Haver = ["voy", "doy", "estoy", "soy", "vou", "dou", "estou", "sou", "vado", "ho", "faro"];

    /// <summary>True where words are an action of one's own.</summary>
    /// <param name="language">The language.</param>
    /// <param name="words">Folded words, the first of the action first.</param>
    /// <param name="strictly">True where no comma stands before: then only what can be nothing else.</param>
    public static bool IsMine(Language language, ReadOnlySpan<string> words, bool strictly) => (words.Length > 1 || words.Length is 1 && HasEndings(language)) && language switch
    {
        Language.English => words[0] is "i'll" or "i'm" or "i" && (words[0] is not "i" || words.Length > 2),
        Language.German => words[1] is "ich" || (words[0] is "ich" && !strictly) || words.Length > 2 && words[1] is "mir" or "mich" && words[2] is "ich",
        Language.French => words[0] is "je" || words[0].StartsWith("j'", StringComparison.Ordinal),
        Language.Russian => words[0] is "я" || !strictly && words[0].Length > 2 && EndsIn(words[0], "ю", "у", "юсь", "усь"),
        _ => IsFirstPerson(language, Before.Contains(words[0]) && words.Length > 2 ? words[1] : words[0], strictly),
    };

    static bool HasEndings(Language language) => language is not (Language.English or Language.German or Language.French);

    // "leeré", "leo", "voy a leer"; "leggerò", "leggo"; "lerei", "leio", "vou ler". Accents are folded.
    static bool IsFirstPerson(Language language, string verb, bool strictly)
    {
        if (Haver.Contains(verb)) return true;
        if (verb.Length < 3) return false;
        return language switch
        {
            Language.Spanish => verb.Length > 3 && EndsIn(verb, "are", "ere", "ire", "dre") || !strictly && EndsIn(verb, "o"),
            Language.Portuguese => EndsIn(verb, "arei", "erei", "irei", "orei") || !strictly && EndsIn(verb, "o"),
            _ => verb.Length > 4 && EndsIn(verb, "ero", "iro", "rro", "dro") || !strictly && EndsIn(verb, "o"),
        };
    }

    static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True for a joining word in the middle that is more likely part of the action: "write down when the bus comes".</summary>
    public static bool IsVague(Language language, string[] folded, int at, int length)
    {
        var word = folded[at + length - 1];
        if (at + length >= folded.Length) return true;
        var next = folded[at + length];
        return language switch
        {
            Language.English => word is "when" or "once" or "whenever" && next is not ("i" or "i'm"),
            Language.German => word is "als" || word is "wenn" && !folded.AsSpan(at).Contains("ich"),
            _ => false,
        };
    }

    /// <summary>"Ich lese eine Seite" as it stands behind a clause: "lese ich eine Seite".</summary>
    public static string Inverted(Language language, string action) =>
        language is Language.German && action.Split(' ') is ["ich", var verb, .. var rest] ? string.Join(' ', [verb, "ich", .. rest]) : action;
}
