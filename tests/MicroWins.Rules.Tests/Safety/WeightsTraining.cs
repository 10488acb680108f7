using MicroWins.Rules.Safety;
using MicroWins.Rules.Safety.Matching;

namespace MicroWins.Rules.Tests.Safety;

/// <summary>Makes the table of weights from labelled messages: two logistic regressions, one for "worth a question", one for "said outright".</summary>
static class WeightsTraining
{
    // More rounds fit the messages better and the next ones no better; the rate falls so that the last rounds settle.
    const int Rounds = 50;
    const double Rate = 0.5, Slowing = 0.1, Forgetting = 2e-4;

    // A harmless message teaches half as much again: there are fewer kinds of worrying messages than of harmless ones.
    const double Care = 1.5;

    // Smaller weights change no answer, and would make the table much longer.
    const double LeastKept = 0.12;

    /// <summary>The table as text: a head, then lines of feature and two weights in hundredths, in ordinal order.</summary>
    public static string Table(PhraseBook book, IEnumerable<(string Text, SafetyTier Tier)> messages)
    {
        var read = messages.Select(m => (Read: book.Find(m.Text), m.Tier)).ToArray();
        var features = Usual(read.Select(row => Weights.Features(row.Read.Reading, row.Read.Marks)));
        var rows = read.SelectMany(row => Taught(row.Read.Reading, row.Read.Marks, row.Tier), (row, taught) => new Row([.. taught.Where(features.ContainsKey).Select(f => features[f])], row.Tier)).ToArray();
        var worry = Fit(rows, features.Count, tier => tier is not SafetyTier.None);
        var outright = Fit(rows, features.Count, tier => tier is SafetyTier.Explicit);
        var lines = features.OrderBy(feature => feature.Key, StringComparer.Ordinal)
            .Where(feature => Math.Max(Math.Abs(worry[feature.Value]), Math.Abs(outright[feature.Value])) >= LeastKept)
            .Select(feature => $"{feature.Key}\t{Hundredths(worry[feature.Value])}\t{Hundredths(outright[feature.Value])}");
        return string.Join('\n', lines.Prepend("words\tworry\toutright")) + "\n";
    }

    // What one message alone says teaches that message and nothing else.
    static Dictionary<string, int> Usual(IEnumerable<HashSet<string>> messages) =>
        messages.SelectMany(features => features).CountBy(feature => feature).Where(count => count.Value > 1).Select((count, at) => (count.Key, at)).ToDictionary();

    // Every run of sentences is judged by itself, so each of a harmless message is harmless; of the others nobody knows which one is meant.
    static IEnumerable<HashSet<string>> Taught(Reading reading, List<Mark> marks, SafetyTier tier)
    {
        var whole = Weights.Features(reading, marks);
        return tier is SafetyTier.None ? Weights.Runs(reading, marks).Where(run => run.Count < whole.Count).Prepend(whole) : [whole];
    }

    static int Hundredths(double weight) => (int)Math.Round(100 * weight, MidpointRounding.AwayFromZero);

    static double[] Fit(Row[] rows, int features, Func<SafetyTier, bool> isWanted)
    {
        var weights = new double[features];
        var order = Enumerable.Range(0, rows.Length).ToArray();
        // Always the same order of the rows, whatever the machine: the same messages make the same table.
        var seed = 1u;
        for (var round = 0; round < Rounds; round++)
        {
            for (var at = order.Length - 1; at > 0; at--)
            {
                seed = seed * 1664525 + 1013904223;
                var other = (int)(seed % (uint)(at + 1));
                (order[at], order[other]) = (order[other], order[at]);
            }
            foreach (var at in order) Step(weights, rows[at].Features, isWanted(rows[at].Tier), Rate / (1 + round * Slowing));
        }
        return weights;
    }

    static void Step(double[] weights, int[] features, bool isWanted, double rate)
    {
        var sum = 0.0;
        foreach (var feature in features) sum += weights[feature];
        var missing = (isWanted ? 1 : 0) - 1 / (1 + Math.Exp(-Math.Clamp(sum, -30, 30)));
        var step = rate * (isWanted ? 1 : Care) * missing / Math.Sqrt(features.Length);
        foreach (var feature in features) weights[feature] = weights[feature] * (1 - Forgetting) + step;
    }

    sealed record Row(int[] Features, SafetyTier Tier);
}
