using System.Text;
using System.Xml;

namespace MicroWins.Coaching;

/// <summary>Makes a person's words fit to go into a prompt.</summary>
internal static class UserWords
{
    /// <summary>UTF-16 units that go to a model; a goal is told in the first and last of them, and tokens are the person's money.</summary>
    public const int Most = 2_000;

    const string Cut = " […] ";

    /// <summary>Stands for words that were not said: a blank value would make a message without content.</summary>
    public const string NotSaid = "(not said)";

    /// <summary>Takes out what XML cannot hold, and shortens in the middle.</summary>
    /// <remarks>One such character in a value would make Semantic Kernel send the whole prompt, its system part included, as one message of the user.</remarks>
    public static string ForPrompt(string? words, int most = Most)
    {
        var text = WithoutInvalid(words ?? "").Trim();
        if (text.Length == 0) return NotSaid;
        return text.Length <= most ? text : Shortened(text, (most - Cut.Length) / 2);
    }

    static string Shortened(string text, int half)
    {
        var head = char.IsHighSurrogate(text[half - 1]) ? half - 1 : half;
        var tail = text.Length - (char.IsLowSurrogate(text[^half]) ? half - 1 : half);
        return text[..head] + Cut + text[tail..];
    }

    static string WithoutInvalid(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (XmlConvert.IsXmlChar(words[i])) text.Append(words[i]);
            else if (i + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[i + 1], words[i])) text.Append(words[i]).Append(words[++i]);
        }
        return text.ToString();
    }
}
