namespace MicroWins.Rules.Sizing;

/// <summary>
/// What makes a text small is evidence: an amount, or a known small doing with something known. All else is doubtful, and in doubt
/// it is too big: a fine goal is then only made smaller.
/// </summary>
readonly struct Doubt(Passage passage)
{
    /// <summary>What a doubtful doing is taken for.</summary>
    public static readonly Effort Effort = Rules.Effort.FromMinutes(12, 60);

    // An unknown doing is believed to be small only where it is done to something smaller than this.
    const double PlainlySmallMinutes = 2.6;

    // Several of what is smaller than this are put away in one go: "chargers in bag".
    const double HandfulMinutes = 1.2;

    /// <summary>True where nothing shows that a doing which would pass for small is small.</summary>
    public bool IsIn(Clause clause)
    {
        var (verb, thing) = (clause.Verb, clause.Thing);
        if (clause.HasCount || clause.One || clause.Small || clause.Empty) return false;
        if (verb is null) return clause.IsBare && !(thing!.Act && clause is { UnknownHead: false, Scope: false }) && !MayHaveUnknownVerb(clause) && !IsPlacing(clause);
        if (verb is { Name: "iron" or "pack" or "wipe" } && thing is null && !clause.UnknownObject && clause.VerbEnd - clause.VerbAt == 1) return true; // all that lies in the basket, all that the trip needs
        if (verb is { Mode: VerbMode.Light, Doubt: true }) return thing is null && clause.UnknownObject;
        // "Marking", "ironing": the name of a chore; "mark it" is a move.
        if (IsGerundAlone(clause)) return verb.Kind is not (WorkKind.Health or WorkKind.Exercise);
        if (verb.Mode is VerbMode.Quick) return clause.VerbIsLate && passage.Lexicon.HeadLast || verb.Doubt && clause is { UnknownObject: true, Quotes: false } && (thing is null || clause.UnknownHead || clause.ViaPreposition) && !(verb.Name is "add" && HasPlace(clause));
        if (verb.Mode is VerbMode.Go) return false;
        // "Get stamps" means buying them; "get some water" does not.
        if (verb.Name is "get") return thing is null or { Act: false } or { Name: "dishwasher" or "light" or "screen" };
        return clause.UnknownHead || verb.Name is "unknown" && thing is { Own.HighMinutes: > PlainlySmallMinutes } and not { Act: true, Kind: not WorkKind.Admin };
    }

    // "Add Tim to the channel", "add a pinch of salt to the soup": where to is said, so it is no feature of a program.
    bool HasPlace(Clause clause)
    {
        for (var i = clause.VerbEnd; i < clause.End; i++)
            if (passage.Is(i, WordClass.Toward | WordClass.Into | WordClass.Placed)) return true;
        return false;
    }

    // "Keys on hook", "phone away": what is small and named with its place is put there.
    bool IsPlacing(Clause clause) => (clause is { Plural: false } or { Thing.Own.HighMinutes: <= HandfulMinutes }) && clause is { Thing: { Own.HighMinutes: <= PlainlySmallMinutes } or { Name: "small_spot" or "garment" } }
        && passage.Is(clause.ThingAt + passage.Step(clause.ThingAt), WordClass.Placing)
        || IsForList(clause)
        || clause is { Plural: false, Thing.Name: "photo" } && passage.Is(clause.ThingAt + passage.Step(clause.ThingAt), WordClass.Of); // "Photo of the meter"

    // "Eggs to grocery list", "soap on the list": written down, not bought.
    bool IsForList(Clause clause)
    {
        for (var i = clause.ThingAt; i < clause.End; i++)
            if (passage.Is(i, WordClass.Placed)) return true;
        return false;
    }

    bool IsGerundAlone(Clause clause) => passage.Lexicon.Language is Language.English && clause.VerbAt >= 0 && clause is { Thing: null, UnknownObject: false } && clause.End - clause.First == 1
        && passage.Tokens[clause.VerbAt].Text is { Length: > 5 } word && word.EndsWith("ing", StringComparison.Ordinal);

    // Where the verb has no place of its own, the unknown word may be it: "Bessere diesen Satz aus".
    bool MayHaveUnknownVerb(Clause clause) => !passage.Lexicon.VerbFirst && clause is { UnknownObject: true, Thing.Own.HighMinutes: <= PlainlySmallMinutes };
}
