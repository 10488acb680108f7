namespace MicroWins.Rules.Sizing;

/// <summary>The numbers of a doing: how many of its thing, which ones, how often.</summary>
sealed class ClauseAmounts(Passage passage, Clause clause)
{
    // Nobody calls as many.
    const double LeastPhoneNumber = 200;

    // Nobody saves as many files.
    const double LeastSum = 100;

    /// <summary>The number that was read last and whose thing may yet come.</summary>
    public double Low { get; private set; }

    public double High { get; private set; }

    /// <summary>Its tokens; -1 where there is none.</summary>
    public int At { get; private set; } = -1;

    public int End { get; private set; } = -1;

    /// <summary>True where it can only be money: "1000".</summary>
    public bool IsSum => At >= 0 && High >= LeastSum;

    /// <summary>The number says how often, not how many.</summary>
    public void TakeAsRepeats() => (clause.Repeats, At) = (Math.Max(1, High), -1);

    /// <summary>The number says how many of its thing.</summary>
    public void TakeCount() => (clause.CountLow, clause.CountHigh, clause.CountAt, clause.CountEnd) = (Low, High, At, End);

    public bool IsLabelBefore(int at) => clause.LabelAt >= 0 && clause.LabelAt < at;

    public bool HasLabelAfter(int at) => at < clause.End && passage.TryNumber(at, out _, out var next) && next >= clause.End && clause.One;

    public int Take(int at, double low, double high, int next, bool closed)
    {
        if (next < passage.Count && passage.Is(next, WordClass.Times)) return TakeTimes(high, next);
        if (passage.Is(at - 1, WordClass.Times) && clause.HasCount) return Multiply(high, next);
        if (IsPhoneNumber(low, next)) return next;
        if (IsTold(at)) return TakeTold(low, high, at, next);
        if (IsUnitless(at, next) || IsPartOfName(at)) return Math.Max(next, at + 1);
        if (IsPerSet(next)) return TakeSets(at, low, high, next);
        if (IsLabelOf(at, low, high, next)) return TakeLabel(at, low, high, next);
        if (closed && clause is { Thing: null, UnknownObject: true }) return next;
        (Low, High, At, End) = (low, high, at, next);
        return next;
    }

    // "Call the bank 555-1234"
    bool IsPhoneNumber(double low, int next) => clause.Verb is { Name: "call" or "text" } && low >= LeastPhoneNumber && (next >= clause.End || passage[next].Thing is null);

    // "Flash cards x 20": how many of what is named before; "toner x2" is to be bought.
    bool IsTold(int at) => passage.Lexicon.Language is Language.English && at > clause.First && passage.Tokens[at - 1].Text is "x" && clause is { Thing.Kind: WorkKind.Exercise or WorkKind.Flashcards or WorkKind.Problems or WorkKind.Health, HasCount: false } && clause.ThingAt < at - 1;

    int TakeTold(double low, double high, int at, int next)
    {
        (clause.CountLow, clause.CountHigh, clause.CountAt, clause.CountEnd) = (low, high, at, next);
        return next;
    }

    bool IsUnitless(int at, int next) => passage.IsKind(at - 1, TokenKind.Sign) && !passage.Is(at - 1, WordClass.Label)
        || (next < passage.Count && passage.Is(next, WordClass.Unitless) && passage[next].Thing is null)
        || (passage.IsKind(at, TokenKind.Number) && passage.Tokens[at].Value is >= 1900 and <= 2100 && (next >= clause.End || passage[next].Thing is null));

    // "Q4 goals", "H2O": letters that stand for nothing make a name of the number behind them.
    bool IsPartOfName(int at) => passage.Lexicon.Language is Language.English && at > clause.First && passage.Tokens[at].Joined && passage.IsKind(at - 1, TokenKind.Word) && !passage[at - 1].IsKnown;

    // "4 sets of 25 burpees": so many of them, so many times.
    bool IsPerSet(int next) => clause is { Thing.Name: "set_of_reps", HasCount: true } && next < clause.End && passage[next].Thing is { Name: "rep" };

    int TakeSets(int at, double low, double high, int next)
    {
        (clause.Repeats, clause.Thing, clause.ThingAt, clause.Plural) = (Math.Max(1, clause.CountHigh), passage[next].Thing, next, true);
        (clause.CountLow, clause.CountHigh, clause.CountAt, clause.CountEnd) = (low, high, at, next);
        return next + passage.Step(next);
    }

    int TakeTimes(double times, int at)
    {
        var next = at + passage.Step(at);
        if (IsEveryDay(next)) return next + 1;
        if (next < clause.End && passage.TryNumber(next, out _, out _) && !clause.HasCount) (clause.Repeats, clause.CountHigh) = (Math.Max(1, times), 0);
        else clause.Repeats = Math.Max(1, times);
        return next;
    }

    // "Water the plants 2x/day": sized by the time.
    bool IsEveryDay(int at) => at < clause.End && passage.Lexicon.VerbFirst && (passage.Is(at, WordClass.Perday) || passage[at].Minutes >= 24 * 60);

    int Multiply(double times, int next)
    {
        clause.Repeats = Math.Max(1, times);
        return next;
    }

    // "problem 47", "chapters 3-5", "body paragraph two and three": the number stands behind its thing.
    bool IsLabelOf(int at, double low, double high, int next)
    {
        var label = passage.Is(at - 1, WordClass.Label) || high > low && passage.Is(at - 1, WordClass.Prep | WordClass.Of) ? at - 2 : at - 1; // "задачи с 4 по 12"
        if (clause.Thing is null || label < clause.ThingAt || label >= clause.ThingAt + passage.Step(clause.ThingAt)) return false;
        if (passage.Lexicon.NoSpaces && next < clause.End && passage[next].Thing is { Limit: true }) return false; // "一段80字的话"
        if (clause.Thing.Name is "set_of_reps" && next < clause.End && passage[next].Thing is { Kind: not WorkKind.Exercise }) return false; // "sets of 20 questions"
        if (clause.Thing.Kind is WorkKind.Social || clause.Thing.Name is "child" or "baby" or "list" or "deck" || !passage.Lexicon.HeadLast && next < clause.End && passage[next].Thing is not null && passage[next].Verb is null) return false;
        return next >= clause.End || passage[next].Thing is null || passage[next].Verb is not null || low == high;
    }

    int TakeLabel(int at, double low, double high, int next)
    {
        var count = Math.Floor(high) - Math.Floor(low) + 1;
        (clause.LabelFrom, clause.LabelTo, clause.LabelAt, clause.LabelEnd) = (Whole(low), Whole(high), at, next);
        for (var at2 = next; at2 < clause.End && (passage.Is(at2, WordClass.And) || passage.IsKind(at2, TokenKind.Comma) || passage.IsKind(at2, TokenKind.Sign)) && passage.TryRange(at2 + passage.Step(at2), out var more, out var most, out var after);)
        {
            count += Math.Floor(most) - Math.Floor(more) + 1;
            (clause.LabelTo, clause.LabelEnd, at2, next) = (Whole(most), after, after, after);
        }
        if (TryFarEnd(next, high, out var far, out var farEnd)) (count, clause.LabelTo, clause.LabelEnd, next) = (Math.Floor(far) - Math.Floor(low) + 1, Whole(far), farEnd, farEnd);
        if (clause.LabelTo < clause.LabelFrom) clause.LabelTo = clause.LabelFrom;
        (clause.CountLow, clause.CountHigh) = (count, count);
        clause.Plural = false;
        return next;
    }

    // "(page 40) à la page 75", "bis Seite 75": the name of the thing may stand before both ends.
    bool TryFarEnd(int at, double near, out double far, out int next)
    {
        (far, next) = (0, at);
        if (at >= clause.End || !passage.Is(at, WordClass.Rangeword)) return false;
        for (at += passage.Step(at); at < clause.End && (passage.Is(at, WordClass.Det | WordClass.Label) || passage[at].Thing is { } named && named == clause.Thing); at++) { }
        return at < clause.End && passage.TryNumber(at, out far, out next) && far > near;
    }

    // "第3到5章": the label stands before its thing.
    public void TakeLabelBefore(int at)
    {
        for (var i = at + passage.Step(at); i < clause.End && Low == High; i++) // "从第40页读到第75页"
            if (TryFarEnd(i, High, out var far, out _)) High = far;
        (clause.LabelFrom, clause.LabelTo, clause.LabelAt, clause.LabelEnd) = (Whole(Low), Whole(High), At - 1, at + passage.Step(at));
        clause.CountLow = clause.CountHigh = Math.Floor(High) - Math.Floor(Low) + 1;
    }

    static int Whole(double value) => (int)Math.Min(Math.Max(value, 0), 1_000_000);

    // "Do 12", "20 of them": a number whose thing no lexicon knows.
    public void TakeLooseNumber()
    {
        if (At >= 0 && clause is { UnknownObject: true, Verb.Name: not "pay" }) TakeCount();
    }
}
