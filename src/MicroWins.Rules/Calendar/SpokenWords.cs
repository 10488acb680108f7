using System.Globalization;
using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Calendar;

/// <summary>What a word stands for when people say times and days.</summary>
enum Spoken
{
    Number, Mark, Am, Pm, Night, Noon, Midnight, Half, Quarter, Plus, Minus, HalfBefore, ThreeBefore, Hour, Min,
    Today, Tomorrow, Overmorrow, NextWeek, NextMonth, Weekend, MonthEnd, Next, In, Day, Week, Month, Ordinal, Filler, Weekday, WeekdayOfNextWeek, MonthName,
}

/// <summary>A word, number or mark; <paramref name="Digits"/> is how many digits a number was written with, 0 for words.</summary>
readonly record struct SpokenItem(Spoken Kind, int Value = 0, int Digits = 0, char Mark = '\0');

/// <summary>The vocabulary of times and days in one language, from Words/spoken.txt. Reads a text whole: one unknown word, and it says no time.</summary>
sealed class SpokenWords
{
    // "the day after tomorrow", "a week from now", in Chinese characters more.
    const int MostPhrase = 6, MostItems = 16, MostLength = 80;

    static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // Behind the names that it is read with.
    static readonly Dictionary<Language, SpokenWords> All = Read();

    readonly Dictionary<string, List<SpokenItem>> _phrases = [];

    /// <summary>The items of a text, each word as the first of the kinds wanted; null where a word is not known.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="language">The language; English for one that is not read.</param>
    /// <param name="wanted">The kinds that count; a word that has none of them is unknown.</param>
    public static List<SpokenItem>? Items(string text, Language language, Func<Spoken, bool> wanted)
    {
        var line = TextCleaning.Clean(text, out _).Trim(' ', '.', '!', '?', ',', '。', '！', '"', '\'', '~');
        return line.Length is 0 or > MostLength ? null : All[language is Language.Unknown ? Language.English : language].Items(Tokens(line), wanted, language is Language.Chinese);
    }

    List<SpokenItem>? Items(List<string> tokens, Func<Spoken, bool> wanted, bool isChinese)
    {
        var items = new List<SpokenItem>();
        for (var at = 0; at < tokens.Count;)
        {
            var length = Phrase(tokens, at, wanted, out var item);
            if (length > 0) { }
            else if (isChinese && ChineseNumber(tokens, at, out var value) is var han && han > 0) (length, item) = (han, new(Spoken.Number, value));
            else if (NumberOrMark(tokens[at]) is { } other) (length, item) = (1, other);
            else if (HalfOf(tokens[at]) is { } half) (length, item) = (1, half);
            else return null;
            items.Add(item);
            at += length;
        }
        var joined = Joined(items);
        return joined.Count <= MostItems ? joined : null;
    }

    int Phrase(List<string> tokens, int at, Func<Spoken, bool> wanted, out SpokenItem item)
    {
        for (var length = Math.Min(MostPhrase, tokens.Count - at); length > 0; length--)
            if (_phrases.TryGetValue(string.Join(' ', tokens.GetRange(at, length)), out var meanings) && meanings.FindIndex(m => wanted(m.Kind)) is var found && found >= 0)
            {
                item = meanings[found];
                return length;
            }
        item = default;
        return 0;
    }

    // "полвосьмого" is "пол" and "восьмого".
    SpokenItem? HalfOf(string word) => word.StartsWith("пол", StringComparison.Ordinal) && _phrases.TryGetValue(word[3..], out var meanings)
        && meanings.Find(m => m.Kind is Spoken.Number) is { Value: > 0 } number ? new(Spoken.HalfBefore, number.Value) : null;

    static SpokenItem? NumberOrMark(string token) => char.IsAsciiDigit(token[0])
        ? int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new(Spoken.Number, value, token.Length) : null
        : token is ":" or "." or "/" or "-" or "月" or "年" or "," ? new(Spoken.Mark, Mark: token[0]) : null;

    // 十二, 二十五, 两
    static int ChineseNumber(List<string> tokens, int at, out int value)
    {
        var (end, ten, unit) = (at, -1, -1);
        for (; end < tokens.Count && end < at + 3; end++)
            if (tokens[end] is "十") ten = ten >= 0 ? ten : Math.Max(1, unit) + (unit = 0);
            else if ("零一二三四五六七八九两".IndexOf(tokens[end][0], StringComparison.Ordinal) is var digit && digit >= 0 && unit <= 0) unit = digit is 10 ? 2 : digit;
            else break;
        value = Math.Max(0, ten) * 10 + Math.Max(0, unit);
        return end - at;
    }

    // "twenty five", "treinta y cinco": numbers in words grow together.
    static List<SpokenItem> Joined(List<SpokenItem> items)
    {
        for (var at = 0; at + 1 < items.Count; at++)
        {
            if (items[at] is not { Kind: Spoken.Number, Digits: 0, Value: 20 or 30 or 40 or 50 }) continue;
            var next = items[at + 1].Kind is Spoken.Plus && items[at].Value > 20 ? at + 2 : at + 1;
            if (next >= items.Count || items[next] is not { Kind: Spoken.Number, Digits: 0, Value: >= 1 and <= 9 }) continue;
            items[at] = items[at] with { Value = items[at].Value + items[next].Value };
            items.RemoveRange(at + 1, next - at);
        }
        return items;
    }

    static List<string> Tokens(string line)
    {
        var tokens = new List<string>();
        var folded = TextFolding.Fold(line);
        for (var at = 0; at < folded.Length;)
        {
            var end = at + 1;
            if (char.IsAsciiDigit(folded[at])) while (end < folded.Length && char.IsAsciiDigit(folded[end])) end++;
            else if (Tokenizer.IsHan(folded[at])) { }
            else if (char.IsLetter(folded[at])) while (end < folded.Length && (folded[end] is '\'' || char.IsLetter(folded[end]) && !Tokenizer.IsHan(folded[end]))) end++;
            else if (folded[at] is 'º' or 'ª') { at++; continue; }
            if (folded[at] is not (' ' or '(' or ')')) tokens.Add(folded[at..end]);
            at = end;
        }
        // A hyphen between letters parts words; between numbers it is a mark.
        for (var at = tokens.Count - 2; at > 0; at--)
            if (tokens[at] is "-" && !(char.IsAsciiDigit(tokens[at - 1][0]) && char.IsAsciiDigit(tokens[at + 1][0]))) tokens.RemoveAt(at);
        return tokens;
    }

    static Dictionary<Language, SpokenWords> Read()
    {
        using var stream = typeof(SpokenWords).Assembly.GetManifestResourceStream("Words/spoken.txt") ?? throw new FormatException("spoken.txt is not part of the program.");
        using var reader = new StreamReader(stream);
        var all = Languages.All.ToDictionary(l => l, _ => new SpokenWords());
        var current = all[Language.English];
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length is 0 || line[0] is '#') continue;
            else if (line[0] is '[') current = all[Languages.FromTag(line.Trim('[', ']'))];
            else current.Add(line, number);
        return all;
    }

    void Add(string line, int number)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) throw new FormatException($"spoken.txt, line {number}: no colon.");
        var item = ItemOf(line[..colon]) ?? throw new FormatException($"spoken.txt, line {number}: \"{line[..colon]}\" is no key.");
        foreach (var phrase in line[(colon + 2)..].Split(", "))
        {
            var key = string.Join(' ', Tokens(phrase));
            if (!_phrases.TryGetValue(key, out var meanings)) _phrases[key] = meanings = [];
            meanings.Add(item);
        }
    }

    static SpokenItem? ItemOf(string key)
    {
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return new(Spoken.Number, value);
        if (Array.IndexOf(Weekdays, key) is var weekday && weekday >= 0) return new(Spoken.Weekday, weekday + 1);
        if (key.StartsWith("next", StringComparison.Ordinal) && Array.IndexOf(Weekdays, key[4..]) is var next && next >= 0) return new(Spoken.WeekdayOfNextWeek, next + 1);
        if (Array.IndexOf(Months, key) is var month && month >= 0) return new(Spoken.MonthName, month + 1);
        return Enum.TryParse<Spoken>(key, true, out var kind) ? new(kind) : null;
    }
}
