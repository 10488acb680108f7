namespace MicroWins.Rules.Sizing;

/// <summary>From a doing to minutes: the rate of the verb and the thing, times the amount.</summary>
readonly struct ClauseSizing(Passage passage, Pace pace)
{
    const double FewLow = 2, FewHigh = 5, SeveralLow = 2, SeveralHigh = 6, ManyLow = 4, ManyHigh = 15, ManyPlural = 17, TinyHigh = 60;

    // Below this a unit is so small that people only ever mean many of them: flashcards, words.
    const double TinyMinutes = 0.25;

    // A receipt, a photo: in a language without plurals nobody sorts one of them.
    const double OneSheetMinutes = 3;

    // As many receipts as lie in a drawer.
    static readonly Effort Batch = Effort.FromMinutes(10, 60);

    // A bar of music played twice may be the whole piece; toes touched twice are not more than toes touched five times.
    const double ManyRepeats = 4, ManyMoves = 2, RepeatedBar = 0.9, RepeatedMove = 0.4;

    public void Size(Clause clause)
    {
        clause.Kind = KindOf(clause);
        if (LongTimeIn(clause) is { } day) Set(clause, day, SizeBasis.Time);
        else if (LengthOf(clause) is { } length) Set(clause, length, SizeBasis.Time);
        else if (clause.Abstains) Set(clause, Effort.FromMinutes(0.1, 1), SizeBasis.Abstaining);
        else SizeByAmount(clause);
        if (clause.Bound is { } bound) Limit(clause, bound);
    }

    // "An answer, two sentences" takes as long as two sentences where that is less.
    void Limit(Clause clause, Clause bound)
    {
        Size(bound);
        if (bound.Basis is not SizeBasis.Nothing && bound.Effort.HighMinutes < clause.Effort.HighMinutes) Set(clause, bound.Effort, SizeBasis.Size);
    }

    static void Set(Clause clause, Effort effort, SizeBasis basis) => (clause.Effort, clause.Basis) = (effort, basis);

    // Abstaining for a day lasts a day; working "all weekend" is never small.
    Effort? LongTimeIn(Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (passage.Is(i, WordClass.Longtime) && (clause.Abstains || clause.Verb is null or { Mode: not VerbMode.Quick } or { For: true }))
                return Effort.FromMinutes(240, 3000);
            // "No sugar this month"
            else if (clause.Abstains && passage.Lexicon.Language is Language.English && passage.Is(i, WordClass.Perday) && passage.Tokens[i].Text is "this" or "all")
                return Effort.FromMinutes(240, 3000);
            // "No internet at the weekend": where weekends are things of the lexicon.
            else if (clause.Abstains && passage[i].Thing is { Name: "week" } && passage.Lexicon.Language is not Language.English)
                return Effort.FromMinutes(240, 3000);
            // "every day until ..." is a programme, not an occurrence.
            else if (passage.Is(i, WordClass.Perday) && passage.Is(i + passage.Step(i), WordClass.Cut) && passage.Is(i + passage.Step(i), WordClass.Rangeword))
                return Effort.FromMinutes(60, 1000);
        return null;
    }

    static Effort? LengthOf(Clause clause)
    {
        var length = clause.Length;
        if (!length.Exists) return null;
        if (clause is { Verb.Name: "book", Thing.Name: "calendar" or "calendar_entry" } && length.First == clause.VerbEnd) return null; // "Block 30 minutes for the essay"
        if (length.Low >= 24 * 60 && !clause.Abstains && clause.Verb is { Mode: VerbMode.Quick }) return null;
        var effort = Effort.FromMinutes(length.Low, length.High);
        return length.Role switch
        {
            DurationRole.Box => Times(effort, clause.Repeats, clause.Repeats),
            DurationRole.Attribute when clause.Verb is { Rehearse: true } => Times(effort, clause.Repeats, 1.2 * clause.Repeats),
            DurationRole.Attribute when clause.Abstains || clause.Verb is null or { Last: true } => Times(effort, clause.Repeats, clause.Repeats),
            DurationRole.Attribute when clause is { Thing: null, UnknownObject: false, Verb.For: true } => Times(effort, clause.Repeats, clause.Repeats), // "5 min tidy"
            DurationRole.Claim when IsOpenEnded(clause) && !clause.VerbBorrowed || clause.IsBare && length.High > Limits.MicroGoalMinutes => effort,
            _ => null,
        };
    }

    // "Meditate (10 min)" is a plan to stop after ten; "the whole essay (10 min)" is a hope.
    static bool IsOpenEnded(Clause clause) => !clause.Scope && !clause.HasCount && (clause.Thing is null || clause.Thing.Kind is WorkKind.Exercise or WorkKind.Health or WorkKind.Music)
        && clause.Verb is null or { For: true, Ends: false };

    void SizeByAmount(Clause clause)
    {
        if (clause.Verb is null && clause.Thing is null) return;
        var unit = UnitOf(clause, out var basis);
        if (unit.HighMinutes <= Limits.MicroGoalMinutes && new Doubt(passage).IsIn(clause)) (unit, basis) = (Doubt.Effort, SizeBasis.Nothing);
        if (clause.Empty && clause.Verb is { Mode: not VerbMode.Go, Kind: not (WorkKind.Chores or WorkKind.Tidying) }) (unit, basis) = (clause.HasCount ? Effort.FromMinutes(0.1, 0.3) : Effort.FromMinutes(0.2, 1), SizeBasis.Instant);
        if (clause.Small) unit = Effort.FromMinutes(Math.Min(unit.LowMinutes, 0.5), Math.Min(unit.HighMinutes, 6));
        if (clause.Repeats >= (clause.Kind is WorkKind.Music ? ManyRepeats : ManyMoves) && RepeatedMinutes(clause) is { } most) unit = Effort.FromMinutes(Math.Min(unit.LowMinutes, 0.1), Math.Min(unit.HighMinutes, most));
        var (low, high) = AmountOf(clause, unit, ref basis);
        var factor = pace.FactorFor(clause.Kind);
        clause.PerUnit = Times(unit, factor, factor);
        Set(clause, Times(unit, low * factor, high * factor), basis);
        if (clause.ForMany || IsBatch(clause)) Set(clause, Larger(clause.Effort, Batch), SizeBasis.Scope);
    }

    // "Sort receipts", "label jars": who names no number means the lot.
    bool IsBatch(Clause clause) => (clause.Plural || passage.Lexicon.NoSpaces && clause.Thing is { Own.HighMinutes: <= OneSheetMinutes, Kind: WorkKind.Admin or WorkKind.Creative or WorkKind.Reading }) && clause is { Verb.Batch: true, HasCount: false, One: false, Some: false, Small: false, ViaPreposition: false };

    // Who plays something ten times plays a short bit, who touches the toes ten times is quick.
    static double? RepeatedMinutes(Clause clause) => clause.Kind is WorkKind.Music ? RepeatedBar
        : clause is { Verb: { Kind: WorkKind.Exercise or WorkKind.Health, Mode: VerbMode.Quick } } ? RepeatedMove : null;

    Effort UnitOf(Clause clause, out SizeBasis basis)
    {
        var (verb, thing) = (clause.Verb, clause.Thing);
        if (thing is not null && verb is not null && (clause.ViaPreposition && clause.UnknownObject || clause.UnknownHead && !thing.Mass && verb is { Mode: VerbMode.Quick, Doubt: false } || verb.Name is "walk" or "run" && clause.ThingAt < 0 && IsWayBack(clause))) thing = null;
        if (verb is null)
        {
            basis = SizeBasis.Size;
            return thing!.Own;
        }
        if (thing is not null && !(verb.Name is "backup" && clause.Scope) && passage.Lexicon.Concepts.Rate(verb, thing) is { } rate && !(clause.ViaPreposition && clause.UnknownObject && !clause.Scope && verb.Mode is VerbMode.Quick && rate.HighMinutes > verb.Whole.HighMinutes))
        {
            if (thing.Mass && clause.HasCount && verb.Each.HighMinutes < rate.HighMinutes) rate = verb.Each;
            basis = verb.Mode is VerbMode.Quick && rate.HighMinutes <= 2 ? SizeBasis.Instant : SizeBasis.Size;
            return rate;
        }
        return thing is null ? UnknownThing(clause, verb, out basis) : WithoutRate(clause, verb, thing, out basis);
    }

    Effort UnknownThing(Clause clause, VerbConcept verb, out SizeBasis basis)
    {
        basis = verb.Mode switch
        {
            VerbMode.Quick => SizeBasis.Instant,
            VerbMode.Go => IsOnline(clause) || IsWayBack(clause) ? SizeBasis.Instant : SizeBasis.Errand,
            VerbMode.Light => SizeBasis.Nothing,
            _ => verb.Name == "unknown" ? SizeBasis.Nothing : SizeBasis.Open,
        };
        if (verb is { Mode: VerbMode.Go } or { Name: "walk" or "run" } && IsWayBack(clause)) return Effort.FromMinutes(0.2, 1);
        if (verb.Mode is VerbMode.Go && IsOnline(clause)) return Effort.FromMinutes(2, 9);
        // "Breathe in deeply 6 times": what is repeated is done briefly each time.
        return IsCounted(clause) || (clause.One && clause.UnknownObject) || (clause.Repeats > 1 && verb.Mode is VerbMode.Quick) ? verb.Each : verb.Whole;
    }

    Effort WithoutRate(Clause clause, VerbConcept verb, ThingConcept thing, out SizeBasis basis)
    {
        basis = SizeBasis.Size;
        switch (verb.Mode)
        {
            case VerbMode.Light:
                return thing.Own;
            case VerbMode.Go when IsWayBack(clause):
                basis = SizeBasis.Instant;
                return Effort.FromMinutes(0.2, 1);
            case VerbMode.Go:
                basis = IsOnline(clause) ? SizeBasis.Instant : SizeBasis.Errand;
                if (basis is SizeBasis.Instant) return Effort.FromMinutes(2, 9);
                return thing.Own.HighMinutes > Limits.MicroGoalMinutes ? thing.Own : verb.Whole;
            case VerbMode.Quick when verb.Grows && thing.Own.HighMinutes > 30 && !(thing.Mass && clause.HasCount):
                return thing.Own;
            case VerbMode.Quick:
                if (clause.Scope && thing.Own.HighMinutes > 60 && verb.Name is "check" or "look" or "mark" or "count" or "scan" or "copy" or "delete" || clause is { Scope: true, Plural: false } && verb.Name is "note" && thing is { Mass: true, Own.HighMinutes: > 60 }) return thing.Own;
                if (clause.Scope && thing.Own.HighMinutes > 30 && thing.Kind is WorkKind.Chores or WorkKind.Tidying && verb.Kind is WorkKind.Tidying or WorkKind.Chores) return thing.Own;
                basis = SizeBasis.Instant;
                if (thing.Mass && clause is { Scope: true, HasCount: false } && !verb.Lump) return Larger(verb.Whole, thing.Own);
                return IsCounted(clause) && !(verb.Name is "say" && clause.Scope) ? verb.Each : verb.Whole;
            default:
                if (thing.Weak || verb.Deep) return IsCounted(clause) || clause.One ? Larger(verb.Each, verb.Deep ? thing.Own : verb.Each) : Larger(verb.Whole, thing.Own);
                if (verb.Factor > 0) return Times(thing.Own, verb.Factor, verb.Factor);
                if ((clause.HasCount && clause.LabelAt < 0 || clause.Some) && thing.Mass) return verb.Each;
                if (passage.Lexicon.Language is Language.English && clause.ViaPreposition && verb is { Mode: VerbMode.Open } and not { Name: "work_on" or "unknown" } && !clause.One && !clause.HasCount) return Larger(verb.Whole, thing.Own); // "Write about shoes" takes as long as writing does
                basis = thing.Own.HighMinutes <= Limits.MicroGoalMinutes ? SizeBasis.Size : SizeBasis.Open;
                return thing.Own.HighMinutes <= Limits.MicroGoalMinutes ? thing.Own : Larger(verb.Whole, thing.Own);
        }
    }

    static Effort Larger(Effort one, Effort other) => one.HighMinutes >= other.HighMinutes ? one : other;

    bool IsOnline(Clause clause) => Holds(clause, WordClass.Online);

    // "Walk for 10 minutes and go home" is over at the door.
    bool IsWayBack(Clause clause) => clause.First > 0 && Holds(clause, WordClass.Back);

    bool Holds(Clause clause, WordClass any)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (passage.Is(i, any)) return true;
        return false;
    }

    static bool IsCounted(Clause clause) => clause.HasCount || clause.Some || clause.EachOne || (clause.Scope && clause.Plural)
        || ((clause.Scope || clause.Plural) && clause.Verb is { Mode: VerbMode.Quick, Lump: false });

    (double Low, double High) AmountOf(Clause clause, Effort unit, ref SizeBasis basis)
    {
        var repeats = clause.Repeats;
        // One way to the shop serves for all that is bought there.
        if (clause.Verb is { Mode: VerbMode.Go } && basis is SizeBasis.Errand or SizeBasis.Instant) return (repeats, repeats);
        if (clause.HasCount)
        {
            basis = basis is SizeBasis.Errand or SizeBasis.Nothing ? basis : SizeBasis.Count;
            return (clause.CountLow * repeats, clause.CountHigh * repeats);
        }
        var mass = clause.Thing is { Mass: true } || clause.Verb is { Lump: true } && !IsOneByOne(clause) && !IsFullList(clause) || clause is { Verb.Name: "ask", Thing.Kind: not WorkKind.Social };
        if (clause.Some) return mass ? (repeats, repeats) : (FewLow * repeats, FewHigh * repeats);
        var all = clause.EachOne || IsFullList(clause) || clause is { Plural: true, Wide: true } || (clause.Scope && IsOneOfMany(clause.Thing)) || (clause.Scope && (clause.Plural || ((clause.Thing is null || clause.UnknownHead || IsEverythingIn(clause)) && clause.Verb is { Mode: VerbMode.Quick })));
        if (all && (!mass || IsEvery(clause)) && !clause.One)
        {
            basis = SizeBasis.Scope;
            return (ManyLow * repeats, (unit.HighMinutes <= TinyMinutes ? 5 : clause.Wide ? 3 : 1) * Many * repeats);
        }
        if (clause.Scope && !clause.One) basis = SizeBasis.Scope;
        if (clause.Plural && !mass && !clause.One)
            return unit.HighMinutes <= TinyMinutes || clause is { Verb.Mode: VerbMode.Open, Thing.Kind: WorkKind.Flashcards } ? (10 * repeats, TinyHigh * repeats) : (SeveralLow * repeats, SeveralHigh * repeats);
        return (repeats, repeats);
    }

    // Where a plural shows, "all" of it is more for sure.
    double Many => passage.Lexicon.Language is Language.English ? ManyPlural : ManyHigh;

    // "Fold everything in the dryer": the thing only says where it lies.
    bool IsEverythingIn(Clause clause) => passage.Lexicon.Language is Language.English && clause is { ViaPreposition: true, UnknownObject: false } && clause.ScopeAt >= 0 && clause.ScopeAt < clause.ThingAt;

    // "Empty every bin": one by one, however they lie about.
    static bool IsEvery(Clause clause) => clause is { EachOne: true, Verb.Lump: false } && clause.ScopeAt >= 0 && clause.ScopeAt < clause.ThingAt;

    // "All" of what is small is all of them, in languages that do not mark a plural as well: shirts, plates.
    static bool IsOneOfMany(ThingConcept? thing) => thing is { Kind: WorkKind.Chores or WorkKind.Tidying or WorkKind.Flashcards, Mass: false, Own.HighMinutes: <= 1.5 } or { Name: "friends" or "photo" };

    // "List everything for the trip", "list all the books I own": who lists what there is of something goes through all of it.
    static bool IsFullList(Clause clause) => clause is { Verb.Name: "list" or "note", Scope: true } && (clause is { Verb.Name: "list" } or { Thing: null or { Weak: true } }) && (clause.ViaPreposition || clause.Thing is null or { Name: "item" } or { Weak: true } || clause is { Plural: true, Thing.Name: "book" or "name" or "garment" or "photo" or "friends" });

    // "Check every citation", "check all the answers": each has to be looked at; "check all the doors" is one round.
    static bool IsOneByOne(Clause clause) => clause is { Verb.Name: "check", Thing.Kind: WorkKind.Reading or WorkKind.Writing or WorkKind.Problems or WorkKind.Coding or WorkKind.Flashcards or WorkKind.Work or WorkKind.Admin }
        && (clause.EachOne || clause is { Scope: true, Plural: true });

    public static Effort Times(Effort effort, double low, double high) => Effort.FromMinutes(
        Math.Min(effort.LowMinutes * low, Effort.MaxMinutes), Math.Min(Math.Max(effort.HighMinutes * high, effort.LowMinutes * low), Effort.MaxMinutes));

    static WorkKind KindOf(Clause clause)
    {
        var (verb, thing) = (clause.Verb?.Kind ?? WorkKind.Other, clause.Thing?.Kind ?? WorkKind.Other);
        // "One thing" is to be picked up in a room, and elsewhere what the verb says.
        if (verb is not WorkKind.Other && clause.Thing is { Name: "item" }) return verb;
        if (verb is WorkKind.Reading && thing is WorkKind.Writing or WorkKind.Work or WorkKind.Other) return verb;
        if (verb is WorkKind.Exam && thing is WorkKind.Writing) return verb;
        if (verb is WorkKind.Writing && thing is WorkKind.Reading) return verb;
        return thing is WorkKind.Other || clause.ViaPreposition && verb is not WorkKind.Other ? verb : thing;
    }
}
