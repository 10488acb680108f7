using MicroWins.Rules.Safety;
using Xunit.Abstractions;

namespace MicroWins.Rules.Tests.Safety;

/// <summary>The figures that the README publishes. The held-out file was written before the phrases; docs say what its first score was.
/// The fresh files and the batches are by other hands; each was committed before it was scored, and the phrases were widened afterwards.
/// All of them but heldout-4, -5, -9, -15 and -16 have since taught the weights, so these floors guard against falling back; decision 0011 has the first scores.</summary>
public class SafetyScoreTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("examples.tsv", 100, 100)]
    [InlineData("heldout.tsv", 97, 97)]
    [InlineData("heldout-2.tsv", 98, 98)]
    [InlineData("heldout-3.tsv", 98, 98)]
    [InlineData("fresh.tsv", 98, 98)]
    [InlineData("fresh-2.tsv", 98, 98)]
    [InlineData("fresh-3.tsv", 98, 98)]
    [InlineData("fresh-4.tsv", 98, 98)]
    [InlineData("fresh-5.tsv", 98, 98)]
    [InlineData("fresh-6.tsv", 98, 98)]
    [InlineData("fresh-7.tsv", 98, 98)]
    [InlineData("fresh-8.tsv", 98, 98)]
    [InlineData("fresh-9.tsv", 98, 98)]
    [InlineData("heldout-6.tsv", 95, 95)]
    [InlineData("heldout-7.tsv", 98, 98)]
    [InlineData("heldout-8.tsv", 98, 98)]
    [InlineData("heldout-10.tsv", 98, 98)]
    [InlineData("heldout-11.tsv", 98, 98)]
    [InlineData("heldout-12.tsv", 98, 98)]
    [InlineData("heldout-13.tsv", 98, 98)]
    [InlineData("heldout-14.tsv", 98, 98)]
    [InlineData("heldout-15.tsv", 95, 95)]
    [InlineData("heldout-18.tsv", 98, 98)]
    [InlineData("batch-1.tsv", 95, 95)]
    [InlineData("batch-2.tsv", 95, 95)]
    [InlineData("batch-3.tsv", 95, 95)]
    [InlineData("batch-4.tsv", 95, 95)]
    [InlineData("batch-5.tsv", 95, 95)]
    [InlineData("batch-7.tsv", 95, 95)]
    [InlineData("batch-6.tsv", 95, 95)]
    [InlineData("batch-8.tsv", 95, 95)]
    [InlineData("batch-9.tsv", 95, 95)]
    [InlineData("batch-10.tsv", 95, 95)]
    public void Explicit_messages_are_caught_as_explicit_and_hardly_ever_fall_through(string file, double strict, double lenient)
    {
        var rows = Rows(file, SafetyTier.Explicit);
        Assert.True(Percent(rows, row => row.Got is SafetyTier.Explicit) >= strict, Misses(rows));
        Assert.True(Percent(rows, row => row.Case.Allows(row.Got)) >= lenient, Misses(rows));
        Assert.True(Percent(rows, row => row.Got is not SafetyTier.None) >= 98, Misses(rows));
    }

    [Theory]
    [InlineData("examples.tsv", 98)]
    [InlineData("heldout.tsv", 95)]
    [InlineData("heldout-2.tsv", 90)]
    [InlineData("heldout-3.tsv", 90)]
    [InlineData("heldout-4.tsv", 75)]
    [InlineData("fresh.tsv", 90)]
    [InlineData("fresh-2.tsv", 90)]
    [InlineData("fresh-3.tsv", 90)]
    [InlineData("fresh-4.tsv", 90)]
    [InlineData("fresh-5.tsv", 90)]
    [InlineData("fresh-6.tsv", 80)]
    [InlineData("fresh-7.tsv", 90)]
    [InlineData("fresh-8.tsv", 80)]
    [InlineData("fresh-9.tsv", 90)]
    [InlineData("heldout-6.tsv", 75)]
    [InlineData("heldout-7.tsv", 75)]
    [InlineData("heldout-8.tsv", 75)]
    [InlineData("heldout-10.tsv", 75)]
    [InlineData("heldout-11.tsv", 75)]
    [InlineData("heldout-12.tsv", 75)]
    [InlineData("heldout-13.tsv", 75)]
    [InlineData("heldout-14.tsv", 75)]
    [InlineData("batch-1.tsv", 75)]
    [InlineData("batch-2.tsv", 75)]
    [InlineData("batch-3.tsv", 75)]
    [InlineData("batch-4.tsv", 75)]
    [InlineData("batch-5.tsv", 75)]
    [InlineData("batch-7.tsv", 75)]
    [InlineData("batch-6.tsv", 75)]
    [InlineData("batch-8.tsv", 75)]
    [InlineData("batch-9.tsv", 75)]
    [InlineData("batch-10.tsv", 75)]
    public void Ambiguous_messages_are_caught_as_ambiguous_or_explicit(string file, double strict)
    {
        var rows = Rows(file, SafetyTier.Ambiguous);
        Assert.True(Percent(rows, row => row.Got is not SafetyTier.None) >= 99, Misses(rows));
        Assert.True(Percent(rows, row => row.Got is SafetyTier.Ambiguous) >= strict, Misses(rows));
    }

    [Theory]
    [InlineData("examples.tsv")]
    [InlineData("heldout.tsv")]
    [InlineData("heldout-2.tsv")]
    [InlineData("heldout-3.tsv")]
    [InlineData("fresh.tsv")]
    [InlineData("fresh-2.tsv")]
    [InlineData("fresh-3.tsv")]
    [InlineData("fresh-4.tsv")]
    [InlineData("fresh-5.tsv")]
    [InlineData("fresh-6.tsv")]
    [InlineData("fresh-7.tsv")]
    [InlineData("fresh-8.tsv")]
    [InlineData("fresh-9.tsv")]
    [InlineData("batch-1.tsv")]
    [InlineData("batch-2.tsv")]
    [InlineData("batch-3.tsv")]
    [InlineData("batch-4.tsv")]
    [InlineData("batch-5.tsv")]
    [InlineData("batch-7.tsv")]
    [InlineData("batch-6.tsv")]
    [InlineData("batch-8.tsv")]
    [InlineData("batch-9.tsv")]
    [InlineData("batch-10.tsv")]
    [InlineData("harmless-goals.tsv")]
    [InlineData("everyday.tsv")]
    [InlineData("everyday-2.tsv")]
    [InlineData("everyday-8.tsv")]
    [InlineData("heldout-7.tsv")]
    [InlineData("heldout-8.tsv")]
    [InlineData("heldout-10.tsv")]
    [InlineData("heldout-11.tsv")]
    [InlineData("heldout-12.tsv")]
    [InlineData("heldout-13.tsv")]
    [InlineData("heldout-14.tsv")]
    public void Harmless_messages_go_on_as_usual(string file)
    {
        var rows = Rows(file, SafetyTier.None);
        Assert.True(Percent(rows, row => row.Got is SafetyTier.None) >= 99, Misses(rows));
    }

    [Theory]
    [InlineData("heldout-5.tsv")]
    [InlineData("heldout-9.tsv")]
    [InlineData("heldout-15.tsv")]
    [InlineData("heldout-16.tsv")]
    [InlineData("heldout-17.tsv")]
    [InlineData("heldout-18.tsv")]
    public void What_is_said_to_a_bot_every_day_goes_on_as_usual_also_where_it_taught_nothing(string file)
    {
        var rows = Rows(file, SafetyTier.None);
        Assert.True(Percent(rows, row => row.Got is SafetyTier.None) >= 97, Misses(rows));
    }

    [Theory]
    [InlineData("goals-seen.tsv", 98)]
    [InlineData("goals-heldout.tsv", 95)]
    public void Unsafe_goals_are_told_with_their_reason_and_ordinary_ones_are_fine(string file, double least)
    {
        var wrong = Case.Of(file).Where(c => UnsafeGoals.Default.Judge(c.Text).ToString() != c.Label).ToList();
        var right = 100.0 * (1 - (double)wrong.Count / Case.Of(file).Count);
        Assert.True(right >= least, $"{right:F1} %: {string.Join("; ", wrong.Select(c => c.Text))}");
    }

    List<(Case Case, SafetyTier Got)> Rows(string file, SafetyTier tier)
    {
        var rows = Case.Of(file).Where(c => c.Tier == tier).Select(c => (c, SafetyGate.Default.Screen(c.Text).Tier)).ToList();
        foreach (var group in rows.GroupBy(row => row.c.Language))
            output.WriteLine($"{file} {tier} {group.Key}: strict {Percent(group, r => r.Tier == tier):F0} %, lenient {Percent(group, r => r.c.Allows(r.Tier)):F0} % of {group.Count()}");
        return rows;
    }

    static double Percent<T>(IEnumerable<T> rows, Func<T, bool> right) => 100.0 * rows.Count(right) / rows.Count();

    static string Misses(List<(Case Case, SafetyTier Got)> rows) =>
        string.Join("\n", rows.Where(r => r.Got != r.Case.Tier).Select(r => $"{r.Case.Id} {r.Case.Tier} -> {r.Got}: {r.Case.Text}"));
}
