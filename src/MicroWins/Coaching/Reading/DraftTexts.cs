using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>What every reader does with what it found: clean it, hold its length and its number, fill what is missing.</summary>
internal static class DraftTexts
{
    /// <summary>UTF-16 units of a title: one line of a card.</summary>
    public const int TitleLength = 60;

    /// <summary>UTF-16 units of a sentence or two.</summary>
    public const int SentenceLength = 300;

    /// <summary>Ways, questions, boosters: more are not read by anybody.</summary>
    public const int MostTexts = 5;

    /// <summary>A text made plain; what is missing or has no words is said otherwise.</summary>
    public static string Sentence(string? text, string otherwise) =>
        ModelText.Clean(text ?? "", SentenceLength) is var clean && clean.Any(char.IsLetter) ? clean : otherwise;

    /// <summary>Texts made plain.</summary>
    /// <param name="texts">What was found.</param>
    /// <param name="most">How many are kept.</param>
    /// <param name="otherwise">What stands for none at all.</param>
    public static IReadOnlyList<string> Texts(IEnumerable<string> texts, int most, IReadOnlyList<string> otherwise)
    {
        var clean = texts.Select(text => ModelText.Clean(text, SentenceLength)).Where(text => text.Any(char.IsLetterOrDigit)).Distinct().Take(most).ToList();
        return clean.Count > 0 ? clean : otherwise;
    }

    /// <summary>The first text that leaves something to call a thing by. Words of a person may be all link or emoji, of which cleaning leaves nothing.</summary>
    public static string Title(params IEnumerable<string?> candidates) => Said(TitleLength, candidates);

    /// <summary>The same for a goal, a habit or a topic, which keeps the length of a sentence.</summary>
    public static string Goal(params IEnumerable<string?> candidates) => Said(SentenceLength, candidates);

    static string Said(int most, IEnumerable<string?> candidates) => candidates
        .Select(words => ModelText.Clean(words ?? "", most)).First(title => title.Any(char.IsLetterOrDigit));

    /// <summary>A step made plain; null where no words are left.</summary>
    public static DraftStep? Step(RawStep? step) =>
        step is not null && ModelText.Clean(step.Text, Limits.StepTextLength) is var text && text.Any(char.IsLetter)
            ? new(text, step.Minutes, step.Difficulty ?? Difficulty.Easy)
            : null;

    /// <summary>Steps made plain, without those that are the first one again.</summary>
    public static IReadOnlyList<DraftStep> Steps(IEnumerable<RawStep> steps, int most, DraftStep? first = null) =>
        [.. steps.Select(Step).OfType<DraftStep>().Where(step => first is null || !IsSame(step, first)).Take(most)];

    /// <summary>The first step with words in it.</summary>
    public static DraftStep? First(IEnumerable<RawStep> steps) => steps.Select(Step).FirstOrDefault(step => step is not null);

    // Models repeat the first step as number one of the list. Only the same words count as the same step: no other may get lost.
    static bool IsSame(DraftStep step, DraftStep first) => Words.Plain(step.Text) == Words.Plain(first.Text) && Digits(step) == Digits(first);

    static string Digits(DraftStep step) => string.Concat(step.Text.Where(char.IsDigit));

    /// <summary>Whether two texts have a word of some length in common, as a goal and what a model calls it.</summary>
    public static bool SharesAWord(string one, string other) => Keys(one).Intersect(Keys(other)).Any();

    // Four letters leave out most articles; Chinese words have fewer, and no spaces.
    static IEnumerable<string> Keys(string text) => text.ToLowerInvariant()
        .Split([' ', ',', '.', ';', ':', '-', '\'', '’', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3 || word.Any(c => c > '\u2E80'));
}
