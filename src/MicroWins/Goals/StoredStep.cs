using MicroWins.Rules;

namespace MicroWins.Goals;

/// <summary>A micro-goal within a document of the store; read back, its bounds are checked again.</summary>
sealed record StoredStep(string Text, double LowMinutes, double HighMinutes)
{
    public static StoredStep Of(MicroGoal goal) => new(goal.Text, goal.Effort.LowMinutes, goal.Effort.HighMinutes);

    public MicroGoal ToGoal() => MicroGoal.Create(Text, Effort.FromMinutes(LowMinutes, HighMinutes));
}
