using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>A section of one name: an anchor of the day, a family of habits, steps for a sort of milestone, a subject.</summary>
sealed class Sheet
{
    /// <summary>A family, sort or recipe that serves where no other is meant.</summary>
    public const string Other = "other";

    public required string Id { get; init; }

    /// <summary>Its line in the file.</summary>
    public required int Number { get; init; }

    /// <summary>Words that tell of it.</summary>
    public PhraseList Words { get; set; } = PhraseList.Empty;

    /// <summary>Single values and lists of names by key: "when", "anchor", "clause", "measure", "usual", "recipes", "topics".</summary>
    public Dictionary<string, string> Values { get; } = [];

    /// <summary>Sentences by key: "habit", "step", "least", "reframe", "first".</summary>
    public Dictionary<string, List<RecipeLine>> Lines { get; } = [];

    public IReadOnlyList<RecipeLine> All(string key) => Lines.GetValueOrDefault(key) ?? [];

    public IReadOnlyList<string> Names(string key) =>
        Values.TryGetValue(key, out var names) ? names.Split([',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>How surely a text is about it: three points a phrase of its words, four or two where the sort of goal belongs here.</summary>
    public int Score(PersonText text, string recipe, int sureness) =>
        (3 * Words.CountIn(text)) + (Names("recipes").Contains(recipe) ? sureness >= 5 ? 4 : 2 : 0);
}
