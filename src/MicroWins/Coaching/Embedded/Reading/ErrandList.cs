using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads a goal that is a list of several things to do ("call the bank, renew the card and email the prof") as its items.</summary>
static class ErrandList
{
    const int MostItems = 8;
    const int MostWords = 7;

    /// <summary>The items in the person's order; empty where the goal is one thing.</summary>
    public static IReadOnlyList<string> Read(PersonText text, Phrasebook book)
    {
        if (Lines(text) is { Count: >= 3 } lines) return lines;
        List<string> best = [];
        foreach (var sentence in Sentences(text))
            if (Items(sentence, book) is { Count: >= 2 } items && items.Count > best.Count) best = items;
        return best.Count >= 3 || (best.Count == 2 && AreDifferent(best, book)) ? [.. best.Take(MostItems)] : [];
    }

    /// <summary>Items that stand on lines of their own, or between semicolons, need no verb.</summary>
    static List<string> Lines(PersonText text)
    {
        var lines = text.Clean.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimStart('-', '•', '·', ' ')).Where(line => PersonText.Read(line).Words.Count > 0).ToList();
        return lines.All(line => line.Length <= 60 && PersonText.Read(line).Words.Count is <= MostWords) ? [.. lines.Take(MostItems)] : [];
    }

    static bool AreDifferent(List<string> items, Phrasebook book) =>
        items.Select(item => book.Classify(PersonText.Read(item)).Recipe).Where(recipe => recipe != book.Other).Distinct().Count() == 2;

    /// <summary>Runs of words between full stops; a list of lines is one run, since each line end is a semicolon here.</summary>
    static IEnumerable<(PersonText Text, List<(int First, int End)> Pieces)> Sentences(PersonText text)
    {
        List<(int, int)> pieces = [];
        var first = 0;
        for (var i = 1; i <= text.Words.Count; i++)
        {
            if (i < text.Words.Count && !text.Words[i].AfterBreak) continue;
            pieces.Add((first, i));
            first = i;
            if (i < text.Words.Count && (!text.Words[i].AfterStop || EndsLine(text, i)) && !OpensList(text, i)) continue;
            yield return (text, pieces);
            pieces = [];
        }
    }

    static string Between(PersonText text, int index) => text.Clean[text.Words[index - 1].End..text.Words[index].Start];

    static bool EndsLine(PersonText text, int index) => Between(text, index).Contains(';', StringComparison.Ordinal);

    static bool OpensList(PersonText text, int index) => Between(text, index).AsSpan().ContainsAny(':', '：');

    static List<string>? Items((PersonText Text, List<(int First, int End)> Pieces) sentence, Phrasebook book)
    {
        var (text, items, verb, strangers) = (sentence.Text, new List<string>(), (string?)null, 0);
        foreach (var (from, end) in sentence.Pieces.SelectMany(piece => AtConjunctions(text, piece, book)))
        {
            var first = from;
            while (first < end && book.List("lead").LengthAt(text, first) is > 0 and var lead) first += lead;
            if (first >= end) continue;
            if (IsErrand(text, first, end, book))
            {
                items.Add(text.Slice(first, end));
                verb = book.List("share").LengthAt(text, first) is > 0 and var length && first + length < end ? text.Slice(first, first + length) : null;
            }
            else if (verb is not null && end - first <= 4 && !text.Words[first].IsNumber) items.Add(verb + book.Space + text.Slice(first, end));
            else strangers++;
        }
        return strangers * 2 <= items.Count ? items : null;
    }

    static IEnumerable<(int First, int End)> AtConjunctions(PersonText text, (int First, int End) piece, Phrasebook book)
    {
        var first = piece.First;
        for (var i = piece.First; i < piece.End; i++)
        {
            if (!book.List("and").IsAt(text, i) || i + 1 == piece.End || IsHyphenated(text, i)) continue;
            if (i > first) yield return (first, i);
            first = i + 1;
        }
        yield return (first, piece.End);
    }

    /// <summary>The "e" of "e-mails" is no "and".</summary>
    public static bool IsHyphenated(PersonText text, int index) => index + 1 < text.Words.Count && Between(text, index + 1) is "-";

    static bool IsErrand(PersonText text, int first, int end, Phrasebook book)
    {
        var most = book.Language is Language.Chinese ? 14 : MostWords;
        if (end - first > most || text.Slice(first, end).Length > 60) return false;
        if (book.List("verbs").IsAt(text, first)) return true;
        // "Krankenkasse anrufen wegen der Rechnung": what it is about may stand behind the verb.
        return book.Language is Language.German && end - first >= 2
            && Enumerable.Range(first + 1, end - first - 1).Any(i => book.List("lastverbs").IsAt(text, i) && (i + 1 == end || book.List("until").IsAt(text, i + 1)));
    }
}
