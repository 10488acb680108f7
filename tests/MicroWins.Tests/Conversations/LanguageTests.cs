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

    [Theory]
    [InlineData("hola", "Qué gusto leerte")]
    [InlineData("bonjour", "Ça fait plaisir")]
    [InlineData("ciao", "Che bello sentirti")]
    [InlineData("привет", "Хорошо, что ты здесь")]
    [InlineData("добрый день", "Хорошо, что ты здесь")]
    [InlineData("oi, tudo bem?", "Que bom falar com você")]
    [InlineData("你好", "很高兴你来了")]
    [InlineData("no puedo más", "¿hablas del trabajo o de tu vida?")]
    public async Task Who_begins_in_a_language_is_answered_in_it_and_a_greeting_is_no_goal(string words, string answer)
    {
        await using var bot = new TestBot();

        var reply = Assert.Single(await bot.Says(words, language: ""));

        Assert.Contains(answer, reply.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from goals"));
    }

    [Theory]
    [InlineData("hola")]
    [InlineData("bonjour, ça va ?")]
    [InlineData("добрый день")]
    public async Task A_greeting_in_another_language_than_the_telephones_is_a_greeting(string words)
    {
        await using var bot = new TestBot();

        Assert.Contains("Good to hear from you", Assert.Single(await bot.Says(words, language: "en")).Words(), StringComparison.Ordinal);
    }
}
