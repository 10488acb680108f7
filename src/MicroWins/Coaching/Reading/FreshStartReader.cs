using System.Text.Json;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads goals that are begun again.</summary>
internal static class FreshStartReader
{
    /// <summary>Steps of a path that it needs to lead anywhere.</summary>
    const int FewestSteps = 2;

    const int MostSteps = 8;
    const int MostGoals = 5;
    const int MostSentences = 3;

    public static DraftReading Read(Part root, CoachRequest.ReframeFailedGoals asked)
    {
        var parts = root.All.Where(part => IsGoal(part, asked)).Take(MostGoals).ToList();
        var goals = parts.Select((part, index) => GoalOf(part, asked, index)).OfType<ReframedGoal>().ToList();
        if (goals.Count == 0) return new DraftReading.Unusable($"There was no goal in it with a first step and at least {FewestSteps} steps behind it.");
        var trust = root.Anywhere("selfTrust", FieldNames.SelfTrust())?.Texts ?? [];
        return new DraftReading.Usable(new CoachDraft.FreshStart(goals, DraftTexts.Texts(trust, MostSentences, FillIns.For(asked.Language).SelfTrust)));
    }

    // An object with a way to go, or a list of steps under the goal's own name.
    static bool IsGoal(Part part, CoachRequest.ReframeFailedGoals asked) => part.IsObject
        ? Path(part) is { Steps.Count: > 0 } && !part.Parts.Any(field => field != Path(part) && IsGoal(field, asked))
        : part.IsList && !part.IsItem && asked.Goals.Any(goal => DraftTexts.SharesAWord(part.Label, goal)) && part.Steps.Count > FewestSteps;

    static Part? Path(Part goal) => goal.Field("path", FieldNames.Path());

    static ReframedGoal? GoalOf(Part part, CoachRequest.ReframeFailedGoals asked, int index)
    {
        var path = (part.IsObject ? Path(part)! : part).Steps;
        var named = part.IsObject ? part.Field("firstStep", FieldNames.First()) : null;
        var first = DraftTexts.Step(named is null || named == Path(part) ? null : named.Step) ?? DraftTexts.First(path);
        if (first is null || DraftTexts.Steps(path, MostSteps, first) is not { Count: >= FewestSteps } steps) return null;
        var reframing = part.IsObject ? part.Field("reframing", FieldNames.Reframing())?.Text : null;
        return new(Name(part, asked, index), DraftTexts.Sentence(reframing, FillIns.For(asked.Language).Reframing), first, steps);
    }

    // A goal says what it is in a field, or is the name of what belongs to it; else the order tells.
    static string Name(Part part, CoachRequest.ReframeFailedGoals asked, int index)
    {
        var said = part.IsObject ? part.Parts.FirstOrDefault(field => field != Path(part) && field.Text is not null && field.Value.ValueKind is JsonValueKind.String
            && FieldNames.Goal().IsMatch(field.Name) && !FieldNames.First().IsMatch(field.Name))?.Text : null;
        var label = part.IsItem || FieldNames.IsKnown(part.Label) ? null : part.Label;
        var own = asked.Goals.FirstOrDefault(goal => Words.Plain(goal) == Words.Plain(said ?? label ?? ""));
        return DraftTexts.Goal(own, said, label, asked.Goals.ElementAtOrDefault(index), FillIns.For(asked.Language).Reframing);
    }
}
