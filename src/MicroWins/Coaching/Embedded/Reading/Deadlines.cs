using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads the day by which a goal is due, in words that can be written on a note ("Thursday", "the 31st").</summary>
static class Deadlines
{
    public static void Read(PersonText text, Phrasebook book, Dictionary<string, string> slots)
    {
        if ((AfterCue(text, book) ?? Day(text, book)) is { } day) slots["day"] = day;
    }

    static string? Day(PersonText text, Phrasebook book)
    {
        foreach (var (shown, words) in book.Days)
            if (words.IsIn(text)) return shown;
        return null;
    }

    /// <summary>A date behind "by" or "before": up to four words with a number or a month among them.</summary>
    static string? AfterCue(PersonText text, Phrasebook book)
    {
        foreach (var (_, first) in book.List("by").Places(text))
        {
            var (end, isDate) = (first, false);
            for (; end < text.Words.Count && end - first < 4 && !text.Words[end].AfterBreak; end++)
            {
                isDate |= (text.Words[end].IsNumber && text.Words[end].Key.Length <= 2) || book.List("months").IsAt(text, end);
                if (isDate && end > first && book.List("until").IsAt(text, end)) break;
            }
            if (isDate && IsNear(text, first, end, book) && !CountsTime(text, first, end, book)) return text.Slice(first, end);
        }
        return null;
    }

    /// <summary>"On the 3rd" and "by march 3rd" begin with their date; "on enzyme kinetics tomorrow 9" does not.</summary>
    static bool IsNear(PersonText text, int first, int end, Phrasebook book)
    {
        while (first < end && book.List("article").IsAt(text, first)) first++;
        return first < end && (text.Words[first].IsNumber || book.List("months").IsAt(text, first) || book.Days.Any(day => day.Words.IsAt(text, first)));
    }

    /// <summary>"before 9 weeks are over" and "by 5pm" name no day.</summary>
    static bool CountsTime(PersonText text, int first, int end, Phrasebook book)
    {
        for (var i = first; i < end; i++)
            if (book.List("time").IsAt(text, i) || book.Units.Values.Any(unit => unit.IsAt(text, i))) return true;
        return false;
    }
}
