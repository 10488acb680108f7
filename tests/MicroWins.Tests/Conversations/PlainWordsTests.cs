using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>Words that are said in passing, in the middle of anything: they are answered as a person would, and no goal is made of them.</summary>
public sealed class PlainWordsTests
{
    static async Task<TestBot> WithGoal()
    {
        var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Coach.Drafts(request => request is CoachRequest.Route ? SomeDrafts.Routed(RouteIntent.Unsure) : Some.AnswerTo(request).Draft);
        return bot;
    }

    [Theory]
    [InlineData("hm, well then", "Open the document")]
    [InlineData("that was easy", "Open the document")]
    [InlineData("thanks!", "Any time")]
    [InlineData("ok thank you", "Any time")]
    [InlineData("good night", "Any time")]
    public async Task Words_in_passing_are_answered_in_kind(string words, string answer)
    {
        await using var bot = await WithGoal();

        var said = Assert.Single(await bot.Says(words));

        Assert.Contains(answer, said.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("something new", said.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("haha ok merci", "fr", RouteIntent.SmallTalk)]
    [InlineData("ahah ok grazie", "it", RouteIntent.SmallTalk)]
    [InlineData("zeig alle", "de", RouteIntent.ShowAll)]
    [InlineData("做了", "zh", RouteIntent.Done)]
    [InlineData("я всё время бросаю чтение и бег, потому что устаю", "ru", RouteIntent.StartAgain)]
    [InlineData("grade 62 midterm exams by monday", "en", RouteIntent.NewGoal)]
    public void Words_in_passing_are_known_in_every_language(string words, string language, RouteIntent intent) =>
        Assert.Equal(intent, new EmbeddedRouter().Route(words, MicroWins.Rules.Languages.FromTag(language)).Intent);

    [Fact]
    public async Task Skip_leaves_out_the_step_and_not_today_leaves_out_the_day()
    {
        await using var bot = await WithGoal();

        var next = Assert.Single(await bot.Says("skip"));
        var skips = await bot.Count("select count(*) from skips");
        await bot.Says("not today");

        Assert.Contains("Left out", next.Words(), StringComparison.Ordinal);
        Assert.Equal(0, skips);
        Assert.Equal(1, await bot.Count("select count(*) from skips"));
    }

    [Theory]
    [InlineData("haha")]
    [InlineData("hm, well then")]
    [InlineData("ugh")]
    [InlineData("im so tired")]
    [InlineData("ok")]
    public async Task Who_left_the_day_out_is_neither_shown_the_step_again_nor_asked_what_is_in_the_way(string words)
    {
        await using var bot = await WithGoal();
        await bot.Says("not today");

        var said = Assert.Single(await bot.Says(words));

        Assert.DoesNotContain("Open the document", said.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("in the way", said.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I want to read one page a day", "en", "Read one page a day")]
    [InlineData("jeden Tag eine Seite lesen", "de", "eine Seite lesen")]
    [InlineData("quiero leer una página al día", "es", "leer una página")]
    [InlineData("fare 5 flessioni ogni mattina", "it", "5 flessioni")]
    public async Task A_small_promise_for_every_day_is_a_habit_at_once(string goal, string language, string step)
    {
        await using var bot = new TestBot();

        var card = Assert.Single(await bot.Says(goal, language: language));

        Assert.Contains(step, card.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(Assert.Single((await bot.Chat()).Goals).Habit);
    }

    [Theory]
    [InlineData("reprendre le yoga 10 min chaque matin avant le boulot", "fr")]
    [InlineData("i want to read 50 pages a day", "en")]
    [InlineData("study for my exam every day", "en")]
    public async Task A_promise_that_is_more_than_a_first_step_gets_a_plan(string goal, string language)
    {
        await using var bot = new TestBot();

        await bot.Says(goal, language: language);

        Assert.DoesNotContain((await bot.Chat()).Goals, known => known.Habit is not null);
    }

    [Fact]
    public async Task A_change_of_mind_brings_up_the_goal_that_it_names()
    {
        await using var bot = await WithGoal();
        await bot.Says("new goal: clean my room");

        await bot.Says("i changed my mind, i want to do the history paper first");

        var chat = await bot.Chat();
        Assert.Equal(2, chat.Goals.Length);
        Assert.Equal(1, chat.CurrentGoal);
    }

    [Fact]
    public async Task Where_nothing_is_there_to_track_nothing_is_asked()
    {
        await using var bot = new TestBot();

        var said = Assert.Single(await bot.Says("how do i track my wins"));

        Assert.Contains("putting off", said.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_named_when_the_exam_is_asked_for_are_no_win()
    {
        await using var bot = await WithGoal();
        await bot.Says("/exam");

        await bot.Says("read 10 pages of biology");

        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }

    [Theory]
    [InlineData("i can't start")]
    [InlineData("too hard")]
    public async Task Who_is_stuck_without_a_goal_is_asked_for_one(string words)
    {
        await using var bot = new TestBot();

        var said = Assert.Single(await bot.Says(words));

        Assert.Contains("putting off", said.Words(), StringComparison.Ordinal);
    }
}
