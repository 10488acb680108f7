using MicroWins.Rules;
namespace MicroWins.Coaching.Embedded;

/// <summary>Small arithmetic of sentences.</summary>
static class Sentences
{
    public static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>For a sentence behind a colon.</summary>
    public static string Small(string text) => text.Length > 1 && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>Cuts at the last space that leaves at most so many characters; a text without spaces between two characters.</summary>
    public static string CutAtWord(string text, int length)
    {
        if (text.Length <= length) return text;
        var space = text.LastIndexOf(' ', length);
        var cut = space > length / 3 ? space : char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..cut].TrimEnd(' ', ',', ':', '-', '(');
    }

    public static Difficulty DifficultyOf(double minutes) => minutes switch
    {
        <= 3 => Difficulty.Easy,
        <= 7 => Difficulty.Medium,
        _ => Difficulty.Hard,
    };
}
