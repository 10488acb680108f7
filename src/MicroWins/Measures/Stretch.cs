using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MicroWins.Measures;

/// <summary>A stretch of work that is timed, and a span in a trace. It counts as failed unless it is told how it ended.</summary>
public sealed class Stretch : IDisposable
{
    readonly Histogram<double> duration;
    readonly Activity? span;
    // The machine's time, and no clock that a test or a person can move: this measures the program.
    readonly long start = Stopwatch.GetTimestamp();
    TagList tags;
    string? outcome;

    internal Stretch(Histogram<double> duration, Activity? span, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        (this.duration, this.span, this.tags) = (duration, span, new TagList(tags));

    /// <summary>Notes how it ended.</summary>
    /// <param name="outcome">A kind of end.</param>
    /// <param name="by">Who did it; null where that is clear.</param>
    public void Ended(string outcome, string? by = null)
    {
        this.outcome = outcome;
        if (by is not null) tags.Add("microwins.by", by);
    }

    public void Dispose()
    {
        tags.Add("microwins.outcome", outcome ?? "Failed");
        duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
        foreach (var (name, value) in tags) span?.SetTag(name, value);
        if (outcome is null) span?.SetStatus(ActivityStatusCode.Error);
        span?.Dispose();
    }
}
