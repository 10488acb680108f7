namespace MicroWins.Rules.Sizing;

/// <summary>Makes a reading small enough by the ladder: timebox, amount, first part, first piece, timebox around it, opening move.</summary>
sealed class Shrinker
{
    const int MostPieces = 8, MostNesting = 2;

    readonly Sizer _sizer;
    readonly SizingQuestion _question;
    readonly Reading _reading;
    readonly Pieces _pieces;
    readonly ShorterTime _time;
    readonly FewerUnits _units;
    readonly FirstPiece _first;
    readonly int _nesting;

    /// <summary>A shrinker for one text.</summary>
    /// <param name="sizer">Sizes every candidate: what it does not call small is not offered.</param>
    /// <param name="question">The text and what is known of it.</param>
    /// <param name="reading">The text as it was read.</param>
    /// <param name="nesting">How often the text was cut out of another one.</param>
    public Shrinker(Sizer sizer, SizingQuestion question, Reading reading, int nesting = 0)
    {
        (_sizer, _question, _reading, _nesting) = (sizer, question, reading, nesting);
        _pieces = new(sizer, question, reading);
        (_time, _units, _first) = (new(reading, _pieces), new(reading, _pieces, OfText), new(reading, _pieces));
    }

    /// <inheritdoc cref="Sizing.Pieces.IsOpenEnded"/>
    public bool IsOpenEnded => _pieces.IsOpenEnded;

    /// <inheritdoc cref="Sizing.Pieces.Timeboxed"/>
    public string Timeboxed(string text) => _pieces.Timeboxed(text);

    /// <inheritdoc cref="Sizing.Pieces.Framed"/>
    public List<Piece> Framed(double target) => _pieces.Framed(target);

    /// <summary>The pieces of the work, in order; the first within the target, all within 10 minutes, few in number.</summary>
    public List<Piece> Pieces(double target)
    {
        // Timers are set in whole minutes.
        target = Math.Floor(target);
        var pieces = ByTheLadder(target) ?? _pieces.Framed(target);
        if (_nesting == 0 && _pieces.Wording.Topic() is { } topic) pieces = [.. pieces.Select((piece, at) => About(topic, piece, at == 0 ? target : Limits.MicroGoalMinutes))];
        return pieces.Count <= MostPieces ? pieces : Bounded(pieces);
    }

    /// <summary>One of what is counted, and the others: "do one push-up"; null where nothing is counted.</summary>
    public List<Piece>? JustOne() => _reading.Doings.ToList() is [{ HasCount: true } only] && _reading.Frame is null ? _units.JustOne(only) : null;

    List<Piece>? ByTheLadder(double target)
    {
        var doings = _reading.Doings.ToList();
        if (_reading.Frame is not null || _reading.Clauses.Count == 0 || _reading.Language is Language.Unknown) return null;
        if (_reading.Basis is SizeBasis.Claim) return _pieces.Boxed(Math.Min(target, Math.Max(1, Math.Floor(_reading.Claim))));
        if (doings.Count > 1 && _reading.Basis is not SizeBasis.Time && _nesting < MostNesting) return Parts(doings, target);
        if (doings.Count == 1) return OfOne(doings[0], target);
        return _time.Of(doings, target) ?? _first.Moved(doings.Count > 0 ? doings[0] : _reading.Clauses[0], target) ?? _pieces.Boxed(target);
    }

    List<Piece>? OfOne(Clause clause, double target)
    {
        if (clause.Basis is SizeBasis.Time) return _time.Of(clause, target) ?? _first.Moved(clause, target) ?? _pieces.Boxed(target);
        if (clause.LabelAt >= 0 && clause.CountHigh > 1) return (_nesting < MostNesting ? _units.Labelled(clause, target) : null) ?? _first.Moved(clause, target) ?? _pieces.Boxed(target);
        if (_units.Of(clause, target) is { } fewer) return fewer;
        var isAway = FirstPiece.IsAway(clause);
        return (isAway ? null : _first.Of(clause, target) ?? _units.OneOfEach(clause, target)) ?? _first.Moved(clause, target) ?? (isAway ? _first.Away(target) : _pieces.Boxed(target));
    }

    // ---- several things in one

    // "Sit down and write a letter": what only leads to the work is no first step of it.
    static bool IsPrelude(Clause clause) => clause.Verb is { Name: "sit" } && clause.Thing is null && !clause.Length.Exists;

    // "Write report, 10 pages": the pages are those of the report; what they take is planned as more of it.
    bool IsLengthOf(Clause clause, Clause before) => clause is { VerbBorrowed: true, HasCount: true } && clause.CountAt == clause.First && clause.First > 0 && _reading.Passage.IsKind(clause.First - 1, TokenKind.Comma)
        && !before.HasCount && (clause.Thing is { Name: "page" or "textbook_page" or "word" or "paragraph" or "slide" } || _reading.Passage.Tokens[clause.End - 1].Text is "coats");

    List<Piece> Parts(List<Clause> doings, double target)
    {
        var wording = _pieces.Wording;
        if (doings.Count > 2 && IsPrelude(doings[0])) doings = doings[1..];
        else if (doings.Count == 2 && IsPrelude(doings[0])) return OfText(wording.Of(doings[1], null), target);
        if (wording.IsLone(doings[0]) && _first.Moved(doings[1], target) is { } whole) return whole;
        var pieces = new List<Piece>();
        for (var i = 0; i < doings.Count; i++)
        {
            if (i > 0 && IsLengthOf(doings[i], doings[i - 1])) continue;
            var text = wording.Of(doings[i], i + 1 < doings.Count ? doings[i + 1] : null);
            if (text.Length > 0) pieces.AddRange(OfText(text, pieces.Count == 0 ? target : Limits.MicroGoalMinutes));
            if (pieces.Count >= MostPieces - 1 && i + 1 < doings.Count)
            {
                pieces.Add(new(_pieces.Frame("spend", wording.From(doings[i + 1]), Limits.MicroGoalMinutes), _pieces.RoundsOf(doings.Skip(i + 1).Sum(d => d.Effort.TypicalMinutes))));
                break;
            }
        }
        return pieces;
    }

    List<Piece> OfText(string text, double target)
    {
        if (_pieces.Small(text, target) is not null) return [new(text)];
        var part = _question with { Text = text, ClaimedMinutes = null };
        var shrinker = new Shrinker(_sizer, part, _sizer.ReadPart(_reading, part), _nesting + 1);
        var pieces = shrinker.Pieces(target);
        _pieces.Add(shrinker._pieces);
        return pieces;
    }

    // "Essay: write the intro and find a source": each piece says what it is a piece of.
    Piece About(string topic, Piece piece, double target)
    {
        if (piece.Text.Contains(topic, StringComparison.OrdinalIgnoreCase)) return piece;
        var isMove = _reading.Passage.Lexicon.Sentences.MoveOf(TextFolding.Fold(piece.Text)) is not null;
        if (piece.Text.Contains(':', StringComparison.Ordinal) && !isMove) return piece;
        var text = _pieces.Wording.About(topic, piece.Text, isMove);
        return text.Length <= Limits.StepTextLength && _pieces.Small(text, target) is not null ? piece with { Text = text } : piece;
    }

    // The tail of a long list becomes a timebox around what is left.
    List<Piece> Bounded(List<Piece> pieces)
    {
        var kept = pieces.Take(MostPieces - 1).ToList();
        var left = pieces.Skip(MostPieces - 1).Sum(p => (double)p.Times);
        kept.Add(new(_pieces.Frame("continue", _reading.Line, Limits.MicroGoalMinutes), _pieces.TimesOf(left)));
        return kept;
    }
}
