using System.Text.RegularExpressions;

namespace MicroWins.Rules.Sizing;

/// <summary>Judges how long a text takes, and makes it smaller. Deterministic: the same question has the same answer on every machine.</summary>
public sealed partial class Sizer
{
    /// <summary>The sizer with the lexicons that are built in.</summary>
    public static Sizer Default { get; } = new();

    readonly double _unknownMinutes = 30;

    /// <summary>Judges how long a text takes.</summary>
    /// <param name="question">The text and what is known about it.</param>
    public Estimate Size(SizingQuestion question)
    {
        var timebox = Minutes().Match(question.Text);
        var minutes = timebox.Success ? double.Parse(timebox.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : question.ClaimedMinutes ?? _unknownMinutes;
        return new(Effort.FromMinutes(minutes), ["interim"], WorkKind.Other, question.Language ?? Language.English);
    }

    /// <summary>Makes a text small enough; a text that is small enough already comes back as it is.</summary>
    /// <param name="question">The text and what is known about it.</param>
    /// <param name="targetMinutes">The most minutes that the first step may take: 10, 5 for a first step, 2 for somebody who is stuck.</param>
    public Shrunk Shrink(SizingQuestion question, double targetMinutes = Limits.MicroGoalMinutes)
    {
        var size = Size(question);
        return size.Effort.HighMinutes <= targetMinutes
            ? new(MicroGoal.Create(question.Text, size.Effort), [], false)
            : new(MicroGoal.Create($"{question.Text}, for {targetMinutes} minutes", Effort.FromMinutes(targetMinutes)), [], false);
    }

    /// <summary>Goes one level down ("still too big"), to the floor, which comes back as it is.</summary>
    /// <param name="question">The step that still feels too big, and what is known about it.</param>
    public Shrunk Smaller(SizingQuestion question) => Shrink(question, Limits.StuckStepMinutes) with { AtFloor = true };

    [GeneratedRegex(@"(\d{1,3}) min")]
    private static partial Regex Minutes();
}
