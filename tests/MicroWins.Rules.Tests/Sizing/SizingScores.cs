using MicroWins.Rules.Sizing;
using Xunit.Abstractions;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>How often the engine is right on labelled texts, against the targets of the project.</summary>
public class SizingScores(ITestOutputHelper output)
{
    [Theory]
    [InlineData("examples", 98, 93)]
    [InlineData("steps", 97, 93)]
    [InlineData("seen", 98, 93)]
    [InlineData("heldout", 98, 93)]
    public void English_texts_are_judged_well(string file, double tooBig, double fits)
    {
        Report(file);
        Assert.True(Share(file, c => c is { Language: Language.English, Label: "too_big" }) >= tooBig, "too-big texts are missed");
        Assert.True(Share(file, c => c is { Language: Language.English, Label: "fits" }) >= fits, "fitting texts are called too big");
    }

    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.German)]
    [InlineData(Language.French)]
    [InlineData(Language.Portuguese)]
    [InlineData(Language.Italian)]
    [InlineData(Language.Russian)]
    [InlineData(Language.Chinese)]
    public void The_other_languages_are_judged_well(Language language)
    {
        foreach (var file in new[] { "seen", "heldout" })
            if (Cases.Of(file).Any(c => c.Language == language))
                Assert.True(Share(file, c => c.Language == language && c.Label != "ambiguous") >= 90, $"{file}: {language} is under 90 %");
    }

    [Theory]
    [InlineData(Language.English, 98)]
    [InlineData(Language.Spanish, 97)]
    [InlineData(Language.German, 97)]
    [InlineData(Language.French, 97)]
    [InlineData(Language.Portuguese, 95)]
    [InlineData(Language.Italian, 96)]
    [InlineData(Language.Russian, 97)]
    [InlineData(Language.Chinese, 97)]
    public void Honest_small_steps_of_the_planner_are_kept(Language language, double kept) =>
        Assert.True(Share("planner-steps", c => c.Language == language) >= kept, $"{language}: {Share("planner-steps", c => c.Language == language)} % kept");

    [Theory]
    [InlineData("fresh-todos", Language.English)]
    [InlineData("fresh-todos-2", Language.English)]
    [InlineData("fresh-todos-2", Language.German)]
    [InlineData("fresh-todos-2", Language.Spanish)]
    [InlineData("fresh-todos-2", Language.French)]
    [InlineData("fresh-todos-3", Language.English)]
    [InlineData("fresh-todos-4", Language.English)]
    [InlineData("fresh-todos-3", Language.Italian)]
    [InlineData("fresh-todos-3", Language.Portuguese)]
    [InlineData("fresh-todos-3", Language.Russian)]
    [InlineData("fresh-todos-3", Language.Chinese)]
    [InlineData("fresh-todos-5", Language.English)]
    [InlineData("fresh-todos-5", Language.Spanish)]
    [InlineData("fresh-todos-5", Language.German)]
    [InlineData("fresh-todos-5", Language.French)]
    [InlineData("fresh-todos-5", Language.Portuguese)]
    [InlineData("fresh-todos-5", Language.Italian)]
    [InlineData("fresh-todos-5", Language.Russian)]
    [InlineData("fresh-todos-5", Language.Chinese)]
    public void Terse_items_of_to_do_lists_are_judged_well(string file, Language language)
    {
        Assert.True(Share(file, c => c.Language == language && c.Label == "too_big") >= 96, "too-big items are missed");
        Assert.True(Share(file, c => c.Language == language && c.Label == "fits") >= 96, "fitting items are called too big");
    }

    [Theory]
    [InlineData(Language.English, 99, 97)]
    [InlineData(Language.German, 97, 95)]
    [InlineData(Language.Spanish, 97, 95)]
    [InlineData(Language.French, 97, 95)]
    [InlineData(Language.Italian, 97, 95)]
    [InlineData(Language.Portuguese, 97, 95)]
    [InlineData(Language.Russian, 97, 95)]
    [InlineData(Language.Chinese, 97, 95)]
    public void What_was_missed_at_first_sight_is_judged_well_now(Language language, double tooBig, double fits)
    {
        Assert.True(Share(Cases.Blind, c => c.Language == language && c.Label == "too_big") >= tooBig, "too-big items are missed");
        Assert.True(Share(Cases.Blind, c => c.Language == language && c.Label == "fits") >= fits, "fitting items are called too big");
    }

    // Who writes a list writes tersely: some of these texts nobody can judge without knowing the writer.
    [Theory]
    [InlineData(Language.English, 97, 96)]
    [InlineData(Language.German, 96, 97)]
    [InlineData(Language.Spanish, 98, 98)]
    [InlineData(Language.French, 98, 98)]
    [InlineData(Language.Italian, 98, 98)]
    [InlineData(Language.Portuguese, 98, 98)]
    [InlineData(Language.Russian, 98, 98)]
    [InlineData(Language.Chinese, 96, 98)]
    public void Items_in_the_manner_of_public_lists_are_judged_well_now(Language language, double tooBig, double fits)
    {
        Assert.True(Share(Cases.Imitated, c => c.Language == language && c.Label == "too_big") >= tooBig, "too-big items are missed");
        Assert.True(Share(Cases.Imitated, c => c.Language == language && c.Label == "fits") >= fits, "fitting items are called too big");
    }

    [Fact]
    public void A_lying_claim_changes_nothing()
    {
        Assert.True(100.0 * Cases.All.Where(c => c.Trap.StartsWith("lying", StringComparison.Ordinal)).Count(IsRight)
            / Cases.All.Count(c => c.Trap.StartsWith("lying", StringComparison.Ordinal)) >= 97);
    }

    static bool IsRight(Case c) => c.IsRight(Sizer.Default.Size(c.Question).Verdict);

    static double Share(string file, Func<Case, bool> which) => Share(Cases.Of(file), which);

    static double Share(IReadOnlyList<Case> among, Func<Case, bool> which)
    {
        var cases = among.Where(which).ToList();
        return 100.0 * cases.Count(IsRight) / cases.Count;
    }

    void Report(string file)
    {
        foreach (var group in Cases.Of(file).Where(c => c.Label != "ambiguous").GroupBy(c => $"{c.Language} {c.Label}").OrderBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine($"{file} {group.Key}: {group.Count(IsRight)} of {group.Count()}");
        foreach (var group in Cases.Of(file).Where(c => c.Label != "ambiguous").GroupBy(c => c.Trap).OrderBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine($"{file} trap {group.Key}: {group.Count(IsRight)} of {group.Count()}");
    }
}
