using System.Collections.Concurrent;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;
using MicroWins.Rules.Planning;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;

namespace MicroWins.Coaching.Embedded;

/// <summary>
/// What the rules found of the planner's own sentences. Those that have nobody's words in them are the same for everybody, and most of a plan is
/// made of them: each is judged once in the life of the program. Nothing that a person or a model wrote is remembered.
/// </summary>
public sealed class OwnSentences(Sizer sizer)
{
    /// <summary>Answers that are remembered: a model may say one of these sentences with any number beside it, and there is no end of numbers.</summary>
    public const int Most = 8_000;

    readonly ConcurrentDictionary<(string Text, Language Language), UnsafeGoal> _harms = [];
    readonly ConcurrentDictionary<(string Text, Language Language), AmountInText?> _amounts = [];
    readonly ConcurrentDictionary<(SizingQuestion Question, double Target), Judgement> _judged = [];
    readonly ConcurrentDictionary<SizingQuestion, Shrunk> _smaller = [];
    int _count;

    /// <summary>How many answers are remembered.</summary>
    public int Count => _count;

    /// <summary>Answers as <see cref="UnsafeGoals.Judge"/> does.</summary>
    public UnsafeGoal Harm(string text, Language language) => Remembered(_harms, (text, language), text, language, _ => UnsafeGoals.Default.Judge(text));

    /// <summary>Answers as <see cref="AmountInText.Find"/> does.</summary>
    public AmountInText? Amount(string text, Language language) => Remembered(_amounts, (text, language), text, language, _ => AmountInText.Find(text, language));

    /// <summary>Answers as <see cref="Sizer.Judge"/> does.</summary>
    public Judgement Judge(SizingQuestion question, double target) =>
        Remembered(_judged, (question, target), question.Text, LanguageOf(question), _ => sizer.Judge(question, target));

    /// <summary>Answers as <see cref="Sizer.Smaller"/> does.</summary>
    public Shrunk Smaller(SizingQuestion question) => Remembered(_smaller, question, question.Text, LanguageOf(question), sizer.Smaller);

    // A person's pace is theirs.
    static Language? LanguageOf(SizingQuestion question) => question.Pace is null ? question.Language : null;

    TAnswer Remembered<TQuestion, TAnswer>(ConcurrentDictionary<TQuestion, TAnswer> known, TQuestion question, string text, Language? language, Func<TQuestion, TAnswer> ask)
        where TQuestion : notnull
    {
        if (language is not { } of || !KnowledgeBase.BuiltIn.For(of).Own.Contains(text)) return ask(question);
        if (known.TryGetValue(question, out var answer)) return answer;
        answer = ask(question);
        if (Volatile.Read(ref _count) < Most && known.TryAdd(question, answer)) Interlocked.Increment(ref _count);
        return answer;
    }
}
