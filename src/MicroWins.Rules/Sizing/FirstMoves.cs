namespace MicroWins.Rules.Sizing;

/// <summary>A first move of a kind of work, in no language: "find the number".</summary>
/// <param name="Key">Its name in Moves.txt; each language says it as "move.KEY".</param>
/// <param name="Effort">How long it takes.</param>
/// <param name="IsAway">True where somebody leaves after it: an errand, a visit.</param>
/// <param name="Opening">What is even smaller, by the name of its sentence ("open.note"); null where the kind of the work says it.</param>
sealed record FirstMove(string Key, Effort Effort, bool IsAway = false, string? Opening = null)
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
        if (words[0] is "move") _moves.Add(words[1], new(words[1], Concepts.EffortOf(words[2], words[3]), words.Contains("away"), Values("open=") is [var opening] ? "open." + opening : null));
        else _rules.Add(new(_moves[words[1]], Named("verb=", concepts.Verbs, concepts.IsA), Named("thing=", concepts.Things, concepts.IsA), [.. Values("kind=").Select(Enum.Parse<WorkKind>)],
            [.. words.Where(w => w.StartsWith("word=", StringComparison.Ordinal)).Select(w => TextFolding.Fold(w.AsSpan("word=".Length)).Split('|'))], words[^1]));

        HashSet<object> Named<T>(string key, IReadOnlyDictionary<string, T> known, Func<T, string[], bool> isA) where T : class
        {
            var names = Values(key);
            if (Array.Find(names, n => !known.ContainsKey(n)) is { } unknown) throw new FormatException($"\"{unknown}\" is not in Concepts.txt");
            return names.Length == 0 ? [] : new(known.Values.Where(concept => isA(concept, names)), ReferenceEqualityComparer.Instance);
        }

        string[] Values(string key) => Array.Find(words, w => w.StartsWith(key, StringComparison.Ordinal))?.Substring(key.Length).Split('|') ?? [];
    }

    // The sets hold what is named and every kind of it, so that no chain is walked for a text.
    sealed record Rule(FirstMove Move, HashSet<object> Verbs, HashSet<object> Things, WorkKind[] Kinds, string[][] Words, string Shape)
    {
        public bool Fits(Clause clause, Passage passage) =>
            (Verbs.Count == 0 || clause.Verb is not null && Verbs.Contains(clause.Verb))
            && (Things.Count == 0 || clause.Thing is not null && Things.Contains(clause.Thing) && IsAbout(clause, passage))
            && HasShape(clause) && (Kinds.Length == 0 || Kinds.Contains(clause.Kind))
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
