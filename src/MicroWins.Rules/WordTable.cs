namespace MicroWins.Rules;

/// <summary>Words with a value each, looked up by a stretch of a text that need not be a string of its own.</summary>
/// <remarks>
/// What a dictionary does, and written out for one reason: the runtime holds no code for a dictionary of our types that is compiled ahead,
/// so that filling one costs a start more than the whole reading of the files.
/// </remarks>
/// <typeparam name="T">What is known of a word.</typeparam>
sealed class WordTable<T>
{
    // Pages stay small and stay where they are: an array of all would lie among the large objects, and be copied as it grows.
    const int PageBits = 10, Page = 1 << PageBits, MostHeads = 1 << 14;

    readonly List<Entry[]> _pages = [];
    int[] _heads = new int[256];
    int _count;

    /// <summary>What is known of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="value">Its value, where it has one.</param>
    /// <returns>False for a word that is not here.</returns>
    public bool TryGet(ReadOnlySpan<char> word, out T value)
    {
        var hash = string.GetHashCode(word);
        // Places are counted from 1, so that a new table of zeros is an empty one.
        for (var at = _heads[hash & (_heads.Length - 1)]; at > 0;)
        {
            ref var entry = ref At(at);
            at = entry.Next;
            if (entry.Hash != hash || !word.SequenceEqual(entry.Word)) continue;
            value = entry.Value;
            return true;
        }
        value = default!;
        return false;
    }

    /// <summary>True for a word that is here.</summary>
    public bool Has(ReadOnlySpan<char> word) => TryGet(word, out _);

    /// <summary>Every word with its value, in the order in which they were taken up.</summary>
    public IEnumerable<(string Word, T Value)> All
    {
        get
        {
            for (var place = 1; place <= _count; place++) yield return (At(place).Word, At(place).Value);
        }
    }

    /// <summary>Takes up a word that is not here yet.</summary>
    /// <param name="word">The word.</param>
    /// <param name="value">What is known of it.</param>
    public void Add(string word, T value)
    {
        if (_count == _heads.Length && _count < MostHeads) Spread(2 * _count);
        if (_count == _pages.Count << PageBits) _pages.Add(new Entry[Page]);
        At(++_count) = new() { Word = word, Hash = string.GetHashCode(word.AsSpan()), Value = value };
        Link(_count);
    }

    ref Entry At(int place) => ref _pages[(place - 1) >> PageBits][(place - 1) & (Page - 1)];

    void Link(int place)
    {
        ref var entry = ref At(place);
        ref var head = ref _heads[entry.Hash & (_heads.Length - 1)];
        (entry.Next, head) = (head, place);
    }

    void Spread(int heads)
    {
        _heads = new int[heads];
        for (var place = 1; place <= _count; place++) Link(place);
    }

    struct Entry
    {
        public string Word;
        public int Hash, Next;
        public T Value;
    }
}
