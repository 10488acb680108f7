namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>How the words of a unit change with its number in one language: "page" and "pages", "страницу", "страницы" and "страниц".</summary>
/// <remarks>What is not in Units.txt follows the rule of the language; where no rule is safe (German and Russian nouns), there is no answer.</remarks>
abstract class UnitForms
{
    static readonly Dictionary<Language, UnitForms> All = UnitFormsFile.Read();

    readonly Dictionary<string, string[]> _byForm = [];
    readonly HashSet<string> _adjectives = [];
    readonly HashSet<string> _onlyOne = [];
    readonly HashSet<string> _tied = [];

    public static UnitForms Of(Language language) => All[language];

    public void AddNoun(string[] forms)
    {
        foreach (var form in forms) _byForm.TryAdd(TextFolding.Fold(form), forms);
    }

    /// <summary>Adds a word that would have to change with the unit: "that one page", "one page that ends".</summary>
    public void AddTied(string word) => _tied.Add(TextFolding.Fold(word));

    /// <summary>True where a word next to a unit would have to change with it.</summary>
    public bool IsTiedTo(string folded) => _tied.Contains(folded);

    public void AddAdjective(string word) => _adjectives.Add(TextFolding.Fold(word));

    /// <summary>Adds a word that goes with one alone: "une seule page" is "3 pages".</summary>
    public void AddOnlyOne(string word) => _onlyOne.Add(TextFolding.Fold(word));

    /// <summary>True where a word behind a unit is an adjective that changes with it.</summary>
    public virtual bool IsAdjectiveBehind(string folded) => false;

    /// <summary>The words behind a number, for another number; null where a form is not known.</summary>
    /// <param name="words">The words from the number to the end of the unit.</param>
    /// <param name="behind">The adjective behind them with the space before it, or nothing.</param>
    /// <param name="amount">The new number.</param>
    /// <param name="was">The number that the words stand with.</param>
    /// <param name="lexicon">The words that are known.</param>
    public string? Counted(string words, string behind, int amount, int was, Lexicon lexicon)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (amount > 1) parts.RemoveAll(p => parts.Count > 1 && _onlyOne.Contains(TextFolding.Fold(p)));
        return parts.Count is > 0 and <= MostWords && Change(parts, amount, was, lexicon) && ChangeBehind(ref behind, amount) ? string.Join(' ', parts) + behind : null;
    }

    // "the next seventeen little old French newspaper pages": more would be no unit any more.
    const int MostWords = 6;

    protected abstract bool Change(List<string> words, int amount, int was, Lexicon lexicon);

    protected virtual bool ChangeBehind(ref string behind, int amount) => behind.Length == 0;

    protected bool IsKnownAdjective(string folded) => _adjectives.Contains(folded);

    /// <summary>The forms of a noun: those of the lexicon and of the file.</summary>
    protected string[]? FormsOf(string noun, Lexicon lexicon)
    {
        var folded = TextFolding.Fold(noun);
        if (_byForm.TryGetValue(folded, out var forms)) return forms;
        return lexicon.Forms.Values.FirstOrDefault(f => Array.Exists(f, form => TextFolding.Fold(form) == folded));
    }

    /// <summary>The nouns of the file, for those that end a longer word.</summary>
    protected IEnumerable<KeyValuePair<string, string[]>> Nouns => _byForm;

    /// <summary>The new form with the capital of the old one.</summary>
    protected static string Cased(string form, string old) => old.Length > 0 && form.Length > 0 && char.IsUpper(old[0]) ? char.ToUpperInvariant(form[0]) + form[1..]
        : old.Length > 0 && form.Length > 0 && char.IsLower(old[0]) ? char.ToLowerInvariant(form[0]) + form[1..] : form;
}
