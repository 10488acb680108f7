using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;
using MicroWins.Rules.Sizing;

namespace MicroWins.Coaching.Embedded;

/// <summary>Says sentences of a phrasebook about what is known of a person and their goals.</summary>
sealed class Speech(Phrasebook book, IReadOnlyDictionary<string, string> slots, IReadOnlySet<string> tags)
{
    /// <summary>The slot of a goal in the person's words.</summary>
    public const string Goal = "goal";

    /// <summary>The first sentence of that name that fits.</summary>
    public string One(string name) => Sentences.Capital(Filled(book.Lines[name].First(Fits)));

    /// <summary>Sentences of that name that fit, those first that need something of this person.</summary>
    public IReadOnlyList<string> Some(string name, int most) =>
        [.. book.Lines[name].Where(Fits).OrderBy(line => line.Needs.Count > 0 ? 0 : 1).Take(most).Select(line => Sentences.Capital(Filled(line)))];

    /// <summary>All steps of that name that fit, in order.</summary>
    public IReadOnlyList<DraftStep> Steps(string name, int most) => [.. book.Lines[name].Where(IsSound).Take(most).Select(Step)];

    /// <summary>The first line that fits, and that the rules find small enough once it is filled; the last one that fits where none is.</summary>
    public RecipeLine First(IReadOnlyList<RecipeLine> lines) => lines.FirstOrDefault(IsSound) ?? lines.Last(Fits);

    public DraftStep Step(RecipeLine line) => StepOf(Filled(line), line.Minutes);

    public static DraftStep StepOf(string text, double minutes) => new(Sentences.Capital(text), minutes, Sentences.DifficultyOf(minutes));

    public string Filled(RecipeLine line) => SlotText.Fill(line.Text, slots);

    public bool Fits(RecipeLine line) => line.Needs.All(IsKnown) && !line.Without.Any(IsKnown) && line.Slots.All(slots.ContainsKey);

    /// <summary>The person's own words in a step may make it too big or too long for the rules; then a plainer line is said.</summary>
    public bool IsSound(RecipeLine line) => Fits(line) && (line.Slots.Count is 0 ? book.Small.GetOrAdd(line, IsSmall) : IsSmall(line));

    bool IsSmall(RecipeLine line) => IsSmall(Filled(line).Split('|')[0].Trim(), line.Minutes);

    public bool IsSmall(string text, double minutes)
    {
        // What is meant to be done at once stays a first step, the others stay micro-goals.
        var most = minutes <= Limits.StuckStepMinutes ? Limits.FirstStepMinutes : Limits.MicroGoalMinutes;
        var question = new SizingQuestion(text.TrimEnd('.', '。'), book.Language, minutes);
        // What is believed to be short by its claim alone is given a time limit; then a line that says its own size is better.
        return text.Length <= Limits.StepTextLength && Sizer.Default.IsSmall(question, most);
    }

    bool IsKnown(string tag) => tags.Contains(tag) || slots.ContainsKey(tag);
}
