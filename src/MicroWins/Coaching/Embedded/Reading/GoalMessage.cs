using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>What a message that asks for something says of it: the goals, why they are hard, until when.</summary>
/// <param name="Goals">The goals, each in the person's words.</param>
/// <param name="Why">What stands behind "because"; else empty.</param>
/// <param name="Situation">Clauses of dates and progress; else empty.</param>
sealed record GoalMessage(IReadOnlyList<string> Goals, string Why, string Situation)
{
    const int MostGoals = 8;

    /// <summary>An item of a list is short; a longer one is a sentence about a goal.</summary>
    const int MostWordsOfItem = 7;

    public static GoalMessage None { get; } = new([], "", "");

    /// <param name="asking">The phrase that told what is asked for ("plan my day"), which names no goal.</param>
    /// <param name="isList">True where what is asked for takes several goals, so that each item of a list is one.</param>
    public static GoalMessage Read(PersonText text, (int First, int End)? asking, bool isList, RouteWords words, Phrasebook book)
    {
        var (reason, why) = Because(text, words, book);
        // Behind the phrase stand the goals, or before it where nothing does ("my thesis, i keep putting it off").
        var (first, end) = asking is not { } phrase ? (0, reason) : IsBehind(text, phrase, reason, words, book) ? (phrase.End, reason) : (0, phrase.First);
        var situation = Dated(text, 0, text.Words.Count, book);
        var most = (book.Space.Length == 0 ? 2 : 1) * MostWordsOfItem;
        var pieces = Pieces(text, first, end, book).Select(piece => Trimmed(text, piece, words, book)).Where(piece => piece.End > piece.First).ToList();
        if (asking is null && !isList && ErrandList.Read(text, book) is { Count: > 1 } errands)
            // What is no errand among them ("essay for history, call the dentist") is a goal as well.
            return new(pieces.Count > errands.Count && IsShort(pieces, most) ? Items(text, Meant(text, pieces, errands, book)) : errands, why, situation.Text);
        if (asking is not null) pieces = [.. pieces.Where(piece => !situation.Places.Contains(piece.First))];
        if (isList && pieces.Count > 1 && IsShort(pieces, most)) return new(Items(text, pieces), why, situation.Text);
        return pieces.Count == 0 ? new([], why, situation.Text) : new([text.Slice(pieces[0].First, pieces[^1].End)], why, situation.Text);
    }

    /// <summary>"I always quit by day 3" names no goal behind the phrase, where one stands before it.</summary>
    static bool IsBehind(PersonText text, (int First, int End) phrase, int reason, RouteWords words, Phrasebook book)
    {
        bool IsKnown(int first, int end) => first < end && book.Classify(PersonText.Read(text.Slice(first, end))).Score >= 2;
        return Holds(text, phrase.End, reason, words, book) && (IsKnown(phrase.End, reason) || !IsKnown(0, phrase.First));
    }

    /// <summary>Of the pieces of a message with errands those that are errands, or of a sort that is known; "i am tired of it" is neither.</summary>
    static List<(int First, int End)> Meant(PersonText text, List<(int First, int End)> pieces, IReadOnlyList<string> errands, Phrasebook book) =>
        [.. pieces.Where(piece => text.Slice(piece.First, piece.End) is var words
            && (errands.Any(errand => errand.EndsWith(words, StringComparison.Ordinal) || words.EndsWith(errand, StringComparison.Ordinal))
                || book.Classify(PersonText.Read(words)).Score >= (IsSaidOfThem(text, piece.First, book) ? int.MaxValue : 2)))];

    /// <summary>"I hate the phone": a sentence of its own that begins with who says it.</summary>
    static bool IsSaidOfThem(PersonText text, int first, Phrasebook book)
    {
        while (first > 0 && !text.Words[first].AfterStop) first--;
        return first > 0 && book.List("lead").LengthAt(text, first) is 0 && book.Flips.ContainsKey(text.Words[first].Key);
    }

    static bool IsShort(List<(int First, int End)> pieces, int most) => pieces.All(piece => piece.End - piece.First <= most);

    static IReadOnlyList<string> Items(PersonText text, List<(int First, int End)> pieces) =>
        [.. pieces.Take(MostGoals).Select(piece => text.Slice(piece.First, piece.End))];

    static (int At, string Why) Because(PersonText text, RouteWords words, Phrasebook book)
    {
        foreach (var (first, end) in words["because"].Places(text))
            if (first > 0 && end < text.Words.Count) return (first, text.Slice(end, EndOfReason(text, end, book)));
        return (text.Words.Count, "");
    }

    /// <summary>A reason ends with its sentence, or where a date follows ("because it is boring, due friday").</summary>
    static int EndOfReason(PersonText text, int first, Phrasebook book) =>
        Clauses(text, first, EndOfSentence(text, first)).Skip(1).Where(clause => IsDated(text, clause, book)).Select(clause => clause.First)
            .FirstOrDefault(EndOfSentence(text, first));

    static int EndOfSentence(PersonText text, int first) => Enumerable.Range(first + 1, text.Words.Count - first - 1).FirstOrDefault(i => text.Words[i].AfterStop, text.Words.Count);

    static bool Holds(PersonText text, int first, int end, RouteWords words, Phrasebook book) =>
        first < end && Pieces(text, first, end, book).Any(piece => Trimmed(text, piece, words, book) is var (from, to) && to > from);

    /// <summary>Clauses in which a day, a date or "half done" stands.</summary>
    static (string Text, HashSet<int> Places) Dated(PersonText text, int first, int end, Phrasebook book)
    {
        List<(int First, int End)> told = [.. Clauses(text, first, end).Where(clause => clause.First > 0 && IsDated(text, clause, book))];
        return (string.Join(book.Comma, told.Select(clause => text.Slice(clause.First, clause.End))), [.. told.SelectMany(clause => Enumerable.Range(clause.First, clause.End - clause.First))]);
    }

    static bool IsDated(PersonText text, (int First, int End) clause, Phrasebook book) => Enumerable.Range(clause.First, clause.End - clause.First).Any(i =>
        book.Days.Any(day => day.Words.IsAt(text, i)) || book.List("months").IsAt(text, i)
        || (book.List("have").IsAt(text, i) && i + 1 < clause.End && Amounts.NumberAt(text, i + 1, book) is not null));

    static IEnumerable<(int First, int End)> Clauses(PersonText text, int first, int end)
    {
        for (var i = first + 1; i <= end; i++)
        {
            if (i < end && !text.Words[i].AfterBreak) continue;
            yield return (first, i);
            first = i;
        }
    }

    static IEnumerable<(int First, int End)> Pieces(PersonText text, int first, int end, Phrasebook book)
    {
        foreach (var clause in Clauses(text, first, end))
        {
            var from = clause.First;
            for (var i = clause.First; i < clause.End; i++)
            {
                if (!book.List("and").IsAt(text, i) || i == from || ErrandList.IsHyphenated(text, i)) continue;
                yield return (from, i);
                from = i + 1;
            }
            if (from < clause.End) yield return (from, clause.End);
        }
    }

    /// <summary>Without "with", "for", "and", "please" around it.</summary>
    static (int First, int End) Trimmed(PersonText text, (int First, int End) piece, RouteWords words, Phrasebook book)
    {
        var (first, end) = piece;
        int Skip(int at) => Math.Max(words["around"].LengthAt(text, at), Math.Max(book.List("goallead").LengthAt(text, at), book.List("and").LengthAt(text, at)));
        while (first < end && Skip(first) is > 0 and var length) first += length;
        while (end > first && words["around"].IsAt(text, end - 1)) end--;
        return (Math.Min(first, end), end);
    }
}
