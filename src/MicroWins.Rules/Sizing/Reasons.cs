namespace MicroWins.Rules.Sizing;

/// <summary>Says in the language of the text what an estimate rests on.</summary>
readonly struct Reasons(Reading reading)
{
    Sentences Say => reading.Passage.Lexicon.Sentences;

    public IReadOnlyList<string> List()
    {
        var reasons = new List<string>(2);
        if (reading.Basis is SizeBasis.Long) reasons.Add(Say["reason-long"]);
        else if (reading.Basis is SizeBasis.Claim) reasons.Add(Say.Fill("reason-claim", "time", Say.Time(reading.Claim)));
        else if (reading.Clauses.Count == 0 || reading.Basis is SizeBasis.Nothing) reasons.Add(WithoutClauses());
        else foreach (var clause in reading.Doings.Take(4)) reasons.Add(ReasonFor(clause));
        if (reasons.Count > 1) reasons.Add(Say.Fill("reason-compound", "n", Say.Number(reasons.Count)));
        return reasons;
    }

    string WithoutClauses() => reading.Basis switch
    {
        SizeBasis.Time => Say.Fill("reason-time", "time", Say.Time(reading.Effort.HighMinutes)),
        SizeBasis.Instant => Say.Fill("reason-instant", "what", TextCleaning.Shorten(reading.Line, 80)),
        _ => Say["reason-unknown"],
    };

    string ReasonFor(Clause clause) => clause.Basis switch
    {
        SizeBasis.Time => Say.Fill("reason-time", "time", Say.Time(clause.Effort.HighMinutes)),
        SizeBasis.Count => Say.Fill("reason-count", "what", What(clause)).Replace("{rate}", Say.Number(clause.PerUnit.TypicalMinutes), StringComparison.Ordinal),
        SizeBasis.Open => Say.Fill("reason-open", "what", Doing(clause)),
        SizeBasis.Scope => Say.Fill("reason-scope", "what", WordsAt(clause.ScopeAt < 0 ? clause.First : clause.ScopeAt, clause.ScopeAt < 0 ? clause.End : clause.ScopeAt + reading.Passage.Step(clause.ScopeAt))),
        SizeBasis.Instant => Say.Fill("reason-instant", "what", Doing(clause)),
        SizeBasis.Errand => Say["reason-errand"],
        SizeBasis.Abstaining => Say["reason-abstain"],
        SizeBasis.Size => Say.Fill("reason-size", "what", What(clause)).Replace("{time}", Say.Time(clause.Effort.TypicalMinutes), StringComparison.Ordinal),
        _ => Say["reason-unknown"],
    };

    string Doing(Clause clause) => clause.VerbAt >= 0 ? WordsAt(clause.VerbAt, clause.VerbEnd) : clause.ThingAt >= 0 ? Thing(clause) : Words(clause);

    string What(Clause clause) => clause.ThingAt >= 0 ? Thing(clause) : Doing(clause);

    // A verb may be known from the whole and a thing not at all, and then no single word stands for them.
    string Words(Clause clause) => WordsAt(clause.First, clause.End);

    // The amount and the thing in the person's own words: "50 pages".
    string Thing(Clause clause)
    {
        var (first, last) = (clause.ThingAt, clause.ThingAt + reading.Passage.Step(clause.ThingAt));
        if (clause.CountAt >= 0) (first, last) = (Math.Min(first, clause.CountAt), Math.Max(last, clause.CountEnd));
        if (clause.LabelEnd > last) last = clause.LabelEnd;
        return WordsAt(first, last);
    }

    string WordsAt(int first, int end)
    {
        var tokens = reading.Passage.Tokens;
        end = Math.Min(end, tokens.Count);
        return TextCleaning.Shorten(reading.Line[tokens[first].Start..tokens[Math.Max(first, end - 1)].End], 80);
    }
}
