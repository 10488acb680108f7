namespace MicroWins.Rules.Safety.Matching;

/// <summary>The marks of one message, arranged for the questions that are asked of them, each answered without looking through all.</summary>
sealed class Marks
{
    readonly Reading _reading;
    readonly Dictionary<(Meaning Meaning, bool IsEnglish), HashSet<int>> _sentences = [];
    readonly Dictionary<(Meaning Meaning, bool IsEnglish), List<int>> _starts = [];
    readonly Dictionary<(int Start, bool IsEnglish), int> _negations = [];

    public Marks(Reading reading, List<Mark> marks, IReadOnlyList<Together> together)
    {
        _reading = reading;
        var worrying = NotExcused(reading, marks, together);
        // Most messages have nothing that the others would have to be looked through for.
        if (worrying.Count is 0) return;
        var conditional = Covered(marks.Where(m => m.Section.Meaning is Meaning.Condition));
        foreach (var mark in marks)
            if (!(mark.Section.Meaning is Meaning.Not && conditional.Contains(mark.Start))) Sort(mark);
        Worrying = WithoutQuoted(worrying.FindAll(m => !IsTopical(m)));
    }

    // What no harmless phrase touches: marks that worry by themselves, and ideas that worry together.
    static List<Mark> NotExcused(Reading reading, List<Mark> marks, IReadOnlyList<Together> together)
    {
        if (!marks.Exists(m => m.Section.Meaning is <= Meaning.Mention or Meaning.Idea)) return [];
        var excuses = new Excuses(marks.FindAll(m => m.Section.Meaning is Meaning.Harmless));
        var worrying = marks.FindAll(m => m.Section.Meaning <= Meaning.Mention && !excuses.Take(m));
        var ideas = marks.FindAll(m => m.Section.Meaning is Meaning.Idea && !excuses.Take(m));
        worrying.AddRange(Ideas.Joined(reading, ideas, together));
        return worrying;
    }

    /// <summary>The marks that worry, without those that a harmless phrase touches or a longer phrase quotes.</summary>
    public IReadOnlyList<Mark> Worrying { get; } = [];

    /// <summary>True where the message has any phrase of a meaning.</summary>
    public bool Any(Meaning meaning) => _starts.ContainsKey((meaning, true)) || _starts.ContainsKey((meaning, false));

    /// <summary>True where a sentence of the mark has a phrase of a meaning.</summary>
    /// <remarks>English phrases heed English words alone: "these" is a thesis in French.</remarks>
    public bool InSentence(Mark mark, Meaning meaning) => InSentence(mark, (meaning, true)) || !mark.Phrase.IsEnglish && InSentence(mark, (meaning, false));

    bool InSentence(Mark mark, (Meaning, bool) key) => _sentences.TryGetValue(key, out var sentences)
        && (sentences.Contains(_reading.Sentence(mark.Start)) || sentences.Contains(_reading.Sentence(mark.End - 1)));

    /// <summary>True where a phrase of a meaning begins within some words of the mark.</summary>
    public bool Near(Mark mark, Meaning meaning, int words) => Near(mark, (meaning, true), words) || !mark.Phrase.IsEnglish && Near(mark, (meaning, false), words);

    bool Near(Mark mark, (Meaning, bool) key, int words)
    {
        if (!_starts.TryGetValue(key, out var starts)) return false;
        var first = starts.BinarySearch(mark.Start - words);
        first = first < 0 ? ~first : first;
        return first < starts.Count && starts[first] <= mark.End + words;
    }

    // A wide phrase in a sentence about an essay or a film says nothing, and then it must not stand for the plainer phrase that it takes in either.
    bool IsTopical(Mark mark) => mark.Section.IsBare && (InSentence(mark, Meaning.Topic) || InSentence(mark, Meaning.Fiction));

    /// <summary>True where a "not" stands in a gap of the mark, or at most some words before it in the same clause.</summary>
    /// <remarks>A "not" that the phrase says itself ("hope i don't wake up") denies nothing.
    /// English phrases heed English words alone ("no" and "plus" are words there too); the other languages share enough to heed each other's.</remarks>
    public bool IsNegated(Mark mark, int reach)
    {
        for (var start = Math.Max(0, mark.Start - reach - 4); start < mark.End; start++)
            if (_negations.TryGetValue((start, mark.Phrase.IsEnglish), out var end) && end <= mark.End && end >= mark.Start - reach
                && (start >= mark.Start ? !IsSaid(mark, start, end) : _reading.IsOneClause(end - 1, mark.Start))) return true;
        return false;
    }

    bool IsSaid(Mark mark, int start, int end)
    {
        for (var at = start; at < end; at++)
            if (!mark.Says(_reading, at)) return false;
        return true;
    }

    /// <summary>Which words the marks cover.</summary>
    public static HashSet<int> Covered(IEnumerable<Mark> marks) => [.. marks.SelectMany(m => Enumerable.Range(m.Start, m.End - m.Start))];

    /// <summary>True where a mark has one of the words.</summary>
    public static bool Touches(Mark mark, HashSet<int> words)
    {
        if (words.Count is 0) return false;
        for (var at = mark.Start; at < mark.End; at++)
            if (words.Contains(at)) return true;
        return false;
    }

    /// <summary>The harmless marks of a message.</summary>
    sealed class Excuses
    {
        // "Were dead" is a way to be tired, but not in "better if i were dead": what says more than a short idiom inside it stands.
        const int ShortIdiom = 2;

        readonly HashSet<int> _long = [], _short = [], _shortStarts = [];

        public Excuses(List<Mark> harmless)
        {
            foreach (var mark in harmless)
            {
                var isShort = mark.End - mark.Start <= ShortIdiom;
                if (isShort) _shortStarts.Add(mark.Start);
                for (var at = mark.Start; at < mark.End; at++) (isShort ? _short : _long).Add(at);
            }
        }

        /// <summary>True where a harmless phrase takes a mark out.</summary>
        public bool Take(Mark mark) => !mark.Section.IsSure && (Touches(mark, _long) || Touches(mark, _short) && !IsInside(mark));

        // A short idiom that reaches over an edge of the mark covers its first word without starting after it, or the word behind it.
        bool IsInside(Mark mark) => mark.Section.Meaning is Meaning.Explicit or Meaning.Idea
            && !_short.Contains(mark.Start)
            && !(_short.Contains(mark.End - 1) && _short.Contains(mark.End) && _shortStarts.Contains(mark.End - 1));
    }

    // "She says she wants to die" takes in "wants to die", and "tried to kill myself" takes in "kill myself": the longer one says whose and when.
    static List<Mark> WithoutQuoted(List<Mark> marks)
    {
        var kept = new List<Mark>();
        Mark? quoting = null;
        foreach (var mark in marks.OrderBy(m => m.Start).ThenByDescending(m => m.End).ThenByDescending(Quotes))
        {
            if (quoting is { } longer && mark.End <= longer.End && !Quotes(mark) && !mark.Section.IsFirm) continue;
            kept.Add(mark);
            if (Quotes(mark) && mark.End > (quoting?.End ?? 0)) quoting = mark;
        }
        return kept;
    }

    // Ideas that stand together tell whose thought it is only where the rule does.
    static bool Quotes(Mark mark) => mark.Section.Quotes && (mark.Parts is null || mark.Section.Concern is SafetyConcern.SomebodyElse);

    void Sort(Mark mark)
    {
        var meaning = mark.Section.Meaning;
        if (meaning <= Meaning.Harmless) return;
        var kind = (meaning, mark.Phrase.IsEnglish);
        (_starts.TryGetValue(kind, out var starts) ? starts : _starts[kind] = []).Add(mark.Start);
        var sentences = _sentences.TryGetValue(kind, out var some) ? some : _sentences[kind] = [];
        for (var at = mark.Start; at < mark.End; at++) sentences.Add(_reading.Sentence(at));
        if (meaning is not Meaning.Not) return;
        var key = (mark.Start, mark.Phrase.IsEnglish);
        _negations[key] = Math.Max(mark.End, _negations.GetValueOrDefault(key));
    }
}
