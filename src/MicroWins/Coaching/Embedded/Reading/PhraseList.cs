namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Phrases that mean the same to the planner.</summary>
sealed class PhraseList
{
    readonly Phrase[] _phrases;

    // How the first words of all of them may begin, and of each: most are ruled out without a look at the phrase.
    readonly ulong _beginnings;
    readonly ulong[] _each;

    public PhraseList(IReadOnlyList<Phrase> phrases)
    {
        InOrder = [.. phrases.Where(phrase => phrase.Length > 0)];
        _phrases = [.. InOrder.OrderByDescending(phrase => phrase.Length)];
        _each = Array.ConvertAll(_phrases, phrase => phrase.Beginning);
        foreach (var beginning in _each) _beginnings |= beginning;
    }

    /// <summary>The phrases in the order of the file.</summary>
    public IReadOnlyList<Phrase> InOrder { get; }

    public static PhraseList Empty { get; } = new([]);

    public static PhraseList Parse(string commaSeparated) =>
        new([.. commaSeparated.Split([',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Phrase.Parse)]);

    public bool IsIn(PersonText text)
    {
        if ((_beginnings & text.Beginnings) is 0) return false;
        for (var i = 0; i < _each.Length; i++)
            if ((_each[i] & text.Beginnings) is not 0 && _phrases[i].Find(text) >= 0) return true;
        return false;
    }

    /// <summary>How many different phrases of the list stand in the text.</summary>
    public int CountIn(PersonText text)
    {
        if ((_beginnings & text.Beginnings) is 0) return 0;
        var count = 0;
        for (var i = 0; i < _each.Length; i++)
            if ((_each[i] & text.Beginnings) is not 0 && _phrases[i].Find(text) >= 0) count++;
        return count;
    }

    /// <summary>The number of words of the longest phrase that stands at this word; 0 where none does.</summary>
    public int LengthAt(PersonText text, int index)
    {
        if (index < 0 || index >= text.Words.Count || text.Words[index].Beginning is var beginning && (_beginnings & beginning) is 0) return 0;
        for (var i = 0; i < _each.Length; i++)
            if ((_each[i] & beginning) is not 0 && _phrases[i].IsAt(text, index)) return _phrases[i].Length;
        return 0;
    }

    public bool IsAt(PersonText text, int index) => LengthAt(text, index) > 0;

    /// <summary>The longest place where a phrase of the list stands; null where none does.</summary>
    public (int First, int End)? Longest(PersonText text)
    {
        if ((_beginnings & text.Beginnings) is 0) return null;
        var (first, longest) = (0, 0);
        for (var i = 0; i < text.Words.Count; i++)
            if (LengthAt(text, i) is var length && length > longest) (first, longest) = (i, length);
        return longest is 0 ? null : (first, first + longest);
    }

    /// <summary>Every place where a phrase of the list stands, in order of the text: the first word, and the one behind the last.</summary>
    public IEnumerable<(int First, int End)> Places(PersonText text) => (_beginnings & text.Beginnings) is 0 ? [] : PlacesIn(text);

    IEnumerable<(int First, int End)> PlacesIn(PersonText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
            if (LengthAt(text, i) is > 0 and var length) yield return (i, i + length);
    }
}
