using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded;

/// <summary>Spreads one tiny daily step per goal over the parts of a day that have room.</summary>
static class DailySystemWriter
{
    /// <summary>A part of the day with more than two steps is a list again.</summary>
    const int MostInPart = 2;

    public static CoachDraft.DailySystem Write(IReadOnlyList<HabitGoal> goals, PersonText day, Phrasebook from, Phrasebook to)
    {
        var outline = DayOutline.Read(day, from);
        List<SystemSlot> slots = [];
        foreach (var goal in goals) slots.Add(new(When(goal, outline, slots), goal.Words.Length > 0 ? goal.Words : goal.Label, goal.Habit.Step));
        var names = GoalLabel.Join(goals.Select(goal => goal.Label), to);
        var speech = new Speech(to, new Dictionary<string, string> { ["names"] = names }, new HashSet<string>());
        return new(Math.Min(outline.PerDay, slots.Count), [.. slots.OrderBy(slot => slot.When)], speech.One("track"), speech.Some("review", 4));
    }

    /// <summary>The time that suits the goal, else the next part of the day that has room; what belongs to the night stays there.</summary>
    static DayPart When(HabitGoal goal, DayOutline outline, List<SystemSlot> taken)
    {
        if (goal.Family.Values.ContainsKey("fixed")) return goal.When;
        bool HasRoom(DayPart part) => taken.Count(slot => slot.When == part) < MostInPart;
        DayPart[] order = [goal.When, DayPart.Evening, DayPart.Afternoon, DayPart.Morning];
        DayPart[] free = [.. order.Where(part => !outline.IsBusy(part))];
        return free.Concat(free.Length > 0 ? [] : order).FirstOrDefault(HasRoom, free is [var first, ..] ? first : goal.When);
    }
}
