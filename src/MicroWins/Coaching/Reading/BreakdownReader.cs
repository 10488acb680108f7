namespace MicroWins.Coaching.Reading;

/// <summary>Reads a goal that was broken down.</summary>
internal static class BreakdownReader
{
    const int MostSteps = 15;
    const int MostMilestones = 6;

    public static DraftReading Read(string answer, CoachRequest.BreakDownGoal asked)
    {
        var most = -1;
        foreach (var raw in Found(answer))
        {
            var draft = Complete(raw, asked);
            if (draft is not null && draft.Steps.Count >= DraftReader.FewestSteps) return new DraftReading.Usable(draft);
            most = Math.Max(most, draft?.Steps.Count ?? -1);
        }
        return Missing(most);
    }

    /// <summary>What a plan lacks.</summary>
    /// <param name="steps">Steps behind the first one; -1 where there was not even that.</param>
    public static DraftReading.Unusable Missing(int steps) => new(steps < 0
        ? "There was no list of steps in it."
        : $"Behind the first step it needs at least {DraftReader.FewestSteps} more; it had {steps}.");

    static IEnumerable<RawBreakdown> Found(string answer)
    {
        foreach (var element in JsonInText.FindAnswers(answer))
            if (JsonBreakdown.Read(element) is { } fromJson) yield return fromJson;
        if (ListBreakdown.Read(answer) is { } fromList) yield return fromList;
    }

    static CoachDraft.GoalBreakdown? Complete(RawBreakdown raw, CoachRequest.BreakDownGoal asked)
    {
        var first = DraftTexts.Step(raw.First) ?? DraftTexts.First(raw.Steps);
        if (first is null) return null;
        var title = DraftTexts.Title(raw.Title, asked.Goal, first.Text);
        var overwhelm = DraftTexts.Sentence(raw.Overwhelm, "");
        return new(
            title,
            raw.Kind ?? FillIns.Kind(asked.Goal),
            new(Cause(raw.Cause, overwhelm), overwhelm.Length > 0 ? overwhelm : FillIns.Overwhelm(asked.Language)),
            DraftTexts.Texts(raw.Milestones, MostMilestones, [title]),
            first,
            DraftTexts.Steps(raw.Steps, MostSteps, first),
            DraftTexts.Texts(raw.Celebrations, DraftTexts.MostTexts, FillIns.Celebrations(asked.Language)));
    }

    static OverwhelmCause Cause(string? named, string overwhelm) =>
        Enum.TryParse<OverwhelmCause>(named, ignoreCase: true, out var cause) && Enum.IsDefined(cause) ? cause : FillIns.Cause(overwhelm);
}
