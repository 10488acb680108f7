namespace MicroWins.Rules.Sizing;

/// <summary>The rung of a named time: "practise for 25 minutes" is ten, ten and five.</summary>
sealed class ShorterTime(Reading reading, Pieces pieces)
{
    // "From 14h to 17h" is no stretch of fourteen hours.
    const double MostHours = 10;

    /// <summary>The pieces where one time alone stands in the text; null where none or several do.</summary>
    // "Write for 10 minutes, deleting nothing": one time, and what goes with it takes none of its own.
    public List<Piece>? Of(List<Clause> doings, double target) =>
        doings.Where(doing => doing.Basis is SizeBasis.Time).ToList() is [var timed] ? Of(timed, target) : null;

    /// <summary>The pieces of one doing with a time; null where the time cannot be cut: a night, a meeting, a lecture.</summary>
    public List<Piece>? Of(Clause clause, double target)
    {
        var length = clause.Length;
        if (!length.Exists || length.Role is DurationRole.Claim || length.High > MostHours * 60 || IsLengthOfThing(clause)) return null;
        var first = pieces.Times.WithTime(length, target);
        if (pieces.Small(first, target) is null || pieces.Small(pieces.Times.WithTime(length, Limits.MicroGoalMinutes), Limits.MicroGoalMinutes) is null) return null;
        return [new(first), .. WhatIsLeft(length, Math.Max(1, Math.Round(clause.Effort.HighMinutes - target)))];
    }

    // 25 minutes are 10, 10 and 5.
    IEnumerable<Piece> WhatIsLeft(Duration length, double minutes)
    {
        var (tens, rest) = ((int)Math.Floor(minutes / Limits.MicroGoalMinutes), minutes % Limits.MicroGoalMinutes);
        if (tens > 0) yield return new(pieces.Times.WithTime(length, Limits.MicroGoalMinutes), tens);
        if (rest >= 1) yield return new(pieces.Times.WithTime(length, rest));
    }

    bool IsLengthOfThing(Clause clause) => IsHeldAsLong(clause) || clause.Thing is { Name: "lecture" or "film" or "video" or "speech" or "podcast" or "episode" }
        && clause.Length.Last < clause.ThingAt && clause.Length.First >= clause.VerbEnd && clause.VerbAt >= 0 && clause.Verb is { Mode: VerbMode.Open }; // "a 90-minute lecture" gets no shorter by being watched for ten minutes

    // Nor a meeting by being left, nor a night by being cut.
    bool IsHeldAsLong(Clause clause) => clause.Verb switch
    {
        { Name: "sleep" or "nap" or "attend" or "meet" or "visit" or "wait" } => true,
        { Mode: VerbMode.Go } => clause.Thing is not { Kind: WorkKind.Exercise },
        null or { Mode: VerbMode.Light } => clause.Thing is { Name: "meeting" or "class" or "interview" or "event" or "exam" or "sleep_time" or "nap" or "appointment" or "doctor" or "flight" or "trip" },
        _ => false,
    } || clause.VerbAt >= 0 && reading.Passage.Tokens[clause.VerbAt].Text is "join" or "one";
}
