using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

public sealed class LanguageTests
{
    [Fact]
    public async Task A_language_is_chosen_from_the_names_that_languages_give_themselves()
    {
        await using var bot = new TestBot();

        var question = Assert.Single(await bot.Says("/language"));
        await bot.Presses("Deutsch");

        Assert.Equal(Languages.All.Select(language => language.OwnName()), question.Labels());
        Assert.Equal(Language.German, (await bot.Chat()).Language);
        Assert.Contains("Ziele", Assert.Single(await bot.Says("/goals")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_can_be_named()
    {
        await using var bot = new TestBot();

        await bot.Says("/language fr");

        Assert.Equal(Language.French, (await bot.Chat()).Language);
    }

    [Fact]
    public async Task Somebody_whose_channel_says_nothing_is_answered_in_the_language_they_write()
    {
        await using var bot = new TestBot();

        await bot.Says("tengo que escribir un ensayo de literatura para el lunes", language: null);

        Assert.Equal(Language.Spanish, (await bot.Chat()).Language);
    }
}
