using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded;

/// <summary>Begins goals again that did not work out: seen anew, with the step they lacked and the way from there.</summary>
static class FreshStartWriter
{
    public static CoachDraft.FreshStart Write(IReadOnlyList<HabitGoal> goals, Phrasebook to)
    {
        var tags = goals.SelectMany(goal => goal.Reading.Tags).ToHashSet();
        return new([.. goals.Select(goal => Reframed(goal, to))], new Speech(to, new Dictionary<string, string>(), tags).Some("trust", 3));
    }

    static ReframedGoal Reframed(HabitGoal goal, Phrasebook to)
    {
        var reason = goal.Speech.One("failed");
        var rising = goal.Rising;
        return new(
            goal.Words.Length > 0 ? goal.Words : goal.Label,
            goal.Reframing + to.Space + reason,
            goal.Habit.Step,
            [.. rising.SkipLast(1), Toward(goal, rising[^1], to)]);
    }

    /// <summary>The last step says where it leads, as far as the rules still find it small with the goal's words in it.</summary>
    static DraftStep Toward(HabitGoal goal, DraftStep last, Phrasebook to)
    {
        var slots = new Dictionary<string, string> { ["step"] = Sentences.Small(last.Text), [Speech.Goal] = goal.Label };
        var text = new Speech(to, slots, goal.Reading.Tags).One("toward");
        return goal.Speech.IsSmall(text, last.Minutes!.Value) ? last with { Text = text } : last;
    }
}
