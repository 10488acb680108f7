namespace MicroWins.Rules.Safety.Matching;

/// <summary>Takes a feature of a message; it is no string of its own, since most of them weigh nothing.</summary>
delegate void Feature(ReadOnlySpan<char> feature);

/// <summary>Some sentences of a message with what the phrases find in them, as they are weighed.</summary>
/// <param name="Reading">The message.</param>
/// <param name="Start">The first word.</param>
/// <param name="End">The place behind the last.</param>
/// <param name="Marks">What the phrases find in these sentences.</param>
readonly record struct WeighedRun(Reading Reading, int Start, int End, IEnumerable<Mark> Marks)
{
    /// <summary>Sentences that are weighed together at the most. What stands around them never lowers their sum.</summary>
    const int Longest = 4;

    // Letters of a word that stand for all its forms ("want*" for "wanted"); the longer beginning tells words apart that the shorter one mixes up.
    const int StemLength = 4, LongStemLength = 6;

    // A longer one is no feature of the table, where the longest has 39 letters.
    const int LongestFeature = 128;

    static readonly Dictionary<Meaning, string> Markers = new Meaning[]
    {
        Meaning.Harmless, Meaning.Study, Meaning.Topic, Meaning.Fiction, Meaning.Joke, Meaning.Trivial, Meaning.Past, Meaning.Present,
    }.ToDictionary(meaning => meaning, meaning => $"@{meaning}");

    /// <summary>Each run of one to so many sentences of a message.</summary>
    public static IEnumerable<WeighedRun> Of(Reading reading, List<Mark> marks)
    {
        if (reading.Sentences is 1) return [new(reading, 0, reading.Length, marks)];
        var starts = new int[reading.Sentences + 1];
        starts[^1] = reading.Length;
        for (var at = reading.Length - 1; at >= 0; at--) starts[reading.Sentence(at)] = at;
        var bySentence = marks.ToLookup(m => reading.Sentence(m.Start));
        return from first in Enumerable.Range(0, reading.Sentences)
               from last in Enumerable.Range(first + 1, Math.Min(Longest, reading.Sentences - first))
               select new WeighedRun(reading, starts[first], starts[last], Enumerable.Range(first, last - first).SelectMany(sentence => bySentence[sentence]));
    }

    /// <summary>What is weighed, each once: words, beginnings of words, neighbours, and what the phrases call them, alone and in pairs.</summary>
    public HashSet<string> Features()
    {
        var features = new HashSet<string>();
        Tell(feature => features.Add(feature.ToString()));
        return features;
    }

    /// <summary>Tells each feature in the same order, some of them several times.</summary>
    public void Tell(Feature tell)
    {
        tell("");
        var last = "";
        for (var at = Start; at < End; at++)
        {
            if (Reading[at].Before is Pause.Sentence) last = Tell(last, "|", tell);
            last = Tell(last, Reading[at].Letters, tell);
        }
        Tell(last, "|", tell);
        TellIdeas(tell);
    }

    static string Tell(string last, string word, Feature tell)
    {
        tell(word);
        if (word.Length > StemLength) Join(word.AsSpan(0, StemLength), "*", "", tell);
        if (word.Length > LongStemLength) Join(word.AsSpan(0, LongStemLength), "*", "", tell);
        if (last.Length > 0) Join(last, " ", word, tell);
        return word;
    }

    // An idea is the same in every language, so what one language has taught of it serves the others; two of them say more than each alone.
    void TellIdeas(Feature tell)
    {
        var ideas = Marks.Select(NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var one = 0; one < ideas.Length; one++)
        {
            tell(ideas[one]);
            for (var two = one + 1; two < ideas.Length; two++) Join(ideas[one], ideas[two], "", tell);
        }
    }

    static string? NameOf(Mark mark) => mark.Section.Idea is { } idea ? "@" + idea : Markers.GetValueOrDefault(mark.Section.Meaning);

    static void Join(ReadOnlySpan<char> one, ReadOnlySpan<char> two, ReadOnlySpan<char> three, Feature tell)
    {
        if (one.Length + two.Length + three.Length is var length && length > LongestFeature) return;
        Span<char> joined = stackalloc char[length];
        one.CopyTo(joined);
        two.CopyTo(joined[one.Length..]);
        three.CopyTo(joined[(one.Length + two.Length)..]);
        tell(joined);
    }
}
