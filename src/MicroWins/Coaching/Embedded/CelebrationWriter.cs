using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded;

/// <summary>A way to record and to celebrate that fits the goals, and the way of tracking that the person likes.</summary>
static class CelebrationWriter
{
    static readonly string[] Ways = ["sheet", "jar", "app", "paper"];

    public static CoachDraft.Celebration Write(IReadOnlyList<HabitGoal> goals, PersonText how, Phrasebook from, Phrasebook to)
    {
        var slots = new Dictionary<string, string>
        {
            ["names"] = GoalLabel.Join(goals.Select(goal => goal.Label), to),
            ["first"] = goals[0].Label,
            ["measures"] = string.Join(to.Comma, goals.Select(goal => goal.Measure).Distinct().Take(3)),
        };
        var tags = goals.Select(goal => goal.Reading.Recipe.Kind.ToString().ToLowerInvariant()).ToHashSet();
        if (goals.Count > 1) tags.Add("several");
        if (Ways.FirstOrDefault(way => from.List(way).IsIn(how)) is { } liked) tags.Add(liked);
        var speech = new Speech(to, slots, tags);
        return new(
            speech.One("record"), speech.One("visual"), speech.Some("eachwin", 3), speech.Some("eachday", 2), speech.Some("eachweek", 2),
            speech.Some("question", 4), string.Join(to.Space, speech.Some("use", 2).Reverse()));
    }
}
