using System.Diagnostics.Metrics;
using MicroWins.Measures;

namespace MicroWins.Tests.Support;

/// <summary>What was measured by this test and what it awaits, and by no other test that runs beside it.</summary>
internal sealed class Measured : IDisposable
{
    static readonly AsyncLocal<Measured?> Mine = new();

    readonly MeterListener _listener = new();
    readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _seen = [];

    public Measured()
    {
        Mine.Value = this;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measure.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<(string Name, double Value, Dictionary<string, object?> Tags)> Of(string name)
    {
        lock (_seen) return [.. _seen.Where(seen => seen.Name == name)];
    }

    /// <summary>Everything that a tag said.</summary>
    public string AllTags
    {
        get { lock (_seen) return string.Join(' ', _seen.SelectMany(seen => seen.Tags.Values)); }
    }

    /// <summary>Asks the gauges.</summary>
    public void Collect() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Mine.Value != this) return;
        lock (_seen) _seen.Add((instrument.Name, value, tags.ToArray().ToDictionary()));
    }
}
