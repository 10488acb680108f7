using MicroWins.Coaching.Embedded.Knowledge;

namespace MicroWins.Coaching.Embedded.Reading;

/// <summary>What the planner understood of a goal.</summary>
/// <param name="Text">The goal, clean.</param>
/// <param name="Recipe">The sort of goal, in the language of the answer.</param>
/// <param name="Slots">Object, amounts, dates and parts by name, in the person's words.</param>
/// <param name="Tags">What is said about it: reasons why it is hard, things mentioned.</param>
sealed record GoalReading(PersonText Text, Recipe Recipe, IReadOnlyDictionary<string, string> Slots, IReadOnlySet<string> Tags)
{
    public string Name => Slots[SlotText.Name];

    /// <summary>Whether a line may be said about this goal.</summary>
    public bool Fits(RecipeLine line) => line.Needs.All(IsKnown) && !line.Without.Any(IsKnown) && line.Slots.All(Slots.ContainsKey);

    bool IsKnown(string tag) => Tags.Contains(tag) || Slots.ContainsKey(tag);
}
