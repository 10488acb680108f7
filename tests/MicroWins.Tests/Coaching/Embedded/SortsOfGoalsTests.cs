using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching.Embedded;

/// <summary>Sorts of goals that people bring, each with a plan of its own in every language.</summary>
public class SortsOfGoalsTests
{
    public static TheoryData<string, string, string> Sorts
    {
        get
        {
            var sorts = new TheoryData<string, string, string>();
            foreach (var row in GoalCases.Rows("sorts.tsv")) sorts.Add(row[0], row[1], row[2]);
            return sorts;
        }
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void A_goal_is_known_for_what_it_is(string text, string language, string sort) =>
        Assert.Equal(sort, KnowledgeBase.BuiltIn.For(Languages.FromTag(language)).Classify(PersonText.Read(text)).Recipe.Id);

    [Theory]
    [InlineData("en"), InlineData("de"), InlineData("es"), InlineData("fr"), InlineData("pt"), InlineData("it"), InlineData("ru"), InlineData("zh")]
    public void A_plan_has_enough_steps_that_the_rules_leave_as_they_are(string code)
    {
        var book = KnowledgeBase.BuiltIn.For(Languages.FromTag(code));
        var tooFew = book.Recipes.Select(recipe =>
        {
            var speech = new Speech(book, new Dictionary<string, string> { [SlotText.Name] = recipe.Noun, [SlotText.Owned] = recipe.Noun }, new HashSet<string>());
            var refused = recipe.Steps.Where(line => speech.Fits(line) && !speech.IsSound(line)).ToList();
            return (recipe.Id, Sound: recipe.Steps.Concat(book.Lines["more"]).Count(speech.IsSound), First: speech.IsSound(recipe.Firsts[^1]), Refused: string.Join(" | ", refused.Select(line => line.Text)));
        }).Where(recipe => recipe.Sound < KnowledgeCheck.FewestSteps || !recipe.First);

        Assert.Empty(tooFew.Select(recipe => $"{recipe.Id}: {recipe.Sound} {recipe.First} {recipe.Refused}"));
    }
}
