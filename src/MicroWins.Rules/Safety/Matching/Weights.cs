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
    /// <summary>Sentences that are weighed together at the most. What stands around them never lowers their sum.</summary>
    public const int LongestRun = 4;

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

    // Letters of a word that stand for all its forms ("want*" for "wanted"); the longer beginning tells words apart that the shorter one mixes up.
    const int StemLength = 4, LongStemLength = 6;

    static readonly Dictionary<Meaning, string> Markers = new Meaning[]
    {
        Meaning.Harmless, Meaning.Study, Meaning.Topic, Meaning.Fiction, Meaning.Joke, Meaning.Trivial, Meaning.Past, Meaning.Present,
    }.ToDictionary(meaning => meaning, meaning => $"@{meaning}");

    readonly WordTable<Weight> _table;

    Weights(WordTable<Weight> table) => _table = table;

    readonly record struct Weight(double Worry, double Outright);

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
            table.Add(line[..first], new(worry / 100.0, outright / 100.0));
        }
        return new(table);
    }

    /// <summary>The highest sums of any run of sentences of a message.</summary>
    public (double Worry, double Outright) Best(Reading reading, List<Mark> marks)
    {
        var best = (Worry: double.NegativeInfinity, Outright: double.NegativeInfinity);
        foreach (var run in Runs(reading, marks))
        {
            var (worry, outright) = Sum(run);
            best = (Math.Max(best.Worry, worry), Math.Max(best.Outright, outright));
        }
        return best;
    }

    /// <summary>The two sums of some features.</summary>
    public (double Worry, double Outright) Sum(HashSet<string> features)
    {
        var (worry, outright) = (0.0, 0.0);
        foreach (var feature in features)
        {
            if (!_table.TryGet(feature, out var weight)) continue;
            worry += weight.Worry;
            outright += weight.Outright;
        }
        return (worry, outright);
    }

    /// <summary>What is weighed of a whole message, each once: words, beginnings of words, neighbours, and what the phrases call them, alone and in pairs.</summary>
    public static HashSet<string> Features(Reading reading, List<Mark> marks) => Features(reading, 0, reading.Length, marks);

    static HashSet<string> Features(Reading reading, int start, int end, IEnumerable<Mark> marks)
    {
        var features = new HashSet<string> { "" };
        var last = "";
        for (var at = start; at < end; at++)
        {
            if (reading[at].Before is Pause.Sentence) Add("|");
            Add(reading[at].Letters);
        }
        Add("|");
        // An idea is the same in every language, so what one language has taught of it serves the others; two of them say more than each alone.
        var ideas = marks.Select(NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        for (var one = 0; one < ideas.Length; one++)
        {
            features.Add(ideas[one]);
            for (var two = one + 1; two < ideas.Length; two++) features.Add(ideas[one] + ideas[two]);
        }
        return features;

        void Add(string word)
        {
            features.Add(word);
            if (word.Length > StemLength) features.Add(word[..StemLength] + "*");
            if (word.Length > LongStemLength) features.Add(word[..LongStemLength] + "*");
            if (last.Length > 0) features.Add($"{last} {word}");
            last = word;
        }
    }

    static string? NameOf(Mark mark) => mark.Section.Idea is { } idea ? "@" + idea : Markers.GetValueOrDefault(mark.Section.Meaning);

    /// <summary>What is weighed of each run of one to so many sentences.</summary>
    public static IEnumerable<HashSet<string>> Runs(Reading reading, List<Mark> marks)
    {
        var starts = new int[reading.Sentences + 1];
        starts[^1] = reading.Length;
        for (var at = reading.Length - 1; at >= 0; at--) starts[reading.Sentence(at)] = at;
        var bySentence = marks.ToLookup(m => reading.Sentence(m.Start));
        for (var first = 0; first < reading.Sentences; first++)
            for (var last = first + 1; last <= Math.Min(reading.Sentences, first + LongestRun); last++)
                yield return Features(reading, starts[first], starts[last], Enumerable.Range(first, last - first).SelectMany(sentence => bySentence[sentence]));
    }

    static Weights Embedded()
    {
        using var text = EmbeddedText.Open(Assembly.GetExecutingAssembly(), "MicroWins.Rules.Safety.weights.tsv")!;
        return Read(text);
    }
}
