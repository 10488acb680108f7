namespace MicroWins.Rules.Sizing;

/// <summary>Finds the verb of a doing, or sees that it has none.</summary>
readonly struct VerbFinder(Passage passage, Clause clause, bool continues)
{
    // The verb at its usual place; else wherever one is, since "tomorrow the kitchen: clean" is how people write.
    public int Find()
    {
        var at = SkipLead();
        if (at >= clause.End) return -1;
        if (passage.Is(at, WordClass.Abstain) && passage[at].Thing is null)
        {
            if (IsHabit(at)) clause.Verb = passage.Lexicon.Concepts.Verbs["quit"];
            clause.Abstains = clause.Verb is null;
            return at + passage.Step(at);
        }
        if (!passage.Lexicon.VerbFirst) return FindAnywhere(at);
        if (IsAffair(at))
        {
            clause.Verb = passage.Lexicon.Concepts.Verbs["explore"];
            return at;
        }
        if (passage[at].Verb is not null && !IsNounHere(at)) return TakeVerb(at);
        if (passage[at].Thing is null && LooksLikeVerb(at))
        {
            clause.Verb = passage.Lexicon.Concepts.Verbs["unknown"];
            (clause.VerbAt, clause.VerbEnd) = (at, at + 1);
            return at + 1;
        }
        if (!continues) TakeLateVerb(at);
        return at;
    }

    // "Stop biting my nails" is for good; "stop eating at eight" is for today.
    bool IsHabit(int at)
    {
        if (passage.Lexicon.Language is not Language.English || passage.Tokens[at].Text is not "stop" || at + 2 >= clause.End || clause.Length.Exists || !passage.Tokens[at + 1].Text.EndsWith("ing", StringComparison.Ordinal)) return false;
        for (var i = at + 2; i < clause.End; i++)
            if (passage.IsTime(i) || passage.Is(i, WordClass.ClockAfter | WordClass.ClockBefore | WordClass.Bit | WordClass.One | WordClass.Skip)) return false;
        return true;
    }

    // "Phone contract", "call centre training": nothing is phoned here.
    bool IsAffair(int at)
    {
        if (passage[at].Verb?.Name is not ("call" or "text" or "email" or "mail" or "charge" or "load" or "pay" or "feed" or "brush" or "wear" or "tie" or "press" or "water") || passage.Step(at) > 1 || !passage.Is(clause.End - 1, WordClass.Affair)) return false;
        for (var i = at + 1; i < clause.End; i++)
            if (passage.Is(i, WordClass.Det | WordClass.One | WordClass.Prep | WordClass.Of | WordClass.Scope | WordClass.Each) || passage.IsTime(i)) return false;
        return clause.End - at > 1;
    }

    void TakeLateVerb(int from)
    {
        for (var i = from; i < clause.End && !passage.Is(i, WordClass.Cut); i += passage.Step(i))
        {
            clause.VerbIsLate |= !passage[i].IsKnown && passage.IsKind(i, TokenKind.Word) && !passage.IsCapital(i) || passage[i].Thing is { Weak: false };
            if (passage[i].Verb is null || passage[i].Thing is not null || passage[i].Classes != 0 || passage.IsTime(i)) continue;
            if (passage.Is(i - 1, WordClass.Prep | WordClass.Of | WordClass.Det) || IsPluralNoun(i) || IsParticiple(i)) continue;
            TakeVerb(i);
            return;
        }
        clause.VerbIsLate = false;
    }

    // "Letter of rec requests": nobody notes down to do things in the third person.
    bool IsPluralNoun(int at) => passage.Lexicon.Language is Language.English && passage.Tokens[at].Text.EndsWith('s') && !passage.Lexicon.Words.ContainsKey(passage.Tokens[at].Text);

    // "Remboursement du vol annulé": behind its noun a verb that is no infinitive says what happened to it.
    bool IsParticiple(int at) => !passage.Lexicon.HeadLast && passage.Lexicon.Language is Language.Spanish or Language.French or Language.Portuguese or Language.Italian
        && passage.Tokens[at].Text is var word && !word.EndsWith('r') && !word.EndsWith("re", StringComparison.Ordinal);

    int TakeVerb(int at)
    {
        clause.Verb = passage[at].Verb;
        (clause.VerbAt, clause.VerbEnd) = (at, at + passage.Step(at));
        if (WholeOfSplit(at) is { } whole) clause.Verb = whole;
        return clause.VerbEnd;
    }

    // "Write the number down" is noting it, "geh die Karten durch" is no walk.
    VerbConcept? WholeOfSplit(int at)
    {
        var word = passage.Tokens[at].Text;
        if (passage.Step(at) > 1 || !passage.Lexicon.SplitVerbs.Contains(word[0])) return null;
        foreach (var split in passage.Lexicon.SplitVerbs[word[0]])
            if (split.Begins(word))
                for (var i = at + 1; i < clause.End; i++)
                    if (split.EndsAt(passage.Tokens, i) && (split.Particle.Length > 1 || i + 1 >= clause.End || !passage.Is(i + 1, WordClass.Det | WordClass.One))) return split.Verb;
        return null;
    }

    int FindAnywhere(int at)
    {
        var found = -1;
        var thingSeen = false;
        for (var i = at; i < clause.End; i += passage.Step(i))
        {
            if (passage.Is(i, WordClass.Abstain) && passage[i].Verb is null && passage[i].Thing is null)
            {
                clause.Abstains = true;
                return i + passage.Step(i);
            }
            if (passage.Is(i, WordClass.Cut) && found >= 0) break;
            if (passage[i].Verb is null || passage.IsTime(i)) continue;
            if (passage[i].Thing is not null && (thingSeen || passage.Is(i - 1, WordClass.Det)) && found >= 0) continue;
            if (passage[i].Thing is not null && passage.Lexicon.VerbLast && passage.IsCapital(i) && (i > clause.First || passage.IsKind(clause.First - 1, TokenKind.Colon))) continue;
            if (found >= 0 && passage.Lexicon.VerbLast && passage.IsCapital(i) && i > clause.First) continue;
            thingSeen |= passage[i].Thing is not null;
            if (found < 0 || (passage.Lexicon.VerbLast && passage[found].Verb!.Mode is VerbMode.Light or VerbMode.Go) || (passage.Lexicon.VerbLast && passage[i].Verb!.Mode is not VerbMode.Light and not VerbMode.Go)) found = i;
        }
        if (found >= 0) TakeVerb(found);
        return at;
    }

    int SkipLead()
    {
        var at = clause.First;
        while (at < clause.End && (passage.IsTime(at) || IsLead(at))) at += passage.IsTime(at) ? 1 : passage.Step(at);
        return at;
    }

    bool IsLead(int at)
    {
        if (passage.Tokens[at].Kind is not (TokenKind.Word or TokenKind.Number)) return true;
        if (passage[at].Verb is not null || passage[at].Thing is not null) return false;
        var follows = at + passage.Step(at) < clause.End && passage.IsTime(at + passage.Step(at));
        return passage.Is(at, WordClass.Skip | WordClass.Perday | WordClass.And | WordClass.Timebox)
            || (passage.Is(at, WordClass.Cut) && continues) || (passage.Is(at, WordClass.Prep | WordClass.Of | WordClass.Det) && (follows || AfterTime(at)));
    }

    bool AfterTime(int at) => at > 0 && passage.IsTime(at - 1);

    // "Book club": two nouns; "set of 10": a thing. A verb is followed by an object, a preposition or nothing.
    bool IsNounHere(int at)
    {
        var match = passage[at];
        if (match.Thing is null) return IsPluralNoun(at);
        var next = at + match.Length;
        if (match.Plural || passage.Is(next, WordClass.Of)) return true;
        return continues && (next >= clause.End ? !FollowsVerb() && !StandsAlone(at) : passage.Is(next, WordClass.Prep));
    }

    // "Dust and vacuum": two doings, and no object of either.
    bool FollowsVerb() => clause.First > 1 && passage.Is(clause.First - 1, WordClass.And) && passage[clause.First - 2] is { Verb: not null, Thing: null };

    // "Receipt book - order", "hall: paint": behind a pause a word that may be a verb is one.
    bool StandsAlone(int at) => passage.Lexicon.Language is Language.English && at == clause.First && passage.Tokens[clause.First - 1].Kind is TokenKind.Colon or TokenKind.Dash;

    // An unknown first word before an article, a number or a preposition is most likely a verb.
    bool LooksLikeVerb(int at)
    {
        if (passage[at].IsKnown || passage.Tokens[at].Kind is not TokenKind.Word || at + 1 >= clause.End || passage.Tokens[at].Text.AsSpan().ContainsAnyInRange('0', '9')) return false;
        if (continues && !passage.Is(clause.First - 1, WordClass.And)) return false;
        var next = at + 1;
        return passage.Is(next, WordClass.Det | WordClass.One | WordClass.Scope | WordClass.Each | WordClass.Prep) || passage[next].Number is not null
            || passage.IsKind(next, TokenKind.Number) || (passage[next].Thing is not null && (!continues || !passage.IsCapital(at) && passage.Is(clause.First - 1, WordClass.And)));
    }
}
