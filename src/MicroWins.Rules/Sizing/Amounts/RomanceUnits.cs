namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>Spanish, French, Portuguese and Italian: nouns and adjectives take a plural by rule, exceptions by the list.</summary>
sealed class RomanceUnits(Language language) : UnitForms
{
    static readonly string[] Links = ["de", "d", "di", "da", "do", "à", "a", "del", "della", "para", "pour", "per", "en", "in", "em"];

    public override bool IsAdjectiveBehind(string folded) => IsKnownAdjective(folded) || IsKnownAdjective(TextFolding.Fold(Single(folded) ?? folded));

    // The unit's own words up to "de": "vaso de agua", "palabra nueva", "petite page".
    protected override bool Change(List<string> words, int amount, int was, Lexicon lexicon)
    {
        if ((amount is 1) == (was is 1)) return true;
        for (var at = 0; at < words.Count && !IsLink(words[at]); at++)
        {
            if (Form(words[at], amount, lexicon) is not { } form) return false;
            words[at] = form;
        }
        return true;
    }

    protected override bool ChangeBehind(ref string behind, int amount)
    {
        var word = behind.Trim();
        if (word.Length is 0) return true;
        if ((amount is 1 ? Single(word) : Many(word)) is not { } form) return false;
        behind = " " + form;
        return true;
    }

    static bool IsLink(string word) => Links.Contains(word) || word.StartsWith("d'", StringComparison.Ordinal) || word.StartsWith("d’", StringComparison.Ordinal);

    string? Form(string word, int amount, Lexicon lexicon)
    {
        if (FormsOf(word, lexicon) is { } forms) return Cased(forms[amount is 1 ? 0 : 1], word);
        if (amount > 1) return Many(word);
        // A singular that is made by rule must be a word that is known.
        return Single(word) is { } single && (IsKnownAdjective(TextFolding.Fold(single)) || lexicon.Words.ContainsKey(TextFolding.Fold(single))) ? single : null;
    }

    string? Many(string word) => language switch
    {
        Language.Spanish => word[^1] is 's' or 'x' ? word : word[^1] is 'z' ? word[..^1] + "ces"
            : word.EndsWith("ón", StringComparison.Ordinal) ? word[..^2] + "ones" : IsVowel(word[^1]) ? word + "s" : word + "es",
        Language.French => word[^1] is 's' or 'x' or 'z' ? word : word.EndsWith("eau", StringComparison.Ordinal) || word.EndsWith("eu", StringComparison.Ordinal) ? word + "x"
            : word.EndsWith("al", StringComparison.Ordinal) ? word[..^2] + "aux" : word + "s",
        Language.Portuguese => word[^1] is 's' or 'x' ? word : word.EndsWith("ão", StringComparison.Ordinal) ? word[..^2] + "ões" : word[^1] is 'm' ? word[..^1] + "ns"
            : word.EndsWith("il", StringComparison.Ordinal) ? null : word[^1] is 'l' ? word[..^1] + "is" : word[^1] is 'r' or 'z' ? word + "es" : word + "s",
        _ => ItalianMany(word),
    };

    static string? ItalianMany(string word) => word switch
    {
        [.., 'à' or 'è' or 'é' or 'ì' or 'ò' or 'ù'] => word,
        [.., 'i', 'o'] => word[..^1],
        [.., 'c' or 'g', 'o'] => word[..^1] + "hi",
        [.., 'c' or 'g', 'a'] => word[..^1] + "he",
        [.., 'c' or 'g', 'i', 'a'] => word[..^2] + "e",
        [.., 'o' or 'e'] => word[..^1] + "i",
        [.., 'a'] => word[..^1] + "e",
        [.., 'i'] => null,
        _ => word,
    };

    string? Single(string word) => word.Length < 3 ? null : language switch
    {
        Language.Italian => word[^1] switch { 'e' => word[..^1] + "a", 'i' => word[..^1] + "o", _ => word },
        Language.Spanish when word.EndsWith("ones", StringComparison.Ordinal) => word[..^4] + "ón",
        Language.Spanish when word.EndsWith("ces", StringComparison.Ordinal) => word[..^3] + "z",
        Language.Portuguese when word.EndsWith("ões", StringComparison.Ordinal) => word[..^3] + "ão",
        Language.Portuguese when word.EndsWith("ns", StringComparison.Ordinal) => word[..^2] + "m",
        _ => word[^1] is 's' ? word[..^1] : word[^1] is 'x' ? null : word,
    };

    static bool IsVowel(char c) => "aeiouáéíóú".Contains(c);
}
