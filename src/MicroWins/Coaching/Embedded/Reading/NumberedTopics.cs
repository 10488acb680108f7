using System.Globalization;
using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads numbered parts of a subject: "chapters 3-7", "units 1, 2 and 5", "3 chapters".</summary>
static class NumberedTopics
{
    /// <summary>Topics of one row at the most; longer ones are taken two or three to a topic.</summary>
    const int Most = 12;

    /// <summary>A higher number is a page or a year.</summary>
    const int HighestNumber = 99;

    /// <summary>The topics by name, and the words that they were read from.</summary>
    public static (List<string> Names, HashSet<int> Words) Read(PersonText text, Phrasebook book)
    {
        var (names, read) = (new List<string>(), new HashSet<int>());
        for (var i = 0; i < text.Words.Count; i++)
            foreach (var (shown, words) in book.Ranges)
            {
                if (words.LengthAt(text, i) is not (> 0 and var length)) continue;
                var (numbers, first, end) = Behind(text, i, i + length, book) is { Numbers.Count: > 0 } behind ? behind : Before(text, i, i + length, book);
                if (numbers.Count == 0) continue;
                names.AddRange(Names(shown, numbers));
                read.UnionWith(Enumerable.Range(first, end - first));
                i = end - 1;
                break;
            }
        return ([.. names.Distinct()], read);
    }

    static IEnumerable<string> Names(string shown, List<int> numbers)
    {
        var size = (numbers.Count + Most - 1) / Most;
        return numbers.Chunk(size).Select(few => shown.Replace(
            "{n}", few.Length == 1 ? Shown(few[0]) : $"{Shown(few[0])}–{Shown(few[^1])}", StringComparison.Ordinal));
    }

    static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);

    static (List<int> Numbers, int First, int End) Behind(PersonText text, int first, int at, Phrasebook book)
    {
        List<int> numbers = [];
        var (end, isRange) = (at, false);
        for (var i = at; i < text.Words.Count; i++)
        {
            if (Number(text, i, book) is { } number)
            {
                // Two numbers with nothing but a dash between them are a range, and so are two with "to".
                var follows = i > at && Number(text, i - 1, book) is not null && !text.Words[i].AfterBreak;
                if (numbers.Count > 0 && (isRange || follows)) numbers.AddRange(Enumerable.Range(numbers[^1] + 1, Math.Max(0, number - numbers[^1])));
                else numbers.Add(number);
                (end, isRange) = (i + 1, false);
            }
            else if (numbers.Count > 0 && book.List("ending").IsAt(text, i)) isRange = true;
            else if (numbers.Count == 0 || !book.List("and").IsAt(text, i)) break;
        }
        return ([.. numbers.Distinct()], first, end);
    }

    /// <summary>"3-7 chapters" are named, "3 chapters" are counted, "第3到7章" is named.</summary>
    static (List<int> Numbers, int First, int End) Before(PersonText text, int at, int end, Phrasebook book)
    {
        if (at == 0 || Number(text, at - 1, book) is not { } last || text.Words[at].AfterBreak) return ([], at, at);
        var first = at - 1;
        var from = first - 1;
        if (from >= 0 && book.List("ending").IsAt(text, from)) from--;
        if (from >= 0 && !text.Words[first].AfterBreak && Number(text, from, book) is { } start && start < last)
            return ([.. Enumerable.Range(start, last - start + 1)], IsOrdinal(text, from) ? from - 1 : from, end);
        // "In 9 weeks" counts the time that is left.
        if (book.Units.TryGetValue("weeks", out var weeks) && weeks.IsAt(text, at)) return ([], at, at);
        return IsOrdinal(text, first) ? ([last], first - 1, end) : ([.. Enumerable.Range(1, Math.Min(last, HighestNumber))], first, end);
    }

    static bool IsOrdinal(PersonText text, int number) => number > 0 && text.Words[number - 1].Key is "第";

    static int? Number(PersonText text, int index, Phrasebook book) =>
        Amounts.NumberAt(text, index, book) is { Value: >= 1 and <= HighestNumber } number ? (int)number.Value : null;
}
