using System.Text;

namespace MicroWins.Exports;

/// <summary>
/// Breaks the lines of a calendar file anew: the library breaks them between the two halves of an emoji, which are nothing in UTF-8.
/// </summary>
static class LineFolding
{
    /// <summary>Bytes that a line may have (RFC 5545, 3.1), the space in front of one that goes on included.</summary>
    const int Longest = 75;

    const string Break = "\r\n ";

    public static string Refold(string file) => string.Join("\r\n", file.Replace(Break, "", StringComparison.Ordinal).Split("\r\n").Select(Fold));

    static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length);
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > Longest)
            {
                folded.Append(Break);
                bytes = 1;
            }
            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
