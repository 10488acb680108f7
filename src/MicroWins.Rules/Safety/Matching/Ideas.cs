namespace MicroWins.Rules.Safety.Matching;

/// <summary>The ideas of one message in one language, and which of them stand together.</summary>
/// <param name="reading">The message.</param>
/// <param name="marks">The marks of ideas, harmless ones taken out.</param>
sealed class Ideas(Reading reading, IEnumerable<Mark> marks)
{
    // Marks that overlap the first idea are skipped on the way to the next one; no more than this many, so that a message of one word costs no more than another.
    const int MostOverlapping = 12;

    readonly Dictionary<string, List<Mark>> _byName = marks
        .GroupBy(m => m.Section.Idea!)
        .ToDictionary(group => group.Key, group => group.OrderBy(m => m.Start).ThenBy(m => m.End).ToList());

    readonly Dictionary<string, HashSet<int>> _sentences = [];

    /// <summary>The marks of a message's ideas that stand together by some rule, each from its first word to its last.</summary>
    public static IEnumerable<Mark> Joined(Reading reading, List<Mark> marks, IReadOnlyList<Together> rules) =>
        // It takes two of one language that do not overlap.
        from language in marks.Count < 2 ? [] : marks.GroupBy(m => m.Phrase.File).Where(language => language.Min(m => m.End) <= language.Max(m => m.Start))
        let ideas = new Ideas(reading, language)
        from rule in rules
        where ideas.HaveAll(rule)
        from mark in ideas.Joined(rule)
        select mark;

    // Nearly every rule ends here.
    bool HaveAll(Together rule)
    {
        foreach (var idea in rule.Ideas)
            if (!_byName.ContainsKey(idea)) return false;
        return true;
    }

    IEnumerable<Mark> Joined(Together rule)
    {
        foreach (var first in _byName[rule.Ideas[0]])
        {
            var parts = new List<Mark> { first };
            foreach (var name in rule.Ideas[1..])
                if (Nearest(name, parts, rule) is { } part) parts.Add(part);
                else break;
            if (parts.Count < rule.Ideas.Length || rule.Unless.Any(name => InSentence(name, first))) continue;
            yield return new(first.Phrase with { Section = rule.Section }, parts.Min(p => p.Start), parts.Max(p => p.End), [.. parts]);
        }
    }

    // The nearest mark of an idea to the first part that shares no word with the parts so far.
    Mark? Nearest(string name, List<Mark> parts, Together rule)
    {
        var (all, first) = (_byName[name], parts[0]);
        var at = FirstFrom(all, first.Start);
        Mark? nearest = null;
        for (var i = at; i < Math.Min(all.Count, at + MostOverlapping); i++) nearest = Nearer(nearest, all[i], parts, rule);
        for (var i = at - 1; i >= Math.Max(0, at - MostOverlapping); i--) nearest = Nearer(nearest, all[i], parts, rule);
        return nearest;
    }

    Mark? Nearer(Mark? nearest, Mark mark, List<Mark> parts, Together rule)
    {
        var gap = Gap(mark, parts[0]);
        if (gap > rule.Reach || nearest is { } other && gap >= Gap(other, parts[0]) || parts.Exists(mark.Overlaps)) return nearest;
        return rule.CrossesSentences || reading.Sentence(mark.Start) == reading.Sentence(parts[0].End - 1) || reading.Sentence(mark.End - 1) == reading.Sentence(parts[0].Start)
            ? mark
            : nearest;
    }

    static int Gap(Mark a, Mark b) => Math.Max(b.Start - a.End, a.Start - b.End);

    bool InSentence(string name, Mark mark)
    {
        if (!_byName.TryGetValue(name, out var all)) return false;
        if (!_sentences.TryGetValue(name, out var sentences)) _sentences[name] = sentences = [.. all.Select(m => reading.Sentence(m.Start))];
        return sentences.Contains(reading.Sentence(mark.Start));
    }

    static int FirstFrom(List<Mark> marks, int start)
    {
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
