using MicroWins.Coaching;
using MicroWins.Conversations;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

public sealed class QuestionTests
{
    [Fact]
    public async Task A_goal_of_one_word_is_asked_about_twice_at_the_most()
    {
        await using var bot = new TestBot();

        var more = Assert.Single(await bot.Says("essay"));
        var why = Assert.Single(await bot.Says("about the french revolution, 5 pages"));
        var card = Assert.Single(await bot.Presses("Dull"));

        Assert.Contains("tell me a little more", more.Words(), StringComparison.Ordinal);
        Assert.Contains("What makes it hard", why.Words(), StringComparison.Ordinal);
        Assert.Contains("Open the document", card.Words(), StringComparison.Ordinal);
        var asked = Assert.IsType<CoachRequest.BreakDownGoal>(Assert.Single(bot.Coach.Asked));
        Assert.Equal("essay: about the french revolution, 5 pages", asked.Goal);
        Assert.Equal("It is dull.", asked.Why);
    }

    [Fact]
    public async Task Both_questions_can_be_skipped()
    {
        await using var bot = new TestBot();
        await bot.Says("essay");

        var card = Assert.Single(await bot.Presses("Skip"));

        Assert.Contains("Open the document", card.Words(), StringComparison.Ordinal);
        Assert.Equal("essay", Assert.IsType<CoachRequest.BreakDownGoal>(Assert.Single(bot.Coach.Asked)).Goal);
    }

    [Fact]
    public async Task The_why_can_be_written_in_ones_own_words()
    {
        await using var bot = new TestBot();
        await bot.Says("essay");
        await bot.Says("on Hobsbawm, ten pages");

        await bot.Says("i keep deleting every sentence");

        Assert.Equal("i keep deleting every sentence", Assert.IsType<CoachRequest.BreakDownGoal>(Assert.Single(bot.Coach.Asked)).Why);
    }

    [Fact]
    public async Task A_question_can_be_answered_days_later_and_after_a_restart()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store)) await bot.Says("essay");

        await using var restarted = new TestBot(store);
        restarted.Time.Advance(TimeSpan.FromDays(3));
        await restarted.Says("five pages on Marx and his time", person: "ann");
        var card = Assert.Single(await restarted.Presses("Skip"));

        Assert.Contains("Open the document", card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_forgets_the_question()
    {
        await using var bot = new TestBot();
        await bot.Says("/plan");

        await bot.Says("/cancel");

        Assert.IsType<ChatState.Idle>((await bot.Chat()).State);
        Assert.Empty(bot.Coach.Asked);
    }

    [Fact]
    public async Task Words_that_could_mean_anything_get_the_step_and_one_tap_makes_a_goal_of_them()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Coach.Drafts(request => request is CoachRequest.Route ? SomeDrafts.Routed(RouteIntent.Unsure) : Some.AnswerTo(request).Draft);

        var answer = Assert.Single(await bot.Says("purple elephants for the school fair"));

        Assert.Contains("Open the document", answer.Words(), StringComparison.Ordinal);
        Assert.Equal("Yes, a new goal", answer.Labels()[^1]);
        Assert.Single((await bot.Chat()).Goals);
        await bot.Presses("Yes, a new goal");
        Assert.Equal("purple elephants for the school fair", Assert.IsType<CoachRequest.BreakDownGoal>(bot.Coach.Asked[^1]).Goal);
    }

    [Theory]
    [InlineData("sorry")]
    [InlineData("i was sick")]
    [InlineData("i keep postponing")]
    [InlineData("my laptop broke")]
    [InlineData("i have adhd")]
    public async Task What_is_said_of_oneself_is_asked_about_in_no_way_and_the_step_is_still_there(string remark)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var answer = Assert.Single(await bot.Says(remark));

        Assert.DoesNotContain(remark, answer.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Open the document", answer.Words(), StringComparison.Ordinal);
        Assert.Single((await bot.Chat()).Goals);
    }
}
