namespace MicroWins.Rules.Sizing;

/// <summary>Judges how long a text takes, and makes it smaller. Deterministic: the same question has the same answer on every machine.</summary>
public sealed class Sizer
{
    readonly Lexicons _lexicons;

    Sizer(Lexicons lexicons) => _lexicons = lexicons;

    /// <summary>The sizer with the lexicons that are built in.</summary>
    /// <exception cref="LexiconException">A lexicon file cannot be read; the message names file and line.</exception>
    public static Sizer Default { get; } = new(Lexicons.BuiltIn());

    /// <summary>Judges how long a text takes.</summary>
    /// <param name="question">The text and what is known about it.</param>
    /// <exception cref="ArgumentNullException">The question or its text is null.</exception>
    public Estimate Size(SizingQuestion question)
    {
        var reading = Read(question);
        return new(reading.Effort, new Reasons(reading).List(), reading.Kind, reading.Language);
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

    internal Reading Read(SizingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(question.Text);
        var line = TextCleaning.Clean(question.Text, out var cut);
        var language = LanguageGuess.Of(line, question.Language, _lexicons);
        return Reading.Of(line, cut, language, _lexicons.Of(language), question.ClaimedMinutes, question.Pace ?? Pace.Usual);
    }
}
