using NodaTime;

namespace MicroWins.Goals;

/// <summary>A kept commitment, or a bonus on top of one.</summary>
/// <param name="Goal">The goal's number.</param>
/// <param name="Step">The step's number.</param>
/// <param name="Occurrence">Which time it was, from 1; the same win cannot be counted twice.</param>
/// <param name="IsBonus">True for what was done past the commitment.</param>
/// <param name="At">When it was reported.</param>
/// <param name="Minutes">Minutes that it really took, where a timer ran.</param>
public sealed record Win(int Goal, int Step, int Occurrence, bool IsBonus, Instant At, double? Minutes);
