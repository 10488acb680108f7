using System.Globalization;

namespace MicroWins.Rules.Sizing;

/// <summary>Cuts a clean line into words, numbers and marks. Each Chinese character is a word of its own: the lexicon joins them.</summary>
/// <param name="line">A clean line.</param>
/// <param name="splitsElision">True where an apostrophe parts two words, as in French and Italian.</param>
/// <param name="dotGroupsThousands">True where "1.000" is a thousand.</param>
ref struct Tokenizer(string line, bool splitsElision, bool dotGroupsThousands)
{
    // Units of a word with the space behind it.
    const int UsualToken = 5;

    const int LongestAbbreviation = 4;

    readonly List<Token> _tokens = new((line.Length / UsualToken) + 1);
    int _at;
    bool _joined;

    public List<Token> Read()
    {
        while (_at < line.Length)
        {
            var c = line[_at];
            if (c is ' ') (_at, _joined) = (_at + 1, false);
            else if (char.IsAsciiDigit(c) || c is >= '０' and <= '９') ReadNumber();
            else if (IsHan(c)) Add(TokenKind.Word, 1);
            else if (char.IsLetter(c) || char.IsHighSurrogate(c)) ReadWord();
            else ReadMark(c);
        }
        return _tokens;
    }

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or '〇';

    void Add(TokenKind kind, int length, double value = 0)
    {
        var text = TextFolding.Fold(line.AsSpan(_at, length));
        _tokens.Add(new(kind, text, _at, _at + length, value, _joined));
        (_at, _joined) = (_at + length, true);
    }

    void ReadWord()
    {
        var end = _at + 1;
        while (end < line.Length && !IsHan(line[end]) && (char.IsLetter(line[end]) || char.IsSurrogate(line[end])
            || IsMark(line[end]) || (!splitsElision && IsApostrophe(line[end]) && end + 1 < line.Length && char.IsLetter(line[end + 1]))))
            end++;
        Add(TokenKind.Word, end - _at);
        if (splitsElision && _at < line.Length && IsApostrophe(line[_at])) _at++;
    }

    static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC';

    /// <summary>True where it matters whether elisions are split.</summary>
    public static bool HasApostrophe(string line) => line.AsSpan().IndexOfAny("'\u2019\u2018\u02BC") >= 0;

    void ReadNumber()
    {
        var end = _at;
        double value = Digits(ref end);
        if (end + 2 < line.Length && line[end] is ':' && IsDigit(line[end + 1]) && IsDigit(line[end + 2]))
        {
            Add(TokenKind.Clock, end + 3 - _at);
            return;
        }
        if (IsRatio(end))
        {
            for (end++; end < line.Length && char.IsLetterOrDigit(line[end]); end++) { }
            Add(TokenKind.Word, end - _at);
            return;
        }
        while (IsGroup(end)) value = value * 1000 + Digits(ref end, 1);
        if (end + 1 < line.Length && line[end] is '.' or ',' && end + 1 < line.Length && IsDigit(line[end + 1]))
            value += Fraction(ref end);
        else if (end + 1 < line.Length && line[end] is '/' && IsDigit(line[end + 1]) && value > 0)
            value = Quotient(value, ref end);
        Add(TokenKind.Number, end - _at, Math.Min(value, 1e9));
    }

    // "1:1 with Dana" is a meeting, "prep for 1:1s" no second.
    readonly bool IsRatio(int at) => at - _at == 1 && at + 1 < line.Length && line[at] is ':' && IsDigit(line[at + 1]) && (at + 2 == line.Length || !IsDigit(line[at + 2]));

    static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    double Digits(ref int end, int skip = 0)
    {
        double value = 0;
        for (end += skip; end < line.Length && IsDigit(line[end]); end++)
            value = Math.Min(value * 10 + CharUnicodeInfo.GetDecimalDigitValue(line[end]), 1e12);
        return value;
    }

    // "10,000" and "10 000" are ten thousand; "1,5" is one and a half.
    readonly bool IsGroup(int at)
    {
        if (at + 3 >= line.Length || !(line[at] is ',' || (line[at] is '.' && dotGroupsThousands))) return false;
        return IsDigit(line[at + 1]) && IsDigit(line[at + 2]) && IsDigit(line[at + 3]) && (at + 4 == line.Length || !IsDigit(line[at + 4]))
            && !(at - _at == 1 && line[_at] is '0');
    }

    double Fraction(ref int end)
    {
        var start = end + 1;
        var digits = Digits(ref end, 1);
        return digits / Math.Pow(10, end - start);
    }

    double Quotient(double above, ref int end)
    {
        var below = Digits(ref end, 1);
        return below > above ? above / below : above;
    }

    void ReadMark(char c)
    {
        var quoted = c is '"' or '“' or '”' or '„' or '«' or '「' or '『' or '《' ? QuoteEnd(c) : -1;
        if (quoted > 0) Add(TokenKind.Quote, quoted - _at);
        else if (c is '½' or '¼' or '¾') Add(TokenKind.Number, 1, c is '½' ? 0.5 : c is '¼' ? 0.25 : 0.75);
        else if (c is '.' && IsAbbreviation()) _at++;
        else if (IsArrow(c)) Add(IsOnlyArrow() ? TokenKind.Colon : TokenKind.Stop, c is '→' ? 1 : 2);
        else if (KindOf(c) is { } kind) Add(kind, 1);
        else if (c is '-' && IsBetweenDigits()) Add(TokenKind.Dash, 1);
        else if (c is '-' && !IsBetweenLetters()) Add(TokenKind.Dash, 1);
        else if (c is '-') _at++;
        else (_at, _joined) = (_at + 1, false);
    }

    readonly bool IsArrow(char c) => c is '→' || c is '-' or '=' && _at + 1 < line.Length && line[_at + 1] is '>';

    // "Room -> clean" is as good as a colon; "outline -> draft -> submit" is a row of doings.
    readonly bool IsOnlyArrow() => line.IndexOf('→') == line.LastIndexOf('→') && line.IndexOf('>') == line.LastIndexOf('>');

    // "pp. 112-160", "Kap. 3", "Dr. Lee": behind a short word, before what begins no sentence.
    readonly bool IsAbbreviation()
    {
        if (IsInsideName()) return true;
        if (_tokens.Count == 0 || _tokens[^1] is not { Kind: TokenKind.Word, Text.Length: <= LongestAbbreviation } word || word.End != _at || IsHan(line[_at - 1])) return false;
        var next = _at + 1;
        while (next < line.Length && line[next] is ' ') next++;
        return next < line.Length && (IsDigit(line[next]) || char.IsLower(line[next]) || word.Text is "dr" or "mr" or "mrs" or "ms" or "prof" or "st" or "sr" or "sra" or "fr");
    }

    // "J.Crew", "amazon.com".
    readonly bool IsInsideName() => IsBetweenLetters() && !IsHan(line[_at - 1]) && !IsHan(line[_at + 1])
        && (char.IsLower(line[_at + 1]) || (char.IsUpper(line[_at - 1]) && (_at < 2 || !char.IsLetter(line[_at - 2]))));

    readonly bool IsBetweenDigits() => _at > 0 && _at + 1 < line.Length && IsDigit(line[_at - 1]) && IsDigit(line[_at + 1]);

    readonly bool IsBetweenLetters() => _at > 0 && _at + 1 < line.Length && char.IsLetterOrDigit(line[_at - 1]) && char.IsLetterOrDigit(line[_at + 1]);

    readonly int QuoteEnd(char open)
    {
        var close = open switch { '"' => '"', '“' => '”', '„' => '“', '«' => '»', '「' => '」', '『' => '』', '《' => '》', _ => '"' };
        var end = line.IndexOf(close, _at + 1);
        if (end < 0 && open is '„') end = line.IndexOf('”', _at + 1);
        return end + 1;
    }

    static TokenKind? KindOf(char c) => c switch
    {
        ',' or '，' or '、' => TokenKind.Comma,
        '.' or ';' or '!' or '?' or '。' or '；' or '！' or '？' or '…' or '|' or '>' => TokenKind.Stop,
        ':' or '：' => TokenKind.Colon,
        '(' or '（' or '[' => TokenKind.OpenParenthesis,
        ')' or '）' or ']' => TokenKind.CloseParenthesis,
        '–' or '—' or '~' or '～' => TokenKind.Dash,
        '#' or '№' or '%' or '$' or '€' or '£' or '&' or '+' or '×' or '°' => TokenKind.Sign,
        _ => null,
    };
}
