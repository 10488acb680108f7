namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>A sentence of the knowledge with slots in it, and when it may be said.</summary>
/// <param name="Number">Its line in the file.</param>
/// <param name="Minutes">The minutes claimed; 0 where it is no step.</param>
/// <param name="Needs">Tags or slots that have to be known of the goal.</param>
/// <param name="Without">Tags or slots that have to be absent.</param>
/// <param name="IsFiller">Said where a plan would be too short without it.</param>
/// <param name="IsCore">The part of the work that stays where the goal is one errand of many.</param>
/// <param name="Text">The sentence.</param>
sealed record RecipeLine(
    int Number, double Minutes, IReadOnlyList<string> Needs, IReadOnlyList<string> Without, bool IsFiller, bool IsCore, string Text)
{
    /// <summary>What has to be filled in; a line with a slot that is not known is left out.</summary>
    public IReadOnlyList<string> Slots { get; } = [.. SlotText.SlotsIn(Text)];

    /// <summary>True where it fits a goal of which nothing but its sort is known.</summary>
    public bool FitsBare => Needs.Count == 0 && Slots.All(slot => slot is SlotText.Name or SlotText.Owned);

    /// <summary>True where it fits any goal of its recipe.</summary>
    public bool FitsAll => FitsBare && Without.Count == 0;
}
