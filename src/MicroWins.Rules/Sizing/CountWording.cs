namespace MicroWins.Rules.Sizing;

/// <summary>Puts another amount or other labels into a text: fewer pages, one window, chapter 3.</summary>
sealed class CountWording(Reading reading)
{
    Passage Passage => reading.Passage;

    Sentences Say => Passage.Lexicon.Sentences;

    string Line => reading.Line;

    /// <summary>The text with another number of its unit; null where the unit cannot be put into words.</summary>
    public string? WithCount(Clause clause, int count, bool more)
    {
        more = more && !SaysMore();
        var (first, end) = (Passage.Tokens[clause.CountAt].Start, Passage.Tokens[clause.CountEnd - 1].End);
        if (IsMeasure(clause) || HasNumberBefore(clause) || clause.Verb is null && clause.CountAt > clause.First && Passage.Tokens[clause.CountAt - 1].Text is "w" or "with" || Passage.Tokens[clause.CountEnd - 1].End < Line.Length && clause.ThingAt >= 0 && Passage.Tokens[clause.ThingAt].Text is "k") return null;
        if (PartOf(clause, count, more) is { } part) return part;
        if (clause.ThingAt < 0 || clause.ThingAt < clause.CountEnd)
            return more || SaysMore() ? null : Line[..first] + Digits(count) + Line[end..];
        var thing = Passage.Tokens[clause.ThingAt];
        var last = Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt) - 1].End;
        var unit = Line[thing.Start..last];
        if (clause.Thing is { } known && Passage.Lexicon.Forms.TryGetValue(known.Name, out var forms) && IsForm(unit, forms)) unit = forms[Say.FormOf(count, forms.Length)];
        else if (count == 1 && clause.CountHigh > 1)
        {
            if (new Singular(Passage).Of(clause, unit) is not { } single) return null;
            unit = single;
        }
        unit = Line[end..thing.Start].Trim() is { Length: > 0 } between ? between + (Passage.Lexicon.NoSpaces ? "" : " ") + unit : unit;
        var amount = more ? Say["more"] : Passage.Lexicon.NoSpaces ? "{n}{unit}" : "{n} {unit}";
        if (more && Passage.Lexicon.NoSpaces && clause.VerbAt >= 0 && Passage.Tokens[clause.VerbAt].Start < first)
            return Line[..Passage.Tokens[clause.VerbAt].Start] + Say.PrefixOf("more") + Line[Passage.Tokens[clause.VerbAt].Start..first] + Say.Number(count) + unit + Line[last..];
        if (first == 0) amount = Wording.Capital(amount);
        return Line[..first] + amount.Replace("{n}", Digits(count), StringComparison.Ordinal).Replace("{unit}", unit, StringComparison.Ordinal) + Line[last..];
    }

    // What is left of "read 3 more pages" is "read 2 more pages".
    bool SaysMore()
    {
        var word = Say["more"].Replace("{n}", "", StringComparison.Ordinal).Replace("{unit}", "", StringComparison.Ordinal).Trim();
        return (" " + Line + " ").Contains(Passage.Lexicon.NoSpaces ? word : " " + word + " ", StringComparison.OrdinalIgnoreCase);
    }

    // "Find the remaining 6 sources": one of them, and not "the remaining one source".
    string? PartOf(Clause clause, int count, bool more)
    {
        if (Passage.Lexicon.Language is not Language.English || clause.CountAt == 0 || clause.ThingAt < clause.CountEnd) return null;
        var at = clause.CountAt;
        if (Passage.Tokens[at - 1].Text is "remaining" or "last" or "final" or "other" or "missing") at--;
        if (at > 0 && Passage.Tokens[at - 1].Text is "the" or "my" or "these" or "those" or "our" or "their" or "your") at--;
        if (at == clause.CountAt || Passage.Tokens[at].Text is "remaining" or "last" or "final" or "other" or "missing") return null;
        var start = Passage.Tokens[at].Start;
        return Line[..start] + Digits(count) + (more ? " more of " : " of ") + Line[start..];
    }

    /// <summary>"Clean every window" as "clean one window"; null where nothing is done to each.</summary>
    public string? OneOfEach(Clause clause, string one)
    {
        if (Passage.Lexicon.Language is not Language.English || !clause.EachOne || clause.ScopeAt < 0 || clause.ScopeAt > clause.ThingAt || clause.ThingAt >= clause.ScopeAt + 4) return null;
        if (Passage.Tokens[clause.ScopeAt].Text is not ("every" or "each")) return null;
        var end = Math.Min(Passage.Count, clause.ScopeAt + Passage.Step(clause.ScopeAt));
        return Wording.Capital(Line[..Passage.Tokens[clause.ScopeAt].Start] + one + Line[Passage.Tokens[end - 1].End..]);
    }

    // "14 sets of 20 questions": another number would make it another task.
    bool HasNumberBefore(Clause clause)
    {
        for (var i = clause.First; i < clause.CountAt; i++)
            if (Passage.TryNumber(i, out var number, out _) && number > 1 && !Passage.IsTime(i)) return true;
        return false;
    }

    // "The 46 page rulebook" is one thing that has 46 pages; so is an essay of 2000 characters, "2000字的读后感".
    bool IsMeasure(Clause clause) => Passage.Lexicon.NoSpaces && clause.ThingAt >= clause.CountEnd && Passage.Count > clause.ThingAt + Passage.Step(clause.ThingAt)
        && Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt)].Text is "的" || Passage.Lexicon.Language is Language.English && clause is { CountHigh: > 1, Plural: false, Thing.Mass: false } && clause.ThingAt >= clause.CountEnd
        && clause.ThingAt + Passage.Step(clause.ThingAt) is var next && next < clause.End && Passage.IsKind(next, TokenKind.Word) && Passage[next].Classes == 0
        && !Line[..Passage.Tokens[next].Start].TrimEnd().EndsWith('s');

    // English says "one page", not "1 page".
    string Digits(int count) => count == 1 && Passage.Lexicon.Language is Language.English ? "one" : Say.Number(count);

    static bool IsForm(string unit, string[] forms)
    {
        var folded = TextFolding.Fold(unit);
        return Array.Exists(forms, f => TextFolding.Fold(f) is var form && (form == folded || form.StartsWith(folded, StringComparison.Ordinal)
            || folded.StartsWith(form.AsSpan(0, Math.Max(1, form.Length - 2)), StringComparison.Ordinal)));
    }

    /// <summary>The text with other labels: "chapters 3-5" as "chapter 3" or "pages 10-12".</summary>
    public string? WithLabels(Clause clause, int from, int to)
    {
        if (clause.Thing is null || !Passage.Lexicon.Forms.TryGetValue(clause.Thing.Name, out var forms)) return null;
        var first = Math.Min(clause.ThingAt, clause.LabelAt);
        var end = Math.Max(clause.LabelEnd, clause.ThingAt + Passage.Step(clause.ThingAt));
        var number = Say.Number(from) + (to > from ? "-" + Say.Number(to) : "");
        var form = forms[to > from ? forms.Length - 1 : 0];
        if (to > from && Passage.Lexicon.Language is Language.Russian) form = forms[1];
        form = OwnWord(clause, form, to > from) ?? form;
        var label = Say["label"].Replace("{unit}", form, StringComparison.Ordinal).Replace("{n}", number, StringComparison.Ordinal);
        return Before(first, to == from, clause.Thing, label) + label + Line[Passage.Tokens[end - 1].End..];
    }

    // "Exercises 12-24" stay exercises and "Lektion 4 bis 6" a Lektion; "pp." is said in full, and so is what has no plain singular.
    string? OwnWord(Clause clause, string form, bool many)
    {
        var word = Line[Passage.Tokens[clause.ThingAt].Start..Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt) - 1].End];
        if (word.Length <= 4 || !word.All(char.IsLetter)) return null;
        return Passage.Lexicon.Language switch
        {
            Language.English or Language.French when word.EndsWith('s') => many ? word : word[..^1],
            Language.Spanish or Language.Portuguese when word.EndsWith('s') && !word.EndsWith("es", StringComparison.Ordinal) => many ? word : word[..^1],
            Language.German when word[..2] != form[..2] && !word.EndsWith('n') => word,
            Language.German when word.EndsWith("ion", StringComparison.Ordinal) => word,
            _ => null,
        };
    }

    // "los capítulos 3 a 5" loses its article with its plural.
    string Before(int first, bool single, ThingConcept thing, string label)
    {
        var at = first;
        while (single && at > 0 && Passage.Is(at - 1, WordClass.Det) && !Passage.Lexicon.HeadLast) at--;
        return Line[..Passage.Tokens[at].Start] + (at < first ? OneArticle(Passage.Tokens[first - 1].Text, thing, label) : "");
    }

    string OneArticle(string many, ThingConcept thing, string label) => (Passage.Lexicon.Language, many) switch
    {
        (Language.French, "les") or (Language.Italian, "gli" or "le") when "aeéiouh".Contains(label[0]) => "l'",
        (Language.Spanish, "los") => "el ",
        (Language.Spanish, "las") or (Language.Italian, "le") => "la ",
        (Language.Italian, "i") => "il ",
        (Language.Portuguese, "os") => "o ",
        (Language.Portuguese, "as") => "a ",
        (Language.French, "les") => thing is { Name: "page" or "textbook_page" or "section" or "question" } ? "la " : "le ",
        _ => "",
    };
}
