namespace MicroWins.Rules.Sizing;

/// <summary>A first move of a kind of work, in no language: "find the number".</summary>
/// <param name="Key">Its name in Moves.txt; each language says it as "move.KEY".</param>
/// <param name="Effort">How long it takes.</param>
/// <param name="IsAway">True where somebody leaves after it: an errand, a visit.</param>
sealed record FirstMove(string Key, Effort Effort, bool IsAway = false)
{
    /// <summary>The frame that a text stands in which ends with a first move.</summary>
    public const string Frame = "move";

    /// <summary>The name of its sentence in a lexicon.</summary>
    public string InSentences => "move." + Key;

    /// <summary>Not a move but a stretch of time, where that reads well: "study biology for 10 minutes".</summary>
    public static readonly FirstMove Timebox = new("timebox", Effort.FromMinutes(0, Limits.MicroGoalMinutes));
}

/// <summary>Which first move goes with which work, read from Moves.txt.</summary>
sealed class FirstMoves
{
    readonly Dictionary<string, FirstMove> _moves = new() { [FirstMove.Timebox.Key] = FirstMove.Timebox };
    readonly List<Rule> _rules = [];

    /// <summary>Everything that a language has to say.</summary>
    public IEnumerable<FirstMove> All => _moves.Values.Where(move => move != FirstMove.Timebox);

    /// <summary>The moves that go with a doing, the most particular first; the last goes with anything.</summary>
    public IEnumerable<FirstMove> For(Clause clause, Passage passage)
    {
        foreach (var rule in _rules)
            if (rule.Fits(clause, passage)) yield return rule.Move;
    }

    /// <summary>Takes a line of Moves.txt; a name that is not known throws.</summary>
    public void Add(string[] words, Concepts concepts)
    {
        if (words[0] is "move") _moves.Add(words[1], new(words[1], Concepts.EffortOf(words[2], words[3]), words.Contains("away")));
        else _rules.Add(new(_moves[words[1]], Names("verb=", concepts.Verbs), Names("thing=", concepts.Things), [.. Values("kind=").Select(Enum.Parse<WorkKind>)],
            [.. words.Where(w => w.StartsWith("word=", StringComparison.Ordinal)).Select(w => TextFolding.Fold(w.AsSpan("word=".Length)).Split('|'))], words[^1]));

        string[] Names<T>(string key, IReadOnlyDictionary<string, T> known) =>
            Values(key) is var names && Array.Find(names, n => !known.ContainsKey(n)) is { } unknown ? throw new FormatException($"\"{unknown}\" is not in Concepts.txt") : names;
        string[] Values(string key) => Array.Find(words, w => w.StartsWith(key, StringComparison.Ordinal))?.Substring(key.Length).Split('|') ?? [];
    }

    sealed record Rule(FirstMove Move, string[] Verbs, string[] Things, WorkKind[] Kinds, string[][] Words, string Shape)
    {
        public bool Fits(Clause clause, Passage passage) =>
            HasShape(clause) && (Kinds.Length == 0 || Kinds.Contains(clause.Kind))
            && (Things.Length == 0 || IsAbout(clause, passage)) && (Verbs.Length == 0 || passage.Lexicon.Concepts.IsA(clause.Verb, Verbs)) && (Things.Length == 0 || passage.Lexicon.Concepts.IsA(clause.Thing, Things))
            && Array.TrueForAll(Words, words => Array.Exists(words, word => IsIn(word, passage, clause)));

        bool HasShape(Clause clause) => Shape switch
        {
            "bare" => clause.Verb is null,
            "alone" => clause is { Thing: null, UnknownObject: false },
            "abstain" => clause.Abstains,
            "many" => clause.Plural || clause.EachOne || clause.CountHigh > 1,
            _ => true,
        };

        // "Pool chemicals" is no pool, and "fix it for grandma" nothing that is done to her.
        static bool IsAbout(Clause clause, Passage passage) => !(clause.UnknownHead && !IsWith(clause.ThingAt + passage.Step(Math.Max(0, clause.ThingAt)), passage)) && !(clause.ViaPreposition && clause.UnknownObject);

        // "Meeting w/ Tom"
        static bool IsWith(int at, Passage passage) => at < passage.Count && passage.Tokens[at].Text is "w";

        static bool IsIn(string word, Passage passage, Clause clause)
        {
            if (Tokenizer.IsHan(word[0])) return passage.Lexicon.NoSpaces && passage.Line.Contains(word, StringComparison.Ordinal);
            for (var i = clause.First; i < clause.End; i++)
                if (word[^1] is '*' ? passage.Tokens[i].Text.AsSpan().StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.Ordinal) : passage.Tokens[i].Text == word) return true;
            return false;
        }
    }
}
