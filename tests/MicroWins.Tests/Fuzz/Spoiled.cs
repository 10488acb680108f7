using CsCheck;

namespace MicroWins.Tests.Fuzz;

/// <summary>Good input with a few changes of the kinds that break readers: what is close to right gets further in than noise.</summary>
static class Spoiled
{
    static readonly string[] Pieces =
    [
        "", " ", "\n", "\t", "\0", "\"", "'", "\\", "{", "}", "[", "]", "(", ")", "<", ">", ":", ";", ",", ".", "|", "!", "~", "#", "*", "=", "-", "/", "%", "&", "$", "@", "`", "```", "{0}", "{}", "null", "true",
        "-1", "0", "1e999", "NaN", "999999999999999999999", "0.0000001", "½", "１２", "十", "é", "e\u0301", "\u202E", "\u200B", "\u200D", "\ud83d", "\ude00", "🙂", "\uFEFF", "\u2028", "ß", "İ", "«", "»", "：", "。",
        "\"minutes\":1e308", "\"minutes\":-5", "\"minutes\":\"45 min\"", "10 hours", "</think>", "<think>", "step 1:", "(((((((((((((((((((((((((((((((((", "[[[[[[[[[[[[[[[[[[[[[[[[", "{{{{{{{{{{{{{{{{{{{{{{{{",
    ];

    /// <summary>One of the texts with up to so many changes.</summary>
    public static Gen<string> Of(IReadOnlyList<string> texts, int changes = 4) => Gen.Select(
        Gen.Int[0, texts.Count - 1], Gen.Select(Gen.Int[0, 3], Gen.Double.Unit, Gen.Int[0, 40], Gen.Int[0, Pieces.Length - 1]).Array[0, changes],
        (which, edits) => edits.Aggregate(texts[which], (text, edit) => Change(text, edit.Item1, edit.Item2, edit.Item3, Pieces[edit.Item4])));

    static string Change(string text, int kind, double where, int length, string piece)
    {
        var at = (int)(where * text.Length);
        var end = Math.Min(at + length, text.Length);
        return kind switch
        {
            0 => text[..at] + piece + text[at..],
            1 => text[..at] + text[end..],
            2 => text[..end] + text[at..end] + text[end..],
            _ => text[..at] + piece + text[end..],
        };
    }
}
