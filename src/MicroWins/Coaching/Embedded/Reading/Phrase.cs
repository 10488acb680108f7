namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>A word or a few words to look for; "*" at an end of a word stands for any letters ("психол*", "*arbeit").</summary>
sealed class Phrase
{
    readonly string[] _keys;

    // Cut once: hundreds of phrases are looked for in every message.
    readonly Word[] _words;

    Phrase(string[] keys)
    {
        (_keys, _words) = (keys, Array.ConvertAll(keys, Word.Parse));
        Length = keys.Length;
        Beginning = _words is [var first, ..] ? first.Beginning : 0;
    }

    /// <summary>How the first word of the phrase may begin.</summary>
    public ulong Beginning { get; }

    public int Length { get; }

    /// <summary>The word that it begins with, where it is that word and no other; null for a beginning or an end of words.</summary>
    public string? FirstWord => _words is [{ IsOpenBefore: false, IsOpenBehind: false } first, ..] ? first.Letters : null;

    /// <summary>The words as they are compared.</summary>
    public string Text => string.Join(' ', _keys);

    public static Phrase Parse(string text) => new([.. WordCutter.Cut(text).Select(word => word.Key)]);

    /// <summary>Whether the phrase stands at this word, unbroken by punctuation.</summary>
    public bool IsAt(PersonText text, int index)
    {
        if (Length == 0 || index < 0 || index + Length > text.Words.Count || (Beginning & text.Words[index].Beginning) is 0) return false;
        for (var i = 0; i < Length; i++)
            if ((i > 0 && text.Words[index + i].AfterBreak) || !_words[i].Fits(text.Words[index + i].Key)) return false;
        return true;
    }

    /// <summary>The index of the first word where the phrase stands, or -1.</summary>
    public int Find(PersonText text)
    {
        if ((Beginning & text.Beginnings) is 0) return -1;
        for (var i = 0; i + Length <= text.Words.Count; i++)
            if (IsAt(text, i)) return i;
        return -1;
    }

    /// <summary>A word of the phrase without its stars, and where they stood.</summary>
    readonly record struct Word(string Letters, bool IsOpenBefore, bool IsOpenBehind)
    {
        public static Word Parse(string pattern) => new(pattern.Trim('*'), pattern[0] is '*', pattern[^1] is '*');

        public ulong Beginning => IsOpenBefore || (IsOpenBehind && Letters.Length < 2) ? WordBeginning.Any : WordBeginning.Of(Letters);

        public bool Fits(string key) => (IsOpenBefore, IsOpenBehind) switch
        {
            (false, false) => key == Letters,
            (false, true) => key.StartsWith(Letters, StringComparison.Ordinal),
            (true, false) => key.EndsWith(Letters, StringComparison.Ordinal),
            (true, true) => key.Contains(Letters, StringComparison.Ordinal),
        };
    }
}
