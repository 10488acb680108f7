using CsCheck;
using MicroWins.Coaching;
using MicroWins.Coaching.Reading;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching;

/// <summary>What holds for the reading of every function, and what is special to some.</summary>
public class ReadingEveryFunctionTests
{
    static readonly string[] _answers = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Coaching", "Answers"), "*.txt").Order(StringComparer.Ordinal)
        .Select(file => File.ReadAllText(file).Split("\n---\n", 2)[1])];

    [Fact]
    public void A_damaged_answer_is_read_or_not_but_never_fails() =>
        Gen.Select(Gen.OneOf(_answers), Gen.Int[0, 1_000], Gen.Int[0, 1_000], Gen.OneOf("", "{", "}", "\"", "1. ", "\n", "**", "|", "# ", ": ", "- ", "\0", "\uD83D", "\\uD83D"), Gen.OneOf([.. PromptFolder.Functions]))
            .Sample((answer, a, b, put, function) =>
            {
                var (from, to) = (Math.Min(Math.Min(a, b), answer.Length), Math.Min(Math.Max(a, b), answer.Length));
                return CoachFunction.Read(answer[..from] + put + answer[to..], Asked.For(function)) is not null;
            }, iter: 3_000);

    public static TheoryData<string, string> Floods()
    {
        var rows = new TheoryData<string, string>();
        string[] signs =
        [
            "[", "{", "{[", "\"", "{\"", "(", "*", "**a**\n", "| a ", "| a |\n", "|\n", "1. ", "- ", "- a\n", "a: b\n", "a:\n", "# a\n", "  - a\n", "after ", "after a, ", "\n1. a\n", "first step: ", "{a:", "{\"steps\":[",
            "{\"a\":{\"steps\":[\"x\"]},", "morning: a\n", "- morning: a\n", "#", "=", "a - ", "[1,", "\"a\",", "{\"text\":\"a\"},", "9 ", "½", "二",
        ];
        foreach (var function in PromptFolder.Functions)
            foreach (var sign in signs)
                rows.Add(function, sign);
        return rows;
    }

    [Theory, MemberData(nameof(Floods))]
    public async Task A_flood_of_one_sign_is_read_soon(string function, string sign)
    {
        var flood = string.Concat(Enumerable.Repeat(sign, 200_000 / sign.Length));

        // A bound for the machine that hangs, far over the milliseconds that it takes.
        var read = await Task.Run(() => CoachFunction.Read(flood, Asked.For(function))).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.NotNull(read);
    }

    [Fact]
    public void Lists_full_of_what_every_reader_looks_for_are_read_soon()
    {
        var item = """{"goal":"a","habit":"b","anchor":"c","when":"morning","name":"d","steps":["e","f","g"],"path":["h","i"],"step":{"text":"k"}},""";
        var flood = $$"""{"goals":[{{string.Concat(Enumerable.Repeat(item, 400))}}]}""";
        foreach (var function in PromptFolder.Functions)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            CoachFunction.Read(flood, Asked.For(function));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{function} took {watch.Elapsed}");
        }
    }

    [Theory]
    [InlineData("en", "You kept 12 of 14 days.", true)]
    [InlineData("en", "You kept 13 of 14 days.", false)]
    [InlineData("en", "You kept ninety percent.", false)]
    [InlineData("en", "You read twice as much.", true)]
    [InlineData("en", "Three pages feel light.", true)]
    [InlineData("en", "Seven pages feel light.", false)]
    [InlineData("en", "One page, once more: it feels light.", true)]
    [InlineData("en", "You are at ½ of it.", false)]
    [InlineData("en", "You are at ٩ pages.", false)]
    [InlineData("en", "You are at 𝟗 pages.", false)]
    [InlineData("en", "Level Ⅸ is yours.", false)]
    [InlineData("en", "You did it ⑨ times.", false)]
    [InlineData("en", "That is 9️⃣ out of ten.", false)]
    [InlineData("de", "Das sind einundzwanzig Seiten.", false)]
    [InlineData("de", "Das sind zwei Seiten.", true)]
    [InlineData("es", "Lo hiciste once veces.", false)]
    [InlineData("pt", "Depois dos primeiros passos, sai sozinho.", true)]
    [InlineData("it", "Sei pronto: comincia da solo.", true)]
    [InlineData("fr", "Tu l'as fait neuf fois.", false)]
    [InlineData("ru", "Вы сделали это семь раз.", false)]
    [InlineData("zh", "你读了九页。", false)]
    [InlineData("zh", "这已经十分自然。", true)]
    public void A_sign_with_a_number_that_is_not_from_the_store_is_dropped(string language, string sign, bool kept)
    {
        var asked = new CoachRequest.ScaleUp("read", "1 page a day", "2 pages a day", "12 of 14 days", "3 pages a day", "4 pages a day") { ChatId = "1", Language = Languages.FromTag(language) };

        var read = CoachFunction.Read($$"""{"signals":["It begins by itself.","{{sign}}"],"test":"Try.","wayBack":"Back.","path":"On."}""", asked);

        Assert.Equal(kept, ((CoachDraft.NextLevel)((DraftReading.Usable)read).Draft).Signals.Contains(sign));
    }

    [Theory]
    [InlineData("In 3 months, 3 pages; in 6 months, 4.")]
    [InlineData("In three months perhaps 3 pages a day.")]
    public void The_months_of_the_question_are_no_claim(string path) =>
        Assert.Equal(path, ((CoachDraft.NextLevel)Usable("ScaleUp", $$"""{"signals":["It begins by itself."],"test":"Try.","wayBack":"Back.","path":"{{path}}"}""")).Path);

    [Fact]
    public void Signs_that_all_claim_something_are_asked_for_again_with_the_reason() => Assert.Contains(
        "number that was not given", ((DraftReading.Unusable)CoachFunction.Read("""{"signals":["97 %!","Day 40"],"test":"Try.","wayBack":"Back.","path":"On."}""", Asked.For("ScaleUp"))).Missing, StringComparison.Ordinal);

    [Theory]
    [InlineData("i read 3 pages", "\"3\"", 3.0)]
    [InlineData("i read three pages", "3", 3.0)]
    [InlineData("i read a page", "1", 1.0)]
    [InlineData("done", "1", null)]
    [InlineData("done", "50", null)]
    [InlineData("i read 3 pages", "30", null)]
    [InlineData("i read 3 pages", "-3", null)]
    [InlineData("i read 3 pages", "1e300", null)]
    public void Only_an_amount_that_the_person_said_is_counted(string message, string amount, double? counted)
    {
        var asked = new CoachRequest.Route(message, "", "") { ChatId = "1", Language = Language.English };

        var draft = (CoachDraft.Routing)((DraftReading.Usable)CoachFunction.Read($$"""{"intent":"done","amount":{{amount}},"unit":"pages"}""", asked)).Draft;

        Assert.Equal(counted, draft.Amount);
    }

    [Theory]
    [InlineData("i did it for 20 minutes", "20", 20.0)]
    [InlineData("i did it for an hour", "60", 60.0)]
    [InlineData("remind me in half an hour", "\"30 min\"", 30.0)]
    [InlineData("done", "20", null)]
    public void Only_minutes_that_the_person_said_are_counted(string message, string minutes, double? counted)
    {
        var asked = new CoachRequest.Route(message, "", "") { ChatId = "1", Language = Language.English };

        var draft = (CoachDraft.Routing)((DraftReading.Usable)CoachFunction.Read($$"""{"intent":"done","minutes":{{minutes}}}""", asked)).Draft;

        Assert.Equal(counted, draft.Minutes);
    }

    [Theory]
    [InlineData("question", "Starting is the hard part.", "Starting is the hard part.")]
    [InlineData("done", "Starting is the hard part.", "")]
    [InlineData("question", "You have 12 wins.", "")]
    [InlineData("question", "You have twelve wins.", "")]
    [InlineData("smallTalk", "See [this](http://evil.example) /delete", "See this delete")]
    public void A_reply_says_something_only_where_something_was_asked_and_never_a_number(string intent, string reply, string said) =>
        Assert.Equal(said, ((CoachDraft.Routing)Usable("Route", $$"""{"intent":"{{intent}}","reply":"{{reply}}"}""")).Reply);

    [Theory, InlineData("0"), InlineData("99"), InlineData("\"3\""), InlineData("\"delete\""), InlineData("[\"done\",\"skip\"]"), InlineData("\"done, skip\"")]
    public void What_names_no_intent_is_none(string intent) =>
        Assert.IsType<DraftReading.Unusable>(CoachFunction.Read($$"""{"intent":{{intent}},"reply":"Hello"}""", Asked.For("Route")));

    [Theory]
    [InlineData("before breakfast", DayPart.Morning)]
    [InlineData("7:30", DayPart.Morning)]
    [InlineData("7.30 pm", DayPart.Evening)]
    [InlineData("3pm", DayPart.Afternoon)]
    [InlineData("Nachmittags", DayPart.Afternoon)]
    [InlineData("Vormittag", DayPart.Morning)]
    [InlineData("morgens", DayPart.Morning)]
    [InlineData("por la tarde", DayPart.Afternoon)]
    [InlineData("le soir", DayPart.Evening)]
    [InlineData("à noite", DayPart.Evening)]
    [InlineData("pomeriggio", DayPart.Afternoon)]
    [InlineData("вечером", DayPart.Evening)]
    [InlineData("утром", DayPart.Morning)]
    [InlineData("днём", DayPart.Afternoon)]
    [InlineData("晚上", DayPart.Evening)]
    [InlineData("30 cards", null)]
    [InlineData("weekly review", null)]
    public void A_time_of_day_is_read(string text, DayPart? part) => Assert.Equal(part, DayParts.Read(text));

    [Theory, InlineData("0", 1), InlineData("-5", 1), InlineData("50", 3), InlineData("\"2-3\"", 3), InlineData("\"two\"", 1), InlineData("null", 1)]
    public void However_many_a_model_wants_a_day_has_one_to_three(string perDay, int held) =>
        Assert.Equal(held, ((CoachDraft.DailySystem)Usable("DesignDailySystem", $$$"""{"perDay":{{{perDay}}},"slots":[{"when":"morning","goal":"a","step":{"text":"Open it"}}]}""")).PerDay);

    [Theory, MemberData(nameof(LanguagesOfPeople))]
    public void What_is_left_out_is_filled_in_the_language_of_the_person_without_a_number(string language)
    {
        var words = FillIns.For(Languages.FromTag(language));
        IEnumerable<string> sentences = [words.Tracking, words.Reframing, words.Progression, words.Visual, words.Use, words.Test, words.WayBack, words.Emergency,
            .. words.Questions, .. words.SelfTrust];

        Assert.All(sentences, sentence => Assert.Equal(sentence, ModelText.Clean(sentence, DraftTexts.SentenceLength)));
        Assert.All(sentences, sentence => Assert.Empty(ClaimedNumbers.In(sentence, Languages.FromTag(language))));
        Assert.All(new[] { words.Stacked, words.Path }, text => Assert.True(text.Contains("{0}", StringComparison.Ordinal) && text.Contains("{1}", StringComparison.Ordinal)));
        Assert.All(new[] { words.Recall, words.Confidence }, text => Assert.Contains("{0}", text, StringComparison.Ordinal));
        Assert.Equal(language == "en", words == FillInWords.English);
    }

    public static TheoryData<string> LanguagesOfPeople => new("en", "es", "de", "fr", "pt", "it", "ru", "zh");

    static CoachDraft Usable(string function, string answer) => Assert.IsType<DraftReading.Usable>(CoachFunction.Read(answer, Asked.For(function))).Draft;
}
