using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads a stack of habits: objects, or nothing but sentences such as "After I pour my coffee, I will read one page."</summary>
internal static partial class HabitStackReader
{
    const int MostHabits = 6;
    const int AnchorLength = 120;

    public static DraftReading Read(Part root, CoachRequest.BuildHabitStack asked)
    {
        var whole = root.All.Where(part => part.IsObject).Select(part => (Part: part, Habit: OfObject(part, asked)))
            .Where(found => found.Habit is not null).ToDictionary(found => found.Part, found => found.Habit);
        var found = root.All.Select(part => whole.GetValueOrDefault(part) ?? OfText(part, whole, asked)).OfType<StackedHabit>();
        var habits = found.DistinctBy(habit => (habit.Anchor, habit.Step.Text)).Take(MostHabits).ToList();
        if (habits.Count == 0) return new DraftReading.Unusable("There was no habit in it with an anchor and a step.");
        var words = FillIns.For(asked.Language);
        return new DraftReading.Usable(new CoachDraft.HabitStack(
            Named(habits, [.. asked.Habits]),
            DraftTexts.Sentence(root.Anywhere("tracking", FieldNames.Tracking())?.Text, words.Tracking),
            DraftTexts.Sentence(root.Anywhere("progression", FieldNames.Progression())?.Text, words.Progression)));
    }

    // A sentence without a name is that of the habit whose words it has; the others are taken in order.
    static IReadOnlyList<StackedHabit> Named(IReadOnlyList<StackedHabit> habits, List<string> told)
    {
        told.RemoveAll(words => habits.Any(habit => Words.Plain(habit.Habit) == Words.Plain(words)));
        string? Take(string? words) => words is not null && told.Remove(words) ? words : null;
        var shared = habits.Select(habit => habit.Habit.Any(char.IsLetterOrDigit) ? habit
            : habit with { Habit = Take(told.FirstOrDefault(words => DraftTexts.SharesAWord(words, habit.Step.Text))) ?? "" }).ToList();
        return [.. shared.Select(habit => habit with { Habit = DraftTexts.Goal(habit.Habit.Any(char.IsLetterOrDigit) ? habit.Habit : Take(told.FirstOrDefault()), habit.Step.Text) })];
    }

    // The name of the habit may still be empty.
    static StackedHabit? OfText(Part part, Dictionary<Part, StackedHabit?> whole, CoachRequest.BuildHabitStack asked)
    {
        // The sentence of an object belongs to it.
        if (part.Value.ValueKind is not JsonValueKind.String || part is { IsItem: false, Around: { } around } && whole.ContainsKey(around)) return null;
        var label = part.IsItem || FieldNames.IsKnown(part.Label) ? "" : part.Label;
        return Split(part.Value.GetString()!) is var (anchor, step) ? Complete(label, anchor, step, part.Text, asked) : null;
    }

    static StackedHabit? OfObject(Part part, CoachRequest.BuildHabitStack asked)
    {
        var sentence = part.Said("sentence", FieldNames.Sentence()) ?? part.Parts.Where(field => field.Value.ValueKind is JsonValueKind.String)
            .Select(field => field.Text).FirstOrDefault(text => text is not null && Split(text) is not null);
        var split = sentence is null ? null : Split(sentence);
        var anchor = part.Said("anchor", FieldNames.Anchor());
        if (anchor == sentence) anchor = null;
        var step = part.Parts.Where(field => field.IsObject && Words.StepField().IsMatch(field.Name)).Select(field => field.Step).FirstOrDefault()
            ?? JsonSteps.NamedStepOf(part.Value) ?? split?.Step;
        if (step is null || (anchor ?? split?.Anchor) is not { } after) return null;
        var habit = part.Parts.FirstOrDefault(field => field.Name is "habit" or "goal" or "name" or "title")?.Text;
        var label = part.IsItem || FieldNames.IsKnown(part.Label) ? "" : part.Label;
        return Complete(habit == step.Text ? "" : habit ?? label, after, step, sentence, asked);
    }

    static StackedHabit? Complete(string habit, string anchor, RawStep said, string? sentence, CoachRequest.BuildHabitStack asked)
    {
        var clause = After().Replace(ModelText.Clean(anchor, AnchorLength), "").TrimEnd('.', ',', '，', '。');
        if (DraftTexts.Step(said) is not { } step || !clause.Any(char.IsLetter)) return null;
        var both = string.Format(CultureInfo.InvariantCulture, FillIns.For(asked.Language).Stacked, clause, step.Text);
        return new(habit, clause, step, DraftTexts.Sentence(WithoutNotes(sentence ?? ""), both));
    }

    // "... I will read one page. (3 min)"
    static string WithoutNotes(string sentence) => StepLine.Parse(sentence) is { Minutes: null, Difficulty: null } ? sentence : StepLine.Parse(sentence).Text;

    static (string Anchor, RawStep Step)? Split(string text)
    {
        if (Stacked().Match(StepLine.Parse(text).Text) is not { Success: true } match) return null;
        var step = StepLine.Parse(text) with { Text = Capital(match.Groups["step"].Value.TrimEnd('.', '。')) };
        return (match.Groups["anchor"].Value, step);
    }

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    const string IWill = "(?:i(?:'ll|’ll| will| am going to)|voy a|werde ich|je vais|j'|vou|eu vou|io )?";

    [GeneratedRegex(@"^\W*(?:after|once|when|nachdem|sobald|wenn|nach|después de(?: que)?|cuando|tras|après(?: que)?|quand|depois de(?: que)?|quando|dopo(?: che)?|после того,? как|после|когда)\s+(?<anchor>[^,，]{2,120}),\s*" + IWill + @"\s*(?<step>\S.{2,})$|^\W*(?:在)?(?<anchor>[^,，]{2,60}?)(?:之后|以后|后)[,，]\s*(?:我(?:会|要|就)?)?(?<step>\S.{1,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Stacked();

    [GeneratedRegex(@"^\W*(?:after|once|when|nachdem|sobald|nach|después de(?: que)?|cuando|tras|après(?: que)?|quand|depois de(?: que)?|quando|dopo(?: che)?|после того,? как|после|когда|在)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex After();
}
