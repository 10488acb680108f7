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
    readonly ConcurrentDictionary<string, UnsafeGoal> _harms = [];
    readonly ConcurrentDictionary<(SizingQuestion Question, double Target), Judgement> _judged = [];

    /// <summary>How many answers are remembered.</summary>
    public int Count => _harms.Count + _judged.Count;

    /// <summary>Answers as <see cref="UnsafeGoals.Judge"/> does.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="language">Its language.</param>
    public UnsafeGoal Harm(string text, Language language) =>
        IsOwn(text, language) ? _harms.GetOrAdd(text, UnsafeGoals.Default.Judge) : UnsafeGoals.Default.Judge(text);

    /// <summary>Answers as <see cref="Sizer.Judge"/> does.</summary>
    public Judgement Judge(SizingQuestion question, double target) => question is { Pace: null, Language: { } language } && IsUsual(question.ClaimedMinutes) && IsOwn(question.Text, language)
        ? _judged.GetOrAdd((question, target), static (asked, sizer) => sizer.Judge(asked.Question, asked.Target), sizer)
        : sizer.Judge(question, target);

    // A model may say one of these sentences with any number beside it: only so many are remembered.
    static bool IsUsual(double? minutes) => minutes is null or (>= 0 and <= Limits.MicroGoalMinutes) && double.IsInteger(2 * (minutes ?? 0));

    static bool IsOwn(string text, Language language) => KnowledgeBase.BuiltIn.For(language).Own.Contains(text);
}
