using System.Text;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Cuts a text into words that can be compared in eight languages with one set of rules.</summary>
static class WordCutter
{
    /// <summary>Elisions of French and Italian, which are words of their own ("l'essai"); other apostrophes belong to their word ("dad's").</summary>
    static readonly HashSet<string> Elisions = ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "dell", "nell", "all", "sull", "quell", "un"];

    // Units of a word with the space behind it.
    const int UsualWord = 5;

    public static List<TextWord> Cut(string text)
    {
        var words = new List<TextWord>((text.Length / UsualWord) + 1);
        var at = 0;
        var (isBreak, isStop) = (true, true);
        while (at < text.Length)
        {
            if (!IsWordChar(text[at]))
            {
                isStop |= IsStop(text, at);
                isBreak |= isStop || IsBreak(text, at);
                at++;
                continue;
            }
            var end = EndOfWord(text, at);
            words.Add(new(Fold(text[at..end]), at, end, isBreak, isStop));
            (isBreak, isStop) = (false, false);
            at = end;
        }
        return words;
    }

    /// <summary>Lower case without accents and apostrophes, so that "Thésis" and "thesis" are one word.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word) && !word.Contains('\'')) return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant())
            if (c == 'ß') folded.Append("ss");
            else if (c != '\'') folded.Append(Plain(c));
        return folded.ToString();
    }

    static int EndOfWord(string text, int start)
    {
        if (IsChinese(text[start])) return start + 1;
        var end = start + 1;
        while (end < text.Length && Continues(text, start, end)) end++;
        return end;
    }

    static bool Continues(string text, int start, int at)
    {
        var (before, c) = (text[at - 1], text[at]);
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (c == '\'') return char.IsLetter(before) && char.IsLetter(next);
        if (before == '\'') return !Elisions.Contains(text[start..(at - 1)].ToLowerInvariant());
        if (c is '.' or ',') return char.IsAsciiDigit(before) && char.IsAsciiDigit(next);
        if (before is '.' or ',') return true;
        return IsWordChar(c) && !IsChinese(c) && char.IsDigit(c) == char.IsDigit(before);
    }

    static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c == '*';

    static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff';

    static bool IsStop(string text, int at) => text[at] is '!' or '?' or ';' or '。' or '！' or '？' or '；' or '…'
        || (text[at] == '.' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])));

    /// <summary>Spaces, hyphens and apostrophes hold a phrase together, and so does a dash between two numbers ("6–8").</summary>
    static bool IsBreak(string text, int at) => text[at] switch
    {
        ' ' or '-' or '\'' or '.' => false,
        '–' => at == 0 || !char.IsAsciiDigit(text[at - 1]),
        _ => true,
    };

    static char Plain(char c) => c switch
    {
        >= 'à' and <= 'å' or 'ā' => 'a',
        'ç' or 'č' => 'c',
        >= 'è' and <= 'ë' or 'ē' => 'e',
        >= 'ì' and <= 'ï' => 'i',
        'ñ' => 'n',
        >= 'ò' and <= 'ö' => 'o',
        >= 'ù' and <= 'ü' => 'u',
        'ý' or 'ÿ' => 'y',
        'ё' => 'е',
        _ => c,
    };
}
