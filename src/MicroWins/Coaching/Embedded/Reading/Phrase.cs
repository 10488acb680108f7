namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>A word or a few words to look for; "*" at an end of a word stands for any letters ("психол*", "*arbeit").</summary>
sealed class Phrase
{
    readonly string[] _keys;

    Phrase(string[] keys) => _keys = keys;

    public int Length => _keys.Length;

    /// <summary>The words as they are compared.</summary>
    public string Text => string.Join(' ', _keys);

    public static Phrase Parse(string text) => new([.. WordCutter.Cut(text).Select(word => word.Key)]);

    /// <summary>Whether the phrase stands at this word, unbroken by punctuation.</summary>
    public bool IsAt(PersonText text, int index)
    {
        if (Length == 0 || index < 0 || index + Length > text.Words.Count) return false;
        for (var i = 0; i < Length; i++)
            if ((i > 0 && text.Words[index + i].AfterBreak) || !Matches(_keys[i], text.Words[index + i].Key)) return false;
        return true;
    }

    /// <summary>The index of the first word where the phrase stands, or -1.</summary>
    public int Find(PersonText text)
    {
        for (var i = 0; i + Length <= text.Words.Count; i++)
            if (IsAt(text, i)) return i;
        return -1;
    }

    static bool Matches(string pattern, string key) => (pattern[0], pattern[^1]) switch
    {
        ('*', '*') => key.Contains(pattern.Trim('*'), StringComparison.Ordinal),
        ('*', _) => key.EndsWith(pattern[1..], StringComparison.Ordinal),
        (_, '*') => key.StartsWith(pattern[..^1], StringComparison.Ordinal),
        _ => key == pattern,
    };
}
