using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded;

/// <summary>A goal as something that can be done every day: its family, and what its words name.</summary>
sealed class HabitGoal
{
    readonly Speech _speech;

    HabitGoal(string words, string label, Sheet family, GoalReading reading, IReadOnlyDictionary<string, string> slots, Phrasebook book)
    {
        (Words, Label, Family, Reading) = (words, label, family, reading);
        _speech = new(book, slots, reading.Tags);
    }

    /// <summary>The goal as the person wrote it, clean.</summary>
    public string Words { get; }

    /// <summary>A short name for it.</summary>
    public string Label { get; }

    public Sheet Family { get; }

    public GoalReading Reading { get; }

    public DayPart When => Times.Part(Family)!.Value;

    public Speech Speech => _speech;

    /// <summary>The smallest version of it that is repeated daily, as a step and in the words of a promise.</summary>
    public (DraftStep Step, string Action) Habit
    {
        get
        {
            var line = _speech.First(Family.All("habit"));
            var halves = _speech.Filled(line).Split('|', 2, StringSplitOptions.TrimEntries);
            return (Speech.StepOf(halves[0], line.Minutes), halves[1]);
        }
    }

    /// <summary>What counts even on the worst day.</summary>
    public DraftStep Least => _speech.Step(_speech.First(Family.All("least")));

    public string Reframing => Sentences.Capital(_speech.Filled(Family.All("reframe").First(_speech.Fits)));

    public IReadOnlyList<DraftStep> Rising => [.. Family.All("step").Select(_speech.Step)];

    public string Measure => Family.Values["measure"];

    public static HabitGoal Read(string goal, string why, GoalReader reader, Phrasebook from, Phrasebook to)
    {
        var text = PersonText.Read(goal);
        var reading = reader.Read(text, PersonText.Read(why), to.Language);
        var family = FamilyOf(text, from, to);
        var label = GoalLabel.Of(text, from) is { Length: > 0 } own ? own : reading.Name;
        var slots = new Dictionary<string, string>(reading.Slots) { [Speech.Goal] = label };
        if (!slots.TryGetValue(SlotText.Object, out var found)) slots.Remove(SlotText.Owned);
        else if (family.Values.ContainsKey("proper")) slots[SlotText.Object] = Sentences.Capital(found);
        return new(text.Clean, label, family, reading, slots, to);
    }

    static Sheet FamilyOf(PersonText text, Phrasebook from, Phrasebook to)
    {
        var (recipe, sureness) = from.Classify(text);
        var best = from.Sheets["habit"].MaxBy(sheet => sheet.Score(text, recipe.Id, sureness))!;
        var id = best.Score(text, recipe.Id, sureness) > 0 ? best.Id : Sheet.Other;
        return to.Sheets["habit"].First(sheet => sheet.Id == id);
    }
}
