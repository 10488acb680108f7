using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Coaching.Embedded.Knowledge;

/// <summary>Refuses knowledge that could give a poor plan, so that a translator hears of it at start and not a person in a chat.</summary>
static class KnowledgeCheck
{
    /// <summary>Characters of a sentence before its slots are filled; a name of 48 fits behind it under <see cref="Limits.StepTextLength"/>.</summary>
    const int LongestSentence = 140;

    /// <summary>Steps that a plan has at least, besides its first.</summary>
    public const int FewestSteps = 8;

    public static void Check(string file, Phrasebook book)
    {
        if (book.Recipes.All(recipe => recipe.Id != Phrasebook.OtherRecipe)) throw new FormatException($"{file}:1: the recipe \"other\" is missing.");
        foreach (var recipe in book.Recipes) CheckRecipe(file, recipe);
        foreach (var line in book.Recipes.SelectMany(SaidLines).Concat(book.Lines.Values.SelectMany(lines => lines))) CheckLine(file, book, line);
    }

    static IEnumerable<RecipeLine> SaidLines(Recipe recipe) => [.. recipe.Titles, .. recipe.Overwhelms, .. recipe.Milestones, .. recipe.Firsts, .. recipe.Steps];

    static void CheckRecipe(string file, Recipe recipe)
    {
        var mistake = recipe switch
        {
            { Noun: "" } or { Titles: [] } => "has no noun or no title",
            _ when !recipe.Overwhelms.Any(line => line.FitsAll) => "has no overwhelm line that fits every goal",
            _ when recipe.Milestones.Count(line => line.FitsBare) is < 2 or > 6 => "needs 2 to 6 milestones for a bare goal",
            _ when recipe.Firsts is [] || !recipe.Firsts[^1].FitsAll => "needs a last first step that fits every goal",
            _ when recipe.Firsts.Any(line => line.Minutes is <= 0 or > 2) => "has a first step outside 0-2 minutes",
            _ when recipe.Steps.Any(line => line.Minutes is <= 0 or > Limits.MicroGoalMinutes) => "has a step outside 0-10 minutes",
            _ when recipe.Steps.Count(line => line.FitsBare) < FewestSteps => $"needs {FewestSteps} steps for a bare goal",
            _ => null,
        };
        if (mistake is not null) throw new FormatException($"{file}:{recipe.Number}: the recipe \"{recipe.Id}\" {mistake}.");
    }

    static void CheckLine(string file, Phrasebook book, RecipeLine line)
    {
        if (line.Text.Length > LongestSentence) throw new FormatException($"{file}:{line.Number}: over {LongestSentence} characters.");
        if (book.List("never").IsIn(PersonText.Read(line.Text))) throw new FormatException($"{file}:{line.Number}: has a word that the bot never says.");
        if (line.Text.Count(c => c is '{') != line.Text.Count(c => c is '}')) throw new FormatException($"{file}:{line.Number}: a slot is not closed.");
    }
}
