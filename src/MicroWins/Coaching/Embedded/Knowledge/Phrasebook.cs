using System.Collections.Concurrent;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>All that the planner knows in one language: words for reading goals, sentences for writing plans, one recipe per sort of goal.</summary>
sealed class Phrasebook
{
    HashSet<string>? _own;
    Recipe? _other;
    RecipeSigns? _signs;

    /// <summary>The recipe for goals that no other one knows.</summary>
    public const string OtherRecipe = "other";

    public required Language Language { get; init; }

    /// <summary>Single lists by name: "stop", "until", "verbs", "share", "lead", "have", "of", "adjective", "article", "by", "never", "months".</summary>
    public Dictionary<string, PhraseList> Lists { get; } = [];

    /// <summary>Units by slot name: "pages" with all its words.</summary>
    public Dictionary<string, PhraseList> Units { get; } = [];

    /// <summary>Units whose number is a name: "page" 11, "chapter" 6.</summary>
    public Dictionary<string, PhraseList> Labels { get; } = [];

    /// <summary>Days as they are written back, with all their words.</summary>
    public List<(string Shown, PhraseList Words)> Days { get; } = [];

    /// <summary>Numbered parts of a subject as they are written ("Chapter {n}"), with all their words.</summary>
    public List<(string Shown, PhraseList Words)> Ranges { get; } = [];

    public Dictionary<string, int> Numbers { get; } = [];

    /// <summary>First person to second: "my" to "your".</summary>
    public Dictionary<string, string> Flips { get; } = [];

    public Dictionary<string, PhraseList> Reasons { get; } = [];

    /// <summary>Sentences about reasons, celebrations, errands.</summary>
    public Dictionary<string, List<RecipeLine>> Lines { get; } = [];

    public List<Recipe> Recipes { get; } = [];

    /// <summary>Sections of one name, by sort: "anchor" and "habit" in their order of the day, "part", "subject".</summary>
    public Dictionary<string, List<Sheet>> Sheets { get; } = new() { ["anchor"] = [], ["habit"] = [], ["part"] = [], ["subject"] = [] };

    /// <summary>Whether the rules find a line without slots small enough, for those lines of which it was asked: the answer is the same for everybody.</summary>
    public ConcurrentDictionary<RecipeLine, bool> Small { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The sentences that have nobody's words in them, as they are said.</summary>
    public IReadOnlySet<string> Own => LazyInitializer.EnsureInitialized(ref _own, () =>
        Lines.Values.SelectMany(lines => lines)
            .Concat(Recipes.SelectMany(recipe => recipe.Overwhelms.Concat(recipe.Milestones).Concat(recipe.Firsts).Concat(recipe.Steps)))
            .Concat(Sheets.Values.SelectMany(sheets => sheets).SelectMany(sheet => sheet.All("step")))
            .Where(line => line.Slots.Count is 0).Select(line => Sentences.Capital(line.Text)).ToHashSet())!;

    public Recipe Other => _other ??= Recipes.First(recipe => recipe.Id == OtherRecipe);

    public PhraseList List(string name) => Lists.GetValueOrDefault(name, PhraseList.Empty);

    /// <summary>"your " in English; null where the word for it would have to agree with its noun.</summary>
    public string? Owner => Flips.GetValueOrDefault("{it}");

    /// <summary>"my " in English, null as above.</summary>
    public string? FirstOwner => Flips.GetValueOrDefault("{mine}");

    /// <summary>What stands between two items of a list.</summary>
    public string Comma => Language is Language.Chinese ? "、" : ", ";

    /// <summary>What stands between two words.</summary>
    public string Space => Language is Language.Chinese ? "" : " ";

    /// <summary>The recipe that the text is about, and how surely; of two that are equally sure the one named first.</summary>
    public (Recipe Recipe, int Score) Classify(PersonText text)
    {
        var best = (Recipe: Other, Score: 0);
        var scores = (_signs ??= new(Recipes)).Scores(text);
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] >= 2 && (scores[i] > best.Score || (scores[i] == best.Score && Recipes[i].Place(text) < best.Recipe.Place(text))))
                best = (Recipes[i], scores[i]);
        return best;
    }
}
