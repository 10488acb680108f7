using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>Finds the object of a goal: a noun that the recipe knows with the words that belong to it, or what stands behind a cue.</summary>
/// <remarks>
/// Germanic languages, Russian and Chinese put what belongs to a noun before it, Romance languages behind it.
/// No phrase is better than a wrong one: the recipe's own noun serves then.
/// </remarks>
static class NounPhrases
{
    const int MostCharacters = 48;

    public static (string Name, string? Subject)? Find(PersonText text, Recipe recipe, Phrasebook book)
    {
        (string Name, string? Subject)? bare = null;
        foreach (var (first, end) in Places(text, recipe))
        {
            var (from, to) = IsRomance(book) ? (first, RightEnd(text, end, book)) : (LeftStart(text, first, book), end);
            if (!IsRomance(book)) to = AboutEnd(text, end, book);
            var name = text.Slice(from, to);
            if (name.Length > MostCharacters) continue;
            if (from < first) return (name, PersonText.Read(text.Slice(from, first)).Clean);
            if (to > end) return (name, IsRomance(book) ? RightSubject(text, end, to, book) : null);
            bare ??= (name, null);
        }
        return Behind(text, recipe, book) is { } behind ? (behind, behind) : bare;
    }

    /// <summary>Where the noun stands that comes first in the recipe.</summary>
    static IEnumerable<(int First, int End)> Places(PersonText text, Recipe recipe) =>
        recipe.Nouns.InOrder.FirstOrDefault(noun => noun.Find(text) >= 0) is not { } noun ? []
            : Enumerable.Range(0, text.Words.Count).Where(i => noun.IsAt(text, i)).Select(i => (i, i + noun.Length));

    /// <summary>What stands behind a cue, up to the end of the phrase: "read" -> "Crime and Punishment".</summary>
    static string? Behind(PersonText text, Recipe recipe, Phrasebook book)
    {
        foreach (var (_, end) in recipe.After.Places(text))
        {
            var first = end;
            while (first < text.Words.Count && !text.Words[first].AfterBreak && book.List("article").IsAt(text, first)) first++;
            if (first < text.Words.Count && text.Words[first].IsNumber) continue;
            if (PhraseEnd(text, first, book, recipe.Until) is var last && last > first && text.Slice(first, last) is { Length: <= MostCharacters } name) return name;
        }
        return null;
    }

    /// <summary>The end of the phrase that begins here; its beginning where there is none.</summary>
    static int PhraseEnd(PersonText text, int first, Phrasebook book, PhraseList until)
    {
        var most = book.Language is Language.Chinese ? 10 : 6;
        if (first >= text.Words.Count || text.Words[first].AfterBreak || book.List("stop").IsAt(text, first)) return first;
        for (var end = first + 1; end - first <= most; end++)
            if (end == text.Words.Count || text.Words[end].AfterBreak || until.IsAt(text, end) || (book.List("until").IsAt(text, end) && !JoinsTitle(text, end))) return end;
        return first;
    }

    /// <summary>A small word between two capitals belongs to a title ("Crime and Punishment").</summary>
    static bool JoinsTitle(PersonText text, int index) =>
        index + 1 < text.Words.Count && char.IsUpper(text.Clean[text.Words[index - 1].Start]) && char.IsUpper(text.Clean[text.Words[index + 1].Start])
        && !char.IsUpper(text.Clean[text.Words[index].Start]) && text.Words[index].Key.Length <= 3 && text.Words[index].Key is not ("for" or "by");

    static int LeftStart(PersonText text, int first, Phrasebook book)
    {
        var most = book.Language is Language.Chinese ? 6 : 3;
        var start = first;
        while (start > 0 && first - start < most && !text.Words[start].AfterBreak && BelongsBefore(text, start - 1, book)) start--;
        while (start < first && text.Words[start].IsNumber) start++;
        return start;
    }

    /// <summary>A number belongs to a name where a word stands before it ("calc 2 final"), else it is an amount.</summary>
    static bool BelongsBefore(PersonText text, int index, Phrasebook book)
    {
        if (text.Words[index].IsNumber)
            return index > 0 && !text.Words[index].AfterBreak && !text.Words[index - 1].IsNumber && !IsStop(text, index - 1, book)
                && book.Language is Language.English && text.Words[index].Key.Length == 1;
        return !IsStop(text, index, book);
    }

    static bool IsStop(PersonText text, int index, Phrasebook book)
    {
        if (book.Numbers.ContainsKey(text.Words[index].Key)) return true;
        for (var from = Math.Max(0, index - 2); from <= index; from++)
            if (book.List("stop").LengthAt(text, from) > index - from || book.Units.Values.Any(unit => unit.LengthAt(text, from) > index - from)) return true;
        return false;
    }

    /// <summary>Takes "on climate policy" behind "essay", but not "on friday" or "in 3 weeks".</summary>
    static int AboutEnd(PersonText text, int end, Phrasebook book)
    {
        if (end + 1 >= text.Words.Count || text.Words[end].AfterBreak || !book.List("of").IsAt(text, end) || book.Days.Any(day => day.Words.IsAt(text, end + 1))) return end;
        var last = text.Words[end + 1].IsNumber ? end : PhraseEnd(text, end + 1, book, PhraseList.Empty);
        return last > end + 1 ? last : end;
    }

    static bool IsRomance(Phrasebook book) => book.Language is Language.Spanish or Language.French or Language.Portuguese or Language.Italian;

    /// <summary>Takes "of" with its noun, and an adjective that can be told by its ending.</summary>
    static int RightEnd(PersonText text, int end, Phrasebook book)
    {
        var at = end;
        for (var parts = 0; parts < 2 && at < text.Words.Count && !text.Words[at].AfterBreak; parts++)
            if (book.List("adjective").IsAt(text, at)) at++;
            else if (book.List("of").IsAt(text, at) && NounAfterOf(text, at + 1, book) is var noun && noun > at) at = noun;
            else break;
        return at;
    }

    static int NounAfterOf(PersonText text, int at, Phrasebook book)
    {
        while (at < text.Words.Count && !text.Words[at].AfterBreak && book.List("article").IsAt(text, at)) at++;
        return at < text.Words.Count && !text.Words[at].AfterBreak && !text.Words[at].IsNumber && !book.List("stop").IsAt(text, at) ? at + 1 : -1;
    }

    static string? RightSubject(PersonText text, int end, int to, Phrasebook book)
    {
        while (end < to && (book.List("of").IsAt(text, end) || book.List("article").IsAt(text, end))) end++;
        return end < to ? text.Slice(end, to) : null;
    }
}
