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
    [InlineData("ok", "Open the document")]
    [InlineData("haha", "Open the document")]
    [InlineData("hmm ok", "Open the document")]
    [InlineData("what should i do now", "Open the document")]
    [InlineData("thanks!", "Any time")]
    [InlineData("ok thank you", "Any time")]
    [InlineData("good night", "Any time")]
    [InlineData("this is stupid", "in the way")]
    [InlineData("boring", "in the way")]
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
    [InlineData("was soll ich jetzt machen", "de", RouteIntent.More)]
    [InlineData("что мне делать", "ru", RouteIntent.More)]
    [InlineData("pourquoi si petit ?", "fr", RouteIntent.ThatsNothing)]
    [InlineData("tan pequeño", "es", RouteIntent.ThatsNothing)]
    [InlineData("che noia", "it", RouteIntent.Stuck)]
    [InlineData("keinen bock", "de", RouteIntent.Stuck)]
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
    [InlineData("no", "Open the document", 1)]
    [InlineData("yes", "", 2)]
    public async Task Whether_it_is_a_goal_can_be_answered_in_words(string answer, string shown, int goals)
    {
        await using var bot = await WithGoal();
        await bot.Says("purple elephants dancing");

        var said = Assert.Single(await bot.Says(answer));

        Assert.Contains(shown, said.Words(), StringComparison.Ordinal);
        Assert.Equal(goals, await bot.Count("select count(*) from goals"));
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
