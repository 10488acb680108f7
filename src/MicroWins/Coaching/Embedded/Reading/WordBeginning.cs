namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>
/// How words begin, as a set of 64: one bit for the first two letters of a word. Thousands of phrases are looked for in every message, and
/// nearly all of them begin as no word of it does.
/// </summary>
static class WordBeginning
{
    /// <summary>Any word.</summary>
    public const ulong Any = ulong.MaxValue;

    public static ulong Of(string word) => word.Length is 0 ? Any : 1UL << (int)(((word[0] * 31u) + (word.Length > 1 ? word[1] : 0u)) * 0x9E3779B1u >> 26);
}
