using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded;

/// <summary>Routes plain phrases without a model. It is cautious: what could be read in two ways is <see cref="Intent.Unsure"/>.</summary>
sealed class EmbeddedRouter
{
    /// <summary>A message longer than this says more than one thing.</summary>
    const int MostWordsOfDone = 14;
    const int MostWordsOfStuck = 9;
    const string Ticks = "✅✔☑";

    readonly KnowledgeBase _knowledge = KnowledgeBase.BuiltIn;

    public RoutedIntent Route(string text, Language language)
    {
        var message = PersonText.Read(text);
        var (words, book) = (RouteWords.For(language), _knowledge.For(language));
        var amounts = DoneAmount.Read(message, book);
        if (message.Words.Count == 0) return new(HasTick(text) ? Intent.Done : Intent.Unsure);
        if (Whole(message, words) is { } plain && !(IsAsked(text) && plain is Intent.Done)) return With(plain, amounts);
        if (IsAsked(text) || (words["question"].IsAt(message, 0) && !IsDone(message, words, amounts))) return new(Intent.Question);
        if (IsDone(message, words, amounts) || (HasTick(text) && !words["hedge"].IsIn(message))) return With(Intent.Done, amounts);
        return new(Longer(message, words, book));
    }

    /// <summary>The intent of a message that is a known phrase with nothing but fillers around it.</summary>
    static Intent? Whole(PersonText message, RouteWords words)
    {
        foreach (var (list, intent) in RouteWords.Plain)
            foreach (var (first, end) in words[list].Places(message))
                if (IsFilled(message, 0, first, words) && IsFilled(message, end, message.Words.Count, words)) return intent;
        return null;
    }

    static bool IsFilled(PersonText message, int from, int end, RouteWords words)
    {
        for (var i = from; i < end;)
            if (words["filler"].LengthAt(message, i) is > 0 and var length) i += length;
            else return false;
        return true;
    }

    /// <summary>"done lol its terrible", "read 4 pages": said as past, with nothing that takes it back.</summary>
    static bool IsDone(PersonText message, RouteWords words, DoneAmount amounts)
    {
        if (message.Words.Count > (message.Words[0].IsChinese ? 2 : 1) * MostWordsOfDone || words["hedge"].IsIn(message)) return false;
        if (amounts.At >= 0 && words["past"].Places(message).Any(past => IsBeside(past, amounts.At))) return true;
        var first = 0;
        while (first < message.Words.Count && words["done"].LengthAt(message, first) == 0 && words["filler"].LengthAt(message, first) is > 0 and var length)
            first += length;
        if (first >= message.Words.Count || words["done"].LengthAt(message, first) is not (> 0 and var done)) return false;
        var next = first + done;
        while (next < message.Words.Count && !message.Words[next].AfterBreak && words["filler"].LengthAt(message, next) is > 0 and var filler)
            next += filler;
        return next >= message.Words.Count || message.Words[next].AfterBreak || words["comment"].IsAt(message, next);
    }

    /// <summary>"read 4 pages" and "4 Seiten gelesen": the number stands right behind the verb, or shortly before it.</summary>
    static bool IsBeside((int First, int End) past, int number) => number - past.End is 0 or 1 || past.First - number is > 0 and <= 3;

    static Intent Longer(PersonText message, RouteWords words, Phrasebook book)
    {
        var isShort = message.Words.Count <= (message.Words[0].IsChinese ? 2 : 1) * MostWordsOfStuck;
        var isKnown = message.Words.Count > 1 && book.Classify(message).Score >= 2;
        var isWanted = message.Words.Count > 2 && words["goal"].IsIn(message);
        if (isShort && words["nothing"].IsIn(message)) return Intent.ThatsNothing;
        if (isKnown && isWanted) return Intent.NewGoal;
        if (isShort && words["stuck"].IsIn(message)) return Intent.Stuck;
        return (isKnown || isWanted) && !(isShort && words["done"].IsIn(message)) ? Intent.NewGoal : Intent.Unsure;
    }

    static RoutedIntent With(Intent intent, DoneAmount amounts) => intent switch
    {
        Intent.Done => new(intent, amounts.Amount, amounts.Unit, amounts.Minutes),
        Intent.Later => new(intent, Minutes: amounts.Minutes),
        _ => new(intent),
    };

    static bool HasTick(string text) => text.Any(c => Ticks.Contains(c, StringComparison.Ordinal));

    static bool IsAsked(string text) => text.TrimEnd() is [.., '?' or '？'];
}
