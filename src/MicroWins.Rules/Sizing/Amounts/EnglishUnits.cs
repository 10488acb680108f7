namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>English: only the head changes, which is the last word before "of" ("glasses of water", "deep breaths").</summary>
sealed class EnglishUnits : UnitForms
{
    static readonly string[] Sibilants = ["s", "x", "z", "ch", "sh"];

    protected override bool Change(List<string> words, int amount, int was, Lexicon lexicon)
    {
        var of = words.FindIndex(w => w is "of");
        var head = (of > 0 ? of : words.Count) - 1;
        if (head < 0 || (amount is 1) == (was is 1)) return head >= 0;
        var form = FormsOf(words[head], lexicon) is { } forms ? forms[amount is 1 ? 0 : 1] : amount is 1 ? Singular(words[head]) : Plural(words[head]);
        if (form is null) return false;
        words[head] = Cased(form, words[head]);
        return true;
    }

    static string Plural(string noun)
    {
        if (noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2])) return noun[..^1] + "ies";
        return noun + (Array.Exists(Sibilants, e => noun.EndsWith(e, StringComparison.Ordinal)) ? "es" : "s");
    }

    // "Pages" is "page"; a plural that cannot be undone for sure has no answer ("cookies", "shoes" and "boxes" end alike).
    static string? Singular(string noun)
    {
        if (noun.Length < 4 || !noun.EndsWith('s') || noun.EndsWith("ss", StringComparison.Ordinal)) return null;
        if (noun.EndsWith("ies", StringComparison.Ordinal)) return noun[..^3] + "y";
        string[] hard = ["xes", "ches", "shes", "sses", "zzes"];
        if (Array.Exists(hard, e => noun.EndsWith(e, StringComparison.Ordinal))) return noun[..^2];
        return noun.EndsWith("oes", StringComparison.Ordinal) || noun.EndsWith("ves", StringComparison.Ordinal) ? null : noun[..^1];
    }
}

/// <summary>Chinese: no word changes with a number.</summary>
sealed class ChineseUnits : UnitForms
{
    protected override bool Change(List<string> words, int amount, int was, Lexicon lexicon) => true;
}
