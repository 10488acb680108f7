using MicroWins.Rules.Safety;

namespace MicroWins.Messaging;

/// <summary>Bounds what is stored of one message. Telegram gives 4,096 characters at the most; a pipe or another server may give megabytes.</summary>
public static class LongText
{
    /// <summary>UTF-16 units that are stored of a message: far more than is read, so that the answer to it says that it is too long.</summary>
    public const int Most = 20_000;

    /// <summary>UTF-16 units that are looked through for words of danger: a book.</summary>
    const int MostScreened = 1_000_000;

    /// <summary>What a sentence may lie across is in both stretches.</summary>
    const int Overlap = 1_000;

    /// <summary>The text, or of a longer one its beginning; but the stretch that speaks of danger, where one does: that one is answered.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= Most) return text;
        var stretches = Enumerable.Range(0, MostScreened / (Most - Overlap))
            .Select(i => i * (Most - Overlap))
            .TakeWhile(start => start < text.Length)
            .Select(start => Stretch(text, start));
        return stretches.FirstOrDefault(stretch => SafetyGate.Default.Screen(stretch).Tier is not SafetyTier.None) ?? Stretch(text, 0);
    }

    // Never inside a character that takes two units.
    static string Stretch(string text, int start)
    {
        var end = Math.Min(start + Most, text.Length);
        if (char.IsLowSurrogate(text[start])) start++;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return text[start..end];
    }
}
