using System.Numerics;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>The words that tell of the recipes of a language, by how they begin: of thousands, a message asks for those that begin as one of its words does.</summary>
sealed class RecipeSigns
{
    readonly int _recipes;
    readonly List<Sign>[] _byBeginning = [.. Enumerable.Range(0, 64).Select(_ => new List<Sign>())];

    // Those that may begin in several ways.
    readonly List<Sign> _others = [];

    public RecipeSigns(List<Recipe> recipes)
    {
        _recipes = recipes.Count;
        for (var i = 0; i < recipes.Count; i++)
            foreach (var (phrases, weight) in recipes[i].Signs)
                foreach (var phrase in phrases.InOrder) Of(phrase).Add(new(phrase, i, weight));
    }

    List<Sign> Of(Phrase phrase) => BitOperations.IsPow2(phrase.Beginning) ? _byBeginning[BitOperations.TrailingZeroCount(phrase.Beginning)] : _others;

    /// <summary>What <see cref="Recipe.Score"/> says for each recipe.</summary>
    public int[] Scores(PersonText text)
    {
        var scores = new int[_recipes];
        for (var rest = text.Beginnings; rest is not 0; rest &= rest - 1) Add(_byBeginning[BitOperations.TrailingZeroCount(rest)], text, scores);
        Add(_others, text, scores);
        return scores;
    }

    static void Add(List<Sign> signs, PersonText text, int[] scores)
    {
        foreach (var sign in signs)
            if (sign.Phrase.Find(text) >= 0) scores[sign.Recipe] += sign.Weight;
    }

    readonly record struct Sign(Phrase Phrase, int Recipe, int Weight);
}
