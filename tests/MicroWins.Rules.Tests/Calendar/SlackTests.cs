using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class SlackTests
{
    static readonly LocalDate Today = Date("2026-06-10"); // a Wednesday

    [Fact]
    public void A_pause_may_begin_three_days_ago_and_no_earlier()
    {
        // Sat 6 | Sun 7 | Mon 8 | Tue 9 | Wed 10 today
        //   no  | <------- yes -------------------->
        Assert.IsType<PauseAnswer.Granted>(Pause.Ask(Date("2026-06-07"), null, Today));
        Assert.Equal(new PauseAnswer.StartsTooEarly(Date("2026-06-07")), Pause.Ask(Date("2026-06-06"), null, Today));
    }

    [Fact]
    public void A_pause_that_is_over_already_is_granted_after_the_fact() =>
        Assert.IsType<PauseAnswer.Granted>(Pause.Ask(Date("2026-06-08"), Date("2026-06-09"), Today));

    [Fact]
    public void A_pause_cannot_end_before_it_starts()
    {
        Assert.IsType<PauseAnswer.EndsBeforeItStarts>(Pause.Ask(Today, Today.PlusDays(-1), Today));
        Assert.Throws<ArgumentException>(() => Pause.Stored(Today, Today.PlusDays(-1)));
    }

    [Theory]
    [InlineData("2026-06-07", false)]
    [InlineData("2026-06-08", true)]
    [InlineData("2026-06-09", true)]
    [InlineData("2026-06-10", false)]
    public void A_pause_covers_its_first_and_its_last_day(string day, bool covered) =>
        Assert.Equal(covered, Pause.Stored(Date("2026-06-08"), Date("2026-06-09")).Covers(Date(day)));

    [Fact]
    public void Coming_back_ends_a_pause_yesterday()
    {
        Assert.Equal(Pause.Stored(Date("2026-06-08"), Date("2026-06-09")), Pause.Stored(Date("2026-06-08"), null).EndedBy(Today));
        Assert.Equal(Pause.Stored(Date("2026-06-01"), Date("2026-06-02")), Pause.Stored(Date("2026-06-01"), Date("2026-06-02")).EndedBy(Today));
        Assert.Null(Pause.Stored(Today, null).EndedBy(Today));
        Assert.Null(Pause.Stored(Today.PlusDays(3), null).EndedBy(Today));
    }

    [Fact]
    public void Two_skips_a_week_are_free_and_the_third_is_told_when_the_next_is()
    {
        // Mon 8 . Tue 9 . Wed 10 . Thu 11 . Fri 12 . Sat 13 . Sun 14 | Mon 15
        LocalDate monday = Date("2026-06-08"), sunday = Date("2026-06-14");

        Assert.Equal(new SkipAnswer.Granted(1, 1), Skips.Ask(monday, []));
        Assert.Equal(new SkipAnswer.Granted(2, 0), Skips.Ask(Today, [monday]));
        Assert.Equal(new SkipAnswer.NoneLeft(Date("2026-06-15")), Skips.Ask(sunday, [monday, Today]));
        Assert.Equal(new SkipAnswer.Granted(1, 1), Skips.Ask(Date("2026-06-15"), [monday, Today]));
    }

    [Fact]
    public void Skipping_a_day_twice_costs_one_skip() => Assert.Equal(new SkipAnswer.SkippedAlready(1), Skips.Ask(Today, [Today, Today]));

    [Theory]
    // Berlin (UTC+2), day 9 June ends on the 10th at 04:00 (02:00 UTC); 48 hours later is the 12th at 04:00
    // | 9 June | 10 June | 11 June |12th 04:00
    //          <----- 48 hours ---->
    [InlineData("2026-06-09 01:59", LateWinAnswer.NotYet)]
    [InlineData("2026-06-09 02:00", LateWinAnswer.Counts)]
    [InlineData("2026-06-10 12:00", LateWinAnswer.Counts)]
    [InlineData("2026-06-12 02:00", LateWinAnswer.Counts)]
    [InlineData("2026-06-12 02:01", LateWinAnswer.TooLate)]
    public void A_win_of_yesterday_counts_for_48_hours(string utc, LateWinAnswer answer) =>
        Assert.Equal(answer, Yesterday.Judge(Date("2026-06-09"), Utc(utc), Of("Europe/Berlin")));

    [Theory]
    // Samoa, 31 December 2011: yesterday was the 29th
    [InlineData("Pacific/Apia", "2011-12-30 20:00", "2011-12-29")]
    [InlineData("Europe/Berlin", "2026-06-10 01:00", "2026-06-08")] // 03:00 on the 10th is still the 9th
    [InlineData("Europe/Berlin", "2028-03-01 12:00", "2028-02-29")]
    public void Yesterday_is_the_last_day_before_today_that_there_was(string zone, string utc, string day) =>
        Assert.Equal(Date(day), Yesterday.DayBefore(Utc(utc), Of(zone)));

    [Fact]
    public void A_date_that_never_was_cannot_be_kept() =>
        Assert.Equal(LateWinAnswer.NoSuchDay, Yesterday.Judge(Date("2011-12-30"), Utc("2011-12-31 12:00"), Of("Pacific/Apia")));
}
