namespace MicroWins.Rules.Sizing;

enum VerbMode { Quick, Open, Light, Go }

/// <summary>A kind of doing, whatever the language; see Concepts.txt for what the parts mean.</summary>
sealed record VerbConcept(string Name, WorkKind Kind, VerbMode Mode, Effort Whole, Effort Each, string? Isa, double Factor, bool For, bool Last, bool Rehearse, bool Lump, bool Grows, bool Deep, bool Doubt, bool Batch, bool Ends);

/// <summary>A kind of thing, whatever the language.</summary>
sealed record ThingConcept(string Name, WorkKind Kind, Effort Own, string? Isa, bool Mass, bool Limit, bool Weak, bool Act);

/// <summary>Verbs, things and the minutes they take together, read from Concepts.txt.</summary>
sealed class Concepts
{
    readonly Dictionary<string, VerbConcept> _verbs = [];
    readonly Dictionary<string, ThingConcept> _things = [];
    readonly Dictionary<(string Verb, string Thing), Effort> _rates = [];

    public IReadOnlyDictionary<string, VerbConcept> Verbs => _verbs;

    public IReadOnlyDictionary<string, ThingConcept> Things => _things;

    /// <summary>The rate for a verb and a thing: the nearest kind of thing first, then the nearest kind of verb.</summary>
    public Effort? Rate(VerbConcept verb, ThingConcept thing)
    {
        for (var t = thing; t is not null; t = t.Isa is null ? null : _things[t.Isa])
            for (var v = verb; v is not null; v = v.Isa is null ? null : _verbs[v.Isa])
                if (_rates.TryGetValue((v.Name, t.Name), out var rate)) return rate;
        return null;
    }

    /// <summary>What to begin with where no amount can be cut.</summary>
    public FirstMoves Moves { get; } = new();

    /// <summary>True where a verb is one of the named ones or a kind of one.</summary>
    public bool IsA(VerbConcept verb, string[] names)
    {
        for (VerbConcept? v = verb; v is not null; v = v.Isa is null ? null : _verbs[v.Isa])
            if (names.Contains(v.Name)) return true;
        return false;
    }

    /// <summary>True where a thing is one of the named ones or a kind of one.</summary>
    public bool IsA(ThingConcept thing, string[] names)
    {
        for (ThingConcept? t = thing; t is not null; t = t.Isa is null ? null : _things[t.Isa])
            if (names.Contains(t.Name)) return true;
        return false;
    }

    public static Concepts Read(string file, IEnumerable<string> lines) => new Concepts().With(file, lines);

    /// <summary>Takes the lines of a further file, which may name what is known already.</summary>
    public Concepts With(string file, IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            try
            {
                Add(words);
            }
            catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException)
            {
                throw new LexiconException(file, number, $"\"{line}\" cannot be read: {e.Message}");
            }
        }
        CheckNames(file);
        return this;
    }

    void Add(string[] words)
    {
        switch (words[0])
        {
            case "verb": AddVerb(words); break;
            case "thing": AddThing(words); break;
            case "move" or "when": Moves.Add(words, this); break;
            case "rate" when !_rates.TryAdd((words[1], words[2]), EffortOf(words[3], words[4])): throw new FormatException($"the rate of {words[1]} {words[2]} stands here twice");
            case "rate": break;
            default: throw new FormatException("a line starts with verb, thing, rate, move or when");
        }
    }

    void AddVerb(string[] words)
    {
        var whole = EffortOf(words[4], words[5]);
        var each = Array.IndexOf(words, "each");
        var factor = After(words, "x");
        _verbs.Add(words[1], new(words[1], Enum.Parse<WorkKind>(words[2]), Enum.Parse<VerbMode>(words[3], true), whole,
            each < 0 ? whole : EffortOf(words[each + 1], words[each + 2]), After(words, "isa"), factor is null ? 0 : Number(factor),
            words.Contains("for"), words.Contains("last"), words.Contains("rehearse"), words.Contains("lump"), words.Contains("grows"), words.Contains("deep"), words.Contains("doubt"), words.Contains("batch"), words.Contains("ends")));
    }

    void AddThing(string[] words) => _things.Add(words[1],
        new(words[1], Enum.Parse<WorkKind>(words[2]), EffortOf(words[3], words[4]), After(words, "isa"), words.Contains("mass"), words.Contains("limit"), words.Contains("weak"), words.Contains("act")));

    static string? After(string[] words, string key) => Array.IndexOf(words, key) is >= 0 and var at ? words[at + 1] : null;

    internal static Effort EffortOf(string low, string high) => Effort.FromMinutes(Number(low), Number(high));

    static double Number(string word) => double.Parse(word, System.Globalization.CultureInfo.InvariantCulture);

    void CheckNames(string file)
    {
        var unknown = _verbs.Values.Where(v => v.Isa is not null && !_verbs.ContainsKey(v.Isa)).Select(v => v.Isa!)
            .Concat(_things.Values.Where(t => t.Isa is not null && !_things.ContainsKey(t.Isa)).Select(t => t.Isa!))
            .Concat(_rates.Keys.Where(r => !_verbs.ContainsKey(r.Verb)).Select(r => r.Verb))
            .Concat(_rates.Keys.Where(r => !_things.ContainsKey(r.Thing)).Select(r => r.Thing)).Distinct().ToList();
        if (unknown.Count > 0) throw new LexiconException(file, 0, $"no verb or thing is named {string.Join(", ", unknown)}");
    }
}
