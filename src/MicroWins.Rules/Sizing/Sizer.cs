using MicroWins.Rules.Planning;

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

    /// <summary>The language that a text is read in where none is said: what <see cref="Size"/> would answer, without sizing it.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public Language LanguageOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LanguageGuess.Of(TextCleaning.Clean(text, out _), null, _lexicons);
    }

    /// <summary>Makes a text small enough; a text that is small enough already comes back as it is.</summary>
    /// <param name="question">The text and what is known about it.</param>
    /// <param name="targetMinutes">The most minutes that the first step may take: 10, 5 for a first step, 2 for somebody who is stuck.</param>
    public Shrunk Shrink(SizingQuestion question, double targetMinutes = Limits.MicroGoalMinutes) => Judge(question, targetMinutes).Shrunk;

    /// <summary>The kind of work and the small step at once: reading a text is most of either.</summary>
    /// <inheritdoc cref="Shrink(SizingQuestion, double)"/>
    public Judgement Judge(SizingQuestion question, double targetMinutes = Limits.MicroGoalMinutes)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (double.IsNaN(targetMinutes) || targetMinutes <= 0) throw new ArgumentOutOfRangeException(nameof(targetMinutes), targetMinutes, "A step takes some time.");
        var target = Math.Clamp(targetMinutes, LeastMinutes, Limits.MicroGoalMinutes);
        var reading = Read(question);
        return new(reading.Kind, Shrink(question, reading, target));
    }

    /// <summary>True where a text takes no longer than so many minutes, and is a micro-goal as it stands.</summary>
    /// <param name="question">The text and what is known about it.</param>
    /// <param name="mostMinutes">The most minutes that it may take.</param>
    public bool IsSmall(SizingQuestion question, double mostMinutes)
    {
        var reading = Read(question);
        return reading.Effort.HighMinutes <= mostMinutes && Shrink(question, reading, Limits.MicroGoalMinutes).Rest.Count is 0;
    }

    Shrunk Shrink(SizingQuestion question, Reading reading, double target)
    {
        if (AsItIs(reading, question, target) is { } small) return new(small, [], reading.IsFloor);
        if (WithoutHope(question, reading) is { } plain) return Shrink(plain, target);
        return IsMoment(reading, target) ? Opening(question, reading) : Cut(question, reading, target);
    }

    /// <summary>Goes one level down ("still too big"), to the floor, which comes back as it is.</summary>
    /// <param name="question">The step that still feels too big, and what is known about it.</param>
    /// <exception cref="ArgumentNullException">The question or its text is null.</exception>
    public Shrunk Smaller(SizingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var reading = Read(question);
        if ((reading.IsFloor || IsOpeningMove(reading)) && AsItIs(reading, question, Limits.MicroGoalMinutes) is { } floor) return new(floor, [], true);
        if (WithoutHope(question, reading) is { } plain) return Smaller(plain);
        if (!IsMoment(reading, Limits.MicroGoalMinutes))
            foreach (var level in Levels)
                if (level < reading.Effort.HighMinutes && Cut(question, reading, level) is var cut && cut.First.Effort.HighMinutes < reading.Effort.HighMinutes
                    && cut.First.Text != reading.Line && !(IsOneUnit(reading) && IsTimed(reading.Language, cut.First))) return IsTimed(reading.Language, cut.First) ? OneOfThem(question, reading) ?? (IsCountedSmall(reading) ? Opening(question, reading) : cut) : cut;
        return OneOfThem(question, reading) ?? Opening(question, reading);
    }

    // "Pull out two weeds for one minute" is no smaller than the weeds.
    static bool IsCountedSmall(Reading reading) => reading.Effort.HighMinutes <= Limits.FirstStepMinutes && reading.Frame is null && reading.Doings.ToList() is [{ HasCount: true, CountHigh: > 1, Basis: SizeBasis.Count }];

    // "Put five pieces of rubbish into a bag" is put one piece, before it is only the bag.
    Shrunk? OneOfThem(SizingQuestion question, Reading reading)
    {
        if (reading.Effort.HighMinutes > Limits.MicroGoalMinutes) return null;
        var shrinker = new Shrinker(this, question, reading);
        return shrinker.JustOne() is { } pieces && SmallStep(pieces[0].Text, reading, question, reading.Effort.HighMinutes) is { } one && one.Effort.HighMinutes < reading.Effort.HighMinutes
            ? Planned(question, reading, shrinker, one, pieces) : null;
    }

    // Nothing is offered below a minute but the opening move, which everybody can do.
    const double LeastMinutes = 1;

    // The rungs that "still too big" goes down.
    static readonly double[] Levels = [Limits.MicroGoalMinutes, Limits.FirstStepMinutes, Limits.StuckStepMinutes, LeastMinutes];

    // "The first sentence for one minute" is no smaller than the sentence.
    static bool IsOneUnit(Reading reading) => reading.Effort.HighMinutes <= Limits.FirstStepMinutes && reading.Frame is null
        && reading.Doings.ToList() is [{ Thing: not null, CountHigh: <= 1, Repeats: 1, Basis: SizeBasis.Count or SizeBasis.Size } only] && (only.One || only.HasCount);

    bool IsTimed(Language language, MicroGoal goal) => ReadIn(language, new(goal.Text)) is { Basis: SizeBasis.Time } or { Frame: FirstMove.Frame };

    // "Open the document" in the person's own words is as small as it gets.
    static bool IsOpeningMove(Reading reading) => reading.Frame is null && reading.Effort.HighMinutes <= OpeningMinutes
        && reading.Doings.ToList() is [{ Verb.Name: "open", Thing: not null, HasCount: false, Scope: false, Plural: false }];

    const double OpeningMinutes = 1.2;

    // Half of a moment makes no sense: what is small by nature goes straight to its opening move.
    static bool IsMoment(Reading reading, double target) => reading.Frame is "leave" or FirstMove.Frame || reading.Clauses.Count == 0 && reading.IsFloor
        || (reading.Basis is SizeBasis.Instant or SizeBasis.Abstaining or SizeBasis.Size or SizeBasis.Count && reading.Effort.HighMinutes <= Limits.MicroGoalMinutes && target <= Limits.MicroGoalMinutes
            && reading.Doings.ToList() is [{ } only] && (only.Abstains || only is { Verb.Mode: VerbMode.Quick, CountHigh: <= 1, Repeats: 1 }));

    // What goes with the hope must not be work.
    SizingQuestion? WithoutHope(SizingQuestion question, Reading reading) =>
        Hopes.Without(reading) is { } text && question with { Text = text } is var plain && Read(plain) is var left
        && left.Language == reading.Language && left.Effort.LowMinutes >= reading.Effort.LowMinutes ? plain : null;

    MicroGoal? AsItIs(Reading reading, SizingQuestion question, double target)
    {
        if (reading.Line.Length == 0 || reading.Effort.HighMinutes > target || reading.Basis is SizeBasis.Claim) return null;
        if (reading.Line.Length <= Limits.StepTextLength) return MicroGoal.Create(reading.Line, reading.Effort);
        // What is cut off for want of room must not be work.
        return SmallStep(TextCleaning.Shorten(reading.Line, Limits.StepTextLength), reading, question, target) is { } step
            && step.Effort.HighMinutes >= reading.Effort.LowMinutes ? step : null;
    }

    Shrunk Cut(SizingQuestion question, Reading reading, double target)
    {
        if (reading.Line.Length == 0) return Opening(question, reading);
        var shrinker = new Shrinker(this, question, reading);
        var pieces = shrinker.Pieces(target);
        if (SmallStep(pieces[0].Text, reading, question, target) is not { } first)
        {
            pieces = shrinker.Framed(target);
            first = SmallStep(pieces[0].Text, reading, question, target)
                ?? throw new InvalidOperationException($"No step of {target} minutes was found for \"{reading.Line}\".");
        }
        return Planned(question, reading, shrinker, first, pieces);
    }

    Shrunk Planned(SizingQuestion question, Reading reading, Shrinker shrinker, MicroGoal first, List<Piece> pieces)
    {
        var rest = new List<PlannedStep>();
        if (pieces[0].Times > 1) rest.Add(new(first, pieces[0].Times - 1));
        foreach (var piece in pieces.Skip(1))
        {
            var goal = SmallStep(piece.Text, reading, question, Limits.MicroGoalMinutes)
                ?? SmallStep(shrinker.Timeboxed(piece.Text), reading, question, Limits.MicroGoalMinutes)
                ?? throw new InvalidOperationException($"No step was found for \"{piece.Text}\".");
            Append(rest, goal, piece.Times);
        }
        var missing = reading.Effort.LowMinutes - first.Effort.HighMinutes - rest.Sum(r => r.Times * r.Goal.Effort.HighMinutes);
        if (missing > 0 && !shrinker.IsOpenEnded && SmallStep(shrinker.Timeboxed(reading.Line), reading, question, Limits.MicroGoalMinutes) is { } more)
            Append(rest, more, (int)Math.Ceiling(missing / Limits.MicroGoalMinutes));
        return new(first, rest, false, shrinker.IsOpenEnded);
    }

    static void Append(List<PlannedStep> rest, MicroGoal goal, int times)
    {
        if (rest.Count > 0 && rest[^1].Goal == goal) rest[^1] = new(goal, rest[^1].Times + times);
        else rest.Add(new(goal, times));
    }

    Shrunk Opening(SizingQuestion question, Reading reading)
    {
        var say = reading.Passage.Lexicon.Sentences;
        var inner = reading.Frame is null or "neutral" || reading.IsFloor ? reading : ReadIn(reading.Language, new(new Wording(reading).Unframed()));
        var text = reading.Frame is FirstMove.Frame && say.MoveOf(TextFolding.Fold(reading.Line.TrimEnd('.', '!')))?.Opening is { } opening ? say[opening]
            : reading.Language is Language.Unknown && reading.Line.Length > 0 ? "1" + Reading.Neutral + TextCleaning.Shorten(new Wording(reading).Unframed(), Limits.StepTextLength - 10)
            : inner.Kind is WorkKind.Other && !say.HasOpeningFor(VerbOf(inner)) && reading.Line.Length > 0 && !reading.IsFloor
            ? say.Timed("look", TextCleaning.Shorten(new Wording(reading).Unframed(), Limits.StepTextLength - say["look"].Length), 1)
            : say.OpeningFor(VerbOf(inner), inner.Kind);
        if (SmallStep(text, reading, question, LeastMinutes) is not { } first) return new(MicroGoal.Create(say.Opening(WorkKind.Other), Effort.FromMinutes(0.2, 1)), [], true);
        if (reading.Line.Length == 0 || reading.IsFloor) return new(first, [], true);
        if (AsItIs(reading, question, Limits.MicroGoalMinutes) is { } whole) return new(first, [new(whole)], true);
        var rest = Cut(question, reading, Limits.MicroGoalMinutes);
        return new(first, [new(rest.First), .. rest.Rest], true, rest.OpenEnded);
    }

    static string? VerbOf(Reading reading) => reading.Doings.Select(c => c.Verb).FirstOrDefault(v => v is not null)?.Name;

    /// <summary>The step of a text if it takes no longer than the target, in its language and in the one that it would be taken for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="whole">What is being made smaller; it remembers what each candidate takes.</param>
    /// <param name="question">What is known about it.</param>
    /// <param name="target">The most minutes.</param>
    internal MicroGoal? SmallStep(string text, Reading whole, SizingQuestion question, double target)
    {
        var line = TextCleaning.Clean(TextCleaning.Shorten(text, Limits.StepTextLength), out var cut);
        if (line.Length == 0) return null;
        var key = (line, cut);
        if (!whole.Candidates.TryGetValue(key, out var taken)) whole.Candidates[key] = taken = (ReadStep(line, cut, whole.Language, question).Effort, null);
        if (taken.Own.HighMinutes > target) return null;
        if (taken.Most is not { } effort) whole.Candidates[key] = (taken.Own, effort = MostOf(line, cut, whole.Language, question, taken.Own));
        return effort.HighMinutes > target ? null : MicroGoal.Create(line, effort);
    }

    Effort MostOf(string line, bool cut, Language language, SizingQuestion question, Effort most)
    {
        var last = language;
        foreach (var said in question.Language is null ? (ReadOnlySpan<Language?>)[null] : [question.Language, null])
        {
            var other = LanguageGuess.Of(line, said, _lexicons);
            if (other == language || other == last) continue;
            var taken = ReadStep(line, cut, last = other, question).Effort;
            if (taken.HighMinutes > most.HighMinutes) most = taken;
        }
        return most;
    }

    Reading ReadStep(string line, bool cut, Language language, SizingQuestion question) =>
        Reading.Of(line, cut, language, _lexicons.Of(language), null, question.Pace ?? Pace.Usual);

    /// <summary>A planned step in words, with how often where it is more than once: "Read 4 more pages (98 times)".</summary>
    /// <param name="step">The step.</param>
    /// <param name="language">The language of its text.</param>
    public string InWords(PlannedStep step, Language language)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Times == 1) return step.Goal.Text;
        var say = _lexicons.Of(language).Sentences;
        return say[say.FormOf(step.Times, 3) is 1 && say.Has("times-few") ? "times-few" : "times"].Replace("{n}", step.Times.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{text}", step.Goal.Text, StringComparison.Ordinal);
    }

    internal Reading Read(SizingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(question.Text);
        var line = TextCleaning.Clean(question.Text, out var cut);
        return ReadIn(LanguageGuess.Of(line, question.Language, _lexicons), question, line, cut);
    }

    /// <summary>Reads a part of a text that is being made smaller.</summary>
    internal Reading ReadPart(Reading whole, SizingQuestion part) => ReadIn(whole.Language, part).SharingWith(whole);

    /// <summary>Reads a part of a text in the language of the whole.</summary>
    internal Reading ReadIn(Language language, SizingQuestion part) => ReadIn(language, part, TextCleaning.Clean(part.Text, out var cut), cut);

    Reading ReadIn(Language language, SizingQuestion question, string line, bool cut) =>
        Reading.Of(line, cut, language, _lexicons.Of(language), question.ClaimedMinutes, question.Pace ?? Pace.Usual);
}
