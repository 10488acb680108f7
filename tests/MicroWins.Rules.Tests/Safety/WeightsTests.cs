using MicroWins.Rules.Safety;
using MicroWins.Rules.Safety.Matching;

namespace MicroWins.Rules.Tests.Safety;

public class WeightsTests
{
    // The last digit may differ where a machine's exponential function does.
    const double Tolerance = 0.02;

    // Kept from teaching, so that files stay that say what to expect of wording that nobody thought of.
    static readonly string[] NotTaught = ["heldout-4.tsv", "heldout-5.tsv", "heldout-9.tsv", "heldout-15.tsv", "heldout-16.tsv", "heldout-17.tsv", "heldout-18.tsv"];

    /// <summary>After a change to the messages or to the ideas, copy the file that the failing test names over src/MicroWins.Rules/Safety/weights.tsv.</summary>
    [Fact]
    public void The_table_is_the_one_that_the_labelled_messages_make()
    {
        var made = WeightsTraining.Table(PhraseBook.BuiltIn, Messages());
        var file = Path.Combine(AppContext.BaseDirectory, "weights.tsv");
        File.WriteAllText(file, made);
        var weights = Weights.Read(made);
        var wrong = Messages().Where(m => Difference(weights, m.Text) > Tolerance * 20).Select(m => m.Text).ToList();
        Assert.True(wrong.Count is 0, $"{wrong.Count} messages are weighed otherwise now, \"{wrong.FirstOrDefault()}\" among them: copy {file}");
    }

    [Theory]
    [InlineData("words\tworry\toutright\nx\t1")]
    [InlineData("words\tworry\toutright\nx\t1.5\t2")]
    public void A_wrong_line_is_named(string text) =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => Weights.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Sentences_around_a_message_never_lower_its_sum()
    {
        var (alone, within) = (Best("i make lists of ways to go"), Best("Read chapter 3.\ni make lists of ways to go\nWrite the summary."));
        Assert.True(within.Worry >= alone.Worry && within.Outright >= alone.Outright);
    }

    static (double Worry, double Outright) Best(string text)
    {
        var (reading, marks) = PhraseBook.BuiltIn.Find(text);
        return Weights.BuiltIn.Best(reading, marks);
    }

    static double Difference(Weights made, string text)
    {
        var (reading, marks) = PhraseBook.BuiltIn.Find(text);
        var features = Weights.Features(reading, marks);
        return Math.Abs(made.Sum(features).Worry - Weights.BuiltIn.Sum(features).Worry);
    }

    static IEnumerable<(string Text, SafetyTier Tier)> Messages() =>
        from file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Safety", "cases"), "*.tsv").Order(StringComparer.Ordinal)
        let name = Path.GetFileName(file)
        where !name.StartsWith("goals-", StringComparison.Ordinal) && !NotTaught.Contains(name)
        from row in Case.Of(name)
        select (row.Text, row.Tier);
}
