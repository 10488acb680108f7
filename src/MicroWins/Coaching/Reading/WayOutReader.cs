using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads a way out of putting off.</summary>
internal static class WayOutReader
{
    const int MostSteps = 20;

    /// <summary>Minutes of the step that is filled in for an emergency.</summary>
    const double FilledMinutes = 1;

    /// <param name="root">The parts of one object of the answer, or of its outline.</param>
    /// <param name="answer">The answer itself: steps in prose are read from its lines.</param>
    /// <param name="asked">What was asked.</param>
    public static DraftReading Read(Part root, string answer, CoachRequest.BeatProcrastination asked)
    {
        var list = Steps(root);
        var lines = list.Count > DraftReader.FewestSteps ? null : ListBreakdown.Read(answer);
        var first = DraftTexts.Step(Now(root)?.Step ?? lines?.First) ?? DraftTexts.First(lines?.Steps ?? list);
        if (first is null) return BreakdownReader.Missing(-1);
        var steps = DraftTexts.Steps(lines?.Steps ?? list, MostSteps, first);
        if (steps.Count < DraftReader.FewestSteps) return BreakdownReader.Missing(steps.Count);
        var words = FillIns.For(asked.Language);
        return new DraftReading.Usable(new CoachDraft.WayOut(
            DraftTexts.Title(root.Parts.FirstOrDefault(part => part.Name is "title" or "name")?.Text, asked.Task, first.Text),
            first,
            steps,
            DraftTexts.Texts(root.Anywhere("boosters", FieldNames.Boosters())?.Texts ?? [], DraftTexts.MostTexts, words.Boosters),
            DraftTexts.Step(root.Anywhere("emergency", FieldNames.Emergency())?.Step) ?? new(words.Emergency, FilledMinutes, Difficulty.Easy)));
    }

    static Part? Now(Part root) => root.Anywhere("now", FieldNames.Now()) is { } now && now.Step is not null ? now : root.Anywhere("firstStep", FieldNames.First());

    // By name, else the longest list that is nothing else.
    static IReadOnlyList<RawStep> Steps(Part root)
    {
        var named = root.Anywhere("steps", FieldNames.Path())?.Steps ?? [];
        return named.Count >= DraftReader.FewestSteps ? named
            : root.All.Where(part => !part.IsItem && (part.IsList || part == root) && !IsOther(part.Name)).Select(part => part.IsList ? part.Steps : []).MaxBy(steps => steps.Count) ?? [];
    }

    static bool IsOther(string name) => FieldNames.Boosters().IsMatch(name) || FieldNames.Emergency().IsMatch(name)
        || Words.Why().IsMatch(name) || Words.Celebration().IsMatch(name);
}
