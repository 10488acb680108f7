using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>What clocks and calendars do to a check-in: the exact minute, and once.</summary>
public sealed class ClockCasesTests
{
    /// <summary>Each line draws the clock: the zone, the talk, the time agreed on, how long the person lives on, and when they are asked.</summary>
    public static TheoryData<string, string, string, string, string, string[]> Cases => new()
    {
        // 29 March 2026, 02:00 becomes 03:00: the slot falls into the gap and comes at its end.
        { "skipped hour", "Europe/Berlin", "2026-03-28 10:00", "02:30", "2026-03-30 04:00", ["2026-03-29 03:00", "2026-03-30 02:30"] },
        // 25 October 2026, 03:00 becomes 02:00: the first of the two half past two.
        { "repeated hour", "Europe/Berlin", "2026-10-24 10:00", "02:30", "2026-10-26 03:30", ["2026-10-25 02:30", "2026-10-26 02:30"] },
        { "the day before the clocks change", "America/New_York", "2026-03-07 09:00", "18:30", "2026-03-08 23:00", ["2026-03-07 18:30", "2026-03-08 18:30"] },
        { "leap day", "Europe/Berlin", "2028-02-28 10:00", "08:30", "2028-03-02 03:00", ["2028-02-29 08:30", "2028-03-01 08:30"] },
        { "no leap day", "Europe/Berlin", "2027-02-27 10:00", "08:30", "2027-03-02 03:00", ["2027-02-28 08:30", "2027-03-01 08:30"] },
        { "half an hour of summer time", "Australia/Lord_Howe", "2026-10-03 10:00", "02:15", "2026-10-05 01:00", ["2026-10-04 02:30"] },
        { "new year", "Europe/Berlin", "2026-12-30 10:00", "18:30", "2027-01-01 23:00", ["2026-12-30 18:30", "2026-12-31 18:30", "2027-01-01 18:30"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_check_in_comes_to_the_minute_and_once(string name, string zone, string talk, string time, string until, string[] expected)
    {
        Assert.NotEmpty(name);
        await using var bot = new TestBot(zone: zone);
        bot.Stands(talk, zone);
        await bot.Says(Some.Goal);
        await bot.Says("/settings");
        await bot.Presses("Quiet hours");
        await bot.Presses("None");
        await bot.Says("/settings");
        await bot.Presses("Times");
        await bot.Says(time);

        var said = await bot.LivesUntil(until, zone);

        Assert.Equal(expected, said.Select(at => at.At));
        Assert.Equal(expected.Length, await bot.Count("select count(*) from asked"));
    }

    [Fact]
    public async Task Flying_west_what_was_asked_stays_asked()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 12:30");
        await bot.LivesUntil("2026-03-02 16:00");

        // 10:00 in New York: 12:30 comes a second time on this day.
        var arrived = Assert.Single(await bot.Says("I'm in New York now"));

        Assert.Contains("New York", arrived.Words(), StringComparison.Ordinal);
        Assert.Equal(["2026-03-03 12:30"], (await bot.LivesUntil("2026-03-03 23:00", "America/New_York")).Select(said => said.At));
    }

    [Fact]
    public async Task Flying_east_what_the_flight_swallowed_is_asked_on_arrival()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 12:30");
        await bot.LivesUntil("2026-03-02 11:00");

        // 19:00 in Tokyo.
        var said = await bot.Says("I'm in Tokyo now");

        Assert.Equal([MicroWins.Messaging.MessageKind.Reply, MicroWins.Messaging.MessageKind.CheckIn], said.Select(message => message.Kind));
        Assert.Equal(["2026-03-03 12:30"], (await bot.LivesUntil("2026-03-03 23:00", "Asia/Tokyo")).Select(at => at.At));
    }

    [Fact]
    public async Task Flying_east_into_a_new_day_what_was_done_on_the_old_one_is_asked_again()
    {
        const string newYork = "America/New_York";
        await using var bot = new TestBot(zone: newYork);
        bot.Stands("2026-03-13 09:00", newYork);
        await bot.Says("/daily read one page");
        await bot.Says("ask me at 8:30");
        await bot.Says("done");
        await bot.LivesUntil("2026-03-14 02:00", newYork);

        // In New York the 13th is not over; in Tokyo it is 15:00 on the 14th, and half past eight is over.
        var said = await bot.Says("I'm in Tokyo now");

        Assert.Equal([MicroWins.Messaging.MessageKind.Reply, MicroWins.Messaging.MessageKind.CheckIn], said.Select(message => message.Kind));
    }

    [Theory]
    [InlineData("2026-03-06 12:00")]
    // 19:00 in Berlin, an hour after the review: Sunday at six comes a second time.
    [InlineData("2026-03-08 19:00")]
    public async Task The_week_is_reviewed_on_the_sunday_evening_where_they_are_and_once(string departure)
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        for (var day = 2; day < 6; day++)
        {
            await bot.Says("done");
            await bot.LivesUntil($"2026-03-0{day + 1} 09:00");
        }
        var before = await bot.LivesUntil(departure);
        await bot.Says("I'm in New York now");

        var after = await bot.LivesUntil("2026-03-09 03:00", "America/New_York");

        Assert.Single(before.Concat(after), said => said.Message.Words().StartsWith("Your week:", StringComparison.Ordinal));
        Assert.All(after.Where(said => said.Message.Words().StartsWith("Your week:", StringComparison.Ordinal)), said => Assert.Equal("2026-03-08 18:00", said.At));
    }

    [Fact]
    public async Task A_win_in_the_night_counts_for_the_day_before_and_the_new_day_is_asked_about()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("ask me at 18:30");
        await bot.LivesUntil("2026-03-03 01:30");
        await bot.Says("done");

        Assert.Equal(new NodaTime.LocalDate(2026, 3, 2), Assert.Single((await bot.Chat()).Record.Wins).Day);
        Assert.Equal(["2026-03-03 18:30"], (await bot.LivesUntil("2026-03-03 23:00")).Select(said => said.At));
    }

    [Fact]
    public async Task A_later_start_of_day_moves_the_border_of_the_days()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/settings");
        await bot.Presses("Start of day");
        await bot.Presses("6:00");
        bot.Stands("2026-03-03 05:00");
        await bot.Says("done");

        Assert.Equal(new NodaTime.LocalDate(2026, 3, 2), Assert.Single((await bot.Chat()).Record.Wins).Day);
    }

    [Fact]
    public async Task Downtime_over_midnight_is_one_question_about_today()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store))
        {
            await bot.Says(Some.Goal);
            await bot.Says("ask me at 9:00, 13:00 and 20:00");
        }

        await using var restarted = new TestBot(store);
        restarted.Stands("2026-03-04 14:10");
        var late = await restarted.Passes(TimeSpan.Zero);

        Assert.Single(late);
        Assert.Equal(1, await restarted.Count("select count(*) from asked"));
        Assert.Equal(1, await restarted.Count("select count(*) from asked where day = '2026-03-04' and slot = 1"));
        Assert.Equal(["2026-03-05 09:00"], (await restarted.LivesUntil("2026-03-05 12:00")).Select(said => said.At));
    }

    [Fact]
    public async Task Quiet_hours_put_a_question_off_to_their_end()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Says("/settings");
        await bot.Presses("Quiet hours");
        await bot.Says("18 to 20:15");
        await bot.Says("ask me at 18:30");

        Assert.Equal(["2026-03-02 20:15", "2026-03-03 20:15"], (await bot.LivesUntil("2026-03-03 23:00")).Select(said => said.At));
    }
}
