using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;
using MicroWins.Rules.Exams;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Reads what an exam covers from the person's words: numbered chapters, and items between commas, lines and "and".</summary>
static class TopicList
{
    const int Most = 16;
    const int LongestName = 60;
    const int MostWords = 7;

    /// <param name="Name">The topic.</param>
    /// <param name="Weight">What was said of it ("hardest", "easy"); null where nothing was.</param>
    public sealed record Topic(string Name, TopicPriority? Weight);

    public static IReadOnlyList<Topic> Read(PersonText text, Phrasebook book)
    {
        var (numbered, read) = NumberedTopics.Read(text, book);
        List<Topic> topics = [.. numbered.Select(name => new Topic(name, null))];
        foreach (var (first, end) in Pieces(text, read, book)) Add(text, first, end, book, topics);
        return [.. topics.DistinctBy(topic => topic.Name.ToLowerInvariant()).Take(Most)];
    }

    /// <summary>Whether a message about an exam says what it covers: numbered chapters, or a list behind a colon.</summary>
    public static bool NamesTopics(string exam, Language language)
    {
        var book = KnowledgeBase.BuiltIn.For(language);
        var listed = exam.Split([':', '：', '(', '（'], 2);
        return NumberedTopics.Read(PersonText.Read(exam), book).Names.Count > 0 || (listed.Length > 1 && Read(PersonText.Read(listed[1]), book).Count > 0);
    }

    /// <summary>Whether a clause names the exam itself.</summary>
    public static bool NamesExam(string clause, Language language) => KnowledgeBase.BuiltIn.For(language).List("exam").IsIn(PersonText.Read(clause));

    static void Add(PersonText text, int first, int end, Phrasebook book, List<Topic> topics)
    {
        var weight = WeightOf(text, first, end, book);
        (first, end) = Trimmed(text, first, end, book);
        // "(hard)" and ", especially" say something of the topic before them.
        var isNamed = first < end && IsNamed(text, first, end, book);
        if (!isNamed && weight is not null && topics.Count > 0) topics[^1] = topics[^1] with { Weight = weight };
        if (!isNamed || end - first > (book.Space.Length == 0 ? 2 : 1) * MostWords) return;
        topics.Add(new(Sentences.Capital(Sentences.CutAtWord(text.Slice(first, end), LongestName)), weight));
    }

    static TopicPriority? WeightOf(PersonText text, int first, int end, Phrasebook book)
    {
        bool Has(string list) => Enumerable.Range(first, end - first).Any(i => book.List(list).LengthAt(text, i) is > 0 and var length && i + length <= end);
        return Has("high") ? TopicPriority.High : Has("low") ? TopicPriority.Low : null;
    }

    /// <summary>Without words that name no topic at its ends: "all of", "the", "hardest".</summary>
    static (int First, int End) Trimmed(PersonText text, int first, int end, Phrasebook book)
    {
        int Skip(int at) => ((string[])["topiclead", "article", "high", "low", "exam"]).Max(list => book.List(list).LengthAt(text, at));
        while (first < end && Skip(first) is > 0 and var length) first += length;
        while (end > first && Enumerable.Range(first, end - first).FirstOrDefault(i => Skip(i) is var length && length > 0 && i + length == end, -1) is >= 0 and var at) end = at;
        return (first, Math.Max(first, end));
    }

    /// <summary>A date or a number alone is no topic.</summary>
    static bool IsNamed(PersonText text, int first, int end, Phrasebook book) => Enumerable.Range(first, end - first).Any(i =>
        !text.Words[i].IsNumber && !book.List("stop").IsAt(text, i) && !book.List("until").IsAt(text, i)
        && !book.Days.Any(day => day.Words.IsAt(text, i)) && !book.List("months").IsAt(text, i) && !book.Units.Values.Any(unit => unit.IsAt(text, i)));

    static IEnumerable<(int First, int End)> Pieces(PersonText text, HashSet<int> read, Phrasebook book)
    {
        List<(int First, int End)> pieces = [];
        var first = 0;
        for (var i = 0; i <= text.Words.Count; i++)
        {
            if (i < text.Words.Count && !read.Contains(i) && (i == first || !text.Words[i].AfterBreak)) continue;
            if (i > first) pieces.Add((first, i));
            first = i < text.Words.Count && read.Contains(i) ? i + 1 : i;
        }
        // In a list with commas "and" parts the last item alone: "supply and demand, taxes and trade".
        return pieces.SelectMany((piece, i) => i == pieces.Count - 1 ? AtAnd(text, piece, book) : [piece]);
    }

    static IEnumerable<(int First, int End)> AtAnd(PersonText text, (int First, int End) piece, Phrasebook book)
    {
        var first = piece.First;
        for (var i = piece.First + 1; i < piece.End - 1; i++)
        {
            if (!book.List("and").IsAt(text, i) || (book.Language is not Language.German && IsTitle(text, i))) continue;
            if (i > first) yield return (first, i);
            first = i + 1;
        }
        if (first < piece.End) yield return (first, piece.End);
    }

    /// <summary>"Crime and Punishment" is one topic, "Cells and Genetics, ..." in a list of several is not told apart from it and stays one as well.</summary>
    static bool IsTitle(PersonText text, int and) =>
        text.Words[and].Key.Length <= 3 && char.IsUpper(text.Clean[text.Words[and - 1].Start]) && char.IsUpper(text.Clean[text.Words[and + 1].Start]);
}
