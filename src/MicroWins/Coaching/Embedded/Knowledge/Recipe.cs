using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>What the planner knows about one sort of goal, in one language.</summary>
sealed class Recipe
{
    public required string Id { get; init; }
    public required int Number { get; init; }
    public GoalKind Kind { get; set; }
    public OverwhelmCause Cause { get; set; }

    /// <summary>Words that tell of such a goal: surely, likely, maybe.</summary>
    public PhraseList Strong { get; set; } = PhraseList.Empty;
    public PhraseList Likely { get; set; } = PhraseList.Empty;
    public PhraseList Weak { get; set; } = PhraseList.Empty;

    /// <summary>Nouns that name the object ("thesis"), and words that it stands behind ("study for").</summary>
    public PhraseList Nouns { get; set; } = PhraseList.Empty;
    public PhraseList After { get; set; } = PhraseList.Empty;

    /// <summary>Words that end the object here, beside those that always do: whom a mail goes to ends at "about".</summary>
    public PhraseList Until { get; set; } = PhraseList.Empty;

    /// <summary>The object where none can be read.</summary>
    public string Noun { get; set; } = "";
    public List<RecipeLine> Titles { get; } = [];
    public Dictionary<string, PhraseList> Tags { get; } = [];
    public List<RecipeLine> Overwhelms { get; } = [];
    public List<RecipeLine> Milestones { get; } = [];
    public List<RecipeLine> Firsts { get; } = [];
    public List<RecipeLine> Steps { get; } = [];

    /// <summary>Where the text first speaks of such a goal.</summary>
    public int Place(PersonText text) => Strong.Places(text).Concat(Likely.Places(text)).Select(place => place.First).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>How surely a text is about such a goal; under 2 it is not.</summary>
    public int Score(PersonText text) => Signs.Sum(sign => sign.Weight * sign.Phrases.CountIn(text));

    /// <summary>The words that tell of it, and how much each says.</summary>
    public IEnumerable<(PhraseList Phrases, int Weight)> Signs => [(Strong, 5), (Likely, 2), (Weak, 1)];
}
