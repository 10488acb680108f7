using MicroWins.Rules;
using MicroWins.Rules.Calendar;
using NodaTime;

namespace MicroWins.Conversations.Hearing;

/// <summary>Finds a day or a length of time within a longer text; the rules read texts that are nothing else.</summary>
static class SpokenIn
{
    /// <summary>Words of a day at the most ("on the 12th of december"), and characters where words are not apart.</summary>
    const int MostWords = 5, MostCharacters = 8;

    /// <summary>Words of a text that are looked at: a day that is told later than this is not the point of the message.</summary>
    const int WordsRead = 80;

    /// <summary>The day that is named, the most exact naming of it; null for none.</summary>
    public static LocalDate? Day(string text, LocalDate today, Language language) =>
        Spans(text).Where(span => span.Length > 2).Select(span => TimeWords.ReadDay(span, today, language)).FirstOrDefault(day => day is not null);

    /// <summary>Minutes a day that are named; a number by itself may count anything, and is read only where it is all there is.</summary>
    public static int? MinutesADay(string text, Language language) =>
        TimeWords.ReadMinutesADay(text, language)
        ?? Spans(text).Where(span => span.Any(char.IsLetter)).Select(span => TimeWords.ReadMinutesADay(span, language, mayBeBare: false)).FirstOrDefault(minutes => minutes is not null);

    /// <summary>The parts of a text, the longest first: "friday the 12th" says more than "friday".</summary>
    static IEnumerable<string> Spans(string text)
    {
        var words = text.Split([' ', ',', ';', '(', ')', ':', '!', '?', '，', '。', '：', '；'], StringSplitOptions.RemoveEmptyEntries).Take(WordsRead).ToList();
        for (var length = Math.Min(MostWords, words.Count); length > 0; length--)
            for (var from = 0; from + length <= words.Count; from++)
                yield return string.Join(' ', words.Skip(from).Take(length)).TrimEnd('.');
        foreach (var word in words.Where(word => word.Any(letter => letter >= 0x2E80)))
            for (var length = Math.Min(MostCharacters, word.Length); length > 1; length--)
                for (var from = 0; from + length <= word.Length; from++)
                    yield return word.Substring(from, length);
    }
}
