using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>Shrunk texts as a person reads them.</summary>
public class ShrinkingTests
{
    static readonly Sizer Sizer = Sizer.Default;

    [Theory]
    [InlineData("Draw 12 tiny boxes", 2, "Draw one tiny box")]
    [InlineData("Read 400 pages", 5, "Read one page")]
    [InlineData("Read 400 pages", 2, "Read the first paragraph")]
    [InlineData("fix resume", 10, "Fix resume for 10 minutes")]
    [InlineData("clean: bathroom, kitchen", 10, "Clean bathroom for 10 minutes")]
    [InlineData("Essay: write the intro and the first body section", 10, "Write the first sentence of the intro")]
    [InlineData("Write for 10 minutes about it, deleting nothing", 2, "Write for 2 minutes about it, deleting nothing")]
    [InlineData("Написать отчёт", 2, "Написать отчёт в течение 2 минут")]
    public void The_first_step_reads_well(string text, double target, string first) =>
        Assert.Equal(first, Sizer.Shrink(new(text), target).First.Text);

    [Theory]
    [InlineData("Finish my thesis")]
    [InlineData("taxes")]
    [InlineData("Buy milk")]
    [InlineData("Aprender inglés")]
    [InlineData("写毕业论文")]
    public void A_guess_is_repeated_at_most_five_times(string text)
    {
        var shrunk = Sizer.Shrink(new(text));
        Assert.All(shrunk.Rest, r => Assert.InRange(r.Times, 1, 5));
        Assert.True(shrunk.OpenEnded);
    }

    [Fact]
    public void Counted_work_is_planned_to_the_last_unit()
    {
        var shrunk = Sizer.Shrink(new("Read 400 pages"));
        Assert.False(shrunk.OpenEnded);
        Assert.Equal(["Read 3 more pages", "Read one more page"], shrunk.Rest.Select(r => r.Goal.Text));
        Assert.Equal(132, shrunk.Rest[0].Times);
    }

    [Theory]
    [InlineData("Read two pages, pencil in hand")]
    [InlineData("Essaie une question d'annales, cours ouvert.")]
    [InlineData("Write to one teacher, three lines: \"I am torn between these two.\"")]
    [InlineData("On day 3, take one breath and mark the day. One counts.")]
    [InlineData("Dial the number of your bank, read out your sentence, and stay on for 10 minutes at most.")]
    [InlineData("Geh deine drei Karten laut durch.")]
    [InlineData("Buy milk: look up where to take it and when they open.")]
    public void What_is_only_said_about_a_step_is_no_further_work(string text)
    {
        Assert.Empty(Sizer.Shrink(new(text)).Rest);
        Assert.Equal(text, Sizer.Shrink(new(text)).First.Text);
    }

    [Theory]
    [InlineData("Reread the book: study all the chapters")]
    [InlineData("Read two pages, then clean the house")]
    [InlineData("House: paint the guest room")]
    [InlineData("Write two lines. Finish the essay.")]
    [InlineData("Keller: den ganzen Boden putzen")]
    public void What_is_big_behind_a_mark_stays_big(string text) => Assert.Equal(Verdict.TooBig, Sizer.Size(new(text)).Verdict);

    [Theory]
    [InlineData("Write the essay introduction", "Write the first sentence of the essay introduction", "Open the document")]
    [InlineData("Learn 40 words", "Learn 5 words", "Learn 2 words", "Learn one word", "Open your notes")]
    [InlineData("读50页", "读3页", "读1页", "读第一段", "读第一句话", "翻开书")]
    public void Every_rung_of_the_ladder_reads_well(string text, params string[] rungs)
    {
        foreach (var rung in rungs) Assert.Equal(rung, text = Sizer.Smaller(new(text)).First.Text);
    }
}
