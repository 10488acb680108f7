namespace MicroWins.Rules;

/// <summary>The numbers that the bot never crosses, each with its reason.</summary>
public static class Limits
{
    /// <summary>Minutes that a micro-goal may take at the most: past this it feels like work that can be put off.</summary>
    public const double MicroGoalMinutes = 10;

    /// <summary>Minutes that the first step of a plan may take at the most: it has to be smaller than the wish to avoid it.</summary>
    public const double FirstStepMinutes = 5;

    /// <summary>Minutes that a first step may take for somebody who is stuck, and the bound below which a step is "perfect".</summary>
    public const double StuckStepMinutes = 2;

    /// <summary>UTF-16 units of a step's text at the most: three lines on a phone.</summary>
    public const int StepTextLength = 200;
}
