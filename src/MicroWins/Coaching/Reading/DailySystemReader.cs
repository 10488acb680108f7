using System.Text.Json;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads a daily system.</summary>
internal static class DailySystemReader
{
    /// <summary>A step for each of the five goals that are asked for, and one to spare.</summary>
    const int MostSlots = 6;

    const int MostPerDay = 3;

    public static DraftReading Read(Part root, CoachRequest.DesignDailySystem asked)
    {
        var slots = root.All.Select(part => SlotOf(part, asked)).OfType<SystemSlot>().DistinctBy(slot => slot.Step.Text).Take(MostSlots).ToList();
        if (slots.Count == 0) return new DraftReading.Unusable("There was no slot in it with a time of day and a step.");
        var words = FillIns.For(asked.Language);
        return new DraftReading.Usable(new CoachDraft.DailySystem(
            PerDay(root),
            [.. slots.Select((slot, index) => slot with { Goal = Goal(slot, index, asked) }).OrderBy(slot => slot.When)],
            DraftTexts.Sentence(root.Anywhere("tracking", FieldNames.Tracking())?.Text, words.Tracking),
            DraftTexts.Texts((root.Anywhere("weeklyReview", FieldNames.Review()) ?? root.Anywhere("weekly", FieldNames.EachWeek()))?.Texts ?? [], DraftTexts.MostTexts, words.Questions)));
    }

    // Where it is not said, one: too few is never wrong.
    static int PerDay(Part root) => (int)Math.Clamp(root.Anywhere("perDay", FieldNames.PerDay())?.Number ?? 1, 1, MostPerDay);

    // The goal may still be empty.
    static SystemSlot? SlotOf(Part part, CoachRequest.DesignDailySystem asked)
    {
        if (TimeOf(part) is not { } when) return null;
        if (part.Value.ValueKind is JsonValueKind.String) return OfText(part, when, asked);
        if (!part.IsObject || DraftTexts.Step(StepOf(part)) is not { } step) return null;
        var goal = part.Said("goal", FieldNames.Goal());
        return new(when, goal is null || goal == step.Text ? "" : goal, step);
    }

    // "Learn Spanish: go through 5 cards", or the same as a name and a text. Other texts of an object belong to its slot.
    static SystemSlot? OfText(Part part, DayPart when, CoachRequest.DesignDailySystem asked)
    {
        var text = part.Value.GetString()!;
        var colon = part.IsItem ? text.IndexOfAny([':', '：']) : -1;
        var label = part.IsItem ? text[..Math.Max(colon, 0)] : part.Label;
        var goal = asked.Goals.FirstOrDefault(goal => DraftTexts.SharesAWord(label, goal));
        if (goal is null && !part.IsItem && DayParts.Read(part.Label) is null) return null;
        return DraftTexts.Step(StepLine.Parse(goal is null ? text : text[(colon + 1)..])) is { } step ? new(when, goal ?? "", step) : null;
    }

    // The time stands in the slot, or is the name of what it stands in: {"morning": ["Read one page"]}.
    static DayPart? TimeOf(Part part)
    {
        if (part.IsObject && part.Field("when", FieldNames.When())?.Text is { } said && DayParts.Read(said) is { } when) return when;
        for (var around = part; around is not null; around = around.Around)
            if (DayParts.Read(around.Label) is { } named) return named;
        return null;
    }

    static RawStep? StepOf(Part slot) =>
        slot.Parts.Where(field => field.IsObject && Words.StepField().IsMatch(field.Name)).Select(field => field.Step).FirstOrDefault(step => step is not null)
        ?? JsonSteps.NamedStepOf(slot.Value);

    // Where it is not said, the goal that shares a word with the step, else the one whose turn it is.
    static string Goal(SystemSlot slot, int index, CoachRequest.DesignDailySystem asked) => DraftTexts.Goal(
        slot.Goal, asked.Goals.FirstOrDefault(goal => DraftTexts.SharesAWord(goal, slot.Step.Text)), asked.Goals.ElementAtOrDefault(index), slot.Step.Text);
}
