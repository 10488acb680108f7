namespace MicroWins.Rules.Sizing;

/// <summary>The rungs of work that no amount can be cut from: its first piece, or the first move of its kind.</summary>
sealed class FirstPiece(Reading reading, Pieces pieces)
{
    /// <summary>The first move of such work, with the work named in front of it; or a stretch of time where that reads well.</summary>
    public List<Piece>? Moved(Clause clause, double target)
    {
        foreach (var move in reading.Passage.Lexicon.Concepts.Moves.For(clause, reading.Passage))
        {
            if (move == FirstMove.Timebox && pieces.Timed(target) is { } timed) return pieces.With(timed, target, pieces.LaterText());
            if (move != FirstMove.Timebox && move.Effort.HighMinutes <= target && pieces.With(new MoveWording(reading).With(move), target, move.IsAway ? pieces.Frame("there", reading.Line, Limits.MicroGoalMinutes) : pieces.LaterText()) is { } moved) return moved;
        }
        return null;
    }

    /// <summary>True for what is done out of the house, or in a place that one goes to.</summary>
    public static bool IsAway(Clause clause) => clause.Basis is SizeBasis.Errand || clause is { Verb.Mode: VerbMode.Go }
        || (clause.Verb is null or { Mode: VerbMode.Light } && clause.Thing is { Kind: WorkKind.Social or WorkKind.Health, Own.HighMinutes: > 80 })
        || clause.Verb is null or { Mode: VerbMode.Light } && clause.Thing is { Name: "gym" or "class" or "event" or "groceries" or "errand" or "store" or "appointment" or "haircut" or "office_place" or "grocery_item" or "bank" };

    /// <summary>Getting ready to leave, then what one leaves for.</summary>
    public List<Piece>? Away(double target) => pieces.With(pieces.Frame("leave", reading.Line, 0), target, pieces.Frame("there", reading.Line, Limits.MicroGoalMinutes));

    /// <summary>The first page, sentence or problem of the thing; null where it has none.</summary>
    public List<Piece>? Of(Clause clause, double target)
    {
        var thing = pieces.Wording.ObjectOf(clause);
        if (thing is null || clause.VerbEnd < clause.End && reading.Passage.Is(clause.VerbEnd, WordClass.Prep) || thing.EndsWith(" problems", StringComparison.Ordinal) && clause.Thing is { Name: "chapter" }) return null;
        if (clause.CountHigh > 1 || clause.HasCount && clause.CountHigh < 1) return null;
        foreach (var key in KeysFor(clause, pieces.Wording.NamesMany(clause)))
            if (pieces.Wording.PartOf(key, pieces.Wording.WithArticle(clause, thing)) is { } first && pieces.With(first, target, pieces.LaterText()) is { } found) return found;
        return null;
    }

    static string[] KeysFor(Clause clause, bool many) => (clause.Verb?.Name, clause.Thing) switch
    {
        ("write", _) when clause.Plural || many => [],
        ("read" or "study" or "review" or "learn" or "finish", { Name: "chapter" or "book" or "readings" or "story" }) or ("read", { Name: "report" or "draft" or "essay" or "thesis" or "document" })
            => ["read-first-page", "read-first-paragraph", "read-first-sentence"],
        ("read", { Name: "page" or "textbook_page" }) => ["read-paragraph", "read-sentence"],
        ("read", { Name: "paragraph" }) => ["read-sentence"],
        ("read", { Kind: WorkKind.Reading or WorkKind.Writing }) => ["read-first-paragraph", "read-first-sentence"],
        ("write", { Kind: WorkKind.Writing or WorkKind.Social or WorkKind.Work or WorkKind.Reading }) => ["write-first-sentence"],
        ("solve" or "do" or "finish" or "work_on", { Name: "homework" or "problem_set" or "worksheet" }) => ["solve-first"],
        (null or "review" or "study" or "learn" or "memorise" or "practise" or "do" or "finish", { Name: "deck" }) => ["cards-first"],
        _ => [],
    };
}
