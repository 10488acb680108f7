using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded;

/// <summary>Routes plain phrases without a model. It is cautious: what could be read in two ways is <see cref="RouteIntent.Unsure"/>.</summary>
sealed class EmbeddedRouter
{
    /// <summary>A message longer than this says more than one thing.</summary>
    const int MostWordsOfDone = 14;
    const int MostWordsOfStuck = 9;
    const string Ticks = "✅✔☑";

    readonly KnowledgeBase _knowledge = KnowledgeBase.BuiltIn;

    public RoutedIntent Route(string text, Language language)
    {
        var routed = Recognise(text, language);
        if (routed.Intent is not (RouteIntent.NewGoal or RouteIntent.Stuck or RouteIntent.Unsure) && !IsMethod(routed.Intent)) return routed;
        var (message, words) = (PersonText.Read(text), RouteWords.For(language));
        if (message.Words.Count == 0) return routed;
        var asking = Method(message, words, _knowledge.For(language))?.Place;
        var isList = routed.Intent is RouteIntent.DailySystem or RouteIntent.StartAgain or RouteIntent.HabitStack or RouteIntent.Celebrate;
        // What an exam covers is read by the one who plans it: its message stays whole, and so does what was not understood.
        var told = routed.Intent is RouteIntent.Exam or RouteIntent.Unsure or RouteIntent.ScaleUp or RouteIntent.Stuck
            ? GoalMessage.None : GoalMessage.Read(message, IsMethod(routed.Intent) ? asking : null, isList, words, _knowledge.For(language));
        return routed with { Goals = routed.Intent is RouteIntent.Exam ? [message.Clean] : told.Goals, Why = told.Why, Situation = told.Situation };
    }

    /// <summary>Whether a message is a phrase of a list with nothing but fillers around it.</summary>
    public static bool Says(string list, string text, Language language)
    {
        var (message, words) = (PersonText.Read(text), RouteWords.For(language));
        return words[list].Places(message).Any(place => IsFilled(message, 0, place.First, words, words[list]) && IsFilled(message, place.End, message.Words.Count, words, words[list]));
    }

    /// <summary>"Ok then, haha": there is nothing in it, and no goal is made of it.</summary>
    public static bool SaysNothing(string text, Language language) =>
        PersonText.Read(text) is { Words.Count: > 0 } message && IsFilled(message, 0, message.Words.Count, RouteWords.For(language), PhraseList.Empty);

    /// <summary>Whether a phrase of a list stands anywhere in a message.</summary>
    public static bool Mentions(string list, string text, Language language) => RouteWords.For(language)[list].IsIn(PersonText.Read(text));

    /// <summary>Whether a message is small talk in a language. It takes the phrases alone: what a language knows of goals need not be read for a greeting.</summary>
    public static bool IsSmallTalk(string text, Language language) =>
        PersonText.Read(text) is { Words.Count: > 0 } message && Whole(message, RouteWords.For(language)) is RouteIntent.SmallTalk;

    static bool IsMethod(RouteIntent intent) => RouteWords.Methods.Any(method => method.Intent == intent);

    RoutedIntent Recognise(string text, Language language)
    {
        var message = PersonText.Read(text);
        var (words, book) = (RouteWords.For(language), _knowledge.For(language));
        var amounts = DoneAmount.Read(message, book);
        if (message.Words.Count == 0) return new(HasTick(text) ? RouteIntent.Done : RouteIntent.Unsure);
        if (Whole(message, words) is { } plain && !(IsAsked(text) && plain is RouteIntent.Done)) return With(plain, amounts);
        if (Method(message, words, book) is { } method && !IsNoExamOfTheirs(method.Intent, message, book) && !(IsAsked(text) && !words["request"].IsAt(message, 0)) && !IsDone(message, words, amounts))
            return method.Intent is RouteIntent.ScaleUp ? new(method.Intent, amounts.Amount, words["filler"].IsIn(PersonText.Read(amounts.Unit)) ? null : amounts.Unit) : new(method.Intent);
        if (IsAsked(text) || (words["question"].IsAt(message, 0) && !IsDone(message, words, amounts))) return new(RouteIntent.Question);
        if (IsDone(message, words, amounts) || (HasTick(text) && !words["hedge"].IsIn(message))) return With(RouteIntent.Done, amounts);
        return new(Longer(message, words, book));
    }

    /// <summary>Who grades exams sits none.</summary>
    static bool IsNoExamOfTheirs(RouteIntent intent, PersonText message, Phrasebook book) => intent is RouteIntent.Exam && book.Classify(message).Recipe.Id is "grading";

    /// <summary>A function of the method that a phrase asks for, and where the phrase stands.</summary>
    static (RouteIntent Intent, (int First, int End) Place)? Method(PersonText message, RouteWords words, Phrasebook book)
    {
        // "I can do 50 now": more than now, where it is not an offer of minutes.
        foreach (var (first, end) in words["cando"].Places(message))
            if (end < message.Words.Count && Amounts.NumberAt(message, end, book) is not null && !(end + 1 < message.Words.Count && book.Units["minutes"].IsAt(message, end + 1)))
                return (RouteIntent.ScaleUp, (first, end));
        foreach (var (list, intent) in RouteWords.Methods)
            if (words[list].Longest(message) is { } place) return (intent, place);
        return null;
    }

    /// <summary>The intent of a message that is a known phrase with nothing but fillers around it.</summary>
    static RouteIntent? Whole(PersonText message, RouteWords words)
    {
        foreach (var (list, intent) in RouteWords.Plain)
            foreach (var (first, end) in words[list].Places(message))
                if (IsFilled(message, 0, first, words, words[list]) && IsFilled(message, end, message.Words.Count, words, words[list])) return intent;
        return null;
    }

    /// <summary>Whether there is nothing but fillers, and more that means the same: "hi, how are you?"</summary>
    static bool IsFilled(PersonText message, int from, int end, RouteWords words, PhraseList same)
    {
        for (var i = from; i < end;)
            if (Math.Max(words["filler"].LengthAt(message, i), same.LengthAt(message, i)) is > 0 and var length) i += length;
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

    static RouteIntent Longer(PersonText message, RouteWords words, Phrasebook book)
    {
        var isShort = message.Words.Count <= (message.Words[0].IsChinese ? 2 : 1) * MostWordsOfStuck;
        var isKnown = message.Words.Count > 1 && book.Classify(message).Score >= 2;
        var isWanted = message.Words.Count > 2 && words["goal"].IsIn(message);
        if (isShort && words["nothing"].IsIn(message)) return RouteIntent.ThatsNothing;
        if (isKnown && isWanted) return RouteIntent.NewGoal;
        if (isShort && words["stuck"].IsIn(message)) return RouteIntent.Stuck;
        return (isKnown || isWanted) && !(isShort && words["done"].IsIn(message)) ? RouteIntent.NewGoal : RouteIntent.Unsure;
    }

    static RoutedIntent With(RouteIntent intent, DoneAmount amounts) => intent switch
    {
        RouteIntent.Done => new(intent, amounts.Amount, amounts.Unit, amounts.Minutes),
        RouteIntent.Later => new(intent, Minutes: amounts.Minutes),
        _ => new(intent),
    };

    static bool HasTick(string text) => text.Any(c => Ticks.Contains(c, StringComparison.Ordinal));

    static bool IsAsked(string text) => text.TrimEnd() is [.., '?' or '？'];
}
