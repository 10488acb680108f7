namespace MicroWins.Rules.Sizing;

/// <summary>A piece of work in words, and how often it is done.</summary>
readonly record struct Piece(string Text, int Times = 1);

/// <summary>Makes a reading small enough by the ladder: timebox, amount, first part, first piece, timebox around it, opening move.</summary>
/// <param name="sizer">Sizes every candidate: what it does not call small is not offered.</param>
/// <param name="question">The text and what is known of it.</param>
/// <param name="reading">The text as it was read.</param>
sealed class Shrinker(Sizer sizer, SizingQuestion question, Reading reading)
{
    const int MostPieces = 8, MostNesting = 2, MostReps = 10;

    // "From 14h to 17h" is no stretch of fourteen hours.
    const double MostHours = 10;

    /// <summary>More repetitions than these are named only where the text counts them: a guess of "346 times" says nothing to a person.</summary>
    public const int MostGuessedTimes = 5;

    readonly Wording _wording = new(reading);
    readonly CountWording _counts = new(reading);
    readonly TimeWording _times = new(reading, new(reading));

    Sentences Say => reading.Passage.Lexicon.Sentences;

    /// <summary>True where some of the work was only guessed and is named as fewer times than the guess.</summary>
    public bool IsOpenEnded { get; private set; }

    // Hours that the text names are a sum; minutes that a rate was multiplied to are not.
    bool IsCounted => reading.Basis is SizeBasis.Time && reading.Doings.Any(c => c.Length is { Exists: true, High: < 24 * 60 });

    /// <summary>The pieces of the work, in order; the first within the target, all within 10 minutes, few in number.</summary>
    public List<Piece> Pieces(double target, int nesting = 0)
    {
        // Timers are set in whole minutes.
        target = Math.Floor(target);
        var doings = reading.Doings.ToList();
        var pieces = reading.Frame is not null || reading.Clauses.Count == 0 || reading.Language is Language.Unknown ? null
            : reading.Basis is SizeBasis.Claim ? Boxed(Math.Min(target, Math.Max(1, Math.Floor(reading.Claim))))
            : doings.Count > 1 && reading.Basis is not SizeBasis.Time && nesting < MostNesting ? Parts(doings, target, nesting)
            : doings.Count == 1 ? OfOne(doings[0], target, nesting) : ShorterTime(doings, target) ?? Moved(doings.Count > 0 ? doings[0] : reading.Clauses[0], target) ?? Boxed(target);
        pieces ??= Framed(target);
        if (nesting == 0 && _wording.Topic() is { } topic) pieces = [.. pieces.Select((piece, at) => About(topic, piece, at == 0 ? target : Limits.MicroGoalMinutes))];
        return pieces.Count <= MostPieces ? pieces : Bounded(pieces);
    }

    // "Essay: write the intro and find a source": each piece says what it is a piece of.
    Piece About(string topic, Piece piece, double target)
    {
        if (piece.Text.Contains(topic, StringComparison.OrdinalIgnoreCase)) return piece;
        var isMove = Say.MoveOf(TextFolding.Fold(piece.Text)) is not null;
        if (piece.Text.Contains(':', StringComparison.Ordinal) && !isMove) return piece;
        var text = _wording.About(topic, piece.Text, isMove);
        return text.Length <= Limits.StepTextLength && Small(text, target) is not null ? piece with { Text = text } : piece;
    }

    // The tail of a long list becomes a timebox around what is left.
    List<Piece> Bounded(List<Piece> pieces)
    {
        var kept = pieces.Take(MostPieces - 1).ToList();
        var left = pieces.Skip(MostPieces - 1).Sum(p => (double)p.Times);
        kept.Add(new(Frame("continue", reading.Line, Limits.MicroGoalMinutes), TimesOf(left)));
        return kept;
    }

    List<Piece>? OfOne(Clause clause, double target, int nesting)
    {
        if (clause.Basis is SizeBasis.Time) return ShorterTime(clause, target) ?? Moved(clause, target) ?? Boxed(target);
        if (clause.LabelAt >= 0 && clause.CountHigh > 1) return Labelled(clause, target, nesting) ?? Moved(clause, target) ?? Boxed(target);
        if (clause.HasCount && clause.CountAt >= 0 && (Fewer(clause, target) ?? LessThanOne(clause, target)) is { } fewer) return fewer;
        return (IsAway(clause) ? null : FirstPiece(clause, target) ?? OneOfEach(clause, target)) ?? Moved(clause, target) ?? (IsAway(clause) ? Away(target) : Boxed(target));
    }

    // "Clean every window": one window, then one more.
    List<Piece>? OneOfEach(Clause clause, double target) =>
        _counts.OneOfEach(clause, "one") is { } one && _counts.OneOfEach(clause, "one more") is { } more && Small(more, Limits.MicroGoalMinutes) is not null ? With(one, target, more) : null;

    /// <summary>The first move of such work, with the work named in front of it; or a stretch of time where that reads well.</summary>
    List<Piece>? Moved(Clause clause, double target)
    {
        foreach (var move in reading.Passage.Lexicon.Concepts.Moves.For(clause, reading.Passage))
        {
            if (move == FirstMove.Timebox && Timed(target) is { } timed) return With(timed, target, LaterText());
            if (move != FirstMove.Timebox && move.Effort.HighMinutes <= target && With(new MoveWording(reading).With(move), target, move.IsAway ? Frame("there", reading.Line, Limits.MicroGoalMinutes) : LaterText()) is { } moved) return moved;
        }
        return null;
    }

    string? Timed(double minutes) => _times.Timed(minutes).FirstOrDefault(text => Small(text, minutes) is not null);

    // What comes after the first move: the work itself, for a while.
    string LaterText() => Timed(Limits.MicroGoalMinutes) ?? Frame("continue", reading.Line, Limits.MicroGoalMinutes);

    static bool IsAway(Clause clause) => clause.Basis is SizeBasis.Errand || clause is { Verb.Mode: VerbMode.Go }
        || (clause.Verb is null or { Mode: VerbMode.Light } && clause.Thing is { Kind: WorkKind.Social or WorkKind.Health, Own.HighMinutes: > 80 })
        || clause.Verb is null or { Mode: VerbMode.Light } && clause.Thing is { Name: "gym" or "class" or "event" or "groceries" or "errand" or "store" or "appointment" or "haircut" or "office_place" or "grocery_item" or "bank" };

    // ---- one rung each

    // "Write for 10 minutes, deleting nothing": one time, and what goes with it takes none of its own.
    List<Piece>? ShorterTime(List<Clause> doings, double target) =>
        doings.Where(doing => doing.Basis is SizeBasis.Time).ToList() is [var timed] ? ShorterTime(timed, target) : null;

    List<Piece>? ShorterTime(Clause clause, double target)
    {
        var length = clause.Length;
        if (!length.Exists || length.Role is DurationRole.Claim || length.High > MostHours * 60 || IsLengthOfThing(clause)) return null;
        var first = _times.WithTime(length, target);
        if (Small(first, target) is null || Small(_times.WithTime(length, Limits.MicroGoalMinutes), Limits.MicroGoalMinutes) is null) return null;
        return [new(first), .. WhatIsLeft(length, Math.Max(1, Math.Round(clause.Effort.HighMinutes - target)))];
    }

    // 25 minutes are 10, 10 and 5.
    IEnumerable<Piece> WhatIsLeft(Duration length, double minutes)
    {
        var (tens, rest) = ((int)Math.Floor(minutes / Limits.MicroGoalMinutes), minutes % Limits.MicroGoalMinutes);
        if (tens > 0) yield return new(_times.WithTime(length, Limits.MicroGoalMinutes), tens);
        if (rest >= 1) yield return new(_times.WithTime(length, rest));
    }

    bool IsLengthOfThing(Clause clause) => IsHeldAsLong(clause) || clause.Thing is { Name: "lecture" or "film" or "video" or "speech" or "podcast" or "episode" }
        && clause.Length.Last < clause.ThingAt && clause.Length.First >= clause.VerbEnd && clause.VerbAt >= 0 && clause.Verb is { Mode: VerbMode.Open }; // "a 90-minute lecture" gets no shorter by being watched for ten minutes

    // Nor a meeting by being left, nor a night by being cut.
    bool IsHeldAsLong(Clause clause) => clause.Verb switch
    {
        { Name: "sleep" or "nap" or "attend" or "meet" or "visit" or "wait" } => true,
        { Mode: VerbMode.Go } => clause.Thing is not { Kind: WorkKind.Exercise },
        null or { Mode: VerbMode.Light } => clause.Thing is { Name: "meeting" or "class" or "interview" or "event" or "exam" or "sleep_time" or "nap" or "appointment" or "doctor" or "flight" or "trip" },
        _ => false,
    } || clause.VerbAt >= 0 && reading.Passage.Tokens[clause.VerbAt].Text is "join" or "one";

    List<Piece>? Fewer(Clause clause, double target)
    {
        var total = (int)Math.Clamp(Math.Ceiling(clause.CountHigh * clause.Repeats), 1, 1_000_000);
        var (now, later) = (Holds(clause, target), Holds(clause, Limits.MicroGoalMinutes));
        if (now < 1 || now >= total || _counts.WithCount(clause, now, false) is not { } first || Small(first, target) is null) return null;
        var pieces = new List<Piece> { new(first) };
        var left = total - now;
        if (left / later > 0) pieces.Add(new(_counts.WithCount(clause, later, true)!, left / later));
        // What is left must be said as well: "one more people" is not.
        if (left % later > 0) pieces.Add(new(_counts.WithCount(clause, left % later, true)!));
        return pieces.TrueForAll(p => p.Text is not null) ? pieces : null;
    }

    // "Read 400 pages" for somebody who has two minutes: the first paragraph, then the pages.
    List<Piece>? LessThanOne(Clause clause, double target)
    {
        if (clause is not { Verb.Name: "read", Thing.Name: "page" or "textbook_page", CountHigh: > 1 } || Small(Say["read-paragraph"], target) is null) return null;
        return Fewer(clause, Limits.MicroGoalMinutes) is { } pages ? [new(Say["read-paragraph"]), .. pages] : null;
    }

    static int Holds(Clause clause, double minutes)
    {
        var unit = clause.PerUnit.HighMinutes;
        var holds = unit <= 0 ? 0 : Math.Min(Math.Floor(minutes / unit + 1e-9), 1_000_000);
        // Nobody starts with ninety sit-ups, however quickly they are done.
        if (clause.Thing is { Name: "rep" }) holds = Math.Min(holds, MostReps);
        // People count in round numbers where there are many.
        return (int)(holds >= 500 ? Math.Floor(holds / 100) * 100 : holds >= 100 ? Math.Floor(holds / 10) * 10 : holds >= 20 ? Math.Floor(holds / 5) * 5 : holds);
    }

    // "chapters 3-5": chapter by chapter, or as many pages as fit.
    List<Piece>? Labelled(Clause clause, double target, int nesting)
    {
        if (nesting >= MostNesting || clause.LabelTo < clause.LabelFrom) return null;
        var (from, to) = (clause.LabelFrom, clause.LabelTo);
        var pieces = new List<Piece>();
        for (var (at, round) = (from, 0); at <= to; round++)
        {
            var limit = round == 0 ? target : Limits.MicroGoalMinutes;
            var end = Math.Min(to, at + Math.Max(1, Holds(clause, limit)) - 1);
            if (round == 3) end = to;
            if (_counts.WithLabels(clause, at, end) is not { } text) return null;
            pieces.AddRange(OfText(text, limit, nesting + 1));
            at = end + 1;
        }
        return pieces;
    }

    // "Sit down and write a letter": what only leads to the work is no first step of it.
    static bool IsPrelude(Clause clause) => clause.Verb is { Name: "sit" } && clause.Thing is null && !clause.Length.Exists;

    List<Piece> Parts(List<Clause> doings, double target, int nesting)
    {
        if (doings.Count > 2 && IsPrelude(doings[0])) doings = doings[1..];
        else if (doings.Count == 2 && IsPrelude(doings[0])) return OfText(_wording.Of(doings[1], null), target, nesting + 1);
        if (_wording.IsLone(doings[0]) && Moved(doings[1], target) is { } whole) return whole;
        var pieces = new List<Piece>();
        for (var i = 0; i < doings.Count; i++)
        {
            var text = _wording.Of(doings[i], i + 1 < doings.Count ? doings[i + 1] : null);
            if (text.Length > 0) pieces.AddRange(OfText(text, pieces.Count == 0 ? target : Limits.MicroGoalMinutes, nesting + 1));
            if (pieces.Count >= MostPieces - 1 && i + 1 < doings.Count)
            {
                pieces.Add(new(Frame("spend", _wording.From(doings[i + 1]), Limits.MicroGoalMinutes), RoundsOf(doings.Skip(i + 1).Sum(d => d.Effort.TypicalMinutes))));
                break;
            }
        }
        return pieces;
    }

    List<Piece> OfText(string text, double target, int nesting)
    {
        if (Small(text, target) is not null) return [new(text)];
        var part = question with { Text = text, ClaimedMinutes = null };
        var shrinker = new Shrinker(sizer, part, sizer.ReadPart(reading, part));
        var pieces = shrinker.Pieces(target, nesting);
        IsOpenEnded |= shrinker.IsOpenEnded;
        return pieces;
    }

    List<Piece>? Away(double target) => With(Frame("leave", reading.Line, 0), target, Frame("there", reading.Line, Limits.MicroGoalMinutes));

    List<Piece>? FirstPiece(Clause clause, double target)
    {
        var thing = _wording.ObjectOf(clause);
        if (thing is null || clause.VerbEnd < clause.End && reading.Passage.Is(clause.VerbEnd, WordClass.Prep) || thing.EndsWith(" problems", StringComparison.Ordinal) && clause.Thing is { Name: "chapter" }) return null;
        if (clause.CountHigh > 1 || clause.HasCount && clause.CountHigh < 1) return null;
        foreach (var key in FirstPieces(clause, _wording.NamesMany(clause)))
            if (_wording.PartOf(key, _wording.WithArticle(clause, thing)) is { } first && With(first, target, LaterText()) is { } pieces) return pieces;
        return null;
    }

    static string[] FirstPieces(Clause clause, bool many) => (clause.Verb?.Name, clause.Thing) switch
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

    /// <summary>A time set around the original words.</summary>
    List<Piece>? Boxed(double target)
    {
        var first = Candidates(target).FirstOrDefault(text => Small(text, target) is not null);
        return first is null ? null : With(first, target, BoxedText(Limits.MicroGoalMinutes));
    }

    string BoxedText(double minutes) => Candidates(minutes).First(text => Small(text, minutes) is not null);

    IEnumerable<string> Candidates(double minutes)
    {
        if (reading.Language is not Language.Unknown && reading.Clauses.Count > 0)
            foreach (var text in _times.Timed(minutes)) yield return text;
        yield return Frame("spend", reading.Line, minutes);
    }

    /// <summary>A text that is no small step by itself, with ten minutes set in front of it.</summary>
    public string Timeboxed(string text) => Frame("spend", text, Limits.MicroGoalMinutes);

    /// <summary>A timebox in front of the original words: the rung that holds for any text.</summary>
    public List<Piece> Framed(double target)
    {
        target = Math.Floor(target);
        IsOpenEnded = false;
        var inner = _wording.Unframed();
        return With(Frame("spend", inner, target), target, Frame("spend", inner, Limits.MicroGoalMinutes))!;
    }

    List<Piece>? With(string first, double target, string later)
    {
        if (Small(first, target) is not { } goal) return null;
        var left = reading.Effort.TypicalMinutes - goal.Effort.TypicalMinutes;
        var rounds = RoundsOf(left);
        return [new(first), new(later, IsOpenEnded && first == later ? Math.Min(rounds, MostGuessedTimes - 1) : rounds)];
    }

    int RoundsOf(double minutes) => TimesOf(Math.Ceiling(minutes / Limits.MicroGoalMinutes));

    int TimesOf(double times)
    {
        if (IsCounted || times <= MostGuessedTimes) return (int)Math.Clamp(times, 1, 100_000);
        IsOpenEnded = true;
        return MostGuessedTimes;
    }

    /// <summary>A frame around a text that is cut to leave room for it.</summary>
    string Frame(string key, string text, double minutes)
    {
        if (reading.Language is Language.Unknown)
            return Say.Number(Math.Max(1, minutes)) + Reading.Neutral + TextCleaning.Shorten(text, Limits.StepTextLength - 10);
        var room = Limits.StepTextLength - Say[key].Length - 12;
        return Say.Timed(key, TextCleaning.Shorten(text, room), minutes);
    }

    /// <summary>The step of a text if it takes no longer than the target, whoever asks and in whatever language it is taken to be.</summary>
    MicroGoal? Small(string text, double target) => sizer.SmallStep(text, reading, question, target);
}
