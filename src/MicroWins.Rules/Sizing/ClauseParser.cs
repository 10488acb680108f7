namespace MicroWins.Rules.Sizing;

/// <summary>Reads one doing: the verb, then the object with its amount.</summary>
sealed class ClauseParser(Passage passage, int first, int end, bool continues)
{
    readonly Clause _clause = new() { First = first, End = end };

    public Clause Parse()
    {
        _clause.Length = LengthIn();
        var at = new VerbFinder(passage, _clause, continues).Find();
        var amounts = new ClauseAmounts(passage, _clause);
        if (at >= 0) new ObjectReader(passage, _clause, amounts, new(passage, _clause, amounts)).Read(at);
        if (_clause.Thing is null) amounts.TakeLooseNumber();
        if (_clause is { Verb.Name: "save", Thing: null } && amounts.IsSum) _clause.Verb = passage.Lexicon.Concepts.Verbs["improve"]; // "Save 1000"
        _clause.Plural |= IsPluralByName();
        if (_clause is { Verb.Name: "write", Thing.Name: "person", ViaPreposition: false, HasCount: false }) _clause.Verb = passage.Lexicon.Concepts.Verbs["text"]; // "Mama schreiben"
        if (_clause is { Verb.Name: "gothrough", Thing.Kind: WorkKind.Reading or WorkKind.Exam or WorkKind.Flashcards }) _clause.Verb = passage.Lexicon.Concepts.Verbs["read"]; // a text, not a closet
        if (_clause is { Thing.Name: "grammar", CountHigh: > 1, LabelAt: < 0 }) _clause.Thing = passage.Lexicon.Concepts.Things["vocab"]; // "15 verbi irregolari"
        if (IsTakenTo()) _clause.Verb = passage.Lexicon.Concepts.Verbs["deliver"];
        if (IsGivenBack()) _clause.Verb = passage.Lexicon.Concepts.Verbs["go"];
        if (IsPutThere() || IsCarriedOut()) _clause.Verb = passage.Lexicon.Concepts.Verbs["put"];
        if (_clause.Verb is { Name: "switch" } && HasInto()) _clause.Verb = passage.Lexicon.Concepts.Verbs["transform"];
        return _clause;
    }

    // "All references": a thing that is only known by its plural, and "all" of it is many.
    bool IsPluralByName()
    {
        if (passage.Lexicon.Language is not Language.English || _clause is not { Scope: true, One: false, Thing.Mass: false, Verb.Mode: VerbMode.Quick }) return false;
        var text = passage.Tokens[_clause.ThingAt + passage.Step(_clause.ThingAt) - 1].Text;
        return text.EndsWith('s') && !text.EndsWith("ss", StringComparison.Ordinal) && !text.EndsWith("'s", StringComparison.Ordinal);
    }

    // "Take Emma to get her ears pierced", "bring the laptop to be repaired": what is taken somewhere for something.
    bool IsTakenTo()
    {
        if (passage.Lexicon.Language is not Language.English || _clause is not { Verb.Name: "grab" or "bring" or "move" or "send", Length.Exists: false } || passage.Tokens[_clause.VerbAt].Text is not ("take" or "bring" or "send")) return false;
        for (var i = _clause.VerbEnd + 1; i + 1 < end; i++)
            if (passage.Tokens[i].Text is "to" && passage.Tokens[i + 1].Text is "get" or "be" or "see" or "have" or "visit" or "meet") return _clause.Thing is not null || passage.IsCapital(_clause.VerbEnd);
        return false;
    }

    // "Casserole dish back to Ann": somebody brings it there.
    bool IsGivenBack()
    {
        if (passage.Lexicon.Language is not Language.English || _clause is not { Verb: null, Abstains: false, Thing: not null, Length.Exists: false }) return false;
        for (var i = _clause.ThingAt + 1; i + 2 < end; i++)
            if (passage.Tokens[i].Text is "back" && passage.Tokens[i + 1].Text is "to") return true;
        return false;
    }

    // "Library book in bag", "gym bag by door": what is taken along is named with the place where it waits.
    bool IsPutThere()
    {
        if (passage.Lexicon.Language is not Language.English || _clause is not { Verb: null, Abstains: false, HasCount: false, Scope: false, ViaPreposition: false, Length.Exists: false, Thing.Name: "bag" or "book" or "homework" or "lunchbox" or "form" or "notes" or "instrument" or "passport" or "parcel" or "gift" }) return false;
        var behind = _clause.ThingAt + passage.Step(_clause.ThingAt);
        if (!passage.Is(behind, WordClass.Placing)) return false;
        for (var i = behind + 1; i < end; i++)
            if (passage[i].Thing is { Name: "bag" or "small_spot" or "desk" or "drawer" or "fridge" or "box" or "car" or "garment" } || passage.Tokens[i].Text is "door") return true;
        return false;
    }

    // "Compost to curb", "bread out of the freezer": carried a few steps.
    bool IsCarriedOut()
    {
        if (passage.Lexicon.Language is not Language.English || _clause is not { Verb: null, Abstains: false, HasCount: false, Scope: false, Length.Exists: false } || end - first < 3) return false;
        var before = passage.Tokens[end - 2].Text is "the" ? end - 3 : end - 2;
        return before > first && passage.Tokens[end - 1].Text is "curb" && passage.Tokens[before].Text is "to" or "on" or "at"
            || before > first + 1 && passage.Tokens[end - 1].Text is "freezer" or "fridge" or "oven" && passage.Tokens[before].Text is "of" && passage.Tokens[before - 1].Text is "out";
    }

    bool HasInto()
    {
        for (var i = first; i < end; i++)
            if (passage.Is(i, WordClass.Into)) return true;
        return false;
    }

    Duration LengthIn()
    {
        var found = Duration.None;
        foreach (var duration in passage.Durations)
            if (duration.First >= first && duration.First < end && duration.Role is not DurationRole.Label && (!found.Exists || Outranks(duration, found)))
                found = duration;
        return found;
    }

    static bool Outranks(Duration one, Duration other) => one.Role < other.Role || (one.Role == other.Role && one.Role is DurationRole.Box && one.High > other.High);
}
