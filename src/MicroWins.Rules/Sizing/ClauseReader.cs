namespace MicroWins.Rules.Sizing;

/// <summary>Parts a passage into its doings and reads verb, object and amount of each.</summary>
readonly struct ClauseReader(Passage passage)
{
    // What is done to something as large as this is not done at a stroke: "shingle the roof, 10 min".
    const double LargeMinutes = 15;

    // "Do my taxes, 5 min"
    const double AffairMinutes = 60;

    public List<Clause> Read()
    {
        var clauses = new List<Clause>();
        var carried = (TokenKind?)null;
        foreach (var (first, end, before) in Parts())
        {
            var mark = carried ?? before;
            var other = first > 0 && passage.Is(first - 1, WordClass.Or);
            var clause = new ClauseParser(passage, first, end, clauses.Count > 0 && mark is not null).Parse();
            clause.Ignored = IsRemark(clauses, clause);
            carried = !clause.Ignored && IsSetting(clause, mark) ? mark : null;
            clause.Ignored |= IsSetting(clause, mark);
            if (clause.Ignored) clauses.Add(clause);
            else Attach(clauses, clause, mark);
            if (other && clause.Length.Exists && clauses.FindLast(c => !c.Ignored && c != clause) is { Length.Exists: false } one) (one.Length, clause.Ignored) = (clause.Length, true);
            clause.Ignored |= other && !clause.Length.Exists;
        }
        ShareObjects(clauses);
        MarkBare(clauses);
        BorrowBackwards(clauses);
        if (clauses.Exists(c => !c.Ignored && c.HasContent)) clauses.ForEach(c => c.Ignored |= !c.HasContent);
        return clauses;
    }

    // "Being inside counts.", "You can change it any time.", "..., pencil in hand": told, not asked for.
    bool IsRemark(List<Clause> clauses, Clause clause)
    {
        if (!clauses.Exists(c => !c.Ignored && c.HasContent) || clause.Length.Exists) return false;
        if (IsBracket(clause)) return true;
        for (var i = clause.First; i < clause.End; i++)
            if (passage.Is(i, WordClass.Remark) && (i == clause.First || i + passage.Step(i) >= clause.End)) return true;
        return false;
    }

    // "... . (the wardrobe)": a label behind the step.
    bool IsBracket(Clause clause)
    {
        if (!passage.IsKind(clause.First, TokenKind.OpenParenthesis)) return false;
        for (var i = clause.First; i < clause.End; i++)
            if (passage.TryNumber(i, out _, out _) || passage.Is(i, WordClass.Scope)) return false;
        return true;
    }

    // "On day 3, take one breath", "When it calls, wait": when or where, not what.
    bool IsSetting(Clause clause, TokenKind? mark)
    {
        if (mark is TokenKind.Comma || clause.Length is { Exists: true, Role: not DurationRole.Attribute } || !passage.IsKind(clause.End, TokenKind.Comma) || clause.End + 1 >= passage.Count) return false;
        return passage.Is(clause.First, WordClass.Prep) && clause.Verb is null && !passage.Is(clause.First, WordClass.Abstain)
            || mark is not null && passage.Is(clause.First, WordClass.Cut);
    }

    void Attach(List<Clause> clauses, Clause clause, TokenKind? mark)
    {
        var before = clauses.FindLast(c => !c.Ignored);
        if (mark is TokenKind.Colon && before is { Verb: not null } && IsInstruction(clause) && !IsMessage(before)) TakeAsTopic(clauses);
        else Follow(clauses, clause, before, mark);
        clauses.Add(clause);
    }

    void Follow(List<Clause> clauses, Clause clause, Clause? before, TokenKind? mark)
    {
        var explains = mark is TokenKind.Colon ? before : clauses.Count > 0 && clauses[^1].Explains && clause.Verb is null ? before : null;
        if (explains is not null) Explain(explains, clause);
        if (explains is { IsHeading: true })
        {
            Borrow(explains, clause);
            explains.Ignored = true;
            return;
        }
        if (before is { Length.Exists: false } && (before.Verb is not null || clause.Length.Role is DurationRole.Claim) && mark is TokenKind.Comma && clause is { Verb: null, Thing: null, Abstains: false, Length.Exists: true } && (clause.Length.Role is DurationRole.Box or DurationRole.Claim || passage.Is(clause.Length.Last + 1, WordClass.Atmost)) && passage.IsKind(clause.First - 1, TokenKind.Comma))
            (before.Length, clause.Ignored) = (IsHoped(before, clause) ? clause.Length with { Role = DurationRole.Claim } : clause.Length, true); // "Räum den Keller auf, 10 Minuten lang"
        else if (before is not null && IsDetail(before, clause, mark)) AddDetail(before, clause);
        else if (clause.Verb is null && before is not null && IsTail(before, clause)) clause.Ignored = true;
        else if (clause.Verb is null && !clause.Abstains && before is { Verb: not null } && mark is not TokenKind.Stop and not TokenKind.Colon) Borrow(before, clause);
        if (clause is { Verb: { Mode: VerbMode.Quick } quick, Thing: null, UnknownObject: false, HasCount: false } && before is { Verb: not null, Thing: { } same } && passage.Lexicon.Concepts.Rate(quick, same) is not null) clause.Thing = same; // "Wash the apple and eat"
        if (clause is { Verb.Mode: VerbMode.Open or VerbMode.Light, Thing: null, UnknownObject: false } && !clause.Length.Exists && (!clause.HasCount || before?.Thing is not null)) clause.Thing = before?.Thing;
        if (mark is TokenKind.Colon && before is { Verb: null, Thing: not null } && clause is { Verb.Mode: VerbMode.Quick, Thing: null, UnknownObject: false, Scope: false }) clause.Thing = before.Thing;
        if (before is { Ignored: false, Abstains: true } && clause.Verb is null) clause.Ignored = true;
        // Who calls somebody and asks something has one conversation.
        if (before is { Ignored: false, Verb.Name: "call" or "text" or "email" } && clause is { Verb.Name: "ask" or "say", HasCount: false, EachOne: false, Scope: false, Length.Exists: false }) clause.Ignored = true;
    }

    // "Retile the shower, 10 min": who has to reach an end does not stop at a time; "read, 10 min" and "..., for 10 min" do.
    bool IsHoped(Clause before, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (passage.Is(i, WordClass.Timebox)) return false;
        if (before is { Verb.Name: "unknown", Thing.Own.LowMinutes: >= LargeMinutes } or { Verb.Name: "do", Thing: { Own.LowMinutes: >= AffairMinutes, Kind: WorkKind.Admin or WorkKind.Chores or WorkKind.Tidying } }) return true;
        return before.Scope && !before.Abstains || before is { Verb.Ends: true } && (before.Thing is not null || before.UnknownObject);
    }

    // "Reread ch 7: open it and read one paragraph": what stands behind the colon is to be done, what stands before it says what for.
    static bool IsInstruction(Clause clause) => clause.Abstains || clause is { Verb.Name: not "unknown", VerbBorrowed: false };

    // "Text mom: buy some milk", "Write one line: open the file": behind the colon stands what is said.
    static bool IsMessage(Clause head) => head.Length.Exists || head.Verb!.Name is "say" or "text" or "email" or "ask" or "reply" or "note" or "list" or "send" or "post" or "type"
        || head.Verb.Kind is WorkKind.Writing && (head.HasCount || head.Small || head.Thing is { Limit: true });

    void TakeAsTopic(List<Clause> clauses)
    {
        for (var i = clauses.Count - 1; i >= 0; i--)
        {
            clauses[i].Ignored = true;
            if (passage.IsKind(clauses[i].First - 1, TokenKind.Stop)) return;
        }
    }

    // "Day 1: sit down" names what follows; "Do a routine: squats, planks" is said already.
    void Explain(Clause before, Clause clause)
    {
        if (before.Verb is null) before.Ignored = !IsShopping(before, clause);
        else if (IsLabel(before)) before.Ignored = true;
        else if (before is { Verb.Mode: not VerbMode.Quick, Thing: null, UnknownObject: false, Length.Exists: false, Small: false } && clause.Verb is null && clause.Thing is not null) before.IsHeading = true;
        else if (before.Thing is not null || before.UnknownObject || before.Small || before.Length.Exists || before.Verb.Mode is VerbMode.Quick) (clause.Ignored, clause.Explains) = (!clause.Length.Exists, true);
    }

    // "Pharmacy - meds": where to, and what for.
    static bool IsShopping(Clause before, Clause clause) => before is { Thing.Name: "store" or "bank" or "gov_office" } && clause is { Verb: null, Abstains: false, Length.Exists: false, Thing.Kind: not WorkKind.Social and not WorkKind.Admin };

    // "Work: quarterly goals": the part of life that it belongs to.
    bool IsLabel(Clause before) => passage.Lexicon.Language is Language.English && before is { Verb.Name: "work_on", Thing: null, UnknownObject: false, Length.Exists: false } && before.End - before.First == 1;

    // "..., two sentences", "..., five words each", "..., right hand", "..., to compare": how, not what else.
    bool IsDetail(Clause before, Clause clause, TokenKind? mark)
    {
        // "Write down what comes first. One line.", "Outline intro - 3 bullets"
        if (mark is TokenKind.Stop or TokenKind.Colon && before is { Verb: not null, Ignored: false } && clause is { Verb: null, Thing.Limit: true, Length.Exists: false } && (clause.HasCount || clause.One)) return true;
        if (mark is not TokenKind.Comma || before.Verb is null || before.Ignored || clause.Length.Exists || !passage.IsKind(clause.First - 1, TokenKind.Comma)) return false;
        if (passage.Is(clause.First, WordClass.Prep) && passage[clause.First].Verb is null && clause.First + 1 < clause.End && passage[clause.First + 1].Verb is not null) return true;
        if (passage.Is(clause.First, WordClass.Cut)) return true;
        if (clause.Verb is not null || clause.Abstains) return false;
        if (clause.Thing is { Limit: true } || clause.EachOne && before.HasContent) return before.Thing is not { Limit: true } || clause.EachOne;
        return clause.Thing is null ? clause.Repeats > 1 && !clause.HasCount : IsBare(clause) && (before.HasCount || before.One || before.Verb.Kind is WorkKind.Music) && before.Verb.Mode is not VerbMode.Go;
    }

    bool IsBare(Clause clause) => clause is { Plural: false, HasCount: false, One: false, Scope: false, Some: false, Thing.Mass: false } && !passage.Is(clause.First, WordClass.Det);

    static void AddDetail(Clause before, Clause clause)
    {
        clause.Ignored = true;
        before.Repeats = Math.Max(before.Repeats, clause.Repeats);
        if (clause.Thing is not { Limit: true } || clause.EachOne) return;
        (clause.Verb, before.Bound) = (before.Verb, clause);
    }

    // "..., on purpose", "with a towel and a bottle", "or by phone": more about the doing before, no doing of its own.
    bool IsTail(Clause before, Clause clause) => !clause.Length.Exists && (passage.Is(clause.First, WordClass.Prep) || (before.EndsInPreposition && before.Thing is not null && !before.ViaPreposition));

    static void Borrow(Clause before, Clause clause)
    {
        (clause.Verb, clause.VerbAt, clause.VerbEnd, clause.VerbBorrowed) = (before.Verb, before.VerbAt, before.VerbEnd, true);
        if (clause.Thing is null && !clause.Length.Exists) clause.Ignored = true;
        if (clause.Scope && clause.Thing is null && !clause.Length.Exists) before.Scope = true;
    }

    // "New license photo" names a task; "put down the phone, shoes on" goes on with a doing.
    static void MarkBare(List<Clause> clauses)
    {
        foreach (var clause in clauses)
            if (clause.Verb is not null || clause.Abstains) return;
            else clause.IsBare = clause.Thing is not null;
    }

    // "Find and book a venue": the object behind the second verb is that of the first as well.
    void ShareObjects(List<Clause> clauses)
    {
        if (!passage.Lexicon.VerbFirst) return;
        for (var i = 0; i + 1 < clauses.Count; i++)
        {
            var (clause, next) = (clauses[i], clauses[i + 1]);
            if (clause is not { Ignored: false, Verb: not null, VerbBorrowed: false, Thing: null, UnknownObject: false, HasCount: false, Length.Exists: false, Abstains: false } || clause.VerbEnd != clause.End || clause.VerbEnd - clause.VerbAt > 1) continue;
            if (next is not { Ignored: false, VerbBorrowed: false, ViaPreposition: false, Length.Exists: false } || next.Thing is null && !next.UnknownObject || next.VerbAt != next.First || !passage.Is(clause.End, WordClass.And)) continue;
            (clause.Thing, clause.UnknownObject, clause.Plural, clause.One, clause.Scope, clause.Some, clause.SharedWith) = (next.Thing, next.UnknownObject, next.Plural, next.One, next.Scope, next.Some, next);
            (clause.CountLow, clause.CountHigh) = (next.CountLow, next.CountHigh);
        }
    }

    // "Küche und Bad putzen": the verb at the end serves both.
    void BorrowBackwards(List<Clause> clauses)
    {
        if (!passage.Lexicon.VerbLast) return;
        for (var i = clauses.Count - 2; i >= 0; i--)
        {
            var (clause, next) = (clauses[i], clauses[i + 1]);
            if (clause.Verb is null && clause.Thing is not null && !clause.Ignored && !clause.Abstains && next.Verb is not null)
                (clause.Verb, clause.VerbAt, clause.VerbEnd, clause.VerbBorrowed) = (next.Verb, next.VerbAt, next.VerbEnd, true);
        }
    }

    List<(int First, int End, TokenKind? Mark)> Parts()
    {
        var parts = new List<(int, int, TokenKind?)>();
        var (first, mark, open) = (0, (TokenKind?)null, false);
        for (var i = 0; i < passage.Count;)
        {
            var kind = passage.Tokens[i].Kind;
            if (kind is TokenKind.OpenParenthesis) open = true;
            if (kind is TokenKind.CloseParenthesis) open = false;
            if (!open && Parting(i) is { } parting)
            {
                if (i > first) parts.Add((first, i, mark));
                (first, mark) = (i + passage.Step(i), parting);
                i = first;
                continue;
            }
            i += passage.IsTime(i) ? 1 : passage.Step(i);
        }
        if (first < passage.Count) parts.Add((first, passage.Count, mark));
        return parts;
    }

    TokenKind? Parting(int at)
    {
        var kind = passage.Tokens[at].Kind;
        if (kind is TokenKind.Stop or TokenKind.Colon) return kind;
        if (IsPause(at)) return TokenKind.Colon;
        if (passage.Is(at, WordClass.Or)) return TokenKind.Comma;
        if (kind is TokenKind.Comma) return JoinsNumbers(at) ? null : TokenKind.Comma;
        if (!passage.Is(at, WordClass.And) || passage.IsTime(at) || JoinsNumbers(at) || JoinsNames(at)) return null;
        return passage[at].Verb is not null && at == 0 ? null : TokenKind.Comma;
    }

    // "Frog and Toad": a title, or two people. In German every noun begins so.
    bool JoinsNames(int at) => at > 1 && !passage.Lexicon.VerbLast && IsName(at - 1) && IsName(at + passage.Step(at));

    bool IsName(int at) => at < passage.Count && passage.IsKind(at, TokenKind.Word) && !passage[at].IsKnown && passage.IsCapital(at);

    // "Vacation - book the hotel": a dash between words says as much as a colon; "10 - 20" is a range, "- milk" an item of a list.
    bool IsPause(int at) => at > 0 && at + 1 < passage.Count && passage.IsKind(at, TokenKind.Dash) && passage.Line[passage.Tokens[at].Start] is '-' or '–' or '—'
        && !passage.TryNumber(at - 1, out _, out _) && !passage.IsTime(at - 1) && !passage.IsTime(at + 1) && !passage.Is(at + 1, WordClass.Rangeword);

    // "chapters 2 and 3", "problems 1, 3, 5": a list of labels, not of doings.
    bool JoinsNumbers(int at) => at > 0 && passage.TryNumber(at + passage.Step(at), out _, out var next)
        && (passage.IsKind(at - 1, TokenKind.Number) || passage[at - 1].Number is not null)
        && (next >= passage.Count || passage[next].Thing is null || passage[next].Verb is not null);
}
