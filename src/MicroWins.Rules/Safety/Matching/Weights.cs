using System.Globalization;
using System.Reflection;

namespace MicroWins.Rules.Safety.Matching;

/// <summary>What words add up to, learnt from labelled messages: a second net behind the phrases for wording that nobody wrote a phrase for.</summary>
/// <remarks>
/// A sum and no more, so that one can say which words tipped it, and so that it is the same on every machine. It raises what the phrases say, and takes back the widest of them.
/// The table is made from tests/MicroWins.Rules.Tests/Safety/cases by WeightsTests there; to extend it, add labelled messages.
/// </remarks>
sealed class Weights
{
    /// <summary>The sum from which a message is worth a question, whatever the phrases say.</summary>
    /// <remarks>The limits were chosen on files that the table was not made from (decision 0011 has the numbers): lower ones stop more harmless messages than they catch others.</remarks>
    public const double Worrying = 1;

    /// <summary>The second sum from which a message is worth a question, however little the first says.</summary>
    public const double HalfOutright = 0.5;

    /// <summary>The second sum from which a message is taken as said outright, where the first one is above <see cref="HalfWorrying"/>.</summary>
    public const double Outright = 0.5;

    /// <summary>The first sum without which nothing is taken as said outright: the two sums must not contradict each other.</summary>
    public const double HalfWorrying = 0.25;

    /// <summary>The second sum from which a message that is worth a question is rather taken as said outright.</summary>
    public const double RatherOutright = -1.5;

    /// <summary>The second sum from which a message is taken as said outright although the phrases ask.</summary>
    public const double SurelyOutright = 0.75;

    /// <summary>The sum below which the words are those of everyday tasks. Six harmless messages in ten lie below it, and one other in a hundred.</summary>
    public const double Harmless = -3;

    readonly WordTable<Weight> _table;

    Weights(WordTable<Weight> table) => _table = table;

    readonly record struct Weight(int Number, double Worry, double Outright);

    /// <summary>The table that is built in.</summary>
    /// <exception cref="FormatException">A line is wrong; the message names it.</exception>
    public static Weights BuiltIn { get; } = Embedded();

    /// <summary>Reads lines of a feature and its two weights, in hundredths, after a head.</summary>
    /// <exception cref="FormatException">A line is wrong; the message names it.</exception>
    public static Weights Read(string text) => Read(new StringReader(text));

    static Weights Read(TextReader text)
    {
        var table = new WordTable<Weight>();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (number is 1 || line.Length is 0) continue;
            var (first, last) = (line.IndexOf('\t'), line.LastIndexOf('\t'));
            if (first < 0 || first == last || !int.TryParse(line.AsSpan((first + 1)..last), CultureInfo.InvariantCulture, out var worry)
                || !int.TryParse(line.AsSpan((last + 1)..), CultureInfo.InvariantCulture, out var outright))
                throw new FormatException($"weights.tsv, line {number}: a line has words, a tab, and two whole numbers with a tab between.");
            table.Add(line[..first], new(number, worry / 100.0, outright / 100.0));
        }
        return new(table);
    }

    /// <summary>The highest sums of any run of sentences of a message.</summary>
    public (double Worry, double Outright) Best(Reading reading, List<Mark> marks)
    {
        var best = (Worry: double.NegativeInfinity, Outright: double.NegativeInfinity);
        var sum = new Scale(_table);
        foreach (var run in WeighedRun.Of(reading, marks))
        {
            sum.Empty();
            run.Tell(sum.Add);
            best = (Math.Max(best.Worry, sum.Worry), Math.Max(best.Outright, sum.Outright));
        }
        return best;
    }

    /// <summary>Adds up the weights of features, each once, without a string for any of them.</summary>
    sealed class Scale(WordTable<Weight> table)
    {
        // Few features of a message have a weight.
        readonly HashSet<int> _seen = [];

        public double Worry { get; private set; }

        public double Outright { get; private set; }

        public void Empty()
        {
            _seen.Clear();
            (Worry, Outright) = (0, 0);
        }

        public void Add(ReadOnlySpan<char> feature)
        {
            if (!table.TryGet(feature, out var weight) || !_seen.Add(weight.Number)) return;
            Worry += weight.Worry;
            Outright += weight.Outright;
        }
    }

    /// <summary>The two sums of some features.</summary>
    public (double Worry, double Outright) Sum(HashSet<string> features)
    {
        var sum = new Scale(_table);
        foreach (var feature in features) sum.Add(feature);
        return (sum.Worry, sum.Outright);
    }

    /// <summary>What is weighed of a whole message, each once: words, beginnings of words, neighbours, and what the phrases call them, alone and in pairs.</summary>
    public static HashSet<string> Features(Reading reading, List<Mark> marks) => new WeighedRun(reading, 0, reading.Length, marks).Features();

    /// <summary>What is weighed of each run of one to so many sentences.</summary>
    public static IEnumerable<HashSet<string>> Runs(Reading reading, List<Mark> marks) => WeighedRun.Of(reading, marks).Select(run => run.Features());

    static Weights Embedded()
    {
        using var text = EmbeddedText.Open(Assembly.GetExecutingAssembly(), "MicroWins.Rules.Safety.weights.tsv")!;
        return Read(text);
    }
}
