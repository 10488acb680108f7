using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded;

/// <summary>Ties each habit to something that the day has anyway: what the person named first, else what most days have.</summary>
static class HabitStackWriter
{
    public static CoachDraft.HabitStack Write(IReadOnlyList<HabitGoal> habits, PersonText routine, Phrasebook from, Phrasebook to)
    {
        var named = from.Sheets["anchor"].Where(anchor => anchor.Words.IsIn(routine)).Select(anchor => anchor.Id).ToHashSet();
        List<(int Place, StackedHabit Habit)> stack = [];
        foreach (var habit in habits)
        {
            var used = stack.Select(each => each.Place).ToHashSet();
            var place = Enumerable.Range(0, to.Sheets["anchor"].Count).MinBy(i => Cost(habit, to.Sheets["anchor"][i], named, used.Contains(i)));
            stack.Add((place, Stacked(habit, to.Sheets["anchor"][place], to)));
        }
        var speech = new Speech(to, new Dictionary<string, string>(), new HashSet<string>());
        return new([.. stack.OrderBy(each => each.Place).Select(each => each.Habit)], speech.One("stacktrack"), speech.One("progression"));
    }

    /// <summary>A named anchor outweighs a usual one, an anchor of the wrong time of day does not serve, and no two habits share one.</summary>
    static int Cost(HabitGoal habit, Sheet anchor, HashSet<string> named, bool isUsed)
    {
        var liked = habit.Family.Names("anchor").ToList().IndexOf(anchor.Id);
        var isNamed = named.Contains(anchor.Id);
        return (isUsed ? 100 : 0)
            + (isNamed ? 0 : anchor.Values.ContainsKey("usual") ? 12 : 60)
            + (liked >= 0 ? liked : Times.Part(anchor) == habit.When ? 6 : habit.Family.Values.ContainsKey("fixed") ? 40 : 14);
    }

    static StackedHabit Stacked(HabitGoal habit, Sheet anchor, Phrasebook to)
    {
        var (step, action) = habit.Habit;
        var slots = new Dictionary<string, string> { ["anchor"] = anchor.Values["clause"], ["action"] = action };
        return new(habit.Words.Length > 0 ? habit.Words : habit.Label, anchor.Values["clause"], step, new Speech(to, slots, habit.Reading.Tags).One("sentence"));
    }
}
