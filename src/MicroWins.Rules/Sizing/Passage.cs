namespace MicroWins.Rules.Sizing;

/// <summary>The tokens of a text with what each may stand for, and the numbers and lengths of time among them.</summary>
sealed class Passage
{
    const int MostEntryWords = 4;

    readonly Match[] _matches;
    readonly bool[] _timed;
    readonly List<Duration> _durations = [];

    public Passage(string line, Lexicon lexicon)
    {
        (Line, Lexicon, Tokens) = (line, lexicon, lexicon.Tokenize(line));
        if (lexicon.Language is Language.English) Scribbles.SpellOut(line, Tokens);
        _matches = new Match[Tokens.Count];
        for (var i = 0; i < Tokens.Count; i++)
        {
            _matches[i] = lexicon.MatchAt(Tokens, i);
            // "a one-sentence note" is a small note, "one sentence" is a sentence.
            if (_matches[i] is { Length: > 1 } match && match.Is(WordClass.Small) && !Tokens[i + 1].Joined) _matches[i] = lexicon.MatchAt(Tokens, i, 1);
        }
        if (lexicon.Language is Language.English) Scribbles.PassOver(line, Tokens, _matches);
        for (var i = 0; i < Tokens.Count; i++) if (IsThousands(i) || IsHalfOfWord(i)) _matches[i] = default;
        _timed = new bool[Tokens.Count];
        FindDurations();
    }

    public string Line { get; }

    public Lexicon Lexicon { get; }

    public List<Token> Tokens { get; }

    public int Count => Tokens.Count;

    public IReadOnlyList<Duration> Durations => _durations;

    public ref readonly Match this[int at] => ref _matches[at];

    public bool Is(int at, WordClass any) => at >= 0 && at < Count && _matches[at].Is(any);

    public bool IsKind(int at, TokenKind kind) => at >= 0 && at < Count && Tokens[at].Kind == kind;

    /// <summary>True where a token belongs to a length of time or a time of day.</summary>
    public bool IsTime(int at) => _timed[at] || Tokens[at].Kind is TokenKind.Clock;

    public bool IsCapital(int at) => char.IsUpper(Line[Tokens[at].Start]);

    /// <summary>How many tokens an entry at this place takes, at least 1.</summary>
    public int Step(int at) => Math.Max(1, _matches[at].Length);

    /// <summary>Reads a number in digits or words, "two and a half" and "five hundred" among them.</summary>
    public bool TryNumber(int at, out double value, out int next)
    {
        (value, next) = (0, at);
        if (at >= Count) return false;
        if (IsKind(at, TokenKind.Number)) (value, next) = (Tokens[at].Value, at + 1);
        else if (_matches[at].Number is { } word) (value, next) = (word, at + _matches[at].Length);
        else return false;
        if (IsThousands(at)) (value, next) = (1000 * value, at + 2);
        while (TryCombine(value, next, out var sum, out var after)) (value, next) = (sum, after);
        return true;
    }

    // "10k steps", "2k words"; "a 10k run" is a length.
    bool IsThousands(int at) => at + 2 < Count && IsKind(at, TokenKind.Number) && Tokens[at + 1] is { Text: "k", Joined: true }
        && _matches[at + 2].Thing is { Name: "steps_walked" } or { Kind: not WorkKind.Exercise };

    // "Hand-letter the cards", "dry-clean the drapes": the half before the hyphen is no doing of its own; "copy-paste" is two.
    bool IsHalfOfWord(int at) => Lexicon.Language is Language.English && at + 1 < Count && Tokens[at + 1] is { Kind: TokenKind.Word, Joined: true } && Tokens[at].Kind is TokenKind.Word
        && Tokens[at].End < Tokens[at + 1].Start && _matches[at] is { Length: 1, Thing: null, Verb.Mode: VerbMode.Quick } && _matches[at + 1].Verb is not { Mode: VerbMode.Quick };

    bool TryCombine(double value, int at, out double sum, out int next)
    {
        (sum, next) = (value, at);
        if (value < 1 || at >= Count) return false;
        var part = at;
        if (Is(part, WordClass.And) && value >= 100) part++;
        if (part < Count && _matches[part].Number is { } more && more >= 1)
        {
            next = part + _matches[part].Length;
            if (more is 100 or 1000 or 10000 || (more is 10 && Lexicon.NoSpaces)) sum = value < more ? value * more : -1;
            else sum = Fits(value, more) ? value + more : -1;
            return sum > 0;
        }
        return TryHalf(value, at, out sum, out next);
    }

    static bool Fits(double value, double more) =>
        (value >= 10 && value % 10 == 0 && more < 10) || (value >= 100 && value % 100 == 0 && more < 100) || (value >= 1000 && value % 1000 == 0 && more < 1000);

    // "two and a half", "两个半"
    bool TryHalf(double value, int at, out double sum, out int next)
    {
        (sum, next) = (value, at);
        var part = at;
        if (Is(part, WordClass.And)) part += Step(part);
        else if (Is(part, WordClass.Measure)) part += Step(part);
        else return false;
        if (Is(part, WordClass.Det) && _matches[part].Number is null) part++;
        if (part >= Count || _matches[part].Number is not 0.5) return false;
        (sum, next) = (value + 0.5, part + _matches[part].Length);
        return next < Count && _matches[next].Minutes is not null;
    }

    /// <summary>Reads a number or a range of two ("5-7", "4 to 6").</summary>
    public bool TryRange(int at, out double low, out double high, out int next)
    {
        high = 0;
        if (!TryNumber(at, out low, out next)) return false;
        high = low;
        var dash = next < Count && (IsKind(next, TokenKind.Dash) || Is(next, WordClass.Rangeword));
        if (dash && TryNumber(next + Step(next), out var end, out var after) && end > low) (high, next) = (end, after);
        return true;
    }

    void FindDurations()
    {
        var open = false;
        for (var i = 0; i < Count;)
        {
            if (Tokens[i].Kind is TokenKind.OpenParenthesis) open = true;
            if (Tokens[i].Kind is TokenKind.CloseParenthesis) open = false;
            if (!TryDuration(i, out var low, out var high, out var next))
            {
                i += TryNumber(i, out _, out next) ? next - i : 1;
                continue;
            }
            var role = RoleOf(i, next, low, open);
            _durations.Add(new(low, high, i, next - 1, role));
            for (var t = i; t < next; t++) _timed[t] = true;
            i = next;
        }
    }

    bool TryDuration(int at, out double low, out double high, out int next)
    {
        if (!TryRange(at, out low, out high, out next)) return TryBareUnit(at, out low, out high, out next);
        var unit = next;
        while (Is(unit, WordClass.Measure) || (low < 1 && (Is(unit, WordClass.Det) || Is(unit, WordClass.Of)))) unit++;
        if (IsQuality(unit)) unit++;
        if (unit >= Count) return false;
        if (IsSeries(at, unit, low)) return false;
        var minutes = _matches[unit].Minutes ?? (_matches[unit].Is(WordClass.Pomodoro) ? 25 : null);
        if (minutes is null || IsLabelled(at)) return false;
        (low, high, next) = (low * minutes.Value, high * minutes.Value, unit + _matches[unit].Length);
        AddParts(minutes.Value, ref low, ref high, ref next);
        return true;
    }

    // "W-9s", "the 529s": names in the plural; nobody counts ten minutes in seconds.
    bool IsSeries(int at, int unit, double low) => Tokens[unit] is { Text: "s", Joined: true } && (low >= 300 || at > 0 && Tokens[at].Joined && IsKind(at - 1, TokenKind.Word));

    // "25 focused minutes"
    bool IsQuality(int at) => at + 1 < Count && Tokens[at].Kind is TokenKind.Word && _matches[at] is { Minutes: null, Number: null, Thing: null, Verb: null, Length: <= 1 }
        && !Is(at, WordClass.Prep | WordClass.And | WordClass.Of | WordClass.Times) && _matches[at + 1].Minutes is >= 1 and <= 60 && !Lexicon.NoSpaces && (Tokens[at + 1].Text.Length > 2);

    // "number 3 m" is no time, and "at 14 h" is told by the words before it.
    bool IsLabelled(int at) => Is(at - 1, WordClass.Label) || IsKind(at - 1, TokenKind.Sign);

    // "half-hours" with a name of their own ("demi-heure"), and "an hour", "a minute".
    bool TryBareUnit(int at, out double low, out double high, out int next)
    {
        (low, high, next) = (0, 0, at);
        if (_matches[at].Minutes is not { } minutes) return false;
        var plain = minutes is 1 or 60 or 1440 or 10080 or 43200 || minutes < 1;
        if (Lexicon.HeadLast && !Lexicon.NoSpaces && minutes < 1 && !_matches[at].Plural && IsKind(at + 1, TokenKind.Word) && !Is(at + 1, WordClass.Prep | WordClass.Of | WordClass.And | WordClass.Cut | WordClass.ClockAfter | WordClass.Skip)) return false;
        var single = at > 0 && (minutes <= 60 || Is(at - 2, WordClass.Timebox) || Is(at + _matches[at].Length, WordClass.Timebox)) && !_matches[at].Plural && IsArticle(at - 1);
        if (plain && !single && !Lexicon.NoSpaces && !IsLoneUnit(at)) return false;
        if (plain && Lexicon.NoSpaces) return false;
        (low, high, next) = (minutes, minutes, at + _matches[at].Length);
        AddParts(minutes, ref low, ref high, ref next);
        return true;
    }

    // "Минуту посидеть", "почитать часок": one of it, where there are no articles; "через минуту" and "каждый час" tell when.
    bool IsLoneUnit(int at) => Tokens[at].Text is "минуту" or "минутку" or "минуточку" or "часок" or "часик"
        && !Is(at - 1, WordClass.Prep | WordClass.ClockBefore | WordClass.Each | WordClass.Perday);

    bool IsArticle(int at) => Tokens[at].Text is "a" or "an" && Lexicon.Language is Language.English || Tokens[at].Text is "un" or "una" or "une" or "ein" or "eine" or "einer" or "einen" or "um" or "uma" or "one" or "uno";

    void AddParts(double unit, ref double low, ref double high, ref int next)
    {
        if (Is(next, WordClass.And) && next + 1 < Count)
        {
            var half = next + Step(next);
            if (Is(half, WordClass.Det) && half + 1 < Count && _matches[half].Number is null) half++;
            if (half < Count && _matches[half].Number is 0.5) (low, high, next) = (low + unit / 2, high + unit / 2, half + _matches[half].Length);
        }
        var part = Is(next, WordClass.And) ? next + 1 : next;
        if (unit < 60 || !TryNumber(part, out var more, out var after)) return;
        var smaller = after < Count ? _matches[after].Minutes : null;
        if (smaller is { } s && s < unit) (low, high, next) = (low + more * s, high + more * s, after + _matches[after].Length);
        else if (unit is 60 && more < 60 && next == part && Tokens[part].Joined) (low, high, next) = (low + more, high + more, after);
    }

    DurationRole RoleOf(int first, int next, double low, bool inParentheses)
    {
        var before = first - 1;
        while (Is(before, WordClass.Det) && !Is(before, WordClass.Timebox | WordClass.ClockBefore)) before--;
        var boxed = EndsAt(before, WordClass.Timebox) || Is(before - 1, WordClass.Timebox);
        if (EndsAt(before, WordClass.Hope) || Is(next, WordClass.Hope) || IsKind(next, TokenKind.Colon) && Is(first - 1, WordClass.Hope)) return DurationRole.Claim; // "Quick 5 min: clean the garage"
        var daysLong = low >= 24 * 60;
        if (daysLong) return boxed || Lexicon.VerbLast && Is(next, WordClass.Timebox) ? DurationRole.Box : DurationRole.Label;
        if (Is(next, WordClass.Timer)) return DurationRole.Box;
        if (IsAttribute(first, next)) return DurationRole.Attribute;
        if (boxed) return DurationRole.Box;
        if (Is(next, WordClass.ClockAfter)) return IsRightAfterDoing(before) ? DurationRole.Box : DurationRole.Label;
        if (EndsAt(before, WordClass.ClockBefore | WordClass.Each)) return DurationRole.Label;
        return inParentheses ? DurationRole.Claim : DurationRole.Box;
    }

    /// <summary>True where an entry of a class ends at a token.</summary>
    bool EndsAt(int last, WordClass any)
    {
        for (var first = last; first >= 0 && first > last - MostEntryWords; first--)
            if (Is(first, any) && _matches[first].Length == last - first + 1) return true;
        return false;
    }

    bool IsRightAfterDoing(int before) => before >= 0 && _matches[before] is { Verb.For: true } && Lexicon.VerbFirst;

    // "the 5-minute speech", "30 minute walk"; a plural ("30 minutes of yoga") measures the doing.
    bool IsAttribute(int first, int next)
    {
        if (!Lexicon.HeadLast || Lexicon.NoSpaces || next >= Count || !IsKind(next, TokenKind.Word) || _matches[next - 1].Plural) return false;
        if (Tokens[next - 1].Text is "minutes" or "hours" or "mins" or "seconds" or "hrs" or "secs") return false;
        var joined = next - 1 > first && Tokens[next - 1].Joined && Tokens[next - 1].Text.Length > 3;
        return joined || Lexicon.Language is Language.English && !Is(next, WordClass.Prep | WordClass.Of | WordClass.And | WordClass.Cut | WordClass.Skip | WordClass.ClockAfter | WordClass.Each | WordClass.Perday);
    }
}
