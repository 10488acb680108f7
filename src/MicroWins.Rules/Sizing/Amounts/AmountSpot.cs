namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>What an amount in a text counts.</summary>
enum AmountMeasure { Minutes, Seconds, Times, Things }

/// <summary>Where the amount of a text stands: its number, and the words of its unit.</summary>
/// <param name="Reading">The text as it was read.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">How many, at least 1.</param>
/// <param name="Number">First token of the number and the one behind it.</param>
/// <param name="UnitAt">First token of the unit and the one behind it.</param>
sealed record AmountSpot(Reading Reading, AmountMeasure Measure, int Amount, (int First, int End) Number, (int First, int End) UnitAt)
{
    public const double MinutesOfSecond = 1.0 / 60;

    // A bound for arithmetic, not for people.
    const int MostAmount = 100_000;

    // Of these nobody is meant to do more: "Open one book", "Pick one thing".
    static readonly string[] OnceOnly = ["open", "close", "choose", "switch", "sit", "wear", "set", "start_machine"];

    // An article counts one of these ("Lies eine Seite"), but not one of everything ("Hol ein Glas").
    static readonly string[] Countable =
    [
        "page", "textbook_page", "word", "sentence", "paragraph", "line", "problem", "flashcard", "section", "question", "slide", "bullet", "vocab",
        "rep", "set_of_reps", "lap", "mile", "kilometre", "breath", "idea", "scale", "verse", "stretch_one", "item",
    ];

    static readonly string[] Articles =
        ["a", "an", "ein", "eine", "einen", "einem", "einer", "eines", "un", "una", "uno", "une", "um", "uma"];

    /// <summary>The time box as it was read; for other measures none.</summary>
    public Duration Length { get; init; } = Duration.None;

    public Clause? Clause { get; init; }

    /// <summary>The language that the text is said to be in.</summary>
    public Language Said { get; init; }

    /// <summary>True for "1-2 pages".</summary>
    public bool IsRange { get; init; }

    Passage Passage => Reading.Passage;

    public string Unit => Reading.Line[Passage.Tokens[UnitAt.First].Start..Passage.Tokens[UnitAt.End - 1].End];

    /// <summary>The one amount of a text; null where there is none, or more than one.</summary>
    public static AmountSpot? In(string text, Language language)
    {
        var reading = Sizer.Default.Read(new(text, language));
        if (reading.WasCut || reading.Line.Length is 0 or > Limits.StepTextLength || reading.IsFloor) return null;
        var spot = reading.Frame is not null || reading.Language is Language.Unknown ? InFrame(reading) : reading.Basis is SizeBasis.Time ? InTime(reading) : InCounts(reading);
        return spot is null ? null : spot with { Said = language };
    }

    /// <summary>The same text with another amount, read again; null where it does not say that amount of the same thing.</summary>
    public AmountSpot? With(int amount)
    {
        if (amount == Amount && !IsRange) return this;
        if (amount > MostAmount || new AmountWording(this).With(amount) is not { Length: <= Limits.StepTextLength } text) return null;
        return In(text, Said) is { } other && other.Measure == Measure && other.Amount == amount && (other.Clause?.Thing == Clause?.Thing || IsSameUnit(other)) ? other : null;
    }

    // "Слова" may be vocabulary where "слов" are words to be written; words that all begin otherwise would be another thing.
    bool IsSameUnit(AmountSpot other) => BeginningsOf(other.Unit).Intersect(BeginningsOf(Unit)).Any();

    static IEnumerable<string> BeginningsOf(string unit) => TextFolding.Fold(unit).Split(' ').Where(w => w.Length > 2).Select(w => w[..3]);

    static AmountSpot? InFrame(Reading reading)
    {
        var length = reading.Passage.Durations.FirstOrDefault(d => d.Role is not DurationRole.Label, Duration.None);
        return reading.Frame is "look" or "leave" || reading.Language is Language.Unknown && reading.Frame is null ? null : OfTime(reading, null, length);
    }

    static AmountSpot? InTime(Reading reading)
    {
        var timed = reading.Doings.Where(c => c.Basis is SizeBasis.Time && c.Length.Exists && c.Repeats is 1).ToList();
        return timed is [var only] ? OfTime(reading, only, only.Length) : null;
    }

    static AmountSpot? OfTime(Reading reading, Clause? clause, Duration length)
    {
        if (!length.Exists) return null;
        var passage = reading.Passage;
        var seconds = passage[length.Last].Minutes is > 0 and < 1;
        if (WholeOf(length.Low / (seconds ? MinutesOfSecond : 1)) is not { } amount) return null;
        var unit = length.Last;
        while (unit > length.First && passage[unit].Minutes is null && passage[unit - 1].Minutes is not null) unit--;
        return new(reading, seconds ? AmountMeasure.Seconds : AmountMeasure.Minutes, amount, (length.First, unit), (unit, length.Last + 1))
        {
            Length = length,
            Clause = clause,
            IsRange = length.High > length.Low,
        };
    }

    static AmountSpot? InCounts(Reading reading)
    {
        var doings = reading.Doings.ToList();
        var said = doings.Select(c => OfCount(reading, c)).OfType<AmountSpot>().Concat(doings.Select(c => OfTimes(reading, c)).OfType<AmountSpot>()).ToList();
        var strong = said.Where(s => s.Amount > 1 || !s.IsArticle).ToList();
        if (strong is [var one]) return one.IsFree(doings) ? one : null;
        return strong.Count is 0 && said is [var only] && only.Clause?.Thing is { } thing && Countable.Contains(thing.Name) && only.IsFree(doings) ? only : null;
    }

    bool IsArticle => Number.End == Number.First + 1 && Articles.Contains(Passage.Tokens[Number.First].Text);

    // "Pick one song and play it": what follows speaks of the one.
    bool IsFree(List<Clause> doings) => Amount > 1 || (Clause == doings[^1] && (Clause?.Thing?.Kind is WorkKind.Problems || !OnceOnly.Contains(Clause?.Verb?.Name)));

    static AmountSpot? OfCount(Reading reading, Clause clause)
    {
        var passage = reading.Passage;
        var number = clause is { HasCount: true, CountAt: >= 0 } ? (clause.CountAt, clause.CountEnd) : OneBefore(passage, clause);
        if (number.Item1 < 0 || clause.Abstains) return null;
        var low = clause.HasCount ? clause.CountLow : 1;
        if (clause.Repeats is not 1 || WholeOf(low) is not { } amount) return null;
        var unit = UnitOf(passage, clause, number.Item2, number.Item1);
        if (unit.End <= unit.First || unit.End > passage.Count || !passage.IsKind(unit.First, TokenKind.Word)) return null;
        // "Delete one that is blurred" counts nothing that has a name.
        if (passage[unit.First].Thing is null && passage.Is(unit.First, WordClass.Cut | WordClass.Of | WordClass.Prep | WordClass.And | WordClass.Remark)) return null;
        return new(reading, AmountMeasure.Things, amount, number, unit) { Clause = clause, IsRange = clause.CountHigh > low };
    }

    // The thing; where it stands behind a preposition ("zwei rohe Sätze unter den Punkt"), what stands before that.
    static (int First, int End) UnitOf(Passage passage, Clause clause, int numberEnd, int numberFirst)
    {
        if (clause.ThingAt < 0) return (numberEnd, numberEnd + 1);
        var end = Math.Min(passage.Count, clause.ThingAt + passage.Step(clause.ThingAt));
        if (clause.ThingAt < numberFirst) return (clause.ThingAt, end);
        for (var at = numberEnd; at < clause.ThingAt; at++)
            if (passage.Is(at, WordClass.Prep) && passage[at].Thing is null) return (Math.Max(numberEnd, at - 1), at);
        return (Math.Max(clause.ThingAt, numberEnd), end);
    }

    // "Read a page", "just one page", "una sola página", "写一句话": one that the lexicon has as part of another word.
    static (int, int) OneBefore(Passage passage, Clause clause)
    {
        if (clause is not { Thing: not null, Plural: false, ViaPreposition: false, HasCount: false, LabelAt: < 0, ThingAt: >= 0 }) return (-1, -1);
        if (passage.Lexicon.NoSpaces) return passage.Tokens[clause.ThingAt].Text is "一" && passage.Step(clause.ThingAt) > 1 ? (clause.ThingAt, clause.ThingAt + 1) : (-1, -1);
        for (var at = clause.ThingAt - 1; at >= clause.First && !passage.Is(at, WordClass.Prep | WordClass.Of); at--)
            if (passage.Tokens[at].Text is "one" || Articles.Contains(passage.Tokens[at].Text)) return (at, at + 1);
        return (-1, -1);
    }

    // "Roll your shoulders 5 times"
    static AmountSpot? OfTimes(Reading reading, Clause clause)
    {
        if (clause.HasCount || clause.Abstains || WholeOf(clause.Repeats) is not { } amount) return null;
        var passage = reading.Passage;
        for (var at = clause.First; at < clause.End; at++)
            if (passage.Is(at, WordClass.Twice | WordClass.Thrice) && passage.Step(at) is 2) // "two times", "三次"
                return new(reading, AmountMeasure.Times, amount, (at, at + 1), (at + 1, at + 2)) { Clause = clause };
            else if (passage.TryNumber(at, out var value, out var next) && value == amount && next < clause.End && passage.Is(next, WordClass.Times))
                return new(reading, AmountMeasure.Times, amount, (at, next), (next, next + passage.Step(next))) { Clause = clause };
        return null;
    }

    static int? WholeOf(double value)
    {
        var whole = Math.Round(value);
        return whole is >= 1 and <= MostAmount && Math.Abs(value - whole) < 1e-6 ? (int)whole : null;
    }
}
