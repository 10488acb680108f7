namespace MicroWins.Rules.Sizing;

/// <summary>Reads what stands behind the verb of a doing, word by word.</summary>
readonly struct ObjectReader(Passage passage, Clause clause, ClauseAmounts amounts, ClauseThings things)
{
    // Larger things are no line, wherever they are written.
    const double MostPlacedMinutes = 120;

    public void Read(int from)
    {
        for (var i = from; i < clause.End && !(things.Closed && amounts.At < 0 && passage.Is(i, WordClass.Cut));)
        {
            if (i == clause.VerbAt && !clause.VerbBorrowed && i != from) { i = Math.Max(clause.VerbEnd, i + 1); continue; }
            if (i >= clause.VerbAt && i < clause.VerbEnd) { i = clause.VerbEnd; continue; }
            if (passage.IsTime(i)) { i++; continue; }
            if (LabelEnd(i) is var behind && behind > i) { i = behind; continue; }
            if (i == clause.VerbEnd && passage.Is(i, WordClass.Abstain) && passage[i].Thing is null) clause.Abstains = true; // "Fix nothing"
            if (passage.Is(i, WordClass.Cut) && passage[i].Thing is null)
            {
                if (IsThatHere(i)) { i++; continue; }
                clause.Small |= AsksOnly();
                break;
            }
            i = ReadOne(i);
        }
        clause.EndsInPreposition = things.AfterPreposition && things.Closed;
        if (passage.IsKind(clause.End, TokenKind.Comma) && passage.Is(clause.End + 1, WordClass.Cut)) clause.Small |= AsksOnly();
        // Words that are given need only be written down: write "call the bank" on the board.
        clause.Small |= clause is { Quotes: true, Thing: null or { Kind: WorkKind.Social }, Verb.Kind: WorkKind.Writing };
        if (IsPlacedLine()) (clause.Small, clause.Plural, clause.Scope, clause.EachOne) = (true, false, false, false);
    }

    // "Mend that one sentence": no relative clause has anything to belong to yet.
    bool IsThatHere(int at) => passage.Is(at, WordClass.Det) && clause is { Thing: null, UnknownObject: false, Verb: not null } && passage.Step(at) == 1;

    // "Write why", "see whether it is open": the answer to one question.
    bool AsksOnly() => clause is { Thing: null, UnknownObject: false, HasCount: false, Scope: false, Verb: { Kind: WorkKind.Writing } or { Name: "watch" } };

    // "Pick one thing (the wardrobe)": brackets without an amount only say what it is about.
    int LabelEnd(int at)
    {
        if (!passage.IsKind(at, TokenKind.OpenParenthesis) || clause.Verb is null) return at;
        for (var i = at + 1; i < clause.End; i++)
        {
            if (passage.IsKind(i, TokenKind.CloseParenthesis)) return i + 1;
            if (passage.TryNumber(i, out _, out _) || passage.Is(i, WordClass.Scope) || passage.IsTime(i)) return at;
        }
        return clause.End;
    }

    // "Write under it what is asked": what is written in a certain place is a line.
    bool IsPlacedLine()
    {
        if (clause is not { Verb: { Kind: WorkKind.Writing, Mode: VerbMode.Open } or { Name: "add" }, HasCount: false } && !IsForList()) return false;
        if (clause is { ViaPreposition: false, Verb.Mode: VerbMode.Open, Thing.Own.HighMinutes: > MostPlacedMinutes }) return false;
        for (var i = clause.First; i < clause.End; i++)
            if (passage.Is(i, WordClass.Placed)) return true;
        return false;
    }

    // "Milk on list", "put eggs on the list": what is to be bought some day.
    bool IsForList() => clause.First == 0 && clause is { Verb: null or { Name: "put" }, Thing: { Mass: true, Kind: WorkKind.Chores }, HasCount: false };

    int ReadOne(int at)
    {
        var next = at + passage.Step(at);
        var match = passage[at];
        if (passage.TryRange(at, out var low, out var high, out var after) && (match.Thing is null || match.Number is not null || match.Length == 0)) return amounts.Take(at, low, high, after, things.Closed);
        Mark(match, at);
        if (match.Is(WordClass.Prep | WordClass.ClockAfter | WordClass.Placed) && !match.Is(WordClass.Det) && match.Thing is null) things.StartPreposition();
        else if (match.Is(WordClass.Of) && match.Thing is null) things.Closed |= clause.Thing is not null && !(passage.Lexicon.HeadLast && passage.Lexicon.NoSpaces);
        else if (match.Thing is not null) things.Take(at, match);
        else if (IsVerbAsObject(at, match)) clause.UnknownObject = true;
        else if ((!match.IsKnown || match is { Classes: WordClass.Affair, Verb: null }) && passage.Tokens[at].Kind is TokenKind.Word or TokenKind.Quote && !things.AfterPreposition) TakeUnknown(at);
        return next;
    }

    // "Sharpen saw", "rename 300 scans": behind a verb or a number, what is a verb elsewhere is a thing whose name no lexicon has.
    bool IsVerbAsObject(int at, in Match match) => passage.Lexicon.Language is Language.English && clause is { Verb.Mode: VerbMode.Quick, VerbBorrowed: false, Thing: null } && match is { Verb: not null, Classes: 0 }
        && (at == clause.VerbEnd && clause.Verb.Doubt || amounts.At >= 0 && amounts.End == at);

    // "Toilet flapper": where the head stands last, an unknown word behind a known one is what is really meant. Adverbs are not.
    void TakeUnknown(int at)
    {
        clause.UnknownObject = true;
        clause.Plural |= clause is { Thing: null, Verb.Name: "call" or "email" or "mail" or "ask" or "text" or "reply" or "book" or "wipe" or "adjust" or "iron" or "scan" or "wrap" } && IsUnknownPlural(at);
        clause.Quotes |= passage.IsKind(at, TokenKind.Quote);
        if (passage.Lexicon is not { HeadLast: true, VerbFirst: true } || passage.IsKind(at, TokenKind.Quote)) return;
        clause.UnknownHead |= clause.Thing is not null && clause.ThingAt + passage.Step(clause.ThingAt) == at && !passage.IsCapital(at)
            && !passage.Tokens[at].Text.EndsWith("ly", StringComparison.Ordinal);
    }

    // "Call suppliers": names begin with a capital, "his" and "bus" are short.
    bool IsUnknownPlural(int at) => passage.Lexicon.Language is Language.English && passage.IsKind(at, TokenKind.Word) && !passage.IsCapital(at)
        && passage.Tokens[at].Text is { Length: > 4 } word && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("'s", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal);

    void Mark(in Match match, int at)
    {
        if (things.Closed && (match.Is(WordClass.Scope) || match.Thing is { Name: "everyone" }) && passage.Is(at - 1, WordClass.Prep) && clause.Verb?.Name is "change" or "update" or "add" or "check" or "switch" or "set" or "install" or "fix" or "rename" or "replace" or "put" or "send" or "hang" or "label") clause.EachOne = true; // "Change my name on everything"
        if (things.Closed && match.Is(WordClass.Each) && !match.Is(WordClass.Prep) && clause.Thing is not null && !clause.One) clause.EachOne = true;
        if (things.Closed || (things.AfterPreposition && clause.Thing is not null)) return;
        if (match.Is(WordClass.One)) clause.One = true;
        if (match.Is(WordClass.Scope)) (clause.Scope, clause.ScopeAt) = (true, at);
        if (match.Is(WordClass.Each) && !match.Is(WordClass.Prep) && !IsEachSide(at)) (clause.EachOne, clause.ScopeAt) = (true, at);
        if (match.Is(WordClass.Some)) clause.Some = true;
        if (match.Is(WordClass.Empty)) clause.Empty = true;
        if (match.Is(WordClass.Small)) clause.Small = true;
        if (match.Is(WordClass.Twice) && !passage.Is(at + passage.Step(at), WordClass.Perday)) clause.Repeats = 2;
        if (match.Is(WordClass.Thrice)) clause.Repeats = 3;
    }

    // "Circle your ankles 10 times each": both sides, not many things.
    bool IsEachSide(int at) => passage.Lexicon.VerbFirst && clause.Repeats > 1 && at + passage.Step(at) >= clause.End;
}
