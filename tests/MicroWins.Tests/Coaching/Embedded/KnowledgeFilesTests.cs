using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching.Embedded;

public class KnowledgeFilesTests
{
    [Fact]
    public void Every_language_has_a_file() => Assert.Equal(Languages.All.Order(), KnowledgeBase.BuiltIn.All.Select(book => book.Language).Order());

    [Fact]
    public void Every_language_knows_the_same_core_of_recipes()
    {
        var core = KnowledgeBase.BuiltIn.For(Language.Spanish).Recipes.Select(recipe => recipe.Id).ToHashSet();

        Assert.All(KnowledgeBase.BuiltIn.All, book => Assert.Subset(book.Recipes.Select(recipe => recipe.Id).ToHashSet(), core));
    }

    [Fact]
    public void Steps_of_a_recipe_are_different_from_one_another() => Assert.All(
        KnowledgeBase.BuiltIn.All.SelectMany(book => book.Recipes),
        recipe => Assert.Equal(recipe.Steps.Count, recipe.Steps.Select(step => step.Text).Distinct().Count()));

    [Theory]
    [InlineData("[recipe x]\nkind: task", "en.txt:2: a kind is")]
    [InlineData("hello", "en.txt:1: a line is")]
    [InlineData("[words]\nnever: should\n[recipe other]\nkind: task tooBig", "en.txt:3: the recipe \"other\" has no noun")]
    [InlineData("[recipe x]\n[recipe x]", "en.txt:2: the recipe \"x\" is there twice")]
    public void A_mistake_is_named_with_its_line(string text, string message)
    {
        var mistake = Assert.Throws<FormatException>(() => KnowledgeParser.Parse("en.txt", Language.English, text));

        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
    }
}
