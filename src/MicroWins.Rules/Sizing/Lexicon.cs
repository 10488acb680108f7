namespace MicroWins.Rules.Sizing;

/// <summary>What a word or a run of words may stand for; several at once, since "book" is a thing and a doing.</summary>
struct Match
{
    public int Length;
    public VerbConcept? Verb;
    public ThingConcept? Thing;
    public bool Plural;
    public WordClass Classes;
    public double? Number;
    /// <summary>Minutes of a time unit.</summary>
    public double? Minutes;

    public readonly bool Is(WordClass any) => (Classes & any) != 0;

    public readonly bool IsKnown => Length > 0;
}

/// <summary>One entry of a lexicon: the words behind its first, and what they stand for.</summary>
sealed record LexiconEntry(string[] Rest, VerbConcept? Verb, ThingConcept? Thing, bool Plural, WordClass Classes, double? Number, double? Minutes);

/// <summary>A verb in two parts with its object between them: "write it down", "räum die Bücher weg".</summary>
/// <param name="Start">The first part, or how it begins.</param>
/// <param name="IsStem">True where any ending may follow the first part.</param>
/// <param name="Particle">The part behind the object, word by word.</param>
/// <param name="Verb">What both together mean.</param>
sealed record SplitVerb(string Start, bool IsStem, string[] Particle, VerbConcept Verb)
{
    public bool EndsAt(List<Token> tokens, int at)
    {
        for (var i = 0; i < Particle.Length; i++)
            if (at + i >= tokens.Count || tokens[at + i].Text != Particle[i]) return false;
        return true;
    }

    public bool Begins(string word) => IsStem ? word.StartsWith(Start, StringComparison.Ordinal) : word == Start;
}

/// <summary>The words of one language. Immutable once read.</summary>
sealed class Lexicon
{
    public required Language Language { get; init; }
    public required Concepts Concepts { get; init; }
    public required Dictionary<string, List<LexiconEntry>> Words { get; init; }
    public required Dictionary<string, List<LexiconEntry>> Stems { get; init; }
    public required Dictionary<string, List<LexiconEntry>> Suffixes { get; init; }
    public required int LongestSuffix { get; init; }
    public required (string Ending, string Instead)[] PluralEndings { get; init; }
    public required (string Ending, string Instead)[] VerbEndings { get; init; }
    /// <summary>How nouns end that are made of verbs or only begin like them: "competición", "Dehnung".</summary>
    public required (string Ending, string Instead)[] NounEndings { get; init; }
    public required Dictionary<string, string[]> Forms { get; init; }
    public required ILookup<char, SplitVerb> SplitVerbs { get; init; }
    public required Sentences Sentences { get; init; }
    public required bool VerbFirst { get; init; }
    public required bool VerbLast { get; init; }
    public required bool HeadLast { get; init; }
    public required bool NoSpaces { get; init; }
    public required bool SplitsElision { get; init; }
    public required bool DotGroupsThousands { get; init; }

    // The longest stem by how it begins: few words begin as any stem does.
    byte[]? _longestStems;

    int LongestStem(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return 0;
        var longest = _longestStems ??= LongestStems();
        return longest[Beginning(word) % longest.Length];
    }

    byte[] LongestStems()
    {
        var longest = new byte[1024];
        foreach (var stem in Stems.Keys)
        {
            ref var most = ref longest[Beginning(stem) % longest.Length];
            most = (byte)Math.Clamp(stem.Length, most, byte.MaxValue);
        }
        return longest;
    }

    static int Beginning(ReadOnlySpan<char> word) => word[0] * 31 + word[1];

    public List<Token> Tokenize(string line) => new Tokenizer(line, SplitsElision, DotGroupsThousands).Read();

    /// <summary>The longest entries that begin at a token, joined into one match.</summary>
    public Match MatchAt(List<Token> tokens, int at, int longest = int.MaxValue)
    {
        var match = new Match();
        var token = tokens[at];
        if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Sign)) return match;
        if (Words.TryGetValue(token.Text, out var exact)) Join(ref match, longest == int.MaxValue ? exact : exact.FindAll(e => e.Rest.Length < longest), tokens, at, false);
        if (token.Kind is not TokenKind.Word) return match;
        if (token.Text.Length > 3) JoinPlural(ref match, tokens, at);
        if (Stems.Count > 0) JoinStems(ref match, tokens, at);
        if (token.Text.Length > 3 && !match.IsKnown) JoinVerbForm(ref match, tokens, at);
        return match;
    }

    void JoinStems(ref Match match, List<Token> tokens, int at)
    {
        var text = tokens[at].Text.AsSpan();
        var stems = Stems.GetAlternateLookup<ReadOnlySpan<char>>();
        var known = match.Length;
        for (var length = Math.Min(text.Length, LongestStem(text)); length >= 2; length--)
            if (stems.TryGetValue(text[..length], out var entries) && Join(ref match, IsNoun(tokens[at].Text) ? entries.FindAll(e => e.Verb is not { Mode: VerbMode.Quick }) : entries, tokens, at, false, known) && match.Length > known) return;
        if (match.IsKnown || Suffixes.Count == 0) return;
        var suffixes = Suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = Math.Max(1, text.Length - LongestSuffix); start <= text.Length - 3; start++)
            if (suffixes.TryGetValue(text[start..], out var entries) && Join(ref match, entries, tokens, at, false)) return;
    }

    // A small doing is not meant where a noun only begins like it: "ponencia" puts nothing.
    bool IsNoun(string text)
    {
        foreach (var (ending, _) in NounEndings)
            if (text.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    void JoinPlural(ref Match match, List<Token> tokens, int at)
    {
        var text = tokens[at].Text;
        var known = match.Length;
        foreach (var (ending, instead) in PluralEndings)
            if (text.EndsWith(ending, StringComparison.Ordinal) && WithEnding(text.AsSpan(0, text.Length - ending.Length), instead) is { } entries)
                Join(ref match, entries, tokens, at, !IsPossessive(ending), known, static e => e.Thing is not null || e.Minutes is not null);
    }

    // No word of a lexicon is as long; a longer one needs no string to be looked up.
    const int LongestWord = 64;

    List<LexiconEntry>? WithEnding(ReadOnlySpan<char> stem, string ending)
    {
        if (stem.Length + ending.Length > LongestWord) return Words.GetValueOrDefault(string.Concat(stem, ending));
        Span<char> word = stackalloc char[stem.Length + ending.Length];
        stem.CopyTo(word);
        ending.CopyTo(word[stem.Length..]);
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var entries) ? entries : null;
    }

    // "The doctor's" is one place.
    static bool IsPossessive(string ending) => ending[0] is '\'';

    void JoinVerbForm(ref Match match, List<Token> tokens, int at)
    {
        var text = tokens[at].Text;
        foreach (var (ending, instead) in VerbEndings)
        {
            if (!text.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = text.AsSpan(0, text.Length - ending.Length);
            var entries = WithEnding(stem, instead) ?? (stem.Length > 3 && stem[^1] == stem[^2] ? WithEnding(stem[..^1], "") : null);
            if (entries is not null) Join(ref match, entries, tokens, at, false, only: static e => e.Verb is not null);
        }
    }

    // Entries longer than what is known win; those as long add their sense; beatBy: only longer ones count.
    bool Join(ref Match match, List<LexiconEntry> entries, List<Token> tokens, int at, bool plural, int beat = -1, Predicate<LexiconEntry>? only = null)
    {
        var joined = false;
        foreach (var entry in entries)
        {
            if (only is not null && !only(entry)) continue;
            var length = LengthOf(entry, tokens, at, ref plural, out var isPlural);
            if (length == 0 || length < match.Length || (beat > 0 && length <= beat)) continue;
            if (length > match.Length) match = new Match { Length = length };
            match.Verb ??= entry.Verb;
            if (match.Thing is null && entry.Thing is not null) (match.Thing, match.Plural) = (entry.Thing, entry.Plural || isPlural);
            match.Classes |= entry.Classes;
            match.Number ??= entry.Number;
            match.Minutes ??= entry.Minutes;
            joined = true;
        }
        return joined;
    }

    int LengthOf(LexiconEntry entry, List<Token> tokens, int at, ref bool plural, out bool isPlural)
    {
        isPlural = plural && entry.Rest.Length == 0;
        if (at + entry.Rest.Length >= tokens.Count) return entry.Rest.Length == 0 ? 1 : 0;
        var next = at + 1;
        for (var i = 0; i < entry.Rest.Length; i++, next++)
        {
            var last = i == entry.Rest.Length - 1 && entry.Thing is not null;
            if (!IsWord(tokens, next, entry.Rest[i], last, ref isPlural) && !(entry.Verb is not null && IsArticle(tokens, next) && IsWord(tokens, ++next, entry.Rest[i], last, ref isPlural))) return 0;
        }
        return next - at;
    }

    bool IsWord(List<Token> tokens, int at, string pattern, bool mayBePlural, ref bool isPlural) => at < tokens.Count
        && tokens[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Sign && Matches(tokens[at].Text, pattern, mayBePlural, ref isPlural);

    // "Open the pool" is as good as "open pool".
    bool IsArticle(List<Token> tokens, int at) => Language is Language.English && at < tokens.Count && tokens[at].Text is "the" or "my" or "our" or "a" or "an" or "your" or "her" or "his" or "their";

    bool Matches(string word, string pattern, bool mayBePlural, ref bool isPlural)
    {
        if (pattern[^1] == '*') return word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal);
        if (word == pattern) return true;
        if (!mayBePlural) return false;
        foreach (var (ending, instead) in PluralEndings)
            if (word.Length == pattern.Length - instead.Length + ending.Length && word.EndsWith(ending, StringComparison.Ordinal)
                && pattern.EndsWith(instead, StringComparison.Ordinal)
                && word.AsSpan(0, word.Length - ending.Length).SequenceEqual(pattern.AsSpan(0, pattern.Length - instead.Length)))
            {
                isPlural |= !IsPossessive(ending);
                return true;
            }
        return false;
    }
}
