using MicroWins.Rules.Safety.Matching;

namespace MicroWins.Rules.Tests.Safety;

public class PhraseBookTests
{
    [Theory]
    [InlineData("want to die", "before the first section")]
    [InlineData("[explict selfharm]", "is not a section")]
    [InlineData("[explicit sadness]", "is not a concern")]
    [InlineData("[explicit selfharm shaky]", "is not a trait")]
    [InlineData("[goal Dancing]", "is not a reason")]
    [InlineData("[explicit", "a section looks like")]
    [InlineData("[harmless]\n(die|dead", "'(' without ')'")]
    [InlineData("[harmless]\ndie)", "too many")]
    [InlineData("[harmless]\n{me}", "not defined above")]
    [InlineData("[harmless]\n(a|)", "match everything")]
    [InlineData("[harmless]\n~3 die", "begins with a gap")]
    [InlineData("[harmless]\ndie ~99 now", "'~' needs")]
    [InlineData("[harmless]\ndie !now", "'!' must stand before")]
    [InlineData("[harmless]\ndie !(|now)", "nothing could ever match")]
    [InlineData("[harmless]\n&", "has no letters")]
    [InlineData("forgive dead \u202E die", "has no letters")]
    [InlineData("let me = a\nlet me = b", "defined twice")]
    [InlineData("[harmless]\ntogether a b", "needs the most words")]
    [InlineData("[harmless]\ntogether 4 a !b", "needs two ideas")]
    [InlineData("[harmless]\na ~12 b ~12 c ~12 d ~12 e ~12 f ~12 g", "more than")]
    public void A_wrong_line_is_named_with_file_line_and_reason(string text, string reason)
    {
        var wrong = Assert.Throws<FormatException>(() => PhraseBook.Read([("xx.txt", text)]));
        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"xx.txt, line {text.Count(c => c is '\n') + 1}:", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_lines_are_named_at_once()
    {
        var wrong = Assert.Throws<FormatException>(() => PhraseBook.Read([("a.txt", "x\ny"), ("b.txt", "z")]));
        Assert.Equal(3, wrong.Message.Split('\n').Length);
    }

    [Fact]
    public void There_is_a_file_for_each_language_and_each_has_all_that_the_gate_asks_for()
    {
        foreach (var language in Languages.All)
        {
            var meanings = PhraseBook.BuiltIn.Phrases.Where(p => p.Place.StartsWith(language.Code() + ".", StringComparison.Ordinal)).Select(p => p.Section.Meaning);
            Assert.Equal(Enum.GetValues<Meaning>().ToHashSet(), meanings.ToHashSet());
        }
    }
}
