using MicroWins.Rules;

using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads how hard a model says something is: "easy", "Difficulty: 4/5", "🟡 Medium", "facile", 3.</summary>
internal static partial class Difficulties
{
    /// <summary>The difficulty that a piece of text is, in one to three words; null where it is something else.</summary>
    public static Difficulty? Read(string piece)
    {
        if (piece.Length > Durations.LongestPiece) return null;
        var bare = Around().Replace(piece, "").ToLowerInvariant();
        return OutOf().Match(bare) is { Success: true } scale ? OfScale(Parse(scale.Groups[1]), Parse(scale.Groups[2]))
            : OfWord(bare) ?? OfSign(piece);
    }

    /// <summary>The difficulty that a number from 1 to 5 means.</summary>
    public static Difficulty? OfNumber(double number) => number is >= 0 and <= 5 ? OfScale(number, 5) : OfScale(number, 10);

    static double Parse(Group digits) => double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    static Difficulty? OfScale(double value, double of) => of < 2 ? null : (value / of) switch
    {
        > 1 or < 0 => null,
        <= 0.4 => Difficulty.Easy,
        <= 0.6 => Difficulty.Medium,
        _ => Difficulty.Hard,
    };

    static Difficulty? OfWord(string bare) =>
        Easy().IsMatch(bare) ? Difficulty.Easy
        : Medium().IsMatch(bare) ? Difficulty.Medium
        : Hard().IsMatch(bare) ? Difficulty.Hard
        : null;

    static Difficulty? OfSign(string piece) => piece.Trim() switch
    {
        "🟢" => Difficulty.Easy,
        "🟡" or "🟠" => Difficulty.Medium,
        "🔴" => Difficulty.Hard,
        _ => null,
    };

    const string Much = @"^(?:(?:very|super|really|quite|pretty|fairly|extremely|muy|sehr|ganz|très|molto|muito|bastante|очень|很|非常|difficulty|dificultad|dificuldade|difficulté|difficoltà|schwierigkeit|сложность|难度|level)[\s:：]*)*";

    [GeneratedRegex(Much + @"(?:easy|easiest|easy-ish|trivial|simple|low|fácil|facil|baj[oa]|leicht|einfach|facile|simples?|baix[oa]|bass[oa]|легко|л[её]гк\w+|просто|低|简单|容易)$")]
    private static partial Regex Easy();

    [GeneratedRegex(Much + @"(?:medium|moderate|mid|middle|normal|regular|medi[oae]|mittel|mittelschwer|moyen|moyenne|médi[oa]|moderad[oa]|средн\w+|中|中等|一般)$")]
    private static partial Regex Medium();

    [GeneratedRegex(Much + @"(?:hard|hardest|hard-ish|difficult|tough|high|difícil|dificil|alt[oa]|schwer|schwierig|difficile|сложно|трудно|тяжело|高|难|困难)$")]
    private static partial Regex Hard();

    [GeneratedRegex(@"^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$")]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?:[\p{L}]+[\s:：]*)?(\d{1,2})\s*/\s*(\d{1,2})$")]
    private static partial Regex OutOf();
}
