namespace MicroWins.Rules.Sizing;

/// <summary>Reads one doing: the verb, then the object with its amount.</summary>
sealed class ClauseParser(Passage passage, int first, int end, bool continues)
{
    // Larger things are no line, wherever they are written.
    const double MostPlacedMinutes = 120;

    // What is in something as large as this is many: a course, a year, a house.
    const double WideMinutes = 300;

    // One message goes to as many at once.
    const int MostTogether = 3;

    readonly Clause _clause = new() { First = first, End = end };
    double _low, _high;
    int _numberAt = -1, _numberEnd = -1;
    bool _afterPreposition, _closed, _perSeen;

    public Clause Parse()
    {
        _clause.Length = LengthIn();
        var at = FindVerb();
        if (at >= 0) ReadObject(at);
        if (_clause.Thing is null) TakeLooseNumber();
        _clause.Plural |= IsPluralByName();
        if (_clause is { Verb.Name: "write", Thing.Name: "person", ViaPreposition: false, HasCount: false }) _clause.Verb = passage.Lexicon.Concepts.Verbs["text"]; // "Mama schreiben"
        if (_clause is { Verb.Name: "gothrough", Thing.Kind: WorkKind.Reading or WorkKind.Exam or WorkKind.Flashcards }) _clause.Verb = passage.Lexicon.Concepts.Verbs["read"]; // a text, not a closet
        if (_clause is { Thing.Name: "grammar", CountHigh: > 1, LabelAt: < 0 }) _clause.Thing = passage.Lexicon.Concepts.Things["vocab"]; // "15 verbi irregolari"
        if (IsTakenTo()) _clause.Verb = passage.Lexicon.Concepts.Verbs["deliver"];
        if (IsPutThere()) _clause.Verb = passage.Lexicon.Concepts.Verbs["put"];
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
        if (passage.Lexicon.Language is not Language.English || _clause is not { Verb.Name: "grab" or "bring" or "move", Length.Exists: false } || passage.Tokens[_clause.VerbAt].Text is not ("take" or "bring")) return false;
        for (var i = _clause.VerbEnd + 1; i + 1 < end; i++)
            if (passage.Tokens[i].Text is "to" && passage.Tokens[i + 1].Text is "get" or "be" or "see" or "have" or "visit" or "meet") return _clause.Thing is not null || IsCapital(_clause.VerbEnd);
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

    // The verb at its usual place; else wherever one is, since "tomorrow the kitchen: clean" is how people write.
    int FindVerb()
    {
        var at = SkipLead();
        if (at >= end) return -1;
        if (passage.Is(at, WordClass.Abstain) && passage[at].Thing is null)
        {
            if (IsHabit(at)) _clause.Verb = passage.Lexicon.Concepts.Verbs["quit"];
            _clause.Abstains = _clause.Verb is null;
            return at + passage.Step(at);
        }
        if (!passage.Lexicon.VerbFirst) return FindVerbAnywhere(at);
        if (IsAffair(at))
        {
            _clause.Verb = passage.Lexicon.Concepts.Verbs["explore"];
            return at;
        }
        if (passage[at].Verb is not null && !IsNounHere(at)) return TakeVerb(at);
        if (passage[at].Thing is null && LooksLikeVerb(at))
        {
            _clause.Verb = passage.Lexicon.Concepts.Verbs["unknown"];
            (_clause.VerbAt, _clause.VerbEnd) = (at, at + 1);
            return at + 1;
        }
        if (!continues) TakeLateVerb(at);
        return at;
    }

    // "Stop biting my nails" is for good; "stop eating at eight" is for today.
    bool IsHabit(int at)
    {
        if (passage.Lexicon.Language is not Language.English || passage.Tokens[at].Text is not "stop" || at + 2 >= end || _clause.Length.Exists || !passage.Tokens[at + 1].Text.EndsWith("ing", StringComparison.Ordinal)) return false;
        for (var i = at + 2; i < end; i++)
            if (passage.IsTime(i) || passage.Is(i, WordClass.ClockAfter | WordClass.ClockBefore | WordClass.Bit | WordClass.One | WordClass.Skip)) return false;
        return true;
    }

    // "Phone contract", "call centre training": nothing is phoned here.
    bool IsAffair(int at)
    {
        if (passage[at].Verb?.Name is not ("call" or "text" or "email" or "mail" or "charge" or "load" or "pay" or "feed" or "brush" or "wear" or "tie" or "press" or "water") || passage.Step(at) > 1 || !passage.Is(end - 1, WordClass.Affair)) return false;
        for (var i = at + 1; i < end; i++)
            if (passage.Is(i, WordClass.Det | WordClass.One | WordClass.Prep | WordClass.Of | WordClass.Scope | WordClass.Each) || passage.IsTime(i)) return false;
        return end - at > 1;
    }

    void TakeLateVerb(int from)
    {
        for (var i = from; i < end && !passage.Is(i, WordClass.Cut); i += passage.Step(i))
        {
            _clause.VerbIsLate |= !passage[i].IsKnown && passage.IsKind(i, TokenKind.Word) && !IsCapital(i) || passage[i].Thing is { Weak: false };
            if (passage[i].Verb is null || passage[i].Thing is not null || passage[i].Classes != 0 || passage.IsTime(i)) continue;
            if (passage.Is(i - 1, WordClass.Prep | WordClass.Of | WordClass.Det) || IsPluralNoun(i) || IsParticiple(i)) continue;
            TakeVerb(i);
            return;
        }
        _clause.VerbIsLate = false;
    }

    // "Letter of rec requests": nobody notes down to do things in the third person.
    bool IsPluralNoun(int at) => passage.Lexicon.Language is Language.English && passage.Tokens[at].Text.EndsWith('s') && !passage.Lexicon.Words.ContainsKey(passage.Tokens[at].Text);

    // "Remboursement du vol annulé": behind its noun a verb that is no infinitive says what happened to it.
    bool IsParticiple(int at) => !passage.Lexicon.HeadLast && passage.Lexicon.Language is Language.Spanish or Language.French or Language.Portuguese or Language.Italian
        && passage.Tokens[at].Text is var word && !word.EndsWith('r') && !word.EndsWith("re", StringComparison.Ordinal);

    int TakeVerb(int at)
    {
        _clause.Verb = passage[at].Verb;
        (_clause.VerbAt, _clause.VerbEnd) = (at, at + passage.Step(at));
        if (WholeOfSplit(at) is { } whole) _clause.Verb = whole;
        return _clause.VerbEnd;
    }

    // "Write the number down" is noting it, "geh die Karten durch" is no walk.
    VerbConcept? WholeOfSplit(int at)
    {
        var word = passage.Tokens[at].Text;
        if (passage.Step(at) > 1 || !passage.Lexicon.SplitVerbs.Contains(word[0])) return null;
        foreach (var split in passage.Lexicon.SplitVerbs[word[0]])
            if (split.Begins(word))
                for (var i = at + 1; i < end; i++)
                    if (split.EndsAt(passage.Tokens, i) && (split.Particle.Length > 1 || i + 1 >= end || !passage.Is(i + 1, WordClass.Det | WordClass.One))) return split.Verb;
        return null;
    }

    int FindVerbAnywhere(int at)
    {
        var found = -1;
        var thingSeen = false;
        for (var i = at; i < end; i += passage.Step(i))
        {
            if (passage.Is(i, WordClass.Abstain) && passage[i].Verb is null && passage[i].Thing is null)
            {
                _clause.Abstains = true;
                return i + passage.Step(i);
            }
            if (passage.Is(i, WordClass.Cut) && found >= 0) break;
            if (passage[i].Verb is null || passage.IsTime(i)) continue;
            if (passage[i].Thing is not null && (thingSeen || passage.Is(i - 1, WordClass.Det)) && found >= 0) continue;
            if (passage[i].Thing is not null && passage.Lexicon.VerbLast && IsCapital(i) && (i > first || passage.IsKind(first - 1, TokenKind.Colon))) continue;
            if (found >= 0 && passage.Lexicon.VerbLast && IsCapital(i) && i > first) continue;
            thingSeen |= passage[i].Thing is not null;
            if (found < 0 || (passage.Lexicon.VerbLast && passage[found].Verb!.Mode is VerbMode.Light or VerbMode.Go) || (passage.Lexicon.VerbLast && passage[i].Verb!.Mode is not VerbMode.Light and not VerbMode.Go)) found = i;
        }
        if (found >= 0) TakeVerb(found);
        return at;
    }

    bool IsCapital(int at) => char.IsUpper(passage.Line[passage.Tokens[at].Start]);

    int SkipLead()
    {
        var at = first;
        while (at < end && (passage.IsTime(at) || IsLead(at))) at += passage.IsTime(at) ? 1 : passage.Step(at);
        return at;
    }

    bool IsLead(int at)
    {
        if (passage.Tokens[at].Kind is not (TokenKind.Word or TokenKind.Number)) return true;
        if (passage[at].Verb is not null || passage[at].Thing is not null) return false;
        var follows = at + passage.Step(at) < end && passage.IsTime(at + passage.Step(at));
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
        return continues && (next >= end ? !FollowsVerb() : passage.Is(next, WordClass.Prep));
    }

    // "Dust and vacuum": two doings, and no object of either.
    bool FollowsVerb() => first > 1 && passage.Is(first - 1, WordClass.And) && passage[first - 2] is { Verb: not null, Thing: null };

    // An unknown first word before an article, a number or a preposition is most likely a verb.
    bool LooksLikeVerb(int at)
    {
        if (passage[at].IsKnown || passage.Tokens[at].Kind is not TokenKind.Word || at + 1 >= end || passage.Tokens[at].Text.AsSpan().ContainsAnyInRange('0', '9')) return false;
        if (continues && !passage.Is(first - 1, WordClass.And)) return false;
        var next = at + 1;
        return passage.Is(next, WordClass.Det | WordClass.One | WordClass.Scope | WordClass.Each | WordClass.Prep) || passage[next].Number is not null
            || passage.IsKind(next, TokenKind.Number) || (passage[next].Thing is not null && (!continues || !IsCapital(at) && passage.Is(first - 1, WordClass.And)));
    }

    void ReadObject(int from)
    {
        for (var i = from; i < end && !(_closed && _numberAt < 0 && passage.Is(i, WordClass.Cut));)
        {
            if (i == _clause.VerbAt && !_clause.VerbBorrowed && i != from) { i = Math.Max(_clause.VerbEnd, i + 1); continue; }
            if (i >= _clause.VerbAt && i < _clause.VerbEnd) { i = _clause.VerbEnd; continue; }
            if (passage.IsTime(i)) { i++; continue; }
            if (LabelEnd(i) is var behind && behind > i) { i = behind; continue; }
            if (i == _clause.VerbEnd && passage.Is(i, WordClass.Abstain) && passage[i].Thing is null) _clause.Abstains = true; // "Fix nothing"
            if (passage.Is(i, WordClass.Cut) && passage[i].Thing is null)
            {
                if (IsThatHere(i)) { i++; continue; }
                _clause.Small |= AsksOnly();
                break;
            }
            i = ReadOne(i);
        }
        _clause.EndsInPreposition = _afterPreposition && _closed;
        if (passage.IsKind(end, TokenKind.Comma) && passage.Is(end + 1, WordClass.Cut)) _clause.Small |= AsksOnly();
        // Words that are given need only be written down: write "call the bank" on the board.
        _clause.Small |= _clause is { Quotes: true, Thing: null or { Kind: WorkKind.Social }, Verb.Kind: WorkKind.Writing };
        if (IsPlacedLine()) (_clause.Small, _clause.Plural, _clause.Scope, _clause.EachOne) = (true, false, false, false);
    }

    // "Mend that one sentence": no relative clause has anything to belong to yet.
    bool IsThatHere(int at) => passage.Is(at, WordClass.Det) && _clause is { Thing: null, UnknownObject: false, Verb: not null } && passage.Step(at) == 1;

    // "Write why", "see whether it is open": the answer to one question.
    bool AsksOnly() => _clause is { Thing: null, UnknownObject: false, HasCount: false, Scope: false, Verb: { Kind: WorkKind.Writing } or { Name: "watch" } };

    // "Pick one thing (the wardrobe)": brackets without an amount only say what it is about.
    int LabelEnd(int at)
    {
        if (!passage.IsKind(at, TokenKind.OpenParenthesis) || _clause.Verb is null) return at;
        for (var i = at + 1; i < end; i++)
        {
            if (passage.IsKind(i, TokenKind.CloseParenthesis)) return i + 1;
            if (passage.TryNumber(i, out _, out _) || passage.Is(i, WordClass.Scope) || passage.IsTime(i)) return at;
        }
        return end;
    }

    // "Write under it what is asked": what is written in a certain place is a line.
    bool IsPlacedLine()
    {
        if (_clause is not { Verb: { Kind: WorkKind.Writing, Mode: VerbMode.Open } or { Name: "add" }, HasCount: false } && !IsForList()) return false;
        if (_clause is { ViaPreposition: false, Verb.Mode: VerbMode.Open, Thing.Own.HighMinutes: > MostPlacedMinutes }) return false;
        for (var i = first; i < end; i++)
            if (passage.Is(i, WordClass.Placed)) return true;
        return false;
    }

    // "Milk on list", "put eggs on the list": what is to be bought some day.
    bool IsForList() => first == 0 && _clause is { Verb: null or { Name: "put" }, Thing: { Mass: true, Kind: WorkKind.Chores }, HasCount: false };

    int ReadOne(int at)
    {
        var next = at + passage.Step(at);
        var match = passage[at];
        if (passage.TryRange(at, out var low, out var high, out var after) && (match.Thing is null || match.Number is not null || match.Length == 0)) return TakeNumber(at, low, high, after);
        Mark(match, at);
        if (match.Is(WordClass.Prep | WordClass.ClockAfter | WordClass.Placed) && !match.Is(WordClass.Det) && match.Thing is null) StartPreposition();
        else if (match.Is(WordClass.Of) && match.Thing is null) _closed |= _clause.Thing is not null && !(passage.Lexicon.HeadLast && passage.Lexicon.NoSpaces);
        else if (match.Thing is not null) TakeThing(at, match);
        else if (IsVerbAsObject(at, match)) _clause.UnknownObject = true;
        else if ((!match.IsKnown || match is { Classes: WordClass.Affair, Verb: null }) && passage.Tokens[at].Kind is TokenKind.Word or TokenKind.Quote && !_afterPreposition) TakeUnknown(at);
        return next;
    }

    // "Sharpen saw", "rename 300 scans": behind a verb or a number, what is a verb elsewhere is a thing whose name no lexicon has.
    bool IsVerbAsObject(int at, in Match match) => passage.Lexicon.Language is Language.English && _clause is { Verb.Mode: VerbMode.Quick, VerbBorrowed: false, Thing: null } && match is { Verb: not null, Classes: 0 }
        && (at == _clause.VerbEnd && _clause.Verb.Doubt || _numberAt >= 0 && _numberEnd == at);

    // "Toilet flapper": where the head stands last, an unknown word behind a known one is what is really meant. Adverbs are not.
    void TakeUnknown(int at)
    {
        _clause.UnknownObject = true;
        _clause.Plural |= _clause is { Thing: null, Verb.Name: "call" or "email" or "mail" or "ask" or "text" or "reply" or "book" or "wipe" or "adjust" or "iron" or "scan" or "wrap" } && IsUnknownPlural(at);
        _clause.Quotes |= passage.IsKind(at, TokenKind.Quote);
        if (passage.Lexicon is not { HeadLast: true, VerbFirst: true } || passage.IsKind(at, TokenKind.Quote)) return;
        _clause.UnknownHead |= _clause.Thing is not null && _clause.ThingAt + passage.Step(_clause.ThingAt) == at && !IsCapital(at)
            && !passage.Tokens[at].Text.EndsWith("ly", StringComparison.Ordinal);
    }

    // "Call suppliers": names begin with a capital, "his" and "bus" are short.
    bool IsUnknownPlural(int at) => passage.Lexicon.Language is Language.English && passage.IsKind(at, TokenKind.Word) && !IsCapital(at)
        && passage.Tokens[at].Text is { Length: > 4 } word && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("'s", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal);

    void StartPreposition()
    {
        _afterPreposition = true;
        _closed |= _clause.Thing is not null || _clause.UnknownObject;
    }

    void Mark(in Match match, int at)
    {
        if (_closed && (match.Is(WordClass.Scope) || match.Thing is { Name: "everyone" }) && passage.Is(at - 1, WordClass.Prep) && _clause.Verb?.Name is "change" or "update" or "add" or "check" or "switch" or "set" or "install" or "fix" or "rename" or "replace" or "put" or "send" or "hang" or "label") _clause.EachOne = true; // "Change my name on everything"
        if (_closed && match.Is(WordClass.Each) && !match.Is(WordClass.Prep) && _clause.Thing is not null && !_clause.One) _clause.EachOne = true;
        if (_closed || (_afterPreposition && _clause.Thing is not null)) return;
        if (match.Is(WordClass.One)) _clause.One = true;
        if (match.Is(WordClass.Scope)) (_clause.Scope, _clause.ScopeAt) = (true, at);
        if (match.Is(WordClass.Each) && !match.Is(WordClass.Prep) && !IsEachSide(at)) (_clause.EachOne, _clause.ScopeAt) = (true, at);
        if (match.Is(WordClass.Some)) _clause.Some = true;
        if (match.Is(WordClass.Empty)) _clause.Empty = true;
        if (match.Is(WordClass.Small)) _clause.Small = true;
        if (match.Is(WordClass.Twice)) _clause.Repeats = 2;
        if (match.Is(WordClass.Thrice)) _clause.Repeats = 3;
    }

    // "Circle your ankles 10 times each": both sides, not many things.
    bool IsEachSide(int at) => passage.Lexicon.VerbFirst && _clause.Repeats > 1 && at + passage.Step(at) >= end;

    void TakeThing(int at, in Match match)
    {
        if (match.Is(WordClass.Hope) && at > first && passage.IsTime(at - 1) || IsSentTo(at) || IsWhereTo(match) || _clause.LabelTo > _clause.LabelFrom && match.Thing == _clause.Thing) return;
        if (_closed && IsDestination(at, match)) GoTo(at, match);
        else if (_closed) TakeLimit(at, match);
        if (_closed) return;
        var replaces = _clause.Thing is null || _clause.Thing.Weak || IsReceiver(match) || _clause.ViaPreposition && _numberAt > _clause.ThingAt || (passage.Lexicon.HeadLast && !match.Thing!.Weak && !IsLabelBefore(at));
        if (!replaces || IsWordsTo(at)) return;
        var replacesPlace = _clause is { Thing: not null, ViaPreposition: true };
        (_clause.Thing, _clause.ThingAt, _clause.Plural, _clause.UnknownHead) = (match.Thing, at, match.Plural, false);
        _clause.ViaPreposition = _afterPreposition && !(_numberAt >= 0 && replacesPlace);
        if (match.Thing is { Name: not "authority" } && EndsInPreposition(at)) StartPreposition();
        if (_numberAt >= 0 && passage.Is(_numberAt - 1, WordClass.Label)) { TakeLabelBefore(at); return; }
        if (_numberAt >= 0 && !HasLabelAfter(at + passage.Step(at)))
            (_clause.CountLow, _clause.CountHigh, _clause.CountAt, _clause.CountEnd) = (_low, _high, _numberAt, _numberEnd);
    }

    // "Tutor for SAT", "lunch with the doctor": what stands behind belongs to it.
    bool EndsInPreposition(int at) => passage.Lexicon.Language is Language.English && passage.Step(at) > 1 && passage.Tokens[at + passage.Step(at) - 1].Text is "for" or "with" or "from" or "about";

    // "Dog to groomer", "take the books to the library": the place says that it is an errand.
    bool IsDestination(int at, in Match match)
    {
        if (_clause is { Verb.Name: "toss", Thing.Name: "pile", HasCount: false } && match.Thing!.Name is "garage" or "home") return true;
        if (_clause is { Verb.Name: "grab", Thing: null or { Name: "child" or "person" or "pet" } } && match.Thing!.Name is "event" or "class" or "workout" or "lesson" or "gym" or "party" or "appointment" or "film")
            return passage.Is(at - 1, WordClass.Toward); // "Take the kids to soccer"
        if (match.Thing!.Name is not ("store" or "office_place" or "doctor" or "bank" or "gov_office")) return false;
        if (_clause.Verb is { Name: "fetch" }) return true; // "Pick up shirts from the cleaners"
        if (_clause is { Verb: null, HasCount: false }) return true;
        if (_clause.Thing is { Name: "phone_call" or "message" or "email" } || _clause.Verb?.Name is not ("fetch" or "deliver" or "bring" or "grab" or "find" or "file_papers" or "move" or "put" or "mail" or "print" or "scan" or "submit" or "fill" or "pay" or "toss")) return false;
        return passage.Is(at - 1, WordClass.Toward) || passage.Is(at - 2, WordClass.Toward) && passage.Is(at - 1, WordClass.Det);
    }

    void GoTo(int at, in Match match)
    {
        (_clause.Thing, _clause.ThingAt, _clause.Plural) = (match.Thing, at, false);
        if (_clause.Verb is { Name: not "toss" }) _clause.Verb = passage.Lexicon.Concepts.Verbs["go"];
    }

    // "напиши другу строку": the one it is written to is not what is written.
    bool IsReceiver(in Match match) => _clause is { Thing.Name: "person" or "friends", Verb.Kind: WorkKind.Writing or WorkKind.Admin, LabelAt: < 0 } && match.Thing!.Kind is WorkKind.Writing;

    // "Email Kim the dates": somebody who gets something, and what is sent.
    bool IsSentTo(int at) => passage.Lexicon.VerbFirst && _clause is { Thing: null, UnknownObject: true, Verb.Name: "text" or "email" or "send" or "ask" or "say" }
        && at > _clause.VerbEnd + 1 && passage.Is(_clause.VerbEnd + 1, WordClass.Det) && IsCapital(_clause.VerbEnd);

    // "Carry the couch upstairs": a floor behind what is carried is where it goes to.
    bool IsWhereTo(in Match match) => _clause is { Verb.Name: "move" or "bring" or "put" or "grab" } && (_clause.Thing is not null || _clause.UnknownObject) && match.Thing!.Name is "home" && !_afterPreposition;

    // "Text dad happy father's day": behind the one it goes to stands what is said.
    bool IsWordsTo(int at) => _clause is { Thing.Name: "person", Plural: false, Verb.Name: "text" or "say" or "ask" } && at > _clause.ThingAt + 1;

    // "One sentence per slide for 20 slides": the slides behind count how often.
    bool IsPer(int at) => passage.Is(at - 1, WordClass.Each) || passage.Is(at - 2, WordClass.Each) && passage.Is(at - 1, WordClass.Det);

    // "Fax the form to twelve offices": once for each; to a few it goes in one.
    bool IsSharedOut(in Match match) => _clause is { HasCount: false, Verb.Name: "send" or "email" or "mail" or "text" or "give" or "print" or "label" } && _numberAt > _clause.ThingAt && _high > MostTogether
        && match.Thing is { Kind: WorkKind.Social } or { Name: "office_place" or "store" or "doctor" or "bank" or "gov_office" or "business" };

    // "in one sentence", "of the first line", "of each slide": what bounds or multiplies the thing before.
    void TakeLimit(int at, in Match match)
    {
        if (_clause.Verb is { Name: "call" } && match.Thing is { Name: "authority" }) (_clause.Thing, _clause.ThingAt) = (match.Thing, at); // "Call the bank about a fraud charge"
        if (IsSharedOut(match)) (_clause.Repeats, _numberAt) = (Math.Max(1, _high), -1);
        if (_perSeen && _numberAt > _clause.ThingAt) (_clause.Repeats, _numberAt) = (Math.Max(1, _high), -1);
        _perSeen |= IsPer(at);
        _clause.EachOne |= _clause is { HasCount: false, One: false, Verb.Kind: WorkKind.Writing } && match.Thing!.Kind is WorkKind.Social && (passage.Is(at - 1, WordClass.Scope) || passage.Is(at - 2, WordClass.Scope)); // "cards to all the guests"
        _clause.Wide |= (passage.Is(at - 1, WordClass.Of) || passage.Is(at - 2, WordClass.Of) && passage.Is(at - 1, WordClass.Det)) && match.Thing is { Name: "week" } or { Own.HighMinutes: >= WideMinutes };
        if (_clause.EachOne && _numberAt > _clause.ThingAt && !match.Thing!.Limit) (_clause.Repeats, _clause.EachOne, _numberAt) = (_high, false, -1);
        if (_clause.EachOne && IsPer(at) && match.Thing!.Kind is not (WorkKind.Writing or WorkKind.Reading or WorkKind.Work or WorkKind.Creative or WorkKind.Exam)) _clause.EachOne = false;
        if (_clause.Thing is { Name: "page" } && match.Thing!.Kind is WorkKind.Exam or WorkKind.Problems or WorkKind.Coding) _clause.Thing = passage.Lexicon.Concepts.Things["textbook_page"];
        if (!match.Thing!.Limit || _clause.Verb is not { Mode: VerbMode.Open }) return;
        var bounded = passage.Is(at - 1, WordClass.One) || passage.Is(at - 2, WordClass.One) || (_numberAt >= 0 && _numberAt > _clause.ThingAt);
        if (!bounded) return;
        (_clause.Thing, _clause.ThingAt, _clause.Plural, _clause.One) = (match.Thing, at, match.Plural, _numberAt < 0);
        if (_numberAt >= 0) (_clause.CountLow, _clause.CountHigh, _clause.CountAt, _clause.CountEnd) = (_low, _high, _numberAt, _numberEnd);
    }

    bool IsLabelBefore(int at) => _clause.LabelAt >= 0 && _clause.LabelAt < at;

    bool HasLabelAfter(int at) => at < end && passage.TryNumber(at, out _, out var next) && next >= end && _clause.One;

    int TakeNumber(int at, double low, double high, int next)
    {
        if (next < passage.Count && passage.Is(next, WordClass.Times)) return TakeTimes(high, next);
        if (passage.Is(at - 1, WordClass.Times) && _clause.HasCount) return Multiply(high, next);
        if (IsUnitless(at, next) || IsPartOfName(at)) return Math.Max(next, at + 1);
        if (IsPerSet(next)) return TakeSets(at, low, high, next);
        if (IsLabelOf(at, low, high, next)) return TakeLabel(at, low, high, next);
        if (_closed && _clause is { Thing: null, UnknownObject: true }) return next;
        (_low, _high, _numberAt, _numberEnd) = (low, high, at, next);
        return next;
    }

    bool IsUnitless(int at, int next) => passage.IsKind(at - 1, TokenKind.Sign) && !passage.Is(at - 1, WordClass.Label)
        || (next < passage.Count && passage.Is(next, WordClass.Unitless) && passage[next].Thing is null)
        || (passage.IsKind(at, TokenKind.Number) && passage.Tokens[at].Value is >= 1900 and <= 2100 && (next >= end || passage[next].Thing is null));

    // "Q4 goals", "H2O": letters that stand for nothing make a name of the number behind them.
    bool IsPartOfName(int at) => passage.Lexicon.Language is Language.English && at > first && passage.Tokens[at].Joined && passage.IsKind(at - 1, TokenKind.Word) && !passage[at - 1].IsKnown;

    // "4 sets of 25 burpees": so many of them, so many times.
    bool IsPerSet(int next) => _clause is { Thing.Name: "set_of_reps", HasCount: true } && next < end && passage[next].Thing is { Name: "rep" };

    int TakeSets(int at, double low, double high, int next)
    {
        (_clause.Repeats, _clause.Thing, _clause.ThingAt, _clause.Plural) = (Math.Max(1, _clause.CountHigh), passage[next].Thing, next, true);
        (_clause.CountLow, _clause.CountHigh, _clause.CountAt, _clause.CountEnd) = (low, high, at, next);
        return next + passage.Step(next);
    }

    int TakeTimes(double times, int at)
    {
        var next = at + passage.Step(at);
        if (next < end && passage.TryNumber(next, out _, out _) && !_clause.HasCount) (_clause.Repeats, _clause.CountHigh) = (Math.Max(1, times), 0);
        else _clause.Repeats = Math.Max(1, times);
        return next;
    }

    int Multiply(double times, int next)
    {
        _clause.Repeats = Math.Max(1, times);
        return next;
    }

    // "problem 47", "chapters 3-5", "body paragraph two and three": the number stands behind its thing.
    bool IsLabelOf(int at, double low, double high, int next)
    {
        var label = passage.Is(at - 1, WordClass.Label) || high > low && passage.Is(at - 1, WordClass.Prep | WordClass.Of) ? at - 2 : at - 1; // "задачи с 4 по 12"
        if (_clause.Thing is null || label < _clause.ThingAt || label >= _clause.ThingAt + passage.Step(_clause.ThingAt)) return false;
        if (passage.Lexicon.NoSpaces && next < end && passage[next].Thing is { Limit: true }) return false; // "一段80字的话"
        if (_clause.Thing.Name is "set_of_reps" && next < end && passage[next].Thing is { Kind: not WorkKind.Exercise }) return false; // "sets of 20 questions"
        if (_clause.Thing.Kind is WorkKind.Social || _clause.Thing.Name is "child" or "baby" or "list" or "deck" || !passage.Lexicon.HeadLast && next < end && passage[next].Thing is not null && passage[next].Verb is null) return false;
        return next >= end || passage[next].Thing is null || passage[next].Verb is not null || low == high;
    }

    int TakeLabel(int at, double low, double high, int next)
    {
        var count = Math.Floor(high) - Math.Floor(low) + 1;
        (_clause.LabelFrom, _clause.LabelTo, _clause.LabelAt, _clause.LabelEnd) = (Whole(low), Whole(high), at, next);
        for (var at2 = next; at2 < end && (passage.Is(at2, WordClass.And) || passage.IsKind(at2, TokenKind.Comma) || passage.IsKind(at2, TokenKind.Sign)) && passage.TryRange(at2 + passage.Step(at2), out var more, out var most, out var after);)
        {
            count += Math.Floor(most) - Math.Floor(more) + 1;
            (_clause.LabelTo, _clause.LabelEnd, at2, next) = (Whole(most), after, after, after);
        }
        if (TryFarEnd(next, high, out var far, out var farEnd)) (count, _clause.LabelTo, _clause.LabelEnd, next) = (Math.Floor(far) - Math.Floor(low) + 1, Whole(far), farEnd, farEnd);
        if (_clause.LabelTo < _clause.LabelFrom) _clause.LabelTo = _clause.LabelFrom;
        (_clause.CountLow, _clause.CountHigh) = (count, count);
        _clause.Plural = false;
        return next;
    }

    // "(page 40) à la page 75", "bis Seite 75": the name of the thing may stand before both ends.
    bool TryFarEnd(int at, double near, out double far, out int next)
    {
        (far, next) = (0, at);
        if (at >= end || !passage.Is(at, WordClass.Rangeword)) return false;
        for (at += passage.Step(at); at < end && (passage.Is(at, WordClass.Det | WordClass.Label) || passage[at].Thing is { } named && named == _clause.Thing); at++) { }
        return at < end && passage.TryNumber(at, out far, out next) && far > near;
    }

    // "第3到5章": the label stands before its thing.
    void TakeLabelBefore(int at)
    {
        for (var i = at + passage.Step(at); i < end && _low == _high; i++) // "从第40页读到第75页"
            if (TryFarEnd(i, _high, out var far, out _)) _high = far;
        (_clause.LabelFrom, _clause.LabelTo, _clause.LabelAt, _clause.LabelEnd) = (Whole(_low), Whole(_high), _numberAt - 1, at + passage.Step(at));
        _clause.CountLow = _clause.CountHigh = Math.Floor(_high) - Math.Floor(_low) + 1;
    }

    static int Whole(double value) => (int)Math.Min(Math.Max(value, 0), 1_000_000);

    // "Do 12", "20 of them": a number whose thing no lexicon knows.
    void TakeLooseNumber()
    {
        if (_numberAt >= 0 && _clause is { UnknownObject: true, Verb.Name: not "pay" }) (_clause.CountLow, _clause.CountHigh, _clause.CountAt, _clause.CountEnd) = (_low, _high, _numberAt, _numberEnd);
    }
}
