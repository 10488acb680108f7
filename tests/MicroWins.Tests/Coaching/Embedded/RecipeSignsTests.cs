using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Tests.Coaching.Embedded;

public sealed class RecipeSignsTests
{
    /// <summary>Goals in eight languages, and what makes looking by first words hard: a word said twice, and one without a space.</summary>
    static IEnumerable<string> Texts => [.. GoalCases.All.Select(goal => goal.Goal), "essay, essay and one more essay", "Hausarbeiten", "", "写论文，写论文"];

    [Fact]
    public void Looking_by_the_first_words_finds_what_each_recipe_finds() => Assert.All(KnowledgeBase.BuiltIn.All, book =>
    {
        var signs = new RecipeSigns(book.Recipes);
        foreach (var text in Texts.Select(PersonText.Read)) Assert.Equal(book.Recipes.Select(recipe => recipe.Score(text)), signs.Scores(text));
    });
}
