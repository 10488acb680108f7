namespace MicroWins.Rules;

/// <summary>
/// One step of at most 10 minutes: the only thing that is ever asked of a person.
/// A value of this type over the limit cannot be built; this is the first of the three walls around that promise
/// (the rule engine stands in front of it, a CHECK in the database behind it).
/// </summary>
public sealed record MicroGoal
{
    MicroGoal(string text, Effort effort) => (Text, Effort) = (text, effort);

    /// <summary>What to do, in the person's language: one line of 1 to 200 UTF-16 units, without control characters.</summary>
    public string Text { get; }

    /// <summary>How long it takes; never over <see cref="Limits.MicroGoalMinutes"/> on a slow day.</summary>
    public Effort Effort { get; }

    /// <summary>Makes a micro-goal of a text that the rule engine has sized.</summary>
    /// <param name="text">What to do; white space around it is cut off.</param>
    /// <param name="effort">How long it takes.</param>
    /// <exception cref="ArgumentException">The text is blank, has a control character, or is longer than <see cref="Limits.StepTextLength"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The effort passes <see cref="Limits.MicroGoalMinutes"/>.</exception>
    public static MicroGoal Create(string text, Effort effort)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        text = text.Trim();
        if (text.Length > Limits.StepTextLength)
            throw new ArgumentException($"A step has at most {Limits.StepTextLength} characters, this one has {text.Length}.", nameof(text));
        if (text.Any(char.IsControl))
            throw new ArgumentException("A step is one line without control characters.", nameof(text));
        if (effort.Verdict is Verdict.TooBig)
            throw new ArgumentOutOfRangeException(nameof(effort), effort, $"A micro-goal takes at most {Limits.MicroGoalMinutes} minutes.");
        return new(text, effort);
    }
}
