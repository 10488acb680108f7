using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MicroWins.Coaching;
using MicroWins.Coaching.Reading;
using MicroWins.Rules;
using MicroWins.Rules.Safety;

namespace MicroWins.Conversations;

// What a coach says beside the steps: it is kept and said again, so it is looked at first.
public sealed partial class ConversationFlow
{
    /// <summary>Questions for the weekly review that are kept.</summary>
    const int MostReviewQuestions = 4;

    /// <summary>Numbers up to this belong to ways of doing things ("count 3-2-1", "ten minutes"). A greater one that nobody named is a claim.</summary>
    const double MostInPassing = 10;

    Chat WithQuestions(Chat chat, IEnumerable<string> questions, CoachRequest asked, params IEnumerable<string> told) => chat with
    {
        Agreement = chat.Agreement with { Questions = Sentences(questions, MostReviewQuestions, asked, told) is { Length: > 0 } kept ? kept : chat.Agreement.Questions },
    };

    /// <summary>Sentences of a coach that are kept: readable, short, nothing that harms, and no number in place of the record.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="most">How many are kept.</param>
    /// <param name="asked">What the coach was asked.</param>
    /// <param name="told">What the person told, whose numbers may be said back.</param>
    ImmutableArray<string> Sentences(IEnumerable<string> sentences, int most, CoachRequest asked, params IEnumerable<string> told)
    {
        var numbers = ClaimedNumbers.In(asked.Language, told);
        return
        [
            .. sentences.Select(sentence => Shorten(Clean(sentence), Limits.StepTextLength))
                .Where(sentence => sentence.Any(char.IsLetterOrDigit) && IsFit(sentence, asked.Language) && !Claims(sentence, asked.Language, numbers))
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(most),
        ];
    }

    /// <summary>Whether the words of a coach harm nobody. They are judged as said to the person, and as the person would say them.</summary>
    bool IsFit(string words, Language language)
    {
        if (_rules.Own.Harm(words, language) is not UnsafeGoal.None) return false;
        var own = OfThePerson().Replace(words, word => Own[word.Value.ToLowerInvariant()]);
        // Most sentences speak to nobody, and are the same either way.
        return own == words || UnsafeGoals.Default.Judge(own) is UnsafeGoal.None;
    }

    /// <summary>Whom a coach speaks to, and the person's own word for it. Russian and Chinese have one word for both.</summary>
    static readonly Dictionary<string, string> Own = new()
    {
        ["yourself"] = "myself", ["dich"] = "mich", ["dir"] = "mir", ["te"] = "me", ["ti"] = "mi", ["toi"] = "moi",
    };

    [GeneratedRegex(@"\b(?:yourself|dich|dir|te|ti|toi)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThePerson();

    /// <summary>Whether a sentence says a number about the person's record, which is the store's to say.</summary>
    static bool Claims(string sentence, Language language, IReadOnlySet<double> told)
    {
        var numbers = ClaimedNumbers.In(sentence, language).Where(number => !told.Contains(number)).ToList();
        return numbers.Exists(number => !(number <= MostInPassing)) || (numbers.Count > 0 && OfTheRecord().IsMatch(sentence));
    }

    // Words of wins, promises and streaks, in each language.
    [GeneratedRegex(@"\bwins?\b|\bkept\b|\bstreak|in a row|\bpromise|%|gehalten|geschafft|versprechen|in folge|cumpli|promesa|racha|seguid|tenue?s?\b|promess|d'affilée|mantenut|di fila|сдержа|обещан|подряд|连续|做到|承诺", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheRecord();
}
