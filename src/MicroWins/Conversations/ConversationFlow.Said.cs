using System.Text.RegularExpressions;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Conversations.Hearing;
using MicroWins.Rules.Calendar;
using NodaTime;

namespace MicroWins.Conversations;

// What words say besides a goal: lists, days, minutes.
public sealed partial class ConversationFlow
{
    /// <summary>Words of a part of a list that is written with commas: a longer one is a sentence with a comma in it.</summary>
    const int MostWordsOfAPart = 6;

    /// <summary>Minutes a day that an exam is given at the least.</summary>
    const int FewestMinutes = 5;

    /// <summary>Goals or habits as they are listed: a line each, else between semicolons, else between commas.</summary>
    static IReadOnlyList<string> ListOf(string raw)
    {
        foreach (var separators in new[] { "\n\r", ";；", ",，、" })
        {
            var parts = raw.Split(separators.ToCharArray()).Select(part => ListMark().Replace(Clean(part), "")).Where(part => part.Any(char.IsLetterOrDigit)).ToList();
            if (parts.Count > 1 && separators[0] is ',') parts = [.. parts.SkipLast(1), .. AtAnd(parts[^1])];
            if (parts.Count > 1 && (separators[0] is not ',' || parts.All(part => part.Split(' ').Length <= MostWordsOfAPart)))
                return [.. parts.Select(part => Shorten(part, WordsLength)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostGoals)];
        }
        return Clean(raw) is var one && one.Any(char.IsLetterOrDigit) ? [Shorten(ListMark().Replace(one, ""), WordsLength)] : [];
    }

    /// <summary>"Spanish and getting fit", at the end of a list with commas, are two.</summary>
    static IEnumerable<string> AtAnd(string last)
    {
        var words = PersonText.Read(last);
        var and = Enumerable.Range(0, words.Words.Count).FirstOrDefault(i => i > 0 && i < words.Words.Count - 1 && Phrases.Of("list.and").IsAt(words, i), -1);
        // "And exercise": the word may also stand before the last item.
        if (and < 0) return [Phrases.Of("list.and").IsAt(words, 0) && words.Words.Count > 1 ? words.Slice(1, words.Words.Count) : last];
        return [words.Slice(0, and), words.Slice(and + 1, words.Words.Count)];
    }

    /// <summary>The day that a text names, as the person's clock stands; null for none.</summary>
    LocalDate? DayIn(string text) => SpokenIn.Day(text, Today, LanguageOf(text));

    /// <summary>The day of an exam. Beside other clauses "tonight" is about the exam where its clause is: "my friends go out tonight" is not.</summary>
    LocalDate? ExamDayIn(string text)
    {
        var clauses = text.Split([',', ';', '.', '!', '，', '。', '；'], StringSplitOptions.RemoveEmptyEntries);
        if (clauses.Length < 2 || DayIn(text) != Today) return DayIn(text);
        return clauses.Where(clause => DayIn(clause) > Today || TopicList.NamesExam(clause, LanguageOf(text))).Select(DayIn).FirstOrDefault(day => day is not null);
    }

    /// <summary>Minutes a day that a text names; null for none.</summary>
    int? MinutesIn(string text) => SpokenIn.MinutesADay(text, LanguageOf(text)) is { } minutes ? Math.Clamp(minutes, FewestMinutes, TimeWords.MostMinutesADay) : null;

    [GeneratedRegex(@"^\s*(?:[-–—*•·]|\d{1,2}[.)])\s*")]
    private static partial Regex ListMark();
}
