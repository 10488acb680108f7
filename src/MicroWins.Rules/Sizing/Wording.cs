namespace MicroWins.Rules.Sizing;

/// <summary>Puts a text into other words: one of its doings, a part of its object. Knows words and places, no minutes.</summary>
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
        if (!CanLackObject(clause) || clause.VerbEnd > clause.VerbAt + 1 && !(clause.VerbEnd == clause.VerbAt + 2 && clause.Verb is { Mode: VerbMode.Open } && Passage.Tokens[clause.VerbAt + 1].Text is "off" or "out" or "up" or "down" or "over" or "through")) return null;
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
        var end = clause.VerbEnd;
        if (IsInfinitive(clause.First)) return text;
        if (Passage.Lexicon.Language is Language.English)
        {
            if (IsDoneAlone(clause)) return text;
            if (end > clause.VerbAt + 1 && Passage.Is(end - 1, WordClass.Det) && Passage.Is(clause.First, WordClass.Det)) end--; // "do the" + "the laundry"
        }
        var verb = Line[Passage.Tokens[clause.VerbAt].Start..Passage.Tokens[end - 1].End];
        var space = Passage.Lexicon.NoSpaces ? "" : " ";
        return Passage.Lexicon.VerbLast && clause.VerbAt > clause.First ? text + space + verb : verb + space + text;
    }

    // "Push the release and monitor it", "do the dishes and vacuum": what is also a verb, alone or with "it", needs no other.
    bool IsDoneAlone(Clause clause) => clause.First < Passage.Count && (clause.First + 1 < clause.End && Passage.Tokens[clause.First + 1].Text is "it" or "them" or "everything"
        || clause.End == clause.First + 1 && clause.VerbEnd > clause.VerbAt + 1 && Passage.Tokens[clause.First].Text is "vacuum" or "tune" or "mop" or "iron" or "test" or "film" or "dust" or "lunch");

    // "Appeler la caf, encaisser 2 chèques": a verb that no lexicon knows is a verb by its ending all the same.
    bool IsInfinitive(int at)
    {
        string[] endings = Passage.Lexicon.Language switch
        {
            Language.French => ["er", "ir", "dre", "tre"],
            Language.Spanish or Language.Portuguese => ["ar", "er", "ir"],
            Language.Italian => ["are", "ere", "ire"],
            Language.Russian => ["ать", "ять", "ить", "еть", "ться"],
            _ => [],
        };
        return at < Passage.Count && Passage.Tokens[at].Text is { Length: > 4 } word && Passage[at].Thing is null && Array.Exists(endings, e => word.EndsWith(e, StringComparison.Ordinal));
    }

    bool IsConnector(int at) => Passage.Tokens[at].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Colon or TokenKind.Dash || Passage.Is(at, WordClass.And);

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
        foreach (var often in Often) if (text.EndsWith(often, StringComparison.OrdinalIgnoreCase)) text = text[..^often.Length];
        return text.StartsWith("one ", StringComparison.OrdinalIgnoreCase) ? Articled("a", text["one ".Length..]) : text;
    }

    // The first page of a chapter is not read "of a chapter a night".
    static readonly string[] Often = [" a night", " a day", " a week", " per day", " every day", " every night", " each day", " each night", " daily"];

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

    /// <summary>A stretch of the text without the word that says that all of it is meant.</summary>
    public string WithoutScope(Clause clause, int start, int end)
    {
        if (start >= end) return "";
        if (clause.ScopeAt < 0 || Passage.Tokens[clause.ScopeAt].Text is "everything" or "everyone") return Trimmed(Line[start..end]);
        var scope = Passage.Tokens[clause.ScopeAt].Start;
        var last = Math.Min(Passage.Count, clause.ScopeAt + Passage.Step(clause.ScopeAt)) - 1;
        if (Passage.Lexicon.Language is Language.English && Passage.Is(last + 1, WordClass.Of)) last++; // "the rest of the boxes"
        var after = Passage.Tokens[last].End;
        // "In tutta la casa" would be "in la casa", which is said "nella casa".
        var contracts = Passage.Lexicon.Language is Language.Italian or Language.Portuguese or Language.French && clause.ScopeAt > 0 && Passage.Is(clause.ScopeAt - 1, WordClass.Prep | WordClass.Of);
        if (contracts || scope < start || after > end) return Trimmed(Line[start..end]);
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

    internal static string Trimmed(string text) => text.Trim(' ', ',', ';', ':', '.', '-', '–', '，', '。', '；', '、').Replace("  ", " ", StringComparison.Ordinal);

    internal static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
