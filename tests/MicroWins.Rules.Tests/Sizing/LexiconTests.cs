using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

public class LexiconTests
{
    static readonly Concepts Concepts = Concepts.Read("Concepts.txt", ["verb open Other quick 0.2 1", "thing page Reading 1 3", "rate open page 0.1 0.5"]);

    [Theory]
    [InlineData("opens nothing", "no colon")]
    [InlineData("fly: fly", "\"fly\" is not in Concepts.txt")]
    [InlineData("open: a*", "would match too much")]
    public void A_line_that_cannot_be_read_is_named_with_its_file_and_number(string line, string reason)
    {
        var mistake = Assert.Throws<LexiconException>(() => new LexiconReader("xx.txt", Language.English, Concepts).Read(["# first", "[verbs]", line]));
        Assert.Contains("xx.txt, line 3", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(reason, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lexicon_without_a_needed_sentence_is_refused()
    {
        var mistake = Assert.Throws<LexiconException>(() => new LexiconReader("xx.txt", Language.English, Concepts).Read(["[sentences]", "time: {n} minute"]));
        Assert.Contains("lacks times", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate open pages 1 2", "no verb or thing is named pages")]
    [InlineData("verb shut Other quick 3 1", "line 1")]
    [InlineData("verb shut Nowhere quick 1 3", "line 1")]
    public void A_concept_that_is_wrong_is_named(string line, string reason) =>
        Assert.Contains(reason, Assert.Throws<LexiconException>(() => Concepts.Read("c.txt", [line, "verb open Other quick 0.2 1"])).Message, StringComparison.Ordinal);
}
