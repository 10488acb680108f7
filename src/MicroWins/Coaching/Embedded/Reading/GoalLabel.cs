using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>A short name for a goal: the person's own words without "i want to", turned towards them.</summary>
static class GoalLabel
{
    const int Length = 48;

    public static string Of(PersonText goal, Phrasebook book)
    {
        var (first, end) = (AfterLead(goal, book), goal.Words.Count);
        if (first == end) return "";
        var clause = Enumerable.Range(first + 1, end - first - 1).FirstOrDefault(i => goal.Words[i].AfterBreak && i - first > 1, end);
        return Sentences.CutAtWord(PersonFlip.Flip(goal.Slice(first, clause), book), Length);
    }

    /// <summary>The first word behind "i want to" and the like; 0 where nothing else was said.</summary>
    public static int AfterLead(PersonText goal, Phrasebook book)
    {
        var first = 0;
        while (first < goal.Words.Count && book.List("goallead").LengthAt(goal, first) is > 0 and var lead) first += lead;
        return first < goal.Words.Count ? first : 0;
    }

    /// <summary>A few goals in a row, for a sentence; at most three.</summary>
    public static string Join(IEnumerable<string> labels, Phrasebook book) =>
        string.Join(book.Comma, labels.Where(label => label.Length > 0).Distinct().Take(3).Select(label => Sentences.CutAtWord(label, 30)));
}
