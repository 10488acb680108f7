using CsCheck;
using MicroWins.Rules.Planning;
using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Planning;

public sealed class PlanRulesTests
{
    static readonly string[] Proposed =
    [
        "Open the document", "Write one sentence", "Read the entire book", "Write the introduction and find three sources", "Study for 3 hours",
        "Clean the whole kitchen", "Read chapters 3-5", "Do problems 1-20", "Review 200 flashcards", "Put on the running shoes", "Finish the essay",
        "Call the bank", "Leer todo el libro", "Den ganzen Keller aufräumen", "прочитать всю книгу", "写完论文", "asdf qwer", "🙂 something 🙂",
    ];

    [Fact]
    public void No_plan_has_a_step_over_ten_minutes_or_a_first_step_over_the_limit() =>
        Gen.Select(Gen.Int[0, Proposed.Length - 1].Select(i => Proposed[i]), Gen.Double[0, 60]).Array[1, 12].Sample(proposals =>
        {
            foreach (var limit in new[] { Limits.FirstStepMinutes, Limits.StuckStepMinutes })
            {
                var plan = PlanRules.Judge(Sizer.Default, proposals.Select(p => new ProposedStep(p.Item1, p.Item2, Difficulty.Easy)), null, limit);
                Assert.True(plan[0].Planned.Goal.Effort.HighMinutes <= limit, plan[0].Planned.Goal.Text);
                Assert.All(plan, step => Assert.True(step.Planned.Goal.Effort.HighMinutes <= Limits.MicroGoalMinutes, step.Planned.Goal.Text));
            }
        }, iter: 300);

    [Fact]
    public void What_fits_stays_as_it_is_and_in_order()
    {
        string[] fits = ["Open the document", "Write one sentence", "Read one page", "Put on the running shoes"];

        Assert.Equal(fits, Texts(fits));
    }

    [Fact]
    public void What_was_cut_off_follows_at_once_and_the_rest_keeps_its_order()
    {
        var plan = Texts("Open the document", "Read chapters 3-5", "Write one sentence").ToList();

        Assert.Equal("Open the document", plan[0]);
        Assert.Equal("Write one sentence", plan[^1]);
        Assert.Equal("Read the first page of chapter 3", plan[1]);
        Assert.Contains(plan, step => step.Contains("chapter 5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_is_said_twice_in_a_row_is_one() =>
        Assert.Equal(["Open the document", "Write one sentence"], Texts("Open the document", "open the document.", "Write one sentence"));

    [Fact]
    public void Steps_without_words_are_passed_over() =>
        Assert.Equal(["Write one sentence"], Texts("", "…", "🙂", "Write one sentence."));

    [Fact]
    public void A_flood_of_proposals_is_cut() =>
        Assert.Equal(PlanRules.MostProposals, Texts([.. Enumerable.Range(1, 500).Select(i => $"Read page {i}")]).Count());

    static IEnumerable<string> Texts(params string[] proposed) => PlanRules
        .Judge(Sizer.Default, proposed.Select(text => new ProposedStep(text, null, Difficulty.Easy)), Language.English)
        .Select(step => step.Planned.Goal.Text);
}
