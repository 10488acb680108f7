using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("MicroWins.Rules.Tests")]

namespace MicroWins.Rules.Safety.Matching;

/// <summary>All phrases of all languages, read and checked once, and found in messages together.</summary>
sealed class PhraseBook
{
    const string Folder = "MicroWins.Rules.Safety.Phrases.";

    // Words that are gone through at a time: long enough to share the work, short enough that a block lacks most words.
    const int BlockLength = 64;

    // The phrases that begin with the word of a number, each of which stands one place behind its number: digits have -1. Made when first
    // asked: the whole book is only there to be divided.
    readonly Lazy<Phrase[][]> _byFirstWord;
    readonly Vocabulary _vocabulary;

    PhraseBook(Vocabulary vocabulary, IReadOnlyList<Phrase> phrases, IReadOnlyList<Together> together)
    {
        (_vocabulary, Phrases, Together) = (vocabulary, phrases, together);
        _byFirstWord = new(() => ByFirstWord(phrases, vocabulary.Count));
    }

    /// <summary>Every phrase, in the order of the files.</summary>
    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>The ideas that worry together, for every language.</summary>
    public IReadOnlyList<Together> Together { get; }

    /// <summary>The phrases with some meanings, by themselves: they are found as in the whole book, and sooner.</summary>
    public PhraseBook Only(params Meaning[] meanings) => new(_vocabulary, [.. Phrases.Where(phrase => meanings.Contains(phrase.Section.Meaning))], Together);

    /// <summary>The book that is built in.</summary>
    /// <exception cref="FormatException">A file is wrong; the message names file and line.</exception>
    public static PhraseBook BuiltIn { get; } = Read(Embedded());

    /// <summary>Reads phrase files.</summary>
    /// <param name="files">Name and text of each file.</param>
    /// <exception cref="FormatException">Lines are wrong; the message names file and line of each and says what would be right.</exception>
    public static PhraseBook Read(IEnumerable<(string Name, string Text)> files) => Read(files.Select(file => (file.Name, (TextReader)new StringReader(file.Text))));

    static PhraseBook Read(IEnumerable<(string Name, TextReader Text)> files)
    {
        var vocabulary = new Vocabulary();
        var phrases = new List<Phrase>();
        var together = new List<Together>();
        var wrongs = new List<string>();
        var parser = new PhraseParser(vocabulary);
        foreach (var (name, text) in files)
        {
            parser.StartFile();
            Section? section = null;
            var number = 0;
            while (text.ReadLine() is { } line)
            {
                number++;
                try
                {
                    section = ReadLine(WithoutComment(line), section, parser, vocabulary, phrases, together, name, number);
                }
                catch (FormatException wrong)
                {
                    wrongs.Add($"{name}, line {number}: {wrong.Message}");
                }
            }
        }
        if (wrongs.Count > 0) throw new FormatException(string.Join('\n', wrongs));
        return new(vocabulary, phrases, together);
    }

    static string WithoutComment(string line) => (line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line).Trim();

    // Counted first, so that each list is made in its size: a phrase stands in as many as it has first words.
    static Phrase[][] ByFirstWord(IReadOnlyList<Phrase> phrases, int words)
    {
        var firsts = new FirstWords(words);
        var counts = new int[words + 1];
        foreach (var phrase in phrases)
            foreach (var first in firsts.Of(phrase)) counts[first + 1]++;
        var lists = Array.ConvertAll(counts, count => count is 0 ? [] : new Phrase[count]);
        for (var at = phrases.Count - 1; at >= 0; at--)
            foreach (var first in firsts.Of(phrases[at])) lists[first + 1][--counts[first + 1]] = phrases[at];
        return lists;
    }

    /// <summary>The words that a phrase may begin with, each once.</summary>
    sealed class FirstWords(int words)
    {
        readonly List<int> _firsts = [];
        readonly int[] _lastTurn = new int[words + 1];
        int _turn;

        public List<int> Of(Phrase phrase)
        {
            _turn++;
            _firsts.Clear();
            phrase.Pattern.AddFirsts(_firsts);
            var kept = 0;
            for (var at = 0; at < _firsts.Count; at++)
            {
                var first = _firsts[at];
                if (_lastTurn[first + 1] == _turn) continue;
                _lastTurn[first + 1] = _turn;
                _firsts[kept++] = first;
            }
            _firsts.RemoveRange(kept, _firsts.Count - kept);
            return _firsts;
        }
    }

    /// <summary>Finds every phrase in a message, at most one mark for a phrase and a first word.</summary>
    /// <remarks>The message is gone through in blocks; a phrase that needs a word that its block does not have is ruled out once for the block.</remarks>
    /// <param name="text">Any text.</param>
    public (Reading Reading, List<Mark> Marks) Find(string text)
    {
        var reading = Reading.Of(text, _vocabulary);
        var marks = new List<Mark>();
        for (var block = 0; block < reading.Length; block += BlockLength)
        {
            var present = reading.NumbersIn(block, block + BlockLength + Element.LongestSpan);
            for (var at = block; at < Math.Min(block + BlockLength, reading.Length); at++)
            {
                var next = Numbers.BitsOf(at + 1 < reading.Length ? reading[at + 1] : null);
                foreach (var number in reading[at].Numbers) Find(reading, at, number, next, present, marks);
                if (reading[at].IsNumber) Find(reading, at, Element.Digits.Number, next, present, marks);
            }
        }
        return (reading, marks);
    }

    void Find(Reading reading, int at, int first, ulong next, Numbers present, List<Mark> marks)
    {
        foreach (var phrase in _byFirstWord.Value[first + 1])
        {
            if (!phrase.MayStand(next, present)) continue;
            var ends = phrase.Pattern.Ends(reading, at, 1);
            if (ends == 0) continue;
            // What excuses should cover all that it can; what worries is as short as it can be.
            var length = phrase.Section.TakesLongest ? 63 - BitOperations.LeadingZeroCount(ends) : BitOperations.TrailingZeroCount(ends);
            marks.Add(new(phrase, at, at + length));
        }
    }

    static Section? ReadLine(string line, Section? section, PhraseParser parser, Vocabulary vocabulary, List<Phrase> phrases, List<Together> together,
        string file, int number)
    {
        if (line.Length is 0) return section;
        if (line[0] is '[') return line[^1] is ']' ? Section.Parse(line[1..^1]) : throw new FormatException("a section looks like [explicit selfharm].");
        if (line.StartsWith("let ", StringComparison.Ordinal) && line.IndexOf('=') is > 0 and var at)
            parser.Define(line[4..at].Trim(), line[(at + 1)..].Trim());
        else if (line.StartsWith("forgive ", StringComparison.Ordinal))
            foreach (var word in line[8..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) vocabulary.Forgive(Spelling.Words(word) is [var known, ..] ? known.Letters : throw new FormatException($"'{word}' has no letters."));
        else if (section is null) throw new FormatException("a phrase stands before the first section.");
        else if (line.StartsWith("together ", StringComparison.Ordinal) || line.StartsWith("anywhere ", StringComparison.Ordinal)) together.Add(Matching.Together.Parse(line, section));
        else phrases.Add(new(section, parser.Parse(line), file, number));
        return section;
    }

    static IEnumerable<(string Name, TextReader Text)> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = EmbeddedText.Open(assembly, name)!;
            yield return (name[Folder.Length..], text);
        }
    }
}
