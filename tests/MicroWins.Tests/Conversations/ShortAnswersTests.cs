using MicroWins.Coaching;
using MicroWins.Conversations.Hearing;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>A word or two that answers nothing that was asked: nobody who nods wants to hear whether that is a new goal.</summary>
public sealed class ShortAnswersTests
{
    [Theory]
    [InlineData("ok")]
    [InlineData("alles klar")]
    [InlineData("d'accord")]
    [InlineData("好的")]
    [InlineData("👍")]
    public async Task A_nod_is_nodded_at_and_nothing_is_pressed_on_the_person(string nod)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal, language: "en");

        var reply = Assert.Single(await bot.Says(nod));

        Assert.Equal(["Back to the step"], reply.Labels());
        Assert.DoesNotContain("?", reply.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Coach.Asked, request => request is CoachRequest.Route);
    }

    [Theory]
    [InlineData("yes", "3 … 2 … 1")]
    [InlineData("sí, claro", "3 … 2 … 1")]
    [InlineData("no", "When shall I ask again?")]
    [InlineData("nein danke", "When shall I ask again?")]
    [InlineData("i forgot", "nothing is lost")]
    [InlineData("no i didnt", "nothing is lost")]
    [InlineData("не успела", "nothing is lost")]
    [InlineData("ugh", "What is in the way")]
    [InlineData("keine ahnung", "What is in the way")]
    [InlineData("😭", "What is in the way")]
    [InlineData("why so small?", "the start is the hard part")]
    [InlineData("warum so klein?", "the start is the hard part")]
    [InlineData("what should i do now", "This one thing")]
    [InlineData("我该做什么？", "This one thing")]
    [InlineData("what did i do so far?", "nothing on the record yet")]
    [InlineData("are you human", "small program")]
    [InlineData("can i talk to a human", "small program")]
    [InlineData("this is stupid", "Thank you for telling me")]
    [InlineData("i love this", "here whenever you are")]
    [InlineData("delete this goal", "put away")]
    [InlineData("удали эту цель", "put away")]
    [InlineData("i want to do more", "/daily")]
    [InlineData("how do i stop this?", "I won't ask")]
    [InlineData("lass mich in ruhe", "I won't ask")]
    [InlineData("dont text me on weekends", "What we agreed on")]
    [InlineData("did a bit", "Your first one kept")]
    [InlineData("zur Hälfte", "Your first one kept")]
    public async Task What_a_short_answer_means_is_done(string words, string answer)
    {
        await using var bot = new TestBot();
        await bot.Says("/language en");
        await bot.Says(Some.Goal);

        var reply = Assert.Single(await bot.Says(words));

        Assert.Contains(answer, reply.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await bot.Count("select count(*) from goals"));
    }

    [Theory]
    [InlineData("im scared to start", "scares you")]
    [InlineData("I'm so tired today", "rest comes after")]
    [InlineData("keine lust", "Dull goes down best")]
    [InlineData("je suis fatiguée", "rest comes after")]
    [InlineData("overwhelmed", "my step was too big")]
    [InlineData("no entiendo", "we look before we do")]
    [InlineData("im stuck, its so boring", "Dull goes down best")]
    public async Task Who_names_the_cause_is_not_asked_for_it(string words, string answer)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Write for 5 minutes about the siege", "Read one page of my notes");
        await bot.Says("/language en");
        await bot.Says(Some.Goal);

        var card = Assert.Single(await bot.Says(words));

        Assert.Contains(answer, card.Words(), StringComparison.Ordinal);
        Assert.True((await bot.Chat()).Goals[0].Next!.Goal.Effort.HighMinutes <= Limits.StuckStepMinutes, card.Words());
    }

    [Fact]
    public async Task After_a_win_yes_goes_on_and_no_stops()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open the document", "Read one page of my notes", "Write one sentence");
        await bot.Says(Some.Goal);
        await bot.Says("done");
        var more = Assert.Single(await bot.Says("yes"));
        await bot.Says("done");
        var enough = Assert.Single(await bot.Says("no"));

        Assert.Contains("Read one page of my notes", more.Words(), StringComparison.Ordinal);
        Assert.Contains("A good place to stop", enough.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_it_is_a_goal_can_be_answered_with_yes_and_no()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Coach.Drafts(request => request is CoachRequest.Route ? SomeDrafts.Routed(RouteIntent.Unsure) : Some.AnswerTo(request).Draft);
        await bot.Says("purple elephants");
        var no = Assert.Single(await bot.Says("no"));
        await bot.Says("purple elephants for the school fair");
        await bot.Says("yes");

        Assert.Contains("Thank you for telling me", no.Words(), StringComparison.Ordinal);
        Assert.Equal("purple elephants for the school fair", Assert.IsType<CoachRequest.BreakDownGoal>(bot.Coach.Asked[^1]).Goal);
    }

    [Theory]
    [InlineData("just the work", "take your word for it")]
    [InlineData("my life", "taking it seriously")]
    [InlineData("beides", "taking it seriously")]
    [InlineData("idk", "You don't have to answer")]
    [InlineData("no", "You don't have to answer")]
    public async Task Whether_the_work_or_the_life_is_meant_can_be_said_in_a_word(string words, string answer)
    {
        await using var bot = new TestBot();
        await bot.Says("/language en");
        await bot.Says(Some.Goal);
        await bot.Says("i can't do this anymore");

        var reply = Assert.Single(await bot.Says(words));

        Assert.Contains(answer, reply.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_resources_are_offered_once_and_then_the_talk_goes_on()
    {
        await using var bot = new TestBot();
        await bot.Says("/language en");
        await bot.Says(Some.Goal);
        await bot.Says("i can't do this anymore");
        await bot.Says("idk");

        Assert.Contains("here whenever you are", Assert.Single(await bot.Says("ok")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.Passes(TimeSpan.FromMinutes(30)), said => said.Words().Contains("You don't have to answer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("yes")]
    [InlineData("forgot")]
    public async Task Without_a_goal_it_is_small_talk(string words)
    {
        await using var bot = new TestBot();
        await bot.Says("/language en");

        Assert.Contains("keep putting off", Assert.Single(await bot.Says(words)).Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from goals"));
    }

    [Fact]
    public async Task Who_is_tired_before_there_is_a_goal_is_asked_what_waits_and_two_things_are_both_kept()
    {
        await using var bot = new TestBot();
        await bot.Says("/language en");
        var question = Assert.Single(await bot.Says("im so tired"));
        await bot.Says("i want to get in shape and stop doomscrolling before bed");

        Assert.Contains("What are you putting off?", question.Words(), StringComparison.Ordinal);
        Assert.Equal(2, await bot.Count("select count(*) from goals"));
    }

    [Theory]
    [InlineData("tired of my messy room")]
    [InlineData("scared of the dentist, need to book")]
    [InlineData("forgot my passport renewal")]
    [InlineData("no sugar for a week")]
    [InlineData("yes theory video essay")]
    [InlineData("work on my fear of flying")]
    [InlineData("do more yoga")]
    [InlineData("half marathon")]
    [InlineData("a little house in the woods story")]
    [InlineData("ask for help with the flu shot")]
    public void What_says_more_is_no_short_answer(string words) => Assert.Null(ShortAnswers.Read(words));
}
