namespace MicroWins.Rules.Sizing;

/// <summary>Puts a text into other words: another amount, another time, one of its parts. Knows words and places, no minutes.</summary>
sealed class Wording(Reading reading)
{
    Passage Passage => reading.Passage;

    Sentences Say => Passage.Lexicon.Sentences;

    string Line => reading.Line;

    /// <summary>The text of one doing, with the verb that it borrows from another.</summary>
    public string Of(Clause clause, Clause? next)
    {
        var end = next?.First ?? Passage.Count;
        while (end > clause.End && IsConnector(end - 1)) end--;
        if (end <= clause.First) return "";
        var text = Line[StartOf(clause)..Passage.Tokens[end - 1].End];
        if (clause.SharedWith is { } other && other.VerbEnd < other.End)
            text += " " + Line[Passage.Tokens[other.VerbEnd].Start..Passage.Tokens[other.End - 1].End];
        else if (ObjectBehind(clause) is { } behind) text = Line[StartOf(clause)..Passage.Tokens[clause.VerbEnd - 1].End] + " " + behind;
        if (clause.VerbBorrowed && clause.VerbAt >= 0 && !(Passage.Lexicon.VerbLast && Passage[clause.End - 1].Verb is not null)) text = Joined(clause, text);
        return Capital(Trimmed(text));
    }

    /// <summary>True where a doing is a verb alone whose object stands nowhere: "sign up, fill out the forms".</summary>
    public bool IsLone(Clause clause) => CanLackObject(clause) && ObjectBehind(clause) is null && clause.Verb is { Mode: VerbMode.Quick } && reading.Doings.Skip(1).Any();

    // "Print, sign and mail the tax forms": what is printed stands behind the last verb.
    string? ObjectBehind(Clause clause)
    {
        if (!CanLackObject(clause) || clause.VerbEnd > clause.VerbAt + 1) return null;
        var next = reading.Doings.FirstOrDefault(c => c.First >= clause.End && c.VerbEnd < c.End);
        return next is { VerbBorrowed: false, Verb: not null } && next.VerbAt == next.First && (next.ThingAt >= 0 || next.UnknownObject) ? Line[Passage.Tokens[next.VerbEnd].Start..Passage.Tokens[next.End - 1].End] : null;
    }

    bool CanLackObject(Clause clause) => Passage.Lexicon.VerbFirst && clause is { VerbBorrowed: false, UnknownObject: false, HasCount: false, Length.Exists: false, Abstains: false }
        && clause.Verb is { Kind: not (WorkKind.Exercise or WorkKind.Health or WorkKind.Sleep or WorkKind.Music), Name: not ("sit" or "step_out" or "wait" or "go" or "start_machine") }
        && clause.VerbEnd == clause.End && !(clause.ThingAt >= clause.First && clause.ThingAt < clause.End);

    /// <summary>What a text is about, where a few words before a colon only say that: "Essay: ..."; null where nothing does.</summary>
    public string? Topic()
    {
        var first = reading.Clauses.Count > 1 ? reading.Clauses[0] : null;
        return first is { Ignored: true, Verb: null, Abstains: false, First: 0, Length.Exists: false, HasCount: false } && first.End is > 0 and <= MostTopicTokens && first.End < Passage.Count && (Passage.IsKind(first.End, TokenKind.Colon) || Passage.IsKind(first.End, TokenKind.Dash))
            ? Line[..Passage.Tokens[first.End - 1].End] : null;
    }

    /// <summary>A piece of a text with the topic in front of it; a piece with a colon of its own stands behind a comma.</summary>
    public string About(string topic, string piece, bool hasColon) => Passage.Lexicon.NoSpaces ? topic + (hasColon ? "，" : "：") + piece
        : Capital(topic) + (hasColon ? ", " : ": ") + (piece.Length > 1 && char.IsUpper(piece[0]) && !char.IsUpper(piece[1]) && Passage.Lexicon.Language is not Language.German ? char.ToLowerInvariant(piece[0]) + piece[1..] : piece);

    const int MostTopicTokens = 4;

    /// <summary>The text from a doing to the end.</summary>
    public string From(Clause clause) => Capital(Trimmed(Line[StartOf(clause)..]));

    int StartOf(Clause clause) => Passage.Tokens[Math.Min(clause.First, Passage.Count - 1)].Start;

    string Joined(Clause clause, string text)
    {
        var verb = Line[Passage.Tokens[clause.VerbAt].Start..Passage.Tokens[clause.VerbEnd - 1].End];
        var space = Passage.Lexicon.NoSpaces ? "" : " ";
        return Passage.Lexicon.VerbLast && clause.VerbAt > clause.First ? text + space + verb : verb + space + text;
    }

    bool IsConnector(int at) => Passage.Tokens[at].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Colon or TokenKind.Dash || Passage.Is(at, WordClass.And);

    /// <summary>The text with another number of its unit; null where the unit cannot be put into words.</summary>
    public string? WithCount(Clause clause, int count, bool more)
    {
        var (first, end) = (Passage.Tokens[clause.CountAt].Start, Passage.Tokens[clause.CountEnd - 1].End);
        if (IsMeasure(clause) || HasNumberBefore(clause) || clause.Verb is null && clause.CountAt > clause.First && Passage.Tokens[clause.CountAt - 1].Text is "w" or "with" || Passage.Tokens[clause.CountEnd - 1].End < Line.Length && clause.ThingAt >= 0 && Passage.Tokens[clause.ThingAt].Text is "k") return null;
        if (PartOf(clause, count, more) is { } part) return part;
        if (clause.ThingAt < 0 || clause.ThingAt < clause.CountEnd)
            return more ? null : Line[..first] + Digits(count) + Line[end..];
        var thing = Passage.Tokens[clause.ThingAt];
        var last = Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt) - 1].End;
        var unit = Line[thing.Start..last];
        if (clause.Thing is { } known && Passage.Lexicon.Forms.TryGetValue(known.Name, out var forms) && IsForm(unit, forms)) unit = forms[Say.FormOf(count, forms.Length)];
        else if (count == 1 && clause.CountHigh > 1)
        {
            if (Singular(clause, unit) is not { } single) return null;
            unit = single;
        }
        unit = Line[end..thing.Start].Trim() is { Length: > 0 } between ? between + (Passage.Lexicon.NoSpaces ? "" : " ") + unit : unit;
        var amount = more ? Say["more"] : Passage.Lexicon.NoSpaces ? "{n}{unit}" : "{n} {unit}";
        if (more && Passage.Lexicon.NoSpaces && clause.VerbAt >= 0 && Passage.Tokens[clause.VerbAt].Start < first)
            return Line[..Passage.Tokens[clause.VerbAt].Start] + Say.PrefixOf("more") + Line[Passage.Tokens[clause.VerbAt].Start..first] + Say.Number(count) + unit + Line[last..];
        return Line[..first] + amount.Replace("{n}", Digits(count), StringComparison.Ordinal).Replace("{unit}", unit, StringComparison.Ordinal) + Line[last..];
    }

    // "Find the remaining 6 sources": one of them, and not "the remaining one source".
    string? PartOf(Clause clause, int count, bool more)
    {
        if (Passage.Lexicon.Language is not Language.English || clause.CountAt == 0 || clause.ThingAt < clause.CountEnd) return null;
        var at = clause.CountAt;
        if (Passage.Tokens[at - 1].Text is "remaining" or "last" or "final" or "other" or "missing") at--;
        if (at > 0 && Passage.Tokens[at - 1].Text is "the" or "my" or "these" or "those" or "our" or "their" or "your") at--;
        if (at == clause.CountAt || Passage.Tokens[at].Text is "remaining" or "last" or "final" or "other" or "missing") return null;
        var start = Passage.Tokens[at].Start;
        return Line[..start] + Digits(count) + (more ? " more of " : " of ") + Line[start..];
    }

    /// <summary>"Clean every window" as "clean one window"; null where nothing is done to each.</summary>
    public string? OneOfEach(Clause clause, string one)
    {
        if (Passage.Lexicon.Language is not Language.English || !clause.EachOne || clause.ScopeAt < 0 || clause.ScopeAt > clause.ThingAt || clause.ThingAt >= clause.ScopeAt + 4) return null;
        if (Passage.Tokens[clause.ScopeAt].Text is not ("every" or "each")) return null;
        var end = Math.Min(Passage.Count, clause.ScopeAt + Passage.Step(clause.ScopeAt));
        return Capital(Line[..Passage.Tokens[clause.ScopeAt].Start] + one + Line[Passage.Tokens[end - 1].End..]);
    }

    // "14 sets of 20 questions": another number would make it another task.
    bool HasNumberBefore(Clause clause)
    {
        for (var i = clause.First; i < clause.CountAt; i++)
            if (Passage.TryNumber(i, out var number, out _) && number > 1 && !Passage.IsTime(i)) return true;
        return false;
    }

    // "The 46 page rulebook" is one thing that has 46 pages; so is an essay of 2000 characters, "2000字的读后感".
    bool IsMeasure(Clause clause) => Passage.Lexicon.NoSpaces && clause.ThingAt >= clause.CountEnd && Passage.Count > clause.ThingAt + Passage.Step(clause.ThingAt)
        && Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt)].Text is "的" || Passage.Lexicon.Language is Language.English && clause is { CountHigh: > 1, Plural: false, Thing.Mass: false } && clause.ThingAt >= clause.CountEnd
        && clause.ThingAt + Passage.Step(clause.ThingAt) is var next && next < clause.End && Passage.IsKind(next, TokenKind.Word) && Passage[next].Classes == 0
        && !Line[..Passage.Tokens[next].Start].TrimEnd().EndsWith('s');

    // "Boxes" is "box", "copies" is "copy", "slides" is "slide"; a plural that cannot be undone for sure stays as it is.
    string? Singular(Clause clause, string unit)
    {
        if (Passage.Lexicon.Language is not Language.English || !clause.Plural) return null;
        if (unit.EndsWith("ies", StringComparison.Ordinal)) return unit[..^3] + "y";
        if (SibilantEndings.Any(e => unit.EndsWith(e, StringComparison.Ordinal))) return unit[..^2];
        return unit.EndsWith('s') && !unit.EndsWith("ss", StringComparison.Ordinal) && !unit.EndsWith("ves", StringComparison.Ordinal) ? unit[..^1] : null;
    }

    static readonly string[] SibilantEndings = ["xes", "ches", "shes", "sses", "oes", "zzes"];

    // English says "one page", not "1 page".
    string Digits(int count) => count == 1 && Passage.Lexicon.Language is Language.English ? "one" : Say.Number(count);

    static bool IsForm(string unit, string[] forms)
    {
        var folded = TextFolding.Fold(unit);
        return Array.Exists(forms, f => TextFolding.Fold(f) is var form && (form == folded || form.StartsWith(folded, StringComparison.Ordinal)
            || folded.StartsWith(form.AsSpan(0, Math.Max(1, form.Length - 2)), StringComparison.Ordinal)));
    }

    /// <summary>The text with other labels: "chapters 3-5" as "chapter 3" or "pages 10-12".</summary>
    public string? WithLabels(Clause clause, int from, int to)
    {
        if (clause.Thing is null || !Passage.Lexicon.Forms.TryGetValue(clause.Thing.Name, out var forms)) return null;
        var first = Math.Min(clause.ThingAt, clause.LabelAt);
        var end = Math.Max(clause.LabelEnd, clause.ThingAt + Passage.Step(clause.ThingAt));
        var number = Say.Number(from) + (to > from ? "-" + Say.Number(to) : "");
        var form = forms[to > from ? forms.Length - 1 : 0];
        if (to > from && Passage.Lexicon.Language is Language.Russian) form = forms[1];
        if (OwnWord(clause) is { } own) form = to > from ? own : own[..^1];
        var label = Say["label"].Replace("{unit}", form, StringComparison.Ordinal).Replace("{n}", number, StringComparison.Ordinal);
        return Before(first, to == from, clause.Thing) + label + Line[Passage.Tokens[end - 1].End..];
    }

    // "Exercises 12-24" stay exercises; "pp." is said in full.
    string? OwnWord(Clause clause)
    {
        var word = Line[Passage.Tokens[clause.ThingAt].Start..Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt) - 1].End];
        return Passage.Lexicon.Language is Language.English && word.Length > 4 && word.EndsWith('s') && word.All(char.IsAsciiLetter) ? word : null;
    }

    // "los capítulos 3 a 5" loses its article with its plural.
    string Before(int first, bool single, ThingConcept thing)
    {
        var at = first;
        while (single && at > 0 && Passage.Is(at - 1, WordClass.Det) && !Passage.Lexicon.HeadLast) at--;
        return Line[..Passage.Tokens[at].Start] + (at < first ? OneArticle(Passage.Tokens[first - 1].Text, thing) : "");
    }

    string OneArticle(string many, ThingConcept thing) => (Passage.Lexicon.Language, many) switch
    {
        (Language.Spanish, "los") => "el ",
        (Language.Spanish, "las") or (Language.Italian, "le") => "la ",
        (Language.Italian, "i") => "il ",
        (Language.Portuguese, "os") => "o ",
        (Language.Portuguese, "as") => "a ",
        (Language.French, "les") => thing is { Name: "page" or "textbook_page" or "section" or "question" } ? "la " : "le ",
        _ => "",
    };

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

    /// <summary>What the verb is done to, in the person's words without "whole" and "all"; null where there is nothing.</summary>
    public string? ObjectOf(Clause clause)
    {
        if (clause.VerbAt < 0 || clause.VerbBorrowed) return clause.Verb is null ? WithoutScope(clause, StartOf(clause), Line.Length) : null;
        var verbStart = Passage.Tokens[clause.VerbAt].Start;
        var verbEnd = Passage.Tokens[clause.VerbEnd - 1].End;
        var before = WithoutScope(clause, StartOf(clause), verbStart);
        var after = WithoutScope(clause, verbEnd, Line.Length);
        var text = Passage.Lexicon.VerbFirst || clause.ThingAt > clause.VerbAt ? after : before;
        return text.Length == 0 ? null : WithoutOne(text);
    }

    // "Read (at least) one chapter" begins with the first page of a chapter.
    string WithoutOne(string text)
    {
        if (Passage.Lexicon.Language is not Language.English) return text;
        if (text.StartsWith("at least ", StringComparison.OrdinalIgnoreCase)) text = text["at least ".Length..];
        return text.StartsWith("one ", StringComparison.OrdinalIgnoreCase) ? Articled("a", text["one ".Length..]) : text;
    }

    /// <summary>True where the thing is written as many, "thank-you cards", whatever the lexicon counts it as.</summary>
    public bool NamesMany(Clause clause) => Passage.Lexicon.Language is Language.English && clause is { ThingAt: >= 0, Thing.Kind: WorkKind.Writing or WorkKind.Social }
        && Passage.Tokens[Math.Min(Passage.Count, clause.ThingAt + Passage.Step(clause.ThingAt)) - 1].Text.EndsWith('s');

    /// <summary>"Cover letter" as a sentence has it, "the cover letter": to-do lists leave the article out.</summary>
    public string WithArticle(Clause clause, string thing)
    {
        // A thing that was taken over from another clause stands nowhere in this one.
        if (Passage.Lexicon.Language is not Language.English || clause is not { ThingAt: >= 0, Thing: { Mass: false, Kind: WorkKind.Writing or WorkKind.Reading or WorkKind.Work or WorkKind.Exam or WorkKind.Problems } or { Name: "speech" }, Plural: false, LabelAt: < 0, HasCount: false, One: false }) return thing;
        var first = Passage.Lexicon.Tokenize(thing);
        if (first.Count == 0 || first[0].Kind is not TokenKind.Word || !thing.StartsWith(Line[Passage.Tokens[clause.ThingAt].Start..][..1], StringComparison.OrdinalIgnoreCase)) return thing;
        var at = Passage.Tokens.FindIndex(t => t.Text == first[0].Text);
        return at == clause.ThingAt && !char.IsUpper(thing[0]) && !thing.EndsWith('s') ? "the " + thing : thing;
    }

    /// <summary>A sentence about a part of the thing, "the first page of the book"; null where the language cannot join the two for sure.</summary>
    public string? PartOf(string key, string thing)
    {
        if (Passage.Lexicon.Language is Language.English or Language.Chinese || !Say[key].Contains("{np}", StringComparison.Ordinal)) return Say.Fill(key, "np", thing);
        if (!Say.Has("of")) return null;
        foreach (var join in Say["of"].Split(", "))
        {
            var words = join.Split(" > ");
            var article = words[0][^1] is '\'' or '’' ? words[0] : words[0] + " ";
            if (thing.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return Say.Fill(key, "np", words[1] + thing[words[0].Length..]);
        }
        return null;
    }

    string WithoutScope(Clause clause, int start, int end)
    {
        if (start >= end) return "";
        if (clause.ScopeAt < 0 || Passage.Tokens[clause.ScopeAt].Text is "everything" or "everyone") return Trimmed(Line[start..end]);
        var scope = Passage.Tokens[clause.ScopeAt].Start;
        var last = Math.Min(Passage.Count, clause.ScopeAt + Passage.Step(clause.ScopeAt)) - 1;
        if (Passage.Lexicon.Language is Language.English && Passage.Is(last + 1, WordClass.Of)) last++; // "the rest of the boxes"
        var after = Passage.Tokens[last].End;
        if (scope < start || after > end) return Trimmed(Line[start..end]);
        return Trimmed(Articled(Line[start..scope].TrimEnd(), Line[after..end].TrimStart()));
    }

    // "a complete outline" becomes "an outline".
    string Articled(string before, string after)
    {
        if (Passage.Lexicon.NoSpaces) return before + after;
        if (Passage.Lexicon.Language is not Language.English || after.Length == 0) return before + " " + after;
        var vowel = "aeiouAEIOU".Contains(after[0]);
        if (vowel && (before is "a" || before.EndsWith(" a", StringComparison.Ordinal))) return before + "n " + after;
        return !vowel && (before is "an" || before.EndsWith(" an", StringComparison.Ordinal)) ? before[..^1] + " " + after : before + " " + after;
    }

    /// <summary>Ways to set a time around the text, the most natural first.</summary>
    public IEnumerable<string> Timed(double minutes)
    {
        var doings = reading.Doings.ToList();
        if (doings.Count != 1) yield break;
        var clause = doings[0];
        var text = IsWay(clause) ? WithoutAmount(clause) : ObjectOf(clause) is null ? Trimmed(Line) : WithoutScope(clause, 0, Line.Length);
        if (text.Length == 0 || text.Length > Limits.StepTextLength - 40 || IsBehindTime(clause) || text.AsSpan().ContainsAny(Breaks) || !GoesOn(clause)) yield break;
        var english = Passage.Lexicon.Language is Language.English;
        if (clause.Verb is { For: true } || clause.Abstains) yield return Say.Timed(ForKey(clause), AfterTime(IsWay(clause) && Passage.Lexicon.VerbLast ? text : Capital(WithoutLongTime(clause, text))), minutes);
        var thing = ObjectOf(clause);
        if (thing is not null && english && clause.Verb is { Name: "finish" or "do" } && IsPlainDoing(clause) && WithArticle(clause, thing) is var named && HasArticle(named))
            yield return Say.Timed("spend-np", "", minutes).Replace("{np}", named, StringComparison.Ordinal);
    }

    // A time behind these reads as if it belonged to them: "learn the poem, all four stanzas for 10 minutes".
    static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(",;:()!?，；：、/+&\"");

    // "Cram tonight for 10 minutes", "study for biology for 10 minutes".
    bool IsBehindTime(Clause clause)
    {
        if (clause.EachOne || Passage.Is(clause.End - 1, WordClass.Skip | WordClass.Perday) || clause.VerbAt >= 0 && Passage.Tokens[clause.VerbAt].Text is "start" or "begin" or "finish") return true;
        for (var i = clause.First; i < clause.End; i++)
            if (Passage.Is(i, WordClass.Cut) || Passage.Tokens[i].Kind is TokenKind.Clock || Passage.Lexicon.Language is Language.English && i > clause.First && Passage.Tokens[i].Text is "for" or "by" or "until" or "before") return true;
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
    static bool IsWay(Clause clause) => clause is { Verb.For: true, VerbBorrowed: false, Thing.Name: "kilometre" or "mile" or "lap", CountHigh: > 1 } && clause.ThingAt >= clause.CountEnd
        && (clause.CountAt >= clause.VerbEnd || clause.VerbAt > clause.ThingAt);

    string WithoutAmount(Clause clause) => Trimmed((Line[..Passage.Tokens[clause.CountAt].Start].TrimEnd() + " " + Line[Passage.Tokens[clause.ThingAt + Passage.Step(clause.ThingAt) - 1].End..].TrimStart()).Trim());

    // "10 Minuten lang den Keller aufräumen", but "Räum den Keller auf, 10 Minuten lang".
    string ForKey(Clause clause) => clause.VerbAt == 0 && clause.End > clause.VerbEnd && !Passage.Lexicon.VerbFirst && Say.Has("for-imperative") ? "for-imperative" : "for";

    // "Finish the essay" is work on the essay; "get the car washed" is not work on "car washed".
    bool IsPlainDoing(Clause clause) => Passage.Tokens[clause.VerbAt].Text is "do" or "finish" or "complete";

    // German sets the time in front; the article behind it loses its capital.
    string AfterTime(string text) => Passage.Lexicon.Language is Language.German && text.Length > 0 && char.IsUpper(text[0])
        && (Passage.Is(0, WordClass.Det | WordClass.One | WordClass.Prep | WordClass.Each) || reading.Clauses.Exists(c => c.VerbAt == 0) && Passage[0].Thing is null) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    string WithoutLongTime(Clause clause, string text)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (Passage.Is(i, WordClass.Longtime))
                return Trimmed(text.Replace(Line[Passage.Tokens[i].Start..Passage.Tokens[Math.Min(Passage.Count, i + Passage.Step(i)) - 1].End], "", StringComparison.Ordinal));
        return text;
    }

    /// <summary>The text inside a frame of the engine's own.</summary>
    public string Unframed()
    {
        if (reading.Frame is null) return Line;
        if (reading.Frame is FirstMove.Frame) return MoveWording.HeadingOf(Line);
        if (reading.Frame is "neutral") return Line[(Line.IndexOf(Reading.Neutral, StringComparison.Ordinal) + Reading.Neutral.Length)..];
        var between = Say.BetweenOf(reading.Frame);
        var at = between.Length > 0 ? Line.IndexOf(between, StringComparison.OrdinalIgnoreCase) + between.Length : Say.PrefixOf(reading.Frame).Length;
        return at > 0 && at < Line.Length ? Line[at..] : Line;
    }

    static string Trimmed(string text) => text.Trim(' ', ',', ';', ':', '.', '-', '–', '，', '。', '；', '、').Replace("  ", " ", StringComparison.Ordinal);

    internal static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
