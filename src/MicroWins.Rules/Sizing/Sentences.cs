using System.Globalization;

namespace MicroWins.Rules.Sizing;

/// <summary>What the engine says in one language; filled in by name, so that a translator may change the order.</summary>
sealed class Sentences
{
    static readonly string[] Needed =
    [
        "time", "times", "more", "for", "spend", "continue", "look", "leave", "there",
        "read-first-page", "read-first-paragraph", "read-first-sentence", "write-first-sentence", "solve-first", "cards-first", "read-paragraph", "read-sentence", "spend-np", "label", "heading",
        "reason-time", "reason-count", "reason-size", "reason-open", "reason-scope", "reason-compound", "reason-instant", "reason-errand",
        "reason-abstain", "reason-claim", "reason-unknown", "reason-long", "reason-pace",
    ];

    static readonly string[] Frames = ["spend", "continue", "there", "look", "leave"];

    readonly Language _language;
    readonly Dictionary<string, string> _sentences;
    readonly Dictionary<string, WorkKind> _openings;
    readonly Dictionary<string, FirstMove> _moves;
    readonly (string Prefix, string Between, string Key)[] _frames;

    public Sentences(string file, Language language, Dictionary<string, string> sentences, FirstMoves moves)
    {
        var missing = Needed.Concat(Enum.GetNames<WorkKind>().Select(k => "open." + k)).Concat(moves.All.SelectMany(m => m.Opening is null ? [m.InSentences] : new[] { m.InSentences, m.Opening })).Where(key => !sentences.ContainsKey(key)).ToList();
        if (missing.Count > 0) throw new LexiconException(file, 0, $"[sentences] lacks {string.Join(", ", missing)}");
        (_language, _sentences) = (language, sentences);
        _openings = [];
        foreach (var (key, text) in sentences)
            if (key.StartsWith("open.", StringComparison.Ordinal)) _openings[TextFolding.Fold(text)] = Enum.TryParse<WorkKind>(key[5..], out var kind) ? kind : WorkKind.Other;
        _moves = moves.All.ToDictionary(m => TextFolding.Fold(sentences[m.InSentences]));
        _frames = [.. Frames.Select(key => (TextFolding.Fold(sentences[key].Split('{')[0]), TextFolding.Fold(BetweenOf(key)), key))];
    }

    public string this[string key] => _sentences[key];

    /// <summary>The smallest thing to do for a kind of work: a floor.</summary>
    public string Opening(WorkKind kind) => _sentences["open." + kind];

    /// <summary>The smallest thing to do for a verb, or else for the kind of work.</summary>
    public string OpeningFor(string? verb, WorkKind kind) => HasOpeningFor(verb) ? _sentences["open." + verb] : Opening(kind);

    public bool HasOpeningFor(string? verb) => verb is not null && _sentences.ContainsKey("open." + verb);

    public bool Has(string key) => _sentences.ContainsKey(key);

    /// <summary>True where a folded text is one of the smallest things to do.</summary>
    public bool IsOpening(string folded, out WorkKind kind) => _openings.TryGetValue(folded, out kind);

    /// <summary>The first move that stands behind the last colon of a folded line, after what it is for: "Wedding: write down the first three guests".</summary>
    public FirstMove? MoveOf(string folded) => folded.LastIndexOf(':') is > 0 and var at ? _moves.GetValueOrDefault(folded[(at + 1)..].Trim()) : null;

    /// <summary>The sentence by its name with one part filled in.</summary>
    public string Fill(string key, string name, string value) => _sentences[key].Replace("{" + name + "}", value, StringComparison.Ordinal);

    /// <summary>"10 minutes" in the language.</summary>
    public string Time(double minutes, string key = "time")
    {
        var forms = _sentences[key].Split(',', StringSplitOptions.TrimEntries);
        minutes = minutes < 1 ? Math.Round(minutes, 2) : minutes < 10 ? Math.Round(minutes, 1) : Math.Round(minutes);
        return forms[FormOf(minutes, forms.Length)].Replace("{n}", Number(minutes), StringComparison.Ordinal);
    }

    /// <summary>A text around which a time is set: "... for 10 minutes".</summary>
    public string Timed(string key, string text, double minutes) => _sentences[key]
        .Replace("{time}", Has("time-" + key) ? Time(minutes, "time-" + key) : Time(minutes), StringComparison.Ordinal).Replace("{text}", text, StringComparison.Ordinal);

    /// <summary>Which of the forms of a unit goes with a number: one, many, or the Russian one, few, many.</summary>
    public int FormOf(double number, int forms)
    {
        if (forms == 1) return 0;
        if (_language is not Language.Russian) return number is 1 || (number <= 1 && _language is Language.French) ? 0 : 1;
        if (number != Math.Floor(number)) return 1;
        var (ten, hundred) = ((int)(number % 10), (int)(number % 100));
        return hundred is >= 11 and <= 14 ? forms - 1 : ten is 1 ? 0 : ten is >= 2 and <= 4 ? 1 : forms - 1;
    }

    /// <summary>A number as people write it: "3", "0.5" or "0,5".</summary>
    public string Number(double value)
    {
        var text = (value < 1 ? Math.Round(value, 2) : value < 10 ? Math.Round(value, 1) : Math.Round(value)).ToString(CultureInfo.InvariantCulture);
        return _language is Language.English or Language.Chinese or Language.Unknown ? text : text.Replace('.', ',');
    }

    /// <summary>The frame that the engine itself has put around a text, by the words before it; null where there is none.</summary>
    public string? FrameOf(string folded)
    {
        foreach (var (prefix, between, key) in _frames)
            if (IsFrame(prefix, between, folded)) return key;
        return null;
    }

    // A length of time in words and digits fits into this many characters.
    const int MostTimeLength = 24;

    static bool IsFrame(string prefix, string between, string folded) => folded.StartsWith(prefix, StringComparison.Ordinal)
        && (between.Length == 0 || folded.AsSpan(prefix.Length, Math.Min(folded.Length - prefix.Length, MostTimeLength + between.Length)).Contains(between, StringComparison.Ordinal));

    /// <summary>The words of a frame before its first gap.</summary>
    public string PrefixOf(string key) => _sentences[key].Split('{')[0];

    /// <summary>The words of a frame between the time and the text.</summary>
    public string BetweenOf(string key)
    {
        var sentence = _sentences[key];
        var (from, to) = (sentence.IndexOf("{time}", StringComparison.Ordinal), sentence.IndexOf("{text}", StringComparison.Ordinal));
        return from < 0 ? "" : sentence[(from + 6)..to];
    }
}
