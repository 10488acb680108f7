using CsCheck;
using MicroWins.Rules.Safety.Matching;
using MicroWins.Rules.Sizing;
using MicroWins.Tests.Fuzz;

namespace MicroWins.Rules.Tests.Fuzz;

/// <summary>The files that the rules are read from, with mistakes: each is told by file and line, and none crashes the program.</summary>
public sealed class RuleFilesTests
{
    static readonly Concepts Concepts = Concepts.Read("Concepts.txt", Lines("Lexicons/Concepts.txt"));

    [Fact]
    public void Every_mistake_in_a_lexicon_names_the_file()
    {
        var lines = Lines("Lexicons/en.txt").ToArray();
        Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, 1]).SelectMany((at, _) => Spoiled.Of([lines[at]]).Select(spoiled => (at, spoiled))).Sample(one =>
        {
            var section = lines.Take(one.at + 1).Last(line => line.StartsWith('[') || line == lines[0]);
            try
            {
                new LexiconReader("xx.txt", Language.English, Concepts).Read([section, .. one.spoiled.Split('\n')]);
            }
            catch (LexiconException told)
            {
                Assert.Contains("xx.txt", told.Message, StringComparison.Ordinal);
            }
        }, iter: 2_000);
    }

    [Fact]
    public void Every_mistake_in_a_phrase_names_file_and_line()
    {
        var lines = Lines("MicroWins.Rules.Safety.Phrases.en.txt").Where(line => line.Length > 0 && line[0] is not '#').ToArray();
        Spoiled.Of(lines).Sample(line => ToldOrRead($"[harmless]\n{line}"), iter: 3_000);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(300)]
    public void Brackets_within_brackets_are_told_and_end_no_program(int depth)
    {
        Assert.Contains("xx.txt, line 2", ToldOrRead($"[harmless]\n{new string('(', depth)}a{new string(')', depth)}"), StringComparison.Ordinal);
        Assert.Contains("xx.txt, line 2", ToldOrRead($"[harmless]\n{string.Concat(Enumerable.Repeat("!(", depth))}a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_within_names_do_not_grow_without_end()
    {
        var names = Enumerable.Range(1, 60).Select(i => $"let n{i} = {{n{i - 1}}} {{n{i - 1}}}").Prepend("let n0 = a b c d");

        Assert.Contains("xx.txt, line", ToldOrRead(string.Join('\n', names)), StringComparison.Ordinal);
    }

    static string ToldOrRead(string text)
    {
        try
        {
            PhraseBook.Read([("xx.txt", text)]);
            return "";
        }
        catch (FormatException told)
        {
            Assert.Contains("xx.txt", told.Message, StringComparison.Ordinal);
            return told.Message;
        }
    }

    static IEnumerable<string> Lines(string name)
    {
        using var file = typeof(MicroGoal).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not among {string.Join(", ", typeof(MicroGoal).Assembly.GetManifestResourceNames())}");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n');
    }
}
