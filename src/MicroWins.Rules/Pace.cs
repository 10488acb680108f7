namespace MicroWins.Rules;

/// <summary>How much longer or shorter than the usual rate a person takes, per kind of work.</summary>
/// <remarks>The factor is the median of the last five actual/estimate ratios, clamped to 0.8-3; without any it is 1.</remarks>
public sealed class Pace
{
    /// <summary>The lowest factor: being quick once must not make steps long.</summary>
    public const double LowestFactor = 0.8;

    /// <summary>The highest factor: past this the sample says more about interruptions than about the person.</summary>
    public const double HighestFactor = 3;

    /// <summary>How many of the latest finished steps count.</summary>
    public const int SampleSize = 5;

    readonly Dictionary<WorkKind, double> _factors;

    Pace(Dictionary<WorkKind, double> factors) => _factors = factors;

    /// <summary>The pace of somebody of whom nothing is known yet: 1 for everything.</summary>
    public static Pace Usual { get; } = new([]);

    /// <summary>The factor for a kind of work, 0.8 to 3.</summary>
    /// <param name="kind">The kind of work.</param>
    public double FactorFor(WorkKind kind) => _factors.GetValueOrDefault(kind, 1);

    /// <summary>Learns the pace from finished steps.</summary>
    /// <param name="finished">Kind, estimated and actual minutes of finished steps, oldest first; those without positive minutes are passed over.</param>
    public static Pace Of(IEnumerable<(WorkKind Kind, double EstimatedMinutes, double ActualMinutes)> finished) => new(
        finished
            .Where(step => step is { EstimatedMinutes: > 0, ActualMinutes: > 0 })
            .GroupBy(step => step.Kind, step => step.ActualMinutes / step.EstimatedMinutes)
            .ToDictionary(ratios => ratios.Key, ratios => Math.Clamp(Median([.. ratios.TakeLast(SampleSize)]), LowestFactor, HighestFactor)));

    static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
