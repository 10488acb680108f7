namespace MicroWins.Rules.Sizing;

/// <summary>Minutes that somebody only hopes for, "(5 min)", "should take 10 min": they say nothing of the work, and no step repeats them.</summary>
static class Hopes
{
    /// <summary>A text that takes longer than it hopes to, without the hope; null where there is none.</summary>
    public static string? Without(Reading reading)
    {
        var passage = reading.Passage;
        if (reading.Frame is not null || reading.Effort.HighMinutes <= Limits.MicroGoalMinutes || reading.Basis is SizeBasis.Time or SizeBasis.Claim or SizeBasis.Nothing) return null;
        foreach (var hope in passage.Durations)
            if ((hope.Role is DurationRole.Claim || reading.Clauses.Exists(c => c.Length.Role is DurationRole.Claim && c.Length.First == hope.First)) && hope.High < reading.Effort.HighMinutes)
            {
                var (start, end) = (passage.Tokens[First(passage, hope.First)].Start, passage.Tokens[Last(passage, hope.Last)].End);
                var text = (reading.Line[..start].TrimEnd(Marks) + " " + reading.Line[end..].TrimStart(Marks)).Trim(Marks);
                return text.Length > 0 && text.Length < reading.Line.Length ? text : null;
            }
        return null;
    }

    const int MostHopeWords = 5;

    static readonly char[] Marks = [' ', ',', ';', ':', '-', '–', '—', '，', '；', '：'];

    // "..., should take", "(", "- a": what leads to the time goes with it.
    static int First(Passage passage, int first)
    {
        for (var at = first - 1; at >= Math.Max(0, first - MostHopeWords); at--)
            if (passage.Is(at, WordClass.Hope) && at + passage.Step(at) == first)
            {
                first = at;
                break;
            }
        if (first > 0 && passage.Is(first - 1, WordClass.Det)) first--;
        return first > 0 && passage.IsKind(first - 1, TokenKind.OpenParenthesis) ? first - 1 : first;
    }

    static int Last(Passage passage, int last)
    {
        while (passage.Is(last + 1, WordClass.Hope | WordClass.Atmost)) last += passage.Step(last + 1);
        return passage.IsKind(last + 1, TokenKind.CloseParenthesis) ? last + 1 : Math.Min(last, passage.Count - 1);
    }
}
