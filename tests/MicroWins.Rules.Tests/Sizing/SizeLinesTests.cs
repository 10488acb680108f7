using System.Text.Json;
using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

public class SizeLinesTests
{
    static JsonElement Answer(string line) => JsonDocument.Parse(new SizeLines(Sizer.Default).Answer(line)).RootElement;

    [Fact]
    public void A_line_is_answered_with_its_size_its_shrunk_form_and_the_rest()
    {
        var answer = Answer("Read chapters 3-5\t10\ten");
        Assert.Equal("Read chapters 3-5", answer.GetProperty("text").GetString());
        Assert.Equal("too big", answer.GetProperty("verdict").GetString());
        Assert.Equal("Read the first page of chapter 3", answer.GetProperty("shrunk").GetString());
        Assert.InRange(answer.GetProperty("shrunkMinutes").GetDouble(), 0.1, 10);
        Assert.True(answer.GetProperty("highMinutes").GetDouble() > 60);
        Assert.Contains("times)", answer.GetProperty("rest")[0].GetString());
        Assert.NotEqual(0, answer.GetProperty("reasons").GetArrayLength());
    }

    [Theory]
    [InlineData("Open the file", "perfect")]
    [InlineData("Write for 5 minutes", "good")]
    [InlineData("Clean the whole house", "too big")]
    public void The_verdict_is_in_words(string line, string verdict) => Assert.Equal(verdict, Answer(line).GetProperty("verdict").GetString());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b")]
    [InlineData("Read a page\tsoon")]
    [InlineData("Read a page\t-3")]
    [InlineData("Read a page\tNaN")]
    [InlineData("Read a page\t1e999")]
    [InlineData("Read a page\t5\ten\tmore")]
    [InlineData("Read a page\t5\t?!")]
    public void A_bad_line_is_answered_with_an_error(string line)
    {
        var answer = Answer(line);
        Assert.False(string.IsNullOrEmpty(answer.GetProperty("error").GetString()));
        Assert.False(answer.TryGetProperty("verdict", out _));
    }

    [Fact]
    public void A_line_over_the_limit_is_an_error() => Assert.True(Answer(new string('a', SizeLines.MostLineLength + 1)).TryGetProperty("error", out _));

    [Fact]
    public void Letters_of_every_script_stay_readable() => Assert.Contains("Прочитать", new SizeLines(Sizer.Default).Answer("Прочитать 50 страниц"));
}
