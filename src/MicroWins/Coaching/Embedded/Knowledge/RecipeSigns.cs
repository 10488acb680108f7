using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>The words that tell of the recipes of a language, by their first word: of thousands, a message asks for those that begin with one of its words.</summary>
sealed class RecipeSigns
{
    readonly int _recipes;
    readonly Dictionary<string, List<Sign>> _byFirstWord = [];

    // Those whose first word is the beginning or the end of several.
    readonly List<Sign> _others = [];

    public RecipeSigns(List<Recipe> recipes)
    {
        _recipes = recipes.Count;
        for (var i = 0; i < recipes.Count; i++)
            foreach (var (phrases, weight) in recipes[i].Signs)
                foreach (var phrase in phrases.InOrder) Of(phrase).Add(new(phrase, i, weight));
    }

    List<Sign> Of(Phrase phrase)
    {
        if (phrase.FirstWord is not { } first) return _others;
        if (!_byFirstWord.TryGetValue(first, out var signs)) _byFirstWord[first] = signs = [];
        return signs;
    }

    /// <summary>What <see cref="Recipe.Score"/> says for each recipe.</summary>
    public int[] Scores(PersonText text)
    {
        var scores = new int[_recipes];
        for (var at = 0; at < text.Words.Count; at++)
            if (IsFirst(text, at) && _byFirstWord.TryGetValue(text.Words[at].Key, out var signs)) Add(signs, text, scores);
        Add(_others, text, scores);
        return scores;
    }

    // A sign counts once, however often its word is said.
    static bool IsFirst(PersonText text, int at)
    {
        for (var before = 0; before < at; before++)
            if (text.Words[before].Key == text.Words[at].Key) return false;
        return true;
    }

    static void Add(List<Sign> signs, PersonText text, int[] scores)
    {
        foreach (var sign in signs)
            if (sign.Phrase.Find(text) >= 0) scores[sign.Recipe] += sign.Weight;
    }

    readonly record struct Sign(Phrase Phrase, int Recipe, int Weight);
}
