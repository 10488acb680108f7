using MicroWins.Rules.Safety;

namespace MicroWins.Rules.Tests.Safety;

public class ScreenLinesTests
{
    [Theory]
    [InlineData("done ✅", """{"text":"done ✅","tier":"none"}""")]
    [InlineData("я больше не могу", """{"text":"я больше не могу","tier":"ambiguous"}""")]
    [InlineData("i want to \"die\"", """{"text":"i want to \"die\"","tier":"explicit"}""")]
    public void A_line_comes_back_with_its_tier(string line, string answer) => Assert.Equal(answer, ScreenLines.Answer(line));

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    public void A_blank_line_gets_an_error(string line) => Assert.StartsWith("""{"error":""", ScreenLines.Answer(line), StringComparison.Ordinal);
}
