using System.Text;

namespace MicroWins.Exports;

/// <summary>Writes words so that a Markdown reader shows them as they are (CommonMark, GitHub's tables and tasks, Obsidian's tags and formulas).</summary>
static class Markdown
{
    /// <summary>What acts within a line. Each is ASCII punctuation, which a backslash makes plain (CommonMark 0.31, 2.4).</summary>
    const string Active = @"\`*_[]<>&|~#$=^%{}";

    /// <summary>One line of text, whatever was in it.</summary>
    public static string Text(string words)
    {
        var line = PersonText.OneLine(words);
        var written = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (Active.Contains(line[i], StringComparison.Ordinal) || StartsAList(line, i)) written.Append('\\');
            written.Append(line[i]);
        }
        return written.ToString();
    }

    // "- a", "+ a", "1. a" and "1) a" are lists where they begin a line.
    static bool StartsAList(string line, int i) => line[i] switch
    {
        '-' or '+' => i is 0,
        '.' or ')' => i > 0 && line[..i].All(char.IsAsciiDigit),
        _ => false,
    };
}
