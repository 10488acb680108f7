namespace MicroWins.Rules.Sizing;

/// <summary>A text made small enough: one step for now, and what was cut off as later steps, in order.</summary>
/// <param name="First">The step for now; at most the target that was asked for.</param>
/// <param name="Rest">What was cut off, in order; nothing of the work is lost. Empty where the text was small enough.</param>
/// <param name="AtFloor">True where no smaller step exists ("open the document").</param>
/// <param name="OpenEnded">True where nothing counts the work, so that the times of the rest are a start and no sum: nobody plans 346 times from a guess.</param>
public sealed record Shrunk(MicroGoal First, IReadOnlyList<PlannedStep> Rest, bool AtFloor, bool OpenEnded = false);
