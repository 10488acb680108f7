using MicroWins.Coaching;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>The safety gate in the conversation, against a real store. The gate itself is judged in the tests of the rules.</summary>
public sealed class SafetyTests
{
    const string Explicit = "i want to kill myself";
    const string Ambiguous = "i can't do this any more";

    [Theory]
    [InlineData(Explicit)]
    [InlineData("/plan " + Explicit)]
    [InlineData("my essay is due tomorrow and " + Explicit)]
    public async Task A_message_that_speaks_of_self_harm_never_reaches_the_coach(string text)
    {
        await using var bot = new TestBot();

        var reply = Assert.Single(await bot.Says(text));

        Assert.Empty(bot.Coach.Asked);
        Assert.Contains("not a crisis service", reply.Words(), StringComparison.Ordinal);
        Assert.Contains("/sos", reply.Words(), StringComparison.Ordinal);
        Assert.Empty((await bot.Chat()).Goals);
    }

    [Fact]
    public async Task It_is_heard_in_the_middle_of_a_question_and_at_the_end_of_a_giant_text()
    {
        await using var bot = new TestBot();
        await bot.Says("essay");

        Assert.Contains("not a crisis service", Assert.Single(await bot.Says(Explicit)).Words(), StringComparison.Ordinal);
        Assert.Contains("not a crisis service",
            Assert.Single(await bot.Says(string.Concat(Enumerable.Repeat("i read a page. ", 3000)) + Explicit, person: "bob")).Words(), StringComparison.Ordinal);
        Assert.Empty(bot.Coach.Asked);
    }

    [Fact]
    public async Task The_number_is_that_of_the_persons_country_and_an_unknown_country_gets_no_number()
    {
        await using var bot = new TestBot();

        var german = Assert.Single(await bot.Says(Explicit, language: "en-DE"));
        var american = Assert.Single(await bot.Says(Explicit, person: "bob", language: "en-US"));

        Assert.Contains("112", german.Words(), StringComparison.Ordinal);
        Assert.Contains("988", american.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("988", german.Words(), StringComparison.Ordinal);
        Assert.All([german, american], reply => Assert.Contains("findahelpline", reply.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task For_72_hours_nobody_is_reminded_and_then_comes_a_neutral_word()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says(Explicit);

        Assert.Empty(await bot.Passes(TimeSpan.FromHours(71)));
        var word = Assert.Single(await bot.Passes(TimeSpan.FromHours(1)));

        Assert.Contains("three days", word.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Open the document", word.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_be_meant_either_way_is_asked_with_two_buttons()
    {
        await using var bot = new TestBot();

        var question = Assert.Single(await bot.Says(Ambiguous));

        Assert.Equal(["I mean the work", "I mean my life"], question.Labels());
        Assert.Empty(bot.Coach.Asked);
    }

    [Fact]
    public async Task My_life_gives_the_resources_however_old_the_button_is()
    {
        await using var bot = new TestBot();
        await bot.Says(Ambiguous);
        await bot.Says(Some.Goal);

        Assert.Contains("not a crisis service", Assert.Single(await bot.Presses("I mean my life")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_work_lowers_the_tone_and_clears_nothing()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says(Ambiguous);

        var answer = Assert.Single(await bot.Presses("I mean the work"));
        var again = Assert.Single(await bot.Says(Ambiguous));

        Assert.Contains("Open the document", answer.Words(), StringComparison.Ordinal);
        Assert.Contains("findahelpline", again.Words(), StringComparison.Ordinal);
        Assert.Equal(["I mean the work", "I mean my life"], again.Labels());
    }

    [Fact]
    public async Task No_answer_in_ten_minutes_gives_the_resources_once()
    {
        await using var bot = new TestBot();
        await bot.Says(Ambiguous);

        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(9)));
        Assert.Contains("findahelpline", Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1))).Words(), StringComparison.Ordinal);
        Assert.Empty(await bot.Passes(TimeSpan.FromHours(20)));
    }

    [Fact]
    public async Task An_answer_keeps_the_resources_back()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says(Ambiguous);
        await bot.Says("i mean the WORK");

        Assert.Empty(await bot.Passes(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task This_essay_is_killing_me_is_no_crisis()
    {
        await using var bot = new TestBot();

        Assert.Equal(MessageKind.Card, Assert.Single(await bot.Says("this 15 page history essay is killing me")).Kind);
        Assert.IsType<CoachRequest.BreakDownGoal>(Assert.Single(bot.Coach.Asked));
    }

    [Fact]
    public async Task Sos_always_works()
    {
        await using var bot = new TestBot();
        await bot.Says("essay");

        Assert.Contains("findahelpline", Assert.Single(await bot.Says("/sos")).Words(), StringComparison.Ordinal);
        Assert.IsType<ChatState.AskedForMore>((await bot.Chat()).State);
    }

    [Theory]
    [InlineData("eat nothing for the next five days")]
    [InlineData("pull an all-nighter every night this week")]
    [InlineData("copy my friend's essay and hand it in as mine")]
    [InlineData("track my ex's phone without her knowing")]
    public async Task A_goal_that_harms_is_declined_with_a_safe_neighbour(string goal)
    {
        await using var bot = new TestBot();

        var reply = Assert.Single(await bot.Says(goal));

        Assert.Empty(bot.Coach.Asked);
        Assert.Contains("I can", reply.Words().Replace("What I can do", "I can", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
