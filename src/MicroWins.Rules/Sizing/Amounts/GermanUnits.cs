namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>German: nouns by the list, also as the end of a longer word ("Buchseiten"); adjectives before them end in -e in the plural.</summary>
sealed class GermanUnits : UnitForms
{
    static readonly string[] AdjectiveEndings = ["en", "es", "er", "em", "e"];

    protected override bool Change(List<string> words, int amount, int was, Lexicon lexicon)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (Form(words[at], amount, lexicon) is { } form)
            {
                words[at] = form;
                // Of a plural adjective nothing tells the gender that its singular needs.
                return amount > 1 || at == 0;
            }
            if (char.IsUpper(words[at][0]) || Plural(words[at]) is not { } plural) return false;
            words[at] = plural;
        }
        return false;
    }

    string? Form(string noun, int amount, Lexicon lexicon)
    {
        var at = amount is 1 ? 0 : 1;
        if (FormsOf(noun, lexicon) is { } forms) return Cased(forms[at], noun);
        var folded = TextFolding.Fold(noun);
        // Folding may change the length ("ß"): then nothing can be cut.
        if (folded.Length != noun.Length) return null;
        var end = Nouns.Concat(lexicon.Forms.Values.SelectMany(f => f.Select(form => KeyValuePair.Create(TextFolding.Fold(form), f))))
            .Where(n => n.Key.Length >= 4 && folded.Length > n.Key.Length + 1 && folded.EndsWith(n.Key, StringComparison.Ordinal)).OrderByDescending(n => n.Key.Length).FirstOrDefault();
        if (end.Value is null) return null;
        var joined = end.Value[at];
        return noun[..^end.Key.Length] + (noun[noun.Length - end.Key.Length - 1] is '-' ? joined : joined.ToLowerInvariant());
    }

    static string? Plural(string adjective)
    {
        foreach (var ending in AdjectiveEndings)
            if (adjective.Length > ending.Length + 1 && adjective.EndsWith(ending, StringComparison.Ordinal)) return adjective[..^ending.Length] + "e";
        return null;
    }
}
