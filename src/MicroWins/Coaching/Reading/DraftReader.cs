using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Reads what a model wrote: JSON as asked for, JSON in its own manner, or lists in markdown and prose. Fills gaps, cleans every text,
/// holds every length. What it gives is still a draft: the rules judge the steps.
/// </summary>
internal static class DraftReader
{
    /// <summary>Steps behind the first one that a draft needs to be of use; fewer is an answer that missed the question.</summary>
    public const int FewestSteps = 3;

    /// <summary>UTF-16 units of an answer that are looked at: ten times a long plan.</summary>
    const int LongestAnswer = 64_000;

    const string EndOfThought = "</think>";
    const int TitleLength = 60;
    const int SentenceLength = 300;
    const int MostSteps = 15;
    const int MostMilestones = 6;
    const int MostCelebrations = 5;

    /// <summary>Reads a breakdown of a goal.</summary>
    /// <param name="answer">The model's text.</param>
    /// <param name="asked">What was asked; fills gaps.</param>
    public static DraftReading Read(string answer, CoachRequest.BreakDownGoal asked)
    {
        answer = WithoutThoughts(ModelText.Cut(answer.ReplaceLineEndings("\n"), LongestAnswer));
        if (string.IsNullOrWhiteSpace(answer)) return new DraftReading.Unusable("The answer was empty.");
        var most = -1;
        foreach (var raw in Found(answer))
        {
            var draft = Complete(raw, asked);
            if (draft is not null && draft.Steps.Count >= FewestSteps) return new DraftReading.Usable(draft);
            most = Math.Max(most, draft?.Steps.Count ?? -1);
        }
        return new DraftReading.Unusable(most < 0 ? "There was no list of steps in it." : $"Behind the first step it needs at least {FewestSteps} more; it had {most}.");
    }

    // Some models think aloud before they answer, often in lists of their own.
    static string WithoutThoughts(string answer)
    {
        var end = answer.LastIndexOf(EndOfThought, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? answer : answer[(end + EndOfThought.Length)..];
    }

    static IEnumerable<RawBreakdown> Found(string answer)
    {
        foreach (var element in JsonInText.Find(answer))
            if (JsonDraft.Read(element) is { } fromJson) yield return fromJson;
        if (ListDraft.Read(answer) is { } fromList) yield return fromList;
    }

    static CoachDraft.GoalBreakdown? Complete(RawBreakdown raw, CoachRequest.BreakDownGoal asked)
    {
        var steps = raw.Steps.Select(Clean).Where(IsSaid).ToList();
        var first = raw.First is { } named && Clean(named) is var clean && IsSaid(clean) ? clean : steps.FirstOrDefault();
        if (first is null) return null;
        var title = Title(raw.Title, asked.Goal, first.Text);
        var overwhelm = ModelText.Clean(raw.Overwhelm ?? "", SentenceLength);
        return new(
            title,
            raw.Kind ?? FillIns.Kind(asked.Goal),
            new(Cause(raw.Cause, overwhelm), overwhelm.Length > 0 ? overwhelm : FillIns.Overwhelm(asked.Language)),
            Texts(raw.Milestones, MostMilestones, [title]),
            first,
            [.. steps.Where(step => !IsSame(step, first)).Take(MostSteps)],
            Texts(raw.Celebrations, MostCelebrations, FillIns.Celebrations(asked.Language)));
    }

    // A goal may be all link or emoji, of which cleaning leaves nothing to call it by.
    static string Title(params IEnumerable<string?> candidates) => candidates
        .Select(words => ModelText.Clean(words ?? "", TitleLength)).First(title => title.Any(char.IsLetterOrDigit));

    static DraftStep Clean(RawStep step) => new(ModelText.Clean(step.Text, Limits.StepTextLength), step.Minutes, step.Difficulty ?? Difficulty.Easy);

    static bool IsSaid(DraftStep step) => step.Text.Any(char.IsLetter);

    // Models repeat the first step as number one of the list. Only the same words count as the same step: no other may get lost.
    static bool IsSame(DraftStep step, DraftStep first) => Words.Plain(step.Text) == Words.Plain(first.Text) && Digits(step) == Digits(first);

    static string Digits(DraftStep step) => string.Concat(step.Text.Where(char.IsDigit));

    static OverwhelmCause Cause(string? named, string overwhelm) =>
        Enum.TryParse<OverwhelmCause>(named, ignoreCase: true, out var cause) && Enum.IsDefined(cause) ? cause : FillIns.Cause(overwhelm);

    static IReadOnlyList<string> Texts(IReadOnlyList<string> texts, int most, IReadOnlyList<string> otherwise)
    {
        var clean = texts.Select(text => ModelText.Clean(text, SentenceLength)).Where(text => text.Any(char.IsLetterOrDigit)).Take(most).ToList();
        return clean.Count > 0 ? clean : otherwise;
    }
}

/// <summary>What came of reading an answer.</summary>
internal abstract record DraftReading
{
    DraftReading() { }

    /// <summary>A draft with a first step and at least <see cref="DraftReader.FewestSteps"/> more.</summary>
    public sealed record Usable(CoachDraft.GoalBreakdown Draft) : DraftReading;

    /// <summary>Nothing that could be used.</summary>
    /// <param name="Missing">What is missing, in a sentence for the model; holds no word of the answer.</param>
    public sealed record Unusable(string Missing) : DraftReading;
}
