using MicroWins.Rules.Safety.Matching;

namespace MicroWins.Rules.Safety;

/// <summary>
/// Stands before everything else: tells whether a message speaks of self-harm or danger, so that a fixed reply answers and no model is asked.
/// Deterministic and pure: the same text has the same answer on every machine, in time linear in its length.
/// </summary>
/// <remarks>
/// The phrases are data (Safety/Phrases); this is how they combine. Explicit beats ambiguous beats none. A harmless phrase takes out what it touches.
/// A "not" or a past time lowers explicit to ambiguous, and so does a joke about something trivial. Words about work or study lower nothing
/// except a bare mention of the subject. Where the phrases find less, the <see cref="Weights"/> of the words may raise the tier, and where
/// they are plainly those of everyday tasks, they take back what a wide phrase says, never what a plain one says. The texts behind the phrases are synthetic and no clinician has reviewed them.
/// </remarks>
public sealed class SafetyGate
{
    // Words between a "not" and what it negates ("I'm not really that suicidal").
    const int NegationReach = 4;

    // Words around a bare mention in which study words are looked for: about two sentences.
    const int StudyReach = 25;

    readonly PhraseBook _book;
    readonly Weights? _weights;

    // What declines a goal says nothing here.
    internal SafetyGate(PhraseBook book, Weights? weights = null) =>
        (_book, _weights) = (book.Only([.. Enum.GetValues<Meaning>().Except([Meaning.Goal, Meaning.FineGoal, Meaning.Unscaled])]), weights);

    /// <summary>The gate with the phrases and the weights that are built in.</summary>
    public static SafetyGate Default { get; } = new(PhraseBook.BuiltIn, Weights.BuiltIn);

    /// <summary>Judges a message.</summary>
    /// <param name="text">Any UTF-16 string of any length, broken surrogates included.</param>
    /// <param name="language">What the person usually writes. It changes nothing: people switch languages, above all in distress, so every
    /// language's phrases are always tried. It is taken so that callers need not know that.</param>
    public SafetyScreen Screen(string text, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = language;
        var (reading, all) = _book.Find(text);
        var marks = new Marks(reading, all, _book.Together);
        var screen = Screen(marks, _ => true);
        if (_weights is null || screen.Tier is SafetyTier.Explicit && Screen(marks, IsPlain).Tier is SafetyTier.Explicit) return screen;
        var sum = _weights.Best(reading, all);
        return Raised(sum.Worry < Weights.Harmless ? Screen(marks, IsPlain) : screen, sum, IsLowered(marks));
    }

    static SafetyScreen Screen(Marks marks, Func<Mark, bool> counts)
    {
        var screen = SafetyScreen.Clear;
        foreach (var mark in marks.Worrying)
            if (CouldWorsen(mark, screen) && counts(mark)) screen = Worse(screen, Judge(mark, marks));
        return screen;
    }

    // What is said outright in plain phrases stands, however much the rest of the message is about work.
    static bool IsPlain(Mark mark) => mark.Section is { Meaning: Meaning.Explicit, IsBare: false };

    static SafetyScreen Raised(SafetyScreen screen, (double Worry, double Outright) sum, bool isLowered) => screen.Tier switch
    {
        SafetyTier.None when sum is { Worry: >= Weights.HalfWorrying, Outright: >= Weights.Outright } or { Worry: >= Weights.Worrying, Outright: >= Weights.RatherOutright } =>
            new(SafetyTier.Explicit, SafetyConcern.SelfHarm),
        SafetyTier.None when sum.Worry >= Weights.Worrying || sum.Outright >= Weights.HalfOutright => new(SafetyTier.Ambiguous, SafetyConcern.SelfHarm),
        // What the phrases call a denial, a joke or a thing of the past stays a question: the sum of the words cannot tell "I'm not" from "I am".
        SafetyTier.Ambiguous when sum.Outright >= Weights.SurelyOutright && !isLowered => screen with { Tier = SafetyTier.Explicit },
        _ => screen,
    };

    static bool IsLowered(Marks marks) => marks.Worrying.Any(mark => mark.Section.Meaning is Meaning.Explicit && TierOf(mark, marks) is SafetyTier.Ambiguous);

    // Most marks of a long message say what is known already; they need no judging.
    static bool CouldWorsen(Mark mark, SafetyScreen screen) =>
        ((mark.Section.Meaning is Meaning.Explicit ? SafetyTier.Explicit : SafetyTier.Ambiguous), mark.Section.Concern).CompareTo((screen.Tier, screen.Concern)) > 0;

    static SafetyScreen Worse(SafetyScreen a, SafetyScreen b) => (a.Tier, a.Concern).CompareTo((b.Tier, b.Concern)) >= 0 ? a : b;

    static SafetyScreen Judge(Mark mark, Marks marks)
    {
        var tier = TierOf(mark, marks);
        return tier is SafetyTier.None ? SafetyScreen.Clear : new(tier, mark.Section.Concern);
    }

    static SafetyTier TierOf(Mark mark, Marks marks) => mark.Section switch
    {
        { Meaning: Meaning.Mention } => marks.Near(mark, Meaning.Study, StudyReach) || marks.InSentence(mark, Meaning.Fiction) ? SafetyTier.None : SafetyTier.Ambiguous,
        { Meaning: Meaning.Ambiguous } => SafetyTier.Ambiguous,
        { Concern: SafetyConcern.SomebodyElse } when marks.InSentence(mark, Meaning.Fiction) => SafetyTier.None,
        { IsFirm: true } => SafetyTier.Explicit,
        _ when marks.IsNegated(mark, NegationReach) => SafetyTier.Ambiguous,
        { IsDated: true } when marks.InSentence(mark, Meaning.Past) && !marks.InSentence(mark, Meaning.Present) => SafetyTier.Ambiguous,
        { IsJokable: true } when IsJoke(mark, marks) => SafetyTier.Ambiguous,
        _ => SafetyTier.Explicit,
    };

    static bool IsJoke(Mark mark, Marks marks) =>
        marks.InSentence(mark, Meaning.Trivial) && marks.InSentence(mark, Meaning.Joke) && !marks.Any(Meaning.Serious);
}
