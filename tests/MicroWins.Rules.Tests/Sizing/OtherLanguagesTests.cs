using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>What the grammar of other languages asks for and English does not: each line was misjudged once.</summary>
public class OtherLanguagesTests
{
    [Theory]
    [InlineData("Leer de la página 40 a la 75", Language.Spanish)]
    [InlineData("Lire de la page 40 à la page 75", Language.French)]
    [InlineData("Leggere da pagina 40 a pagina 75", Language.Italian)]
    [InlineData("Решить задачи с 4 по 12", Language.Russian)]
    [InlineData("从第40页读到第75页", Language.Chinese)]
    public void Both_ends_of_a_range_may_name_their_thing(string text, Language language) => Assert.Equal(Verdict.TooBig, Of(text, language));

    [Theory]
    [InlineData("Leggere ventuno pagine", Language.Italian, 21)]
    [InlineData("Einundzwanzig Seiten lesen", Language.German, 21)]
    [InlineData("Leer treinta y cinco páginas", Language.Spanish, 35)]
    [InlineData("Ler vinte e uma páginas", Language.Portuguese, 21)]
    [InlineData("Lire soixante-dix pages", Language.French, 70)]
    [InlineData("读二十一页", Language.Chinese, 21)]
    public void Numbers_in_words_are_counted(string text, Language language, int pages)
    {
        var range = Sizer.Default.Size(new(text, language)).Effort.HighMinutes;
        Assert.Equal(3.3 * pages, range, 3);
    }

    [Theory]
    [InlineData("Ponencia para el congreso", Language.Spanish)]
    [InlineData("Competición de natación del sábado", Language.Spanish)]
    [InlineData("Compétition de natation", Language.French)]
    public void A_noun_that_begins_like_a_small_doing_is_none(string text, Language language) => Assert.Equal(Verdict.TooBig, Of(text, language));

    [Theory]
    [InlineData("Минуту посмотреть в окно", Language.Russian)]
    [InlineData("Почитать минутку", Language.Russian)]
    [InlineData("Ein paar Minuten lesen", Language.German)]
    [InlineData("Oggi ripasso 15 verbi irregolari", Language.Italian)]
    [InlineData("写一段80字的话", Language.Chinese)]
    [InlineData("Den Kellerschlüssel suchen", Language.German)]
    [InlineData("Lena fragen, was wir aufhaben", Language.German)]
    public void Small_things_said_in_the_manner_of_the_language_fit(string text, Language language) => Assert.NotEqual(Verdict.TooBig, Of(text, language));

    static Verdict Of(string text, Language language) => Sizer.Default.Size(new(text, language)).Verdict;
}
