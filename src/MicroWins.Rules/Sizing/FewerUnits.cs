namespace MicroWins.Rules.Sizing;

/// <summary>The rung of amounts: as many units as fit, or the next chapter of several.</summary>
/// <param name="reading">The text as it was read.</param>
/// <param name="pieces">Makes the pieces.</param>
/// <param name="ofText">Cuts a part of the text, whose target is given.</param>
sealed class FewerUnits(Reading reading, Pieces pieces, Func<string, double, List<Piece>> ofText)
{
    const int MostReps = 10;

    readonly CountWording _counts = new(reading);

    Sentences Say => reading.Passage.Lexicon.Sentences;

    /// <summary>The pieces of a counted doing; null where nothing is counted or no number of it fits.</summary>
    public List<Piece>? Of(Clause clause, double target) => clause.HasCount && clause.CountAt >= 0 ? Fewer(clause, target) ?? LessThanOne(clause, target) : null;

    /// <summary>The pieces of what is done to each; null where it is not.</summary>
    // "Clean every window": one window, then one more.
    public List<Piece>? OneOfEach(Clause clause, double target) =>
        _counts.OneOfEach(clause, "one") is { } one && _counts.OneOfEach(clause, "one more") is { } more && pieces.Small(more, Limits.MicroGoalMinutes) is not null ? pieces.With(one, target, more) : null;

    List<Piece>? Fewer(Clause clause, double target)
    {
        var total = (int)Math.Clamp(Math.Ceiling(clause.CountHigh * clause.Repeats), 1, 1_000_000);
        var (now, later) = (Holds(clause, target), Holds(clause, Limits.MicroGoalMinutes));
        // What is small already gets half as much: nine squats are no relief for ten.
        if (reading.Effort.HighMinutes <= Limits.MicroGoalMinutes) now = Math.Min(now, Math.Max(1, total / 2));
        if (now < 1 || now >= total || _counts.WithCount(clause, now, false) is not { } first || pieces.Small(first, target) is null) return null;
        var found = new List<Piece> { new(first) };
        var left = total - now;
        if (left / later > 0) found.Add(new(_counts.WithCount(clause, later, true)!, left / later));
        // What is left must be said as well: "one more people" is not.
        if (left % later > 0) found.Add(new(_counts.WithCount(clause, left % later, true)!));
        return found.TrueForAll(p => p.Text is not null) ? found : null;
    }

    // "Read 400 pages" for somebody who has two minutes: the first paragraph, then the pages.
    List<Piece>? LessThanOne(Clause clause, double target)
    {
        if (clause is not { Verb.Name: "read", Thing.Name: "page" or "textbook_page", CountHigh: > 1 } || pieces.Small(Say["read-paragraph"], target) is null) return null;
        return Fewer(clause, Limits.MicroGoalMinutes) is { } pages ? [new(Say["read-paragraph"]), .. pages] : null;
    }

    /// <summary>One unit now and the others later; null where there are no others, or one cannot be put into words.</summary>
    public List<Piece>? JustOne(Clause clause)
    {
        var total = (int)Math.Clamp(Math.Floor(clause.CountHigh), 0, 1_000_000);
        // Nobody is helped by writing one word.
        if (clause.Thing is { Name: "word" } || clause.CountAt < 0 || clause.LabelAt >= 0 || clause.Repeats != 1 || total < 2) return null;
        return _counts.WithCount(clause, 1, false) is { } one && _counts.WithCount(clause, total - 1, true) is { } others && pieces.Small(others, Limits.MicroGoalMinutes) is not null ? [new(one), new(others)] : null;
    }

    static int Holds(Clause clause, double minutes)
    {
        var unit = clause.PerUnit.HighMinutes;
        var holds = unit <= 0 ? 0 : Math.Min(Math.Floor(minutes / unit + 1e-9), 1_000_000);
        // Nobody starts with ninety sit-ups, however quickly they are done.
        if (clause.Thing is { Name: "rep" }) holds = Math.Min(holds, MostReps);
        // People count in round numbers where there are many.
        return (int)(holds >= 500 ? Math.Floor(holds / 100) * 100 : holds >= 100 ? Math.Floor(holds / 10) * 10 : holds >= 20 ? Math.Floor(holds / 5) * 5 : holds);
    }

    /// <summary>The pieces of what has numbers for names; null where they cannot be told apart.</summary>
    // "chapters 3-5": chapter by chapter, or as many pages as fit.
    public List<Piece>? Labelled(Clause clause, double target)
    {
        if (clause.LabelTo < clause.LabelFrom) return null;
        var (from, to) = (clause.LabelFrom, clause.LabelTo);
        var found = new List<Piece>();
        for (var (at, round) = (from, 0); at <= to; round++)
        {
            var limit = round == 0 ? target : Limits.MicroGoalMinutes;
            var end = Math.Min(to, at + Math.Max(1, Holds(clause, limit)) - 1);
            if (round == 3) end = to;
            if (_counts.WithLabels(clause, at, end) is not { } text) return null;
            found.AddRange(ofText(text, limit));
            at = end + 1;
        }
        return found;
    }
}
