using CsCheck;
using MicroWins.Rules.Habits;
using MicroWins.Rules.Tests.Sizing;

namespace MicroWins.Rules.Tests.Habits;

/// <summary>Habit sentences as people and models write them; the table is Habits/cases/sentences.tsv.</summary>
public class HabitSentenceTests
{
    sealed record Row(Language Language, string Text, HabitSentence? Parts);

    static readonly IReadOnlyList<Row> Rows = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Habits", "cases", "sentences.tsv")).Select(l => l.Split('\t'))
        .Select(c => new Row(Languages.FromTag(c[0]), c[1], c[2] is "-" ? null : new(c[2], c[3])))];

    [Fact]
    public void A_sentence_is_taken_apart_however_it_is_written()
    {
        var wrong = Rows.Where(r => HabitSentence.Parse(r.Text, r.Language) != r.Parts).Select(r => $"{r.Text}: {HabitSentence.Parse(r.Text, r.Language)}").ToList();
        Assert.True(wrong.Count is 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(Language.English, "I pour my coffee", "Read one page.", "After I pour my coffee, I will read one page.")]
    [InlineData(Language.English, "After I pour my coffee,", "I will read one page", "After I pour my coffee, I will read one page.")]
    [InlineData(Language.English, "pour my coffee", "read one page", "After I pour my coffee, I will read one page.")]
    [InlineData(Language.English, "breakfast", "read one page", "After breakfast, I will read one page.")]
    [InlineData(Language.English, "before I go to bed", "read one page", "Before I go to bed, I will read one page.")]
    [InlineData(Language.German, "ich mir Kaffee eingeschenkt habe", "lese ich eine Seite", "Nachdem ich mir Kaffee eingeschenkt habe, lese ich eine Seite.")]
    [InlineData(Language.German, "ich mir Kaffee eingeschenkt habe", "Ich lese eine Seite.", "Nachdem ich mir Kaffee eingeschenkt habe, lese ich eine Seite.")]
    [InlineData(Language.German, "ich mir Kaffee eingeschenkt habe", "Lies eine Seite", "Nachdem ich mir Kaffee eingeschenkt habe: lies eine Seite.")]
    [InlineData(Language.German, "nach dem Frühstück", "lese ich eine Seite", "Nach dem Frühstück lese ich eine Seite.")]
    [InlineData(Language.Spanish, "servirme el café", "leeré una página", "Después de servirme el café, leeré una página.")]
    [InlineData(Language.Spanish, "servirme el café", "Lee una página", "Después de servirme el café: lee una página.")]
    [InlineData(Language.French, "avoir versé mon café", "je lis une page", "Après avoir versé mon café, je lis une page.")]
    [InlineData(Language.Portuguese, "servir o café", "vou ler uma página", "Depois de servir o café, vou ler uma página.")]
    [InlineData(Language.Italian, "aver versato il caffè", "leggerò una pagina", "Dopo aver versato il caffè, leggerò una pagina.")]
    [InlineData(Language.Russian, "я налью кофе", "я прочитаю одну страницу", "После того как я налью кофе, я прочитаю одну страницу.")]
    [InlineData(Language.Chinese, "我倒好咖啡", "读一页", "在我倒好咖啡之后，我会读一页。")]
    [InlineData(Language.Chinese, "睡觉前", "我会读一页", "睡觉前，我会读一页。")]
    [InlineData(Language.Unknown, "kaffe", "läs en sida", "kaffe → läs en sida")]
    public void Parts_are_put_together_in_the_frame_of_the_language(Language language, string anchor, string action, string sentence) =>
        Assert.Equal(sentence, HabitSentence.Compose(language, anchor, action));

    [Fact]
    public void What_was_put_together_comes_apart_again() =>
        Gen.Select(Pick.From([.. Languages.All]), Gen.Int[0, 999], Gen.Int[0, 999]).Sample((language, one, other) =>
        {
            var parts = Rows.Where(r => r.Language == language && r.Parts is not null).Select(r => r.Parts!).ToList();
            var (anchor, action) = (parts[one % parts.Count].Anchor, parts[other % parts.Count].Action);
            return HabitSentence.Parse(HabitSentence.Compose(language, anchor, action), language) == new HabitSentence(anchor, action);
        }, iter: 2_000);

    [Fact]
    public void Any_parts_make_a_sentence_that_is_read_again_the_same() =>
        Gen.Select(GeneratedTexts.Texts, GeneratedTexts.Texts, Gen.Enum<Language>()).Sample((anchor, action, language) =>
            HabitSentence.Repair(null, language, anchor, action) is not { } sentence || HabitSentence.Parse(sentence, language) is not { } parts
                || HabitSentence.Parse(HabitSentence.Compose(language, parts.Anchor, parts.Action), language) is not null, iter: 2_000);

    [Fact]
    public void Any_text_is_answered() => Gen.Select(GeneratedTexts.Texts, Gen.Enum<Language>()).Sample((text, language) =>
        HabitSentence.Parse(text, language) is not { } parts || parts.Anchor.Length > 0 && parts.Action.Length > 0, iter: 2_000);

    [Fact]
    public void A_sentence_that_is_one_is_kept_and_another_is_made_of_its_parts()
    {
        Assert.Equal("After I sit down, I'll read one page.", HabitSentence.Repair("- \"After I sit down, I'll read one page\"", Language.English, "x", "y"));
        Assert.Equal("After I pour my coffee, I will read one page.", HabitSentence.Repair("Coffee and reading!", Language.English, "I pour my coffee", "Read one page"));
        Assert.Null(HabitSentence.Repair("...", Language.English, "", " "));
        Assert.Null(HabitSentence.Repair(null, Language.German, null, null));
    }

    [Fact]
    public void Parts_that_say_nothing_make_no_sentence()
    {
        Assert.Throws<ArgumentException>(() => HabitSentence.Compose(Language.English, "...", "read"));
        Assert.Throws<ArgumentException>(() => HabitSentence.Compose(Language.English, "I wake up", new string('x', 300)));
    }
}
