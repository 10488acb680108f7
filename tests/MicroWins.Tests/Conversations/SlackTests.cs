using MicroWins.Messaging;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Conversations;

/// <summary>Days that are left out, reported late, or paused.</summary>
public sealed class SlackTests
{
    [Fact]
    public async Task Two_days_a_week_may_be_left_out_and_count_for_nothing()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 18:30");

        var first = Assert.Single(await bot.Says("not today"));
        Assert.Empty(await bot.LivesUntil("2026-03-03 09:00"));
        var second = Assert.Single(await bot.Says("not today"));
        var again = Assert.Single(await bot.Says("not today"));
        await bot.LivesUntil("2026-03-04 09:00");
        var third = Assert.Single(await bot.Says("not today"));

        Assert.Contains("one of your two skips this week; your score stays where it is", first.Words(), StringComparison.Ordinal);
        Assert.Contains("second of your two skips", second.Words(), StringComparison.Ordinal);
        Assert.Contains("skipped already", again.Words(), StringComparison.Ordinal);
        Assert.Contains("stays open", third.Words(), StringComparison.Ordinal);
        Assert.Contains("Monday 9 March", third.Words(), StringComparison.Ordinal);
        Assert.Equal(2, await bot.Count("select count(*) from skips"));
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Not_today_after_a_win_spends_no_skip()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("done");

        await bot.Says("not today");

        Assert.Equal(0, await bot.Count("select count(*) from skips"));
    }

    [Fact]
    public async Task Skipping_a_habit_leaves_out_the_day_and_the_habit_comes_back()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");

        await bot.Says("/skip");

        Assert.Equal(1, await bot.Count("select count(*) from skips"));
        Assert.Single(await bot.LivesUntil("2026-03-03 20:00"));
        Assert.NotNull(Assert.Single((await bot.Chat()).Goals).Next);
    }

    [Theory]
    [InlineData("i did it yesterday", 1)]
    [InlineData("/yesterday", 1)]
    [InlineData("did it the day before yesterday", 2)]
    [InlineData("gestern gemacht", 1)]
    [InlineData("lo hice ayer", 1)]
    [InlineData("сделано вчера", 1)]
    [InlineData("昨天做完了", 1)]
    public async Task A_win_is_added_to_its_day_once(string words, int daysAgo)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Stands("2026-03-05 09:00");

        var counted = Assert.Single(await bot.Says(words));
        var again = Assert.Single(await bot.Says(words));

        Assert.Equal(MessageKind.Celebration, counted.Kind);
        Assert.Contains("on the record already", again.Words(), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 3, 5).PlusDays(-daysAgo), Assert.Single((await bot.Chat()).Record.Wins).Day);
    }

    [Fact]
    public async Task A_habit_that_was_done_today_can_still_be_reported_for_yesterday()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        bot.Stands("2026-03-03 09:00");
        await bot.Says("done");

        await bot.Says("i did it yesterday");

        var chat = await bot.Chat();
        Assert.Equal([new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 2)], chat.Record.Wins.Select(win => win.Day));
        Assert.Null(Assert.Single(chat.Goals).Next);
    }

    [Fact]
    public async Task Before_the_goal_was_there_nothing_was_done_for_it()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        Assert.Contains("no step of yours on Sunday 1 March", Assert.Single(await bot.Says("/yesterday")).Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Late_is_48_hours_after_the_day()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        // The 3rd ends on the 4th at 04:00, and 48 hours later it is the 6th: "the day before yesterday" of the 5th counts until then.
        bot.Stands("2026-03-06 03:59");
        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("/yesterday the day before yesterday")).Kind);
    }

    [Theory]
    [InlineData("/pause until friday", "2026-03-04", "2026-03-06")]
    [InlineData("/pause until the 12th", "2026-03-04", "2026-03-12")]
    [InlineData("/pause till next monday", "2026-03-04", "2026-03-09")]
    [InlineData("/pause a week", "2026-03-04", "2026-03-10")]
    [InlineData("/pause 3 days", "2026-03-04", "2026-03-06")]
    [InlineData("/pause since yesterday until sunday", "2026-03-03", "2026-03-08")]
    [InlineData("i'm ill since yesterday", "2026-03-03", null)]
    [InlineData("I'm sick", "2026-03-04", null)]
    [InlineData("exams till friday", "2026-03-04", "2026-03-06")]
    [InlineData("on holiday until 12 march", "2026-03-04", "2026-03-12")]
    [InlineData("ich bin krank seit gestern", "2026-03-03", null)]
    [InlineData("estoy de vacaciones hasta el domingo", "2026-03-04", "2026-03-08")]
    [InlineData("je suis malade depuis hier", "2026-03-03", null)]
    [InlineData("estou doente desde ontem", "2026-03-03", null)]
    [InlineData("esami fino a venerdì", "2026-03-04", "2026-03-06")]
    [InlineData("я болею со вчерашнего дня", "2026-03-03", null)]
    [InlineData("暂停到周五", "2026-03-04", "2026-03-06")]
    public async Task A_pause_is_taken_as_it_is_said(string words, string from, string? to)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Stands("2026-03-04 10:00");

        await bot.Says(words);

        var pause = Assert.Single((await bot.Chat()).Agreement.Pauses);
        Assert.Equal((from, to), (Iso(pause.From), pause.To is { } end ? Iso(end) : null));
    }

    static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    [Theory]
    [InlineData("sick of this essay")]
    [InlineData("i need to study for my exams until friday because i fail otherwise")]
    [InlineData("break it down")]
    public async Task Other_words_are_no_pause(string words)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        await bot.Says(words);

        Assert.Empty((await bot.Chat()).Agreement.Pauses);
    }

    [Fact]
    public async Task Nothing_is_asked_in_a_pause_and_nothing_in_it_is_missed()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 18:30");
        await bot.LivesUntil("2026-03-04 10:00");

        var paused = Assert.Single(await bot.Says("/pause since monday until friday"));

        Assert.Contains("Monday 2 March – Friday 6 March", paused.Words(), StringComparison.Ordinal);
        Assert.Equal(["2026-03-07 18:30"], (await bot.LivesUntil("2026-03-07 23:00")).Select(said => said.At));
        var chat = await bot.Chat();
        Assert.Equal(0, chat.Record.Rows(new LocalDate(2026, 3, 7), chat.Agreement.PauseList, chat.Goals).Count(row => row.IsAsked));
    }

    [Fact]
    public async Task A_pause_cannot_begin_long_ago_or_end_before_it_begins()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var early = Assert.Single(await bot.Says("/pause since 20 february"));
        var backwards = Assert.Single(await bot.Says("from friday to 2026-03-03"));
        await bot.Says("until friday");

        Assert.Contains("Friday 27 February", early.Words(), StringComparison.Ordinal);
        Assert.True(backwards.Words().Length > 10);
        Assert.Single((await bot.Chat()).Agreement.Pauses);
    }

    [Fact]
    public async Task Resume_ends_a_pause_with_a_step()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("i'm ill");

        var back = Assert.Single(await bot.Says("/resume"));
        var none = Assert.Single(await bot.Says("/resume"));

        Assert.Contains("Open the document", back.Words(), StringComparison.Ordinal);
        Assert.Contains("no pause", none.Words(), StringComparison.Ordinal);
        Assert.Single(await bot.LivesUntil("2026-03-03 20:00"));
    }

    [Fact]
    public async Task Exams_in_two_weeks_are_a_goal_for_somebody_who_brings_them()
    {
        await using var bot = new TestBot();

        await bot.Says("сессия через 2 недели, 5 экзаменов, ни одной лекции не открывала", language: "ru");

        Assert.Empty((await bot.Chat()).Agreement.Pauses);
    }
}
