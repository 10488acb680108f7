namespace MicroWins.Rules.Tests;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("en", Language.English)]
    [InlineData("pt-BR", Language.Portuguese)]
    [InlineData("ZH_Hans", Language.Chinese)]
    [InlineData("nl", Language.Unknown)]
    [InlineData("", Language.Unknown)]
    [InlineData(null, Language.Unknown)]
    public void A_tag_is_read_by_its_first_part(string? tag, Language language) => Assert.Equal(language, Languages.FromTag(tag));

    [Fact]
    public void Every_code_is_read_back() =>
        Assert.All(Languages.All, language => Assert.Equal(language, Languages.FromTag(language.Code())));
}
