namespace MicroWins.Rules.Sizing;

/// <summary>A piece of work in words, and how often it is done.</summary>
readonly record struct Piece(string Text, int Times = 1);

/// <summary>What every rung of the ladder makes its pieces with: the sizer's yes, a time around the words, how often the rest is done.</summary>
/// <param name="sizer">Sizes every candidate: what it does not call small is not offered.</param>
/// <param name="question">The text and what is known of it.</param>
/// <param name="reading">The text as it was read.</param>
sealed class Pieces(Sizer sizer, SizingQuestion question, Reading reading)
{
    // More repetitions than these are named only where the text counts them: a guess of "346 times" says nothing to a person.
    const int MostGuessedTimes = 5;

    Sentences Say => reading.Passage.Lexicon.Sentences;

    /// <summary>The text in other words.</summary>
    public Wording Wording { get; } = new(reading);

    /// <summary>The text with other times.</summary>
    public TimeWording Times { get; } = new(reading, new(reading));

    /// <summary>True where some of the work was only guessed and is named as fewer times than the guess.</summary>
    public bool IsOpenEnded { get; private set; }

    // Hours that the text names are a sum; minutes that a rate was multiplied to are not.
    bool IsCounted => reading.Basis is SizeBasis.Time && reading.Doings.Any(c => c.Length is { Exists: true, High: < 24 * 60 });

    /// <summary>Takes over what was found about a part of the text.</summary>
    public void Add(Pieces part) => IsOpenEnded |= part.IsOpenEnded;

    /// <summary>The text with a time set around it where that reads well; null where it does not.</summary>
    public string? Timed(double minutes) => Times.Timed(minutes).FirstOrDefault(text => Small(text, minutes) is not null);

    /// <summary>What comes after a first move or a first piece: the work itself, for a while.</summary>
    public string LaterText() => Timed(Limits.MicroGoalMinutes) ?? Frame("continue", reading.Line, Limits.MicroGoalMinutes);

    /// <summary>A time set around the original words.</summary>
    public List<Piece>? Boxed(double target)
    {
        var first = Candidates(target).FirstOrDefault(text => Small(text, target) is not null);
        return first is null ? null : With(first, target, BoxedText(Limits.MicroGoalMinutes));
    }

    string BoxedText(double minutes) => Candidates(minutes).First(text => Small(text, minutes) is not null);

    IEnumerable<string> Candidates(double minutes)
    {
        if (reading.Language is not Language.Unknown && reading.Clauses.Count > 0)
            foreach (var text in Times.Timed(minutes)) yield return text;
        yield return Frame("spend", reading.Line, minutes);
    }

    /// <summary>A text that is no small step by itself, with ten minutes set in front of it.</summary>
    public string Timeboxed(string text) => Frame("spend", text, Limits.MicroGoalMinutes);

    /// <summary>A timebox in front of the original words: the rung that holds for any text.</summary>
    public List<Piece> Framed(double target)
    {
        target = Math.Floor(target);
        IsOpenEnded = false;
        var inner = Wording.Unframed();
        return With(Frame("spend", inner, target), target, Frame("spend", inner, Limits.MicroGoalMinutes))!;
    }

    /// <summary>A first piece and what comes after it, as often as the work may take; null where the first piece is not small.</summary>
    public List<Piece>? With(string first, double target, string later)
    {
        if (Small(first, target) is not { } goal) return null;
        // "Read one page" begins with its first paragraph and goes on as one page, not as ten minutes of it.
        if (reading.Effort.HighMinutes <= Limits.MicroGoalMinutes && first != reading.Line && Small(reading.Line, Limits.MicroGoalMinutes) is not null) return [new(first), new(reading.Line)];
        var left = reading.Effort.TypicalMinutes - goal.Effort.TypicalMinutes;
        var rounds = RoundsOf(left);
        return [new(first), new(later, IsOpenEnded && first == later ? Math.Min(rounds, MostGuessedTimes - 1) : rounds)];
    }

    /// <summary>How many times ten minutes the minutes are.</summary>
    public int RoundsOf(double minutes) => TimesOf(Math.Ceiling(minutes / Limits.MicroGoalMinutes));

    /// <summary>How often something is done, and no more often than a guess may be repeated.</summary>
    public int TimesOf(double times)
    {
        if (IsCounted || times <= MostGuessedTimes) return (int)Math.Clamp(times, 1, 100_000);
        IsOpenEnded = true;
        return MostGuessedTimes;
    }

    /// <summary>A frame around a text that is cut to leave room for it.</summary>
    public string Frame(string key, string text, double minutes)
    {
        if (reading.Language is Language.Unknown)
            return Say.Number(Math.Max(1, minutes)) + Reading.Neutral + TextCleaning.Shorten(text, Limits.StepTextLength - 10);
        var room = Limits.StepTextLength - Say[key].Length - 12;
        return Say.Timed(key, TextCleaning.Shorten(text, room), minutes);
    }

    /// <summary>The step of a text if it takes no longer than the target, whoever asks and in whatever language it is taken to be.</summary>
    public MicroGoal? Small(string text, double target) => sizer.SmallStep(text, reading, question, target);
}
