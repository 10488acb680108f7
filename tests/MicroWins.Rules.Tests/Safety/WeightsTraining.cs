using MicroWins.Rules.Safety;
using MicroWins.Rules.Safety.Matching;

namespace MicroWins.Rules.Tests.Safety;

/// <summary>Makes the table of weights from labelled messages: two logistic regressions, one for "worth a question", one for "said outright".</summary>
static class WeightsTraining
{
    // More rounds fit the messages better and the next ones no better; the rate falls so that the last rounds settle.
    const int Rounds = 25;
    const double Rate = 0.3, Slowing = 0.2, Forgetting = 1e-4;

    // Smaller weights change no answer, and would make the table three times as long.
    const double LeastKept = 0.04;

    /// <summary>The table as text: a head, then lines of feature and two weights in hundredths, in ordinal order.</summary>
    public static string Table(PhraseBook book, IEnumerable<(string Text, SafetyTier Tier)> messages)
    {
        var all = messages.Select(m => (Features: Features(book, m.Text), m.Tier)).ToArray();
        var usual = all.SelectMany(row => row.Features).CountBy(feature => feature).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        // What one message alone says teaches that message and nothing else.
        var rows = all.Select(row => (Features: Array.FindAll(row.Features, usual.Contains), row.Tier)).ToArray();
        var worry = Fit(rows, tier => tier is not SafetyTier.None);
        var outright = Fit(rows, tier => tier is SafetyTier.Explicit);
        var lines = worry.Keys.Order(StringComparer.Ordinal)
            .Where(feature => Math.Max(Math.Abs(worry[feature]), Math.Abs(outright[feature])) >= LeastKept)
            .Select(feature => $"{feature}\t{Hundredths(worry[feature])}\t{Hundredths(outright[feature])}");
        return string.Join('\n', lines.Prepend("words\tworry\toutright")) + "\n";
    }

    static string[] Features(PhraseBook book, string text)
    {
        var (reading, marks) = book.Find(text);
        return [.. Weights.Features(reading, marks)];
    }

    static int Hundredths(double weight) => (int)Math.Round(100 * weight, MidpointRounding.AwayFromZero);

    static Dictionary<string, double> Fit((string[] Features, SafetyTier Tier)[] rows, Func<SafetyTier, bool> isWanted)
    {
        var weights = new Dictionary<string, double>();
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
            foreach (var at in order) Step(weights, rows[at].Features, isWanted(rows[at].Tier) ? 1 : 0, Rate / (1 + round * Slowing));
        }
        return weights;
    }

    static void Step(Dictionary<string, double> weights, string[] features, double wanted, double rate)
    {
        var sum = features.Sum(f => weights.GetValueOrDefault(f));
        var step = rate * (wanted - 1 / (1 + Math.Exp(-Math.Clamp(sum, -30, 30)))) / Math.Sqrt(features.Length);
        foreach (var feature in features) weights[feature] = weights.GetValueOrDefault(feature) * (1 - Forgetting) + step;
    }
}
