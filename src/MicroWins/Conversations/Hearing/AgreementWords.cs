using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Conversations.Hearing;

/// <summary>A report about a day that is over.</summary>
/// <param name="Rest">The words without the day.</param>
/// <param name="IsDayBefore">True for the day before yesterday.</param>
readonly record struct LateReport(string Rest, bool IsDayBefore);

/// <summary>Plain phrases about when and how the bot asks, in all languages at once. Cautious: nothing but fillers may stand beside a phrase.</summary>
static class AgreementWords
{
    static readonly PhraseList
        Filler = Phrases.Of("say.filler"),
        Yesterday = Phrases.Of("say.yesterday"),
        FrenchYesterday = Phrases.Of("say.frenchYesterday"),
        DayBefore = Phrases.Of("say.dayBefore"),
        Resume = Phrases.Of("say.resume"),
        Ill = Phrases.Of("say.ill"),
        Pause = Phrases.Of("say.pause"),
        DoNotAsk = Phrases.Of("say.doNotAsk"),
        Ask = Phrases.Of("say.ask"),
        Remind = Phrases.Of("say.remind"),
        TimeFiller = Phrases.Of("say.timeFiller"),
        Here = Phrases.Of("say.here");

    /// <summary>Words of a message about the agreement at the most; a longer one is about something else.</summary>
    const int MostWords = 14, MostIdeographs = 18;

    /// <summary>The report without its "yesterday"; null where no such day is named.</summary>
    public static LateReport? WithoutYesterday(string text, Language language)
    {
        var words = PersonText.Read(text);
        if (Without(words, DayBefore) is { } before) return new(before, true);
        return (Without(words, Yesterday) ?? (language is Language.French ? Without(words, FrenchYesterday) : null)) is { } rest ? new(rest, false) : null;
    }

    /// <summary>What is left of a text around the first phrase of a list; null where there is none.</summary>
    static string? Without(PersonText words, PhraseList list) => list.Places(words).Cast<(int First, int End)?>().FirstOrDefault() is var (first, end)
        ? $"{(first > 0 ? words.Slice(0, first) : "")} {(end < words.Words.Count ? words.Slice(end, words.Words.Count) : "")}".Trim()
        : null;

    public static bool IsDayBeforeYesterday(string text) => DayBefore.IsIn(PersonText.Read(text));

    public static bool IsResume(string text) => IsShort(PersonText.Read(text)) && RestAfter(text, Resume) is { Length: 0 };

    public static bool IsDoNotAsk(string text) => IsShort(PersonText.Read(text)) && RestAfter(text, DoNotAsk) is { Length: 0 };

    /// <summary>"Don't text me on weekends": not never, so it is a matter of the settings.</summary>
    public static bool IsDoNotAskAt(string text) => IsShort(PersonText.Read(text)) && RestAfter(text, DoNotAsk) is { Length: > 0 };

    /// <summary>"I'm ill", "on holiday until monday": a pause that needs no question.</summary>
    public static bool IsIll(string text, LocalDate today) => IsShort(PersonText.Read(text)) && IsWithDays(RestAfter(text, Ill), today);

    /// <summary>"Pause", "exams till friday".</summary>
    public static bool IsPause(string text, LocalDate today) => IsShort(PersonText.Read(text)) && IsWithDays(RestAfter(text, Pause), today);

    /// <summary>The times of "ask me at 7pm" and "morgens um 8"; none for anything else.</summary>
    public static IReadOnlyList<SpokenHour> TimesToAsk(string text)
    {
        var words = PersonText.Read(text);
        if (!IsShort(words) || SpokenTime.Span(text) is not null) return [];
        var rest = Without(words, Ask);
        var isAsked = rest is not null;
        var read = PersonText.Read(rest ?? text);
        var isSaid = (isAsked || read.Words.Any(word => word.IsNumber)) && SpokenTime.Parts(rest ?? text).All(part => SpokenTime.InWords(part) is not null);
        if (!isSaid && !Enumerable.Range(0, read.Words.Count).All(at => read.Words[at].IsNumber || read.Words[at].Key is "h" or "am" or "pm" || IsInside(read, at, TimeFiller))) return [];
        var times = SpokenTime.Times(rest ?? text);
        // A number by itself is an answer to something else.
        return isAsked || (times.Count > 0 && read.Words.Any(word => !word.IsNumber)) ? times : [];
    }

    /// <summary>The words of the moment in "remind me tomorrow at 8", "not now, this evening" and "tomorrow morning"; null for anything else.</summary>
    public static string? Moment(string text)
    {
        var words = PersonText.Read(text);
        if (!IsShort(words)) return null;
        // "Ask me at 7" and "in the evening at 8" are about every day.
        var isDayNamed = SpokenTime.IsTomorrow(text) || (SpokenTime.IsTonight(text) && SpokenTime.Times(text).Count is 0);
        var rest = Without(words, Remind) ?? (isDayNamed ? Without(words, Ask) ?? text : null);
        return rest is not null && SpokenTime.IsMoment(rest, TimeFiller, Filler) ? rest : null;
    }

    /// <summary>The place of "I'm in Tokyo now"; null for anything else.</summary>
    public static string? Arrival(string text)
    {
        var words = PersonText.Read(text);
        if (!IsShort(words)) return null;
        var place = Here.Places(words).Cast<(int First, int End)?>().FirstOrDefault();
        return place is var (first, end) && end < words.Words.Count && Enumerable.Range(0, first).All(at => IsInside(words, at, Filler))
            ? words.Slice(end, words.Words.Count)
            : null;
    }

    static bool IsWithDays(string? rest, LocalDate today) => rest is not null && (rest.Length is 0 || SpokenDays.Pause(rest, today) is not null);

    public static bool IsShort(PersonText words) => words.Words.Count > 0 && words.Words.Count <= (words.Words[0].IsChinese ? MostIdeographs : MostWords);

    /// <summary>What stands behind the first phrase of a list with nothing but fillers before it; null where there is none, empty for fillers alone.</summary>
    public static string? RestAfter(string text, PhraseList list)
    {
        var words = PersonText.Read(text);
        foreach (var (first, end) in list.Places(words))
        {
            if (!Enumerable.Range(0, first).All(at => IsInside(words, at, Filler))) continue;
            return Enumerable.Range(end, words.Words.Count - end).All(at => IsInside(words, at, Filler)) ? "" : words.Slice(end, words.Words.Count);
        }
        return null;
    }

    static bool IsInside(PersonText words, int at, PhraseList list) => list.Places(words).Any(place => at >= place.First && at < place.End);
}
