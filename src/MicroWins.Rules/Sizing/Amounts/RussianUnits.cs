namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>Russian: nouns by the list with three forms, adjectives before them by their endings. All stand as objects do: "прочитай одну страницу".</summary>
sealed class RussianUnits : UnitForms
{
    // Behind these letters no ы is written.
    const string Soft = "гкхжшчщ", Hissing = "жшчщц";

    static readonly string[] Endings = ["ого", "его", "ую", "юю", "ое", "ее", "ый", "ий", "ой", "ые", "ие", "ых", "их"];

    protected override bool Change(List<string> words, int amount, int was, Lexicon lexicon)
    {
        var noun = words.FindIndex(w => FormsOf(w, lexicon) is { Length: 3 });
        if (noun < 0) return false;
        var forms = FormsOf(words[noun], lexicon)!;
        for (var at = 0; at < noun; at++)
        {
            if (Adjective(words[at], amount, forms[0]) is not { } adjective) return false;
            words[at] = adjective;
        }
        words[noun] = Cased(forms[lexicon.Sentences.FormOf(amount, 3)], words[noun]);
        return true;
    }

    static string? Adjective(string word, int amount, string singular)
    {
        var ending = Array.Find(Endings, e => word.EndsWith(e, StringComparison.Ordinal) && word.Length > e.Length + 1);
        if (ending is null) return null;
        var stem = word[..^ending.Length];
        var soft = Soft.Contains(stem[^1]) || ending is "юю" or "ее" or "ий" or "ие" or "их" or "его" && !Soft.Contains(stem[^1]);
        return stem + (IsOneForm(amount) ? OneEnding(singular, stem, soft) : IsFeminine(singular) && IsFewForm(amount) ? soft ? "ие" : "ые" : soft ? "их" : "ых");
    }

    static string OneEnding(string singular, string stem, bool soft) => singular[^1] switch
    {
        'у' or 'ю' => soft && !Soft.Contains(stem[^1]) ? "юю" : "ую",
        'о' or 'е' => Hissing.Contains(stem[^1]) || soft && !Soft.Contains(stem[^1]) ? "ее" : "ое",
        _ => soft ? "ий" : "ый",
    };

    static bool IsFeminine(string singular) => singular[^1] is 'у' or 'ю' or 'ь';

    static bool IsOneForm(int amount) => amount % 10 is 1 && amount % 100 is not 11;

    static bool IsFewForm(int amount) => amount % 10 is >= 2 and <= 4 && amount % 100 is not (>= 12 and <= 14);
}
