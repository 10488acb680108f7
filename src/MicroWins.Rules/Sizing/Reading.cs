namespace MicroWins.Rules.Sizing;

/// <summary>A text as the engine understands it: its doings, and how long they take together.</summary>
sealed class Reading
{
    // Nothing is known of the text: an hour on a slow day, so that it is never kept by accident.
    static readonly Effort Unknown = Effort.FromMinutes(12, 60);
    static readonly Effort TooLong = Effort.FromMinutes(15, 120);

    // A practised estimate is twice over in one of ten cases, and somebody who names minutes for a vague text is less practised.
    const double ClaimSpread = 2.5, ClaimSpreadUnread = 2;

    // Small moves around a timebox ("and save one") are part of it.
    const double SwallowedMinutes = 3;

    // "At most" stands this near to its time.
    const int MostCapWords = 4;

    // The time in a frame stands among its first words.
    const int MostFrameWords = 8;

    const double SmallMoveShare = 0.35, MoveShare = 0.7;

    public required string Line { get; init; }
    public required bool WasCut { get; init; }
    public required Passage Passage { get; init; }
    public required Language Language { get; init; }
    public List<Clause> Clauses { get; private set; } = [];
    public Effort Effort { get; private set; }
    public SizeBasis Basis { get; private set; }
    public WorkKind Kind { get; private set; }
    public double Claim { get; private set; }
    /// <summary>The frame of the engine's own that the text stands in, or null.</summary>
    public string? Frame { get; private set; }
    /// <summary>True where the text is one of the engine's smallest moves.</summary>
    public bool IsFloor { get; private set; }

    /// <summary>What candidates for a smaller step take, in the language of the text and at the most, each read once while the text is made smaller.</summary>
    public Dictionary<(string Line, bool WasCut), (Effort Own, Effort? Most)> Candidates => _candidates ??= [];

    Dictionary<(string, bool), (Effort, Effort?)>? _candidates;

    /// <summary>The reading of a part, which meets the same candidates as the whole.</summary>
    public Reading SharingWith(Reading whole)
    {
        _candidates = whole.Candidates;
        return this;
    }

    public IEnumerable<Clause> Doings => Clauses.Where(c => !c.Ignored && c.HasContent);

    public static Reading Of(string line, bool wasCut, Language language, Lexicon lexicon, double? claim, Pace pace)
    {
        var reading = new Reading { Line = line, WasCut = wasCut, Language = language, Passage = new(line, lexicon) };
        if (!reading.ReadNeutralFrame() && !reading.ReadFrame(lexicon.Sentences)) reading.ReadClauses(pace, claim);
        if (wasCut && reading.Basis is not SizeBasis.Long) (reading.Effort, reading.Basis) = (TooLong, SizeBasis.Long);
        return reading;
    }

    /// <summary>The frame around a text in a language that is not read: "5 min: ...".</summary>
    public const string Neutral = " min: ";

    bool ReadNeutralFrame()
    {
        var digits = 0;
        while (digits < Math.Min(Line.Length, 3) && char.IsAsciiDigit(Line[digits])) digits++;
        if (digits == 0 || !Line.AsSpan(digits).StartsWith(Neutral, StringComparison.Ordinal)) return false;
        var minutes = int.Parse(Line.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture);
        (Frame, Effort, Basis, IsFloor) = ("neutral", Effort.FromMinutes(minutes), SizeBasis.Time, minutes <= 1);
        return true;
    }

    bool ReadFrame(Sentences sentences)
    {
        var folded = TextFolding.Fold(Line.TrimEnd('.', '!'));
        if (sentences.IsOpening(folded, out var kind))
        {
            (IsFloor, Effort, Basis, Kind) = (true, Effort.FromMinutes(0.2, 1), SizeBasis.Instant, kind);
            return true;
        }
        return ReadTimeFrame(sentences, folded) || ReadMove(sentences, folded);
    }

    bool ReadMove(Sentences sentences, string folded)
    {
        if (sentences.MoveOf(folded) is not { } move) return false;
        (Frame, Effort, Basis, Kind) = (FirstMove.Frame, move.Effort, SizeBasis.Instant, Of(MoveWording.HeadingOf(Line), false, Language, Passage.Lexicon, null, Pace.Usual).Kind);
        return true;
    }

    bool ReadTimeFrame(Sentences sentences, string folded)
    {
        Frame = sentences.FrameOf(folded);
        if (Frame is null) return false;
        var length = Passage.Durations.FirstOrDefault(d => d.First <= MostFrameWords, Duration.None);
        if (Frame is "look") (Effort, Basis, IsFloor) = (Effort.FromMinutes(1, 1), SizeBasis.Time, true);
        else if (Frame is "leave") (Effort, Basis, IsFloor) = (Effort.FromMinutes(0.5, 2), SizeBasis.Instant, true);
        else if (length.Exists && Line.AsSpan(Passage.Tokens[length.Last].End).StartsWith(sentences.BetweenOf(Frame), StringComparison.OrdinalIgnoreCase))
            (Effort, Basis) = (Effort.FromMinutes(length.Low, length.High), SizeBasis.Time);
        else Frame = null;
        return Frame is not null;
    }

    void ReadClauses(Pace pace, double? claim)
    {
        if (Language is Language.Unknown)
        {
            ReadUnread(claim);
            return;
        }
        Clauses = new ClauseReader(Passage).Read();
        var sizing = new ClauseSizing(Passage, pace);
        foreach (var clause in Clauses) if (!clause.Ignored) sizing.Size(clause);
        Kind = Doings.Select(c => c.Kind).FirstOrDefault(k => k is not WorkKind.Other);
        Combine(claim);
    }

    void ReadUnread(double? claim)
    {
        var box = Passage.Durations.FirstOrDefault(d => d.Role is not DurationRole.Label, Duration.None);
        if (box.Exists) (Effort, Basis) = (Effort.FromMinutes(box.Low, box.High), SizeBasis.Time);
        else UseClaim(claim, ClaimSpreadUnread);
    }

    void Combine(double? claim)
    {
        var doings = Doings.ToList();
        if (TimerIn(doings) is { } timed)
        {
            (Effort, Basis) = (timed.Effort, SizeBasis.Time);
            return;
        }
        if (doings.Count == 0 && Passage.Count > 0 && Passage.Is(0, WordClass.Timer))
        {
            (Effort, Basis) = (Effort.FromMinutes(0.1, 1), SizeBasis.Instant); // "Set timer"
            return;
        }
        if (doings.Count == 0 || doings.Exists(c => c.Basis is SizeBasis.Nothing))
        {
            var known = doings.Where(c => c.Basis is not SizeBasis.Nothing).Sum(c => c.Effort.HighMinutes);
            if (claim is > 0 && known <= Limits.MicroGoalMinutes || doings.Count == 0)
            {
                UseClaim(claim, ClaimSpread);
                return;
            }
        }
        Add(doings);
    }

    static Clause? TimerOf(List<Clause> doings) => doings.Find(c => c.Basis is SizeBasis.Time && c.Length.Exists);

    // A timer runs over everything that is named beside it.
    Clause? TimerIn(List<Clause> doings)
    {
        if (TimerOf(doings) is not { } timed) return null;
        for (var i = 0; i < Passage.Count; i++)
            if (Passage.Is(i, WordClass.Timer)) return timed;
        return null;
    }

    void Add(List<Clause> doings)
    {
        var timed = TimerOf(doings);
        var others = doings.Where(c => c != timed).ToList();
        if (timed is not null) others.RemoveAll(c => c is { Verb.For: true, Thing: null, UnknownObject: false, Basis: SizeBasis.Open } && c.First < timed.First);
        if (timed is { VerbBorrowed: true } or { Thing: null }) others.RemoveAll(c => c.Verb == timed.Verb && c.First < timed.First);
        if (timed is not null && (others.Sum(c => c.Effort.HighMinutes) <= SwallowedMinutes || IsCap(timed, others))) others.Clear();
        if (timed is not null) others.Insert(0, timed);
        var low = others.Sum(c => c.Effort.LowMinutes);
        Effort = Effort.FromMinutes(low, Math.Max(low, HighOf(others, low)));
        Basis = others.Count == 1 ? others[0].Basis : others.MaxBy(c => c.Effort.HighMinutes)?.Basis ?? SizeBasis.Nothing;
    }

    // "Dial, ask, and stay on for 10 minutes at most": the cap holds for the whole.
    bool IsCap(Clause timed, List<Clause> others)
    {
        if (others.Exists(c => c.Effort.HighMinutes > Limits.MicroGoalMinutes)) return false;
        for (var i = Math.Max(0, timed.Length.First - MostCapWords); i <= timed.Length.Last + MostCapWords; i++)
            if (Passage.Is(i, WordClass.Atmost)) return true;
        return false;
    }

    static double ShareOf(List<Clause> clauses) => clauses.TrueForAll(c => c.Verb is { Mode: VerbMode.Quick }) ? SmallMoveShare : MoveShare;

    // Small moves in a row do not all go slowly; wide ranges add as independent errors do.
    static double HighOf(List<Clause> clauses, double low)
    {
        if (clauses.Count == 0) return 0;
        var most = clauses.Max(c => c.Effort.HighMinutes);
        if (clauses.TrueForAll(c => c.Effort.HighMinutes <= Limits.MicroGoalMinutes))
            return most + ShareOf(clauses) * (clauses.Sum(c => c.Effort.HighMinutes) - most);
        return low + Math.Sqrt(clauses.Sum(c => Math.Pow(c.Effort.HighMinutes - c.Effort.LowMinutes, 2)));
    }

    void UseClaim(double? claim, double spread)
    {
        (Effort, Basis) = (Unknown, SizeBasis.Nothing);
        if (claim is not > 0) return;
        Claim = Math.Min(claim.Value, Effort.MaxMinutes);
        (Effort, Basis) = (Effort.FromMinutes(Claim * 0.6, Claim * spread), SizeBasis.Claim);
    }
}
