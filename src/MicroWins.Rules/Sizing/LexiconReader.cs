using System.Globalization;

namespace MicroWins.Rules.Sizing;

/// <summary>Reads a language file; its format is told at the top of en.txt. Every mistake names file and line.</summary>
sealed class LexiconReader(string file, Language language, Concepts concepts)
{
    readonly Dictionary<string, List<LexiconEntry>> _words = [];
    readonly Dictionary<string, List<LexiconEntry>> _stems = [];
    readonly Dictionary<string, List<LexiconEntry>> _suffixes = [];
    readonly Dictionary<string, string[]> _forms = [];
    readonly Dictionary<string, string> _sentences = [];
    readonly Dictionary<string, string> _grammar = [];
    readonly List<SplitVerb> _splitVerbs = [];
    string _section = "";

    public Lexicon Read(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        // How words are cut ("d'identité") is said in the grammar, which stands behind them.
        ReadLines(all, "grammar");
        ReadLines(all, null);
        return Build();
    }

    /// <summary>What the engine says in the language, and no more of it.</summary>
    public Sentences ReadSentences(IEnumerable<string> lines)
    {
        ReadLines(lines, "sentences");
        return new(file, language, _sentences, concepts.Moves);
    }

    void ReadLines(IEnumerable<string> lines, string? only)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            try
            {
                ReadLine(line, only);
            }
            catch (Exception e) when (e is FormatException or ArgumentException or KeyNotFoundException)
            {
                throw new LexiconException(file, number, e.Message);
            }
        }
    }

    Lexicon Build()
    {
        var order = _grammar.GetValueOrDefault("order", "");
        return new()
        {
            Language = language,
            Concepts = concepts,
            Words = _words,
            Stems = _stems,
            Suffixes = _suffixes,
            LongestSuffix = _suffixes.Keys.Select(suffix => suffix.Length).DefaultIfEmpty().Max(),
            Forms = _forms,
            SplitVerbs = _splitVerbs.ToLookup(v => v.Start[0]),
            Sentences = new Sentences(file, language, _sentences, concepts.Moves),
            PluralEndings = Endings("plural"),
            VerbEndings = Endings("verbending"),
            NounEndings = Endings("nounending"),
            VerbFirst = order.Contains("verb-first", StringComparison.Ordinal),
            VerbLast = order.Contains("verb-last", StringComparison.Ordinal),
            HeadLast = order.Contains("head-last", StringComparison.Ordinal),
            NoSpaces = order.Contains("no-spaces", StringComparison.Ordinal),
            SplitsElision = order.Contains("elision", StringComparison.Ordinal),
            DotGroupsThousands = order.Contains("dot-thousands", StringComparison.Ordinal),
        };
    }

    (string, string)[] Endings(string key) =>
        [.. Parts(_grammar.GetValueOrDefault(key, "")).Select(e => e.Split('>')).Select(e => (e[0], e.Length > 1 ? e[1] : ""))];

    void ReadLine(string line, string? only)
    {
        if (line[0] == '[')
        {
            _section = line.Trim('[', ']', ' ');
            return;
        }
        if (only is not null && _section != only) return;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) throw new FormatException($"\"{line}\" has no colon; a line is NAME: word, word");
        var (key, values) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
        switch (_section)
        {
            case "verbs": AddWords(values, new([], Known(concepts.Verbs, key), null, false, 0, null, null)); break;
            case "things": AddThings(values, Known(concepts.Things, key)); break;
            case "words": AddWords(values, new([], null, null, false, ClassOf(key), null, null)); break;
            case "numbers": AddWords(values, new([], null, null, false, 0, Number(key), null)); break;
            case "time": AddWords(values, new([], null, null, false, 0, null, MinutesOf(key))); break;
            case "grammar": _grammar[key] = values; break;
            case "forms": _forms[Known(concepts.Things, key).Name] = Parts(values); break;
            case "sentences": _sentences.Add(key, values); break;
            default: throw new FormatException($"[{_section}] is no section");
        }
    }

    static T Known<T>(IReadOnlyDictionary<string, T> all, string name) =>
        all.TryGetValue(name, out var known) ? known : throw new FormatException($"\"{name}\" is not in Concepts.txt");

    static WordClass ClassOf(string name) => Enum.TryParse<WordClass>(name.Replace("_", "", StringComparison.Ordinal), true, out var known)
        ? known : throw new FormatException($"\"{name}\" is no class of words");

    static double Number(string key) => double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value : throw new FormatException($"\"{key}\" is no number");

    static double MinutesOf(string key) => key switch
    {
        "second" => 1.0 / 60,
        "minute" => 1,
        "hour" => 60,
        "day" => 24 * 60,
        "week" => 7 * 24 * 60,
        "month" => 30 * 24 * 60,
        _ => Number(key),
    };

    static string[] Parts(string values) => values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    void AddThings(string values, ThingConcept thing)
    {
        var sides = values.Split('|');
        if (sides.Length > 2) throw new FormatException("a line has at most one bar");
        AddWords(sides[0], new([], null, thing, false, 0, null, null));
        if (sides.Length == 2) AddWords(sides[1], new([], null, thing, true, 0, null, null));
    }

    void AddWords(string values, LexiconEntry entry)
    {
        foreach (var phrase in Parts(values)) AddPhrase(phrase, entry);
    }

    void AddPhrase(string phrase, LexiconEntry entry)
    {
        if (phrase.Contains(" .. ", StringComparison.Ordinal))
        {
            AddSplitVerb(phrase.Split(" .. "), entry.Verb ?? throw new FormatException($"\"{phrase}\": only verbs come in two parts"));
            return;
        }
        var suffix = phrase.StartsWith('*');
        var stem = phrase.EndsWith('*');
        var words = WordsOf(phrase);
        if (words.Count == 0) throw new FormatException($"\"{phrase}\" has no word");
        var target = suffix ? _suffixes : words[0].EndsWith('*') ? _stems : _words;
        var first = words[0].TrimEnd('*');
        if ((suffix && first.Length < 3) || (target == _stems && first.Length < 2)) throw new FormatException($"\"{phrase}\" would match too much");
        if (!target.TryGetValue(first, out var entries)) target[first] = entries = [];
        entries.Add(words.Count == 1 ? entry : entry with { Rest = words.GetRange(1, words.Count - 1).ToArray() });
    }

    void AddSplitVerb(string[] parts, VerbConcept verb)
    {
        var start = WordsOf(parts[0])[0];
        _splitVerbs.Add(new(start.TrimEnd('*'), start.EndsWith('*'), [.. WordsOf(parts[1])], verb));
    }

    List<string> WordsOf(string phrase)
    {
        if (IsPlain(phrase)) return [phrase];
        var elision = _grammar.GetValueOrDefault("order", "").Contains("elision", StringComparison.Ordinal);
        var words = new List<string>();
        foreach (var part in phrase.TrimStart('*').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsPlain(part)) words.Add(part);
            else foreach (var token in new Tokenizer(part.TrimEnd('*'), elision, false).Read()) words.Add(token.Text);
            if (part.EndsWith('*')) words[^1] += "*";
        }
        return words;
    }

    // One word that cutting and folding would not change, as most are.
    static bool IsPlain(string word) => word.Length > 0 && !word.AsSpan().ContainsAnyExceptInRange('a', 'z');
}
