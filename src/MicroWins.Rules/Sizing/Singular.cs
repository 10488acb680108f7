namespace MicroWins.Rules.Sizing;

/// <summary>One of what a text names as many: "boxes" is "box", "copies" is "copy".</summary>
/// <param name="passage">The text.</param>
sealed class Singular(Passage passage)
{
    static readonly (string Many, string One)[] OddPlurals = [("people", "person"), ("children", "child"), ("women", "woman"), ("men", "man"), ("teeth", "tooth"), ("feet", "foot"), ("shelves", "shelf"),
        ("leaves", "leaf"), ("loaves", "loaf"), ("knives", "knife"), ("kanji", "kanji"), ("hiragana", "hiragana"), ("fish", "fish"), ("sheep", "sheep"), ("series", "series"), ("species", "species")];

    static readonly string[] SibilantEndings = ["xes", "ches", "shes", "sses", "oes", "zzes"];

    /// <summary>The unit of a doing as one; null where the plural cannot be undone for sure.</summary>
    public string? Of(Clause clause, string unit) => passage.Lexicon.Language switch
    {
        Language.Chinese => unit,
        Language.French or Language.Spanish or Language.Portuguese => IsAlone(clause) ? PlainOf(unit) : null,
        // "glasses of water"
        Language.English when unit.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var of => EnglishOf(unit[..of]) is { } head ? head + unit[of..] : null,
        Language.English => EnglishOf(unit),
        _ => null,
    };

    static string? EnglishOf(string unit)
    {
        if (Array.Find(OddPlurals, odd => odd.Many.Equals(unit, StringComparison.OrdinalIgnoreCase)).One is { } one) return one;
        if (unit.EndsWith("ies", StringComparison.Ordinal)) return unit[..^3] + "y";
        if (Array.Exists(SibilantEndings, e => unit.EndsWith(e, StringComparison.Ordinal))) return unit[..^2];
        return unit.EndsWith('s') && !unit.EndsWith("ss", StringComparison.Ordinal) && !unit.EndsWith("ves", StringComparison.Ordinal) ? unit[..^1] : null;
    }

    // "5 pompes", "tres cosas": no article and no other word that would have to agree.
    bool IsAlone(Clause clause)
    {
        var next = clause.ThingAt + passage.Step(clause.ThingAt);
        return clause.CountEnd == clause.ThingAt && !passage.Is(clause.CountAt - 1, WordClass.Det)
            && (next >= passage.Count || !passage.IsKind(next, TokenKind.Word) || passage.Is(next, WordClass.Prep | WordClass.Of));
    }

    string? PlainOf(string unit)
    {
        string[] endings = passage.Lexicon.Language is Language.French ? ["es", "ts"] : ["as", "os"];
        return unit.All(char.IsLetter) && Array.Exists(endings, e => unit.EndsWith(e, StringComparison.Ordinal)) ? unit[..^1] : null;
    }
}
