namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>A word of a text, and where it stands. A Chinese character is a word of its own.</summary>
/// <param name="Key">The word as it is compared: lower case, without accents and apostrophes.</param>
/// <param name="Start">Where it begins in the clean text.</param>
/// <param name="End">Where it ends in the clean text.</param>
/// <param name="AfterBreak">True where punctuation that ends a phrase stands before it.</param>
/// <param name="AfterStop">True where a sentence ended before it.</param>
readonly record struct TextWord(string Key, int Start, int End, bool AfterBreak, bool AfterStop)
{
    /// <summary>How it begins: asked by each of the hundreds of phrases that are looked for.</summary>
    public ulong Beginning { get; } = WordBeginning.Of(Key);

    public bool IsNumber => char.IsAsciiDigit(Key[0]);

    public bool IsChinese => Key[0] is >= '\u3400' and <= '\u9fff';
}
