namespace MicroWins.Rules;

/// <summary>Words with a value each, looked up by a stretch of a text that need not be a string of its own.</summary>
/// <remarks>
/// What a dictionary does, and written out for one reason: the runtime holds no code for a dictionary of our types that is compiled ahead,
/// so that filling one costs a start more than the whole reading of the files.
/// </remarks>
/// <typeparam name="T">What is known of a word.</typeparam>
sealed class WordTable<T>
{
    int[] _heads = new int[64];
    Entry[] _entries = new Entry[64];
    int _count;

    /// <summary>What is known of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="value">Its value, where it has one.</param>
    /// <returns>False for a word that is not here.</returns>
    public bool TryGet(ReadOnlySpan<char> word, out T value)
    {
        var hash = string.GetHashCode(word);
        // Places are counted from 1, so that a new table of zeros is an empty one.
        for (var at = _heads[hash & (_heads.Length - 1)]; at > 0; at = _entries[at - 1].Next)
        {
            ref var entry = ref _entries[at - 1];
            if (entry.Hash != hash || !word.SequenceEqual(entry.Word)) continue;
            value = entry.Value;
            return true;
        }
        value = default!;
        return false;
    }

    /// <summary>True for a word that is here.</summary>
    public bool Has(ReadOnlySpan<char> word) => TryGet(word, out _);

    /// <summary>Takes up a word that is not here yet.</summary>
    /// <param name="word">The word.</param>
    /// <param name="value">What is known of it.</param>
    public void Add(string word, T value)
    {
        if (_count == _entries.Length) Grow();
        var hash = string.GetHashCode(word.AsSpan());
        ref var head = ref _heads[hash & (_heads.Length - 1)];
        _entries[_count++] = new() { Word = word, Hash = hash, Next = head, Value = value };
        head = _count;
    }

    void Grow()
    {
        var size = 2 * _heads.Length;
        Array.Resize(ref _entries, size);
        _heads = new int[size];
        for (var at = 0; at < _count; at++)
        {
            ref var head = ref _heads[_entries[at].Hash & (size - 1)];
            (_entries[at].Next, head) = (head, at + 1);
        }
    }

    struct Entry
    {
        public string Word;
        public int Hash, Next;
        public T Value;
    }
}
