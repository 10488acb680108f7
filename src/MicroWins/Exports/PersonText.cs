using System.Text;

namespace MicroWins.Exports;

/// <summary>Takes out of a person's or a model's words what no file should hold: control characters, and halves of characters.</summary>
static class PersonText
{
    /// <summary>In one line, with one space where there was white space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) line.Append(rune);
            else if (line.Length > 0 && line[^1] is not ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>With its lines, each cleaned like one line; without blank ones.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(OneLine).Where(line => line.Length > 0));
}
