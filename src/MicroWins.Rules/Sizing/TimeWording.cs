namespace MicroWins.Rules.Sizing;

/// <summary>Puts another time into a text, or one around it: "tidy the desk for 10 minutes".</summary>
sealed class TimeWording(Reading reading, Wording wording)
{
    Passage Passage => reading.Passage;

    Sentences Say => Passage.Lexicon.Sentences;

    string Line => reading.Line;

    /// <summary>The text with another length of time.</summary>
    public string WithTime(Duration length, double minutes)
    {
        var (start, end) = (Passage.Tokens[length.First].Start, Passage.Tokens[length.Last].End);
        if (length.First > 0 && Passage.Lexicon.Language is not Language.Chinese && IsArticleOf(length)) start = Passage.Tokens[length.First - 1].Start;
        var joined = Passage.Lexicon.Language is Language.English && Line[end - 1] is not 's' && length.Last + 1 < Passage.Count
            && !Passage.Is(length.Last + 1, WordClass.Atmost | WordClass.Prep) && (length.Role is DurationRole.Attribute || Passage.Is(length.Last + 1, WordClass.Timer));
        var time = joined ? Say.Number(minutes) + "-minute" : IsBehindFor(start) ? Say.Time(minutes, "time-for") : Say.Time(minutes);
        return Line[..start] + time + Line[end..];
    }

    // "в течение 2 минут": behind these words the unit has another form.
    bool IsBehindFor(int start) => Say.Has("time-for") && Say["for"].Split('{', '}') is [_, _, var between, ..] && Line[..start].TrimEnd().EndsWith(between.Trim(), StringComparison.OrdinalIgnoreCase);

    bool IsArticleOf(Duration length) => Passage[length.First].Number is null && !Passage.IsKind(length.First, TokenKind.Number)
        && Passage.Is(length.First - 1, WordClass.Det | WordClass.One);

    /// <summary>Ways to set a time around the text, the most natural first.</summary>
    public IEnumerable<string> Timed(double minutes)
    {
        var doings = reading.Doings.ToList();
        if (doings.Count != 1) yield break;
        var clause = doings[0];
        var text = IsWay(clause) ? WithoutAmount(clause) : wording.ObjectOf(clause) is null ? Wording.Trimmed(Line) : wording.WithoutScope(clause, 0, Line.Length);
        if (text.Length == 0 || text.Length > Limits.StepTextLength - 40 || IsBehindTime(clause) || text.AsSpan().ContainsAny(Breaks) || !GoesOn(clause)) yield break;
        var english = Passage.Lexicon.Language is Language.English;
        if (clause.Verb is { For: true } || clause.Abstains) yield return Around(clause, AfterTime(IsWay(clause) && Passage.Lexicon.VerbLast ? text : Wording.Capital(WithoutLongTime(clause, text))), minutes);
        var thing = wording.ObjectOf(clause);
        if (thing is not null && english && clause.Verb is { Name: "finish" or "do" } && IsPlainDoing(clause) && wording.WithArticle(clause, thing) is var named && HasArticle(named))
            yield return Say.Timed("spend-np", "", minutes).Replace("{np}", named, StringComparison.Ordinal);
    }

    // "Meditate for 10 minutes every day": how often stands behind how long.
    string Around(Clause clause, string text, double minutes)
    {
        if (Passage.Lexicon.NoSpaces && Passage.Is(0, WordClass.Perday) && Passage.Tokens[Passage.Step(0) - 1].End is var often && text.StartsWith(Line[..often], StringComparison.Ordinal)) return Line[..often] + Say.Timed("for", text[often..], minutes);
        var last = clause.End;
        while (last > clause.VerbEnd && TailAt(last) is > 0 and var length) last -= length;
        if (last < clause.End && last - 1 > clause.VerbEnd && Passage.Tokens[last - 1].Text is "every" or "each") last--;
        // "From Tuesday" belongs to what stands before it.
        if (last == clause.End || last <= clause.First || Passage.Is(last - 1, WordClass.Prep | WordClass.Of) || !Say["for"].EndsWith("{time}", StringComparison.Ordinal)) return Say.Timed(ForKey(clause), text, minutes);
        var tail = Line[Passage.Tokens[last].Start..Passage.Tokens[clause.End - 1].End];
        return text.EndsWith(tail, StringComparison.Ordinal) ? Say.Timed("for", text[..^tail.Length].TrimEnd(), minutes) + " " + tail : Say.Timed(ForKey(clause), text, minutes);
    }

    // How many tokens before a place say how often or when: "every day", "tonight".
    int TailAt(int end)
    {
        for (var first = end - 1; first >= Math.Max(1, end - MostTailTokens); first--)
            if (Passage.Is(first, WordClass.Perday | WordClass.Skip) && Passage.Tokens[first].Text is not "will" && first + Passage.Step(first) == end) return end - first;
        return 0;
    }

    const int MostTailTokens = 4;

    // A time behind these reads as if it belonged to them: "learn the poem, all four stanzas for 10 minutes".
    static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(",;:()!?，；：、/+&\"");

    // "Cram tonight for 10 minutes", "study for biology for 10 minutes".
    bool IsBehindTime(Clause clause)
    {
        if (clause.EachOne || clause.VerbAt >= 0 && Passage.Tokens[clause.VerbAt].Text is "start" or "begin" or "finish") return true;
        for (var i = clause.First; i < clause.End; i++)
            if (Passage.Is(i, WordClass.Cut) || Passage.IsTime(i) && clause.ThingAt < i || Passage.Tokens[i].Kind is TokenKind.Clock || Passage.Lexicon.Language is Language.English && i > clause.First && Passage.Tokens[i].Text is "for" or "by" or "until" or "before") return true;
        return false;
    }

    // "Прочитать в течение 10 минут", "花10分钟读完": a verb that says that the end is reached takes no stretch of time.
    bool GoesOn(Clause clause)
    {
        if (Passage.Lexicon.Language is Language.English && clause.VerbAt > clause.First && !Passage.Is(clause.First, WordClass.Skip) && !Passage.Tokens[clause.VerbAt].Text.EndsWith("ing", StringComparison.Ordinal)) return false; // "water barrel install"
        if (Passage.Lexicon.NoSpaces) return !Line.Contains('完', StringComparison.Ordinal) && !IsWay(clause);
        if (Passage.Lexicon.Language is Language.German && clause.ScopeAt >= 0) return false; // without "alle", "unregelmäßigen Verben" would lose its ending
        return !Say.Has("for-verbs") || clause.VerbAt < 0 || Array.Exists(Say["for-verbs"].Split(", "), start => Passage.Tokens[clause.VerbAt].Text.StartsWith(start, StringComparison.Ordinal));
    }

    bool HasArticle(string thing) => Passage.Lexicon.Tokenize(thing) is [{ Text: "the" or "a" or "an" or "my" or "our" or "your" or "his" or "her" or "their" or "this" }, ..];

    // "Run 7 km for 10 minutes" would be a race; "run for 10 minutes" is a start.
    static bool IsWay(Clause clause) => clause is { Verb.For: true, VerbBorrowed: false, Thing.Name: "kilometre" or "mile" or "lap", CountHigh: > 0, CountAt: >= 0 } && clause.ThingAt >= clause.CountEnd
        && (clause.CountAt >= clause.VerbEnd || clause.VerbAt > clause.ThingAt);

    string WithoutAmount(Clause clause) => Wording.Trimmed((Line[..Passage.Tokens[clause.CountAt].Start].TrimEnd() + " " + Line[Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt) - 1].End..].TrimStart()).Trim());

    // "10 Minuten lang den Keller aufräumen", but "Räum den Keller auf, 10 Minuten lang".
    string ForKey(Clause clause) => clause.VerbAt == 0 && clause.End > clause.VerbEnd && !Passage.Lexicon.VerbFirst && Say.Has("for-imperative") ? "for-imperative" : "for";

    // "Finish the essay" is work on the essay; "get the car washed" is not work on "car washed".
    bool IsPlainDoing(Clause clause) => Passage.Tokens[clause.VerbAt].Text is "do" or "finish" or "complete";

    // German sets the time in front; the article behind it loses its capital.
    string AfterTime(string text) => Passage.Lexicon.Language is Language.German && text.Length > 0 && char.IsUpper(text[0])
        && (Passage.TryNumber(0, out _, out _) || Passage.Is(0, WordClass.Det | WordClass.One | WordClass.Prep | WordClass.Each | WordClass.Perday) || reading.Clauses.Exists(c => c.VerbAt == 0) && Passage[0].Thing is null && !IsNounBeforeVerb()) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    // "Widerspruch schreiben": with an infinitive at the end the first word is no imperative, and only "laufen gehen" begins with another infinitive.
    bool IsNounBeforeVerb() => Passage.Count > 1 && Passage[Passage.Count - 1].Verb is not null && !Passage.Tokens[0].Text.EndsWith('n');

    string WithoutLongTime(Clause clause, string text)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (Passage.Is(i, WordClass.Longtime))
                return Wording.Trimmed(text.Replace(Line[Passage.Tokens[i].Start..Passage.Tokens[Math.Min(Passage.Count, i + Passage.Step(i)) - 1].End], "", StringComparison.Ordinal));
        return text;
    }
}
