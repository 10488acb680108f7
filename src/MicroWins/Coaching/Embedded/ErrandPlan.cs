using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded;

/// <summary>The plan for a list of things: each keeps its own steps, in the order in which they were named.</summary>
sealed class ErrandPlan(Phrasebook book, GoalReader reader)
{
    readonly PlanWriter _writer = new(book);

    /// <summary>A name in front of a step stands in quotes: it says what the step is for, not how much there is to do.</summary>
    string Quoted(string label) => book.Language switch
    {
        Language.Chinese => $"“{label}”：",
        Language.French => $"« {label} » : ",
        Language.German => $"„{label}“: ",
        Language.Portuguese => $"“{label}”: ",
        Language.Spanish or Language.Italian or Language.Russian => $"«{label}»: ",
        _ => $"\"{label}\": ",
    };

    public CoachDraft.GoalBreakdown Write(IReadOnlyList<string> items, PersonText goal, PersonText why)
    {
        var whole = reader.Read(goal, why, book.Language);
        var errands = items.Select(item => (Label: PersonFlip.Flip(item, book), Goal: Errand(item))).ToList();
        var steps = errands.Zip(Shares(errands.Count)).SelectMany(pair => Moves(pair.First.Label, pair.First.Goal, pair.Second)).DistinctBy(step => step.Text).ToList();
        var overwhelm = book.Lines["errands"].First(line => whole.Fits(line) || line.Slots.Count > 0);
        var slots = new Dictionary<string, string> { ["n"] = $"{items.Count}", ["first"] = errands[0].Label };
        return new(
            Title([.. errands.Select(errand => errand.Label)]),
            GoalKind.Task,
            new(OverwhelmCause.TooManySteps, SlotText.Fill(overwhelm.Text, slots) + book.Space + book.Lines["reason"].First(whole.Fits).Text),
            [.. errands.Take(6).Select(errand => Sentences.Capital(errand.Label))],
            steps[0],
            [.. steps.Skip(1).Take(PlanWriter.MostSteps)],
            _writer.Celebrations(whole));
    }

    /// <summary>As many errands as fit, and how many more there are.</summary>
    string Title(List<string> labels)
    {
        var comma = book.Language is Language.Chinese ? "、" : ", ";
        var shown = labels.Count;
        while (shown > 1 && string.Join(comma, labels.Take(shown)).Length > 54) shown--;
        var title = Sentences.CutAtWord(string.Join(comma, labels.Take(shown)), 54);
        return Sentences.Capital(shown < labels.Count ? $"{title} +{labels.Count - shown}" : title);
    }

    /// <summary>How many steps each errand gets, so that the plan has about ten with its first.</summary>
    static IEnumerable<int> Shares(int count) =>
        Enumerable.Range(0, count).Select(i => (PlanWriter.MostSteps / count) + (i < PlanWriter.MostSteps % count ? 1 : 0));

    /// <summary>An errand whose object could not be read is named by its own words.</summary>
    GoalReading Errand(string item)
    {
        var goal = reader.Read(PersonText.Read(item), PersonText.Read(""), book.Language);
        var label = PersonFlip.Flip(item, book);
        var slots = new Dictionary<string, string>(goal.Slots);
        if (goal.Name == goal.Recipe.Noun && !label.Contains(goal.Name, StringComparison.OrdinalIgnoreCase)) slots[SlotText.Name] = slots[SlotText.Owned] = label;
        return goal with { Slots = slots, Tags = new HashSet<string>(goal.Tags) { "errand" } };
    }

    IEnumerable<DraftStep> Moves(string label, GoalReading goal, int share)
    {
        var first = _writer.First(goal);
        return _writer.Core(goal, share - 1).Prepend(first).Select(step => step with { Text = Labelled(label, goal, step.Text) });
    }

    /// <summary>The errand's name stands before its step, unless the step names its object.</summary>
    string Labelled(string label, GoalReading goal, string text) =>
        text.Contains(label, StringComparison.OrdinalIgnoreCase) || (goal.Name != goal.Recipe.Noun && text.Contains(goal.Name, StringComparison.OrdinalIgnoreCase))
        ? text
        : Sentences.CutAtWord($"{Quoted(Sentences.Capital(label))}{Sentences.Small(text)}", Limits.StepTextLength);
}
