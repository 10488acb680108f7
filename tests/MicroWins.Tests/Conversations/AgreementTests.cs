using MicroWins.Messaging;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Conversations;

/// <summary>When to ask, agreed on with the person.</summary>
public sealed class AgreementTests
{
    [Fact]
    public async Task The_time_is_asked_for_once_and_in_the_message_that_is_sent_anyway()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("done");

        var asked = Assert.Single(await bot.Says("enough for today"));
        await bot.Says("more");
        var again = Assert.Single(await bot.Says("enough for today"));

        Assert.Equal(["Morning 8:30", "Midday 12:30", "Evening 18:30", "Around this time", "Don't ask"], asked.Labels());
        Assert.Contains("When shall I ask you tomorrow?", asked.Words(), StringComparison.Ordinal);
        Assert.Equal(["Don't ask"], again.Labels());
    }

    [Theory]
    [InlineData("Morning 8:30", "2026-03-03 08:30")]
    [InlineData("Midday 12:30", "2026-03-03 12:30")]
    [InlineData("Evening 18:30", "2026-03-03 18:30")]
    [InlineData("Around this time", "2026-03-03 10:00")]
    public async Task One_tap_agrees_on_a_time_and_the_next_question_comes_to_the_minute(string label, string expected)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("enough");

        await bot.Presses(label);

        Assert.Equal([expected], (await bot.LivesUntil("2026-03-04 03:00")).Select(said => said.At));
    }

    [Theory]
    [InlineData("remind me tomorrow at 8", "2026-03-03 08:00")]
    [InlineData("remind me at 6pm", "2026-03-02 18:00")]
    [InlineData("not now, tomorrow morning", "2026-03-03 08:30")]
    [InlineData("i'll do it tomorrow evening", "2026-03-03 18:30")]
    [InlineData("I'll do it tonight", "2026-03-02 18:30")]
    [InlineData("ask me tomorrow", "2026-03-03 10:00")]
    [InlineData("can you remind me in 2 hours", "2026-03-02 12:00")]
    [InlineData("erinnere mich bitte morgen um 9", "2026-03-03 09:00")]
    [InlineData("nicht jetzt, heute Abend", "2026-03-02 18:30")]
    [InlineData("recuérdame mañana a las 9", "2026-03-03 09:00")]
    [InlineData("rappelle-moi demain matin", "2026-03-03 08:30")]
    [InlineData("me lembra amanhã às 9", "2026-03-03 09:00")]
    [InlineData("ricordamelo domani alle 9", "2026-03-03 09:00")]
    [InlineData("напомни завтра в 9", "2026-03-03 09:00")]
    [InlineData("明天早上8点提醒我", "2026-03-03 08:00")]
    public async Task A_moment_that_is_named_in_passing_is_kept_to_and_changes_nothing_else(string words, string asked)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var agreed = (await bot.Chat()).Agreement.Times.ToArray();

        await bot.Says(words);

        Assert.Equal(asked, (await bot.LivesUntil("2026-03-03 23:00"))[0].At);
        Assert.Equal(agreed, (await bot.Chat()).Agreement.Times.ToArray());
    }

    [Theory]
    [InlineData("remind me to call my mum tomorrow")]
    [InlineData("i want to do it better: clean the flat tomorrow")]
    public async Task A_goal_with_a_day_in_it_is_no_moment(string words)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        await bot.Says(words);

        Assert.DoesNotContain("I'll ask", bot.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask me at 7pm", 19, 0)]
    [InlineData("7 in the morning", 7, 0)]
    [InlineData("frag mich um 19:15", 19, 15)]
    [InlineData("frag mich um halb acht", 7, 30)]
    [InlineData("ask me at half past seven in the evening", 19, 30)]
    [InlineData("ask me every day at noon", 12, 0)]
    [InlineData("morgens um 8", 8, 0)]
    [InlineData("pregúntame a las 8 de la tarde", 20, 0)]
    [InlineData("demande-moi à 18h30", 18, 30)]
    [InlineData("me pergunte às 7 da noite", 19, 0)]
    [InlineData("chiedimelo alle 21", 21, 0)]
    [InlineData("la sera alle 8", 20, 0)]
    [InlineData("le soir à 8h", 20, 0)]
    [InlineData("às 8 da noite", 20, 0)]
    [InlineData("спрашивай меня в 8 вечера", 20, 0)]
    [InlineData("晚上8点半问我", 20, 30)]
    public async Task Words_change_the_time_whenever_they_are_said(string words, int hour, int minute)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        await bot.Says(words);

        Assert.Equal([new LocalTime(hour, minute)], (await bot.Chat()).Agreement.Times.ToArray());
    }

    [Theory]
    [InlineData("read at 7 pages")]
    [InlineData("12")]
    [InlineData("i need to call the bank at 9 tomorrow")]
    [InlineData("done at 8")]
    public async Task Other_words_with_a_number_change_no_time(string words)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var before = (await bot.Chat()).Agreement.Times.ToArray();

        await bot.Says(words);

        Assert.Equal(before, (await bot.Chat()).Agreement.Times.ToArray());
    }

    [Fact]
    public async Task Without_a_zone_the_choice_is_followed_by_one_question_and_then_asked_on_the_persons_own_clock()
    {
        await using var bot = new TestBot(zone: null);
        await bot.Says(Some.Goal);
        await bot.Says("enough");

        var where = Assert.Single(await bot.Presses("Evening 18:30"));
        var there = Assert.Single(await bot.Says("tokyo"));

        Assert.Contains("where are you", where.Words(), StringComparison.Ordinal);
        Assert.Contains("Tokyo", there.Words(), StringComparison.Ordinal);
        Assert.Contains("18:00 there now", there.Words(), StringComparison.Ordinal);
        Assert.Equal(["2026-03-03 18:30"], (await bot.LivesUntil("2026-03-04 03:00", "Asia/Tokyo")).Select(said => said.At));
    }

    [Fact]
    public async Task A_place_that_means_several_zones_is_chosen_with_a_tap()
    {
        await using var bot = new TestBot(zone: null);
        await bot.Says(Some.Goal);
        await bot.Says("enough");
        await bot.Presses("Morning 8:30");

        var which = Assert.Single(await bot.Says("USA"));
        await bot.Presses("Chicago");

        Assert.InRange(which.Labels().Count, 3, 7);
        Assert.Equal("America/Chicago", (await bot.Chat()).Agreement.Zone);
        Assert.Equal([new LocalTime(8, 30)], (await bot.Chat()).Agreement.Times.ToArray());
    }

    [Fact]
    public async Task The_zone_can_be_left_out_and_is_not_asked_for_again()
    {
        await using var bot = new TestBot(zone: null);
        await bot.Says(Some.Goal);
        await bot.Says("enough");
        await bot.Presses("Evening 18:30");

        await bot.Says("nowhere land 77");
        var skipped = Assert.Single(await bot.Presses("Skip"));
        await bot.Says("/today");
        var enough = Assert.Single(await bot.Says("enough"));

        Assert.Contains("around this time of day", skipped.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("where are you", enough.Words(), StringComparison.Ordinal);
        Assert.Equal(["2026-03-03 10:00"], (await bot.LivesUntil("2026-03-04 03:00")).Select(said => said.At));
    }

    [Fact]
    public async Task Who_does_not_want_to_be_asked_is_not_until_they_say_so()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("don't ask me");
        Assert.Empty(await bot.LivesUntil("2026-03-10 10:00"));

        await bot.Says("enough");
        Assert.Empty(await bot.LivesUntil("2026-03-12 10:00"));

        await bot.Says("/resume");
        Assert.Single(await bot.LivesUntil("2026-03-13 20:00"));
    }

    [Fact]
    public async Task Three_times_a_day_are_the_most()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var tooMany = Assert.Single(await bot.Says("ask me at 8:00, 12:00, 16:00 and 20:00"));
        await bot.Says("8:00, 13:00 and 20:00");

        Assert.Contains("Three times a day is the most", tooMany.Words(), StringComparison.Ordinal);
        Assert.Equal(3, (await bot.Chat()).Agreement.Times.Length);
    }

    [Fact]
    public async Task Later_takes_a_moment_in_words()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        await bot.Says("in 20 minutes");
        Assert.Equal(["2026-03-02 10:20"], (await bot.LivesUntil("2026-03-02 11:00")).Select(said => said.At));

        await bot.Says("later");
        await bot.Says("at 5");
        Assert.Equal(["2026-03-02 17:00"], (await bot.LivesUntil("2026-03-02 18:00")).Select(said => said.At));
    }

    [Fact]
    public async Task This_evening_is_offered_while_it_is_ahead()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Presses("Later");
        await bot.Presses("This evening");
        Assert.Equal(["2026-03-02 18:30"], (await bot.LivesUntil("2026-03-02 19:00")).Select(said => said.At));

        Assert.DoesNotContain("This evening", Assert.Single(await bot.Presses("Later")).Labels());
    }

    [Fact]
    public async Task A_moment_that_was_named_takes_the_place_of_the_check_in_of_the_day()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 12:30");

        await bot.Says("in 60 minutes");

        Assert.Equal(["2026-03-02 11:00"], (await bot.LivesUntil("2026-03-03 03:00")).Select(said => said.At));
    }

    [Fact]
    public async Task An_evening_look_back_asks_how_it_went_and_a_bit_counts()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open the document", "Write two sentences");
        await bot.Says(Some.Goal);
        await bot.Says("done");
        await bot.Says("/settings");
        await bot.Presses("Look back");
        await bot.Says("enough");

        var said = await bot.LivesUntil("2026-03-03 23:00");
        await bot.Presses("Did a bit");

        Assert.Equal(["2026-03-03 10:00", "2026-03-03 20:30"], said.Select(at => at.At));
        Assert.Equal(["Did it", "Did a bit", "Smaller", "Not today"], said[^1].Message.Labels());
        Assert.Equal(2, (await bot.Chat()).Kept);
        Assert.NotNull(Assert.Single((await bot.Chat()).Goals).Next);
    }

    [Fact]
    public async Task A_day_with_a_win_is_not_looked_back_on()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/settings");
        await bot.Presses("Look back");
        await bot.Says("done");

        Assert.Empty(await bot.LivesUntil("2026-03-03 03:00"));
    }
}
