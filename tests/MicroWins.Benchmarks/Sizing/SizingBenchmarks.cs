using BenchmarkDotNet.Attributes;
using MicroWins.Rules.Sizing;

namespace MicroWins.Benchmarks.Sizing;

/// <summary>Time and memory of one text, from a word to more than is read of any.</summary>
[MemoryDiagnoser]
public class SizingBenchmarks
{
    readonly SizeLines _lines = new(Sizer.Default);

    /// <summary>A text of each sort.</summary>
    public static IEnumerable<string> Texts =>
    [
        "Taxes",
        "Write one sentence",
        "Read chapters 3-5",
        "Den Bericht für Dienstag schreiben",
        "把所有干净衣服叠好并放进衣柜",
        "Log in to the student portal, screenshot the hold, call the office and then write the report for 2 hours",
        string.Concat(Enumerable.Repeat("read 12 pages and clean the house, ", 300)),
    ];

    /// <summary>The text at hand.</summary>
    [ParamsSource(nameof(Texts))]
    public string Text { get; set; } = "";

    /// <summary>From words to minutes.</summary>
    [Benchmark(Baseline = true)]
    public object Size() => Sizer.Default.Size(new(Text));

    /// <summary>From words to a plan.</summary>
    [Benchmark]
    public object Shrink() => Sizer.Default.Shrink(new(Text));

    /// <summary>A line of the size verb: both, and JSON; its reverse is the lines per second.</summary>
    [Benchmark]
    public int Line() => _lines.AnswerUtf8(Text).Length;
}
