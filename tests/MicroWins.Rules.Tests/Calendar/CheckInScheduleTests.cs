using CsCheck;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class CheckInScheduleTests
{
    [Theory]
    // Berlin, 28-30 March 2026, asked at 18:30:  28th 18:30 (17:30 UTC) | clocks forward | 29th 18:30 (16:30 UTC)
    [InlineData("Europe/Berlin", "18:30", "2026-03-28 17:29", "2026-03-28", "2026-03-28 17:30")]
    [InlineData("Europe/Berlin", "18:30", "2026-03-28 17:30", "2026-03-29", "2026-03-29 16:30")] // strictly after
    // New York, 8 March 2026: 01:59|03:00, asked at 02:15 in the night of the 7th: at 03:00, once
    [InlineData("America/New_York", "02:15", "2026-03-08 06:00", "2026-03-07", "2026-03-08 07:00")]
    [InlineData("America/New_York", "02:15", "2026-03-08 07:00", "2026-03-08", "2026-03-09 06:15")]
    // New York, 1 November 2026: 01:59 -> 01:00, 01:30 comes at 05:30 and 06:30 UTC: asked at the first, not at the second
    [InlineData("America/New_York", "01:30", "2026-11-01 05:00", "2026-10-31", "2026-11-01 05:30")]
    [InlineData("America/New_York", "01:30", "2026-11-01 05:30", "2026-11-01", "2026-11-02 06:30")]
    // Lord Howe, 4 October 2026: 01:59|02:30, half an hour
    [InlineData("Australia/Lord_Howe", "02:10", "2026-10-03 15:00", "2026-10-03", "2026-10-03 15:30")]
    // Casablanca keeps +01 but for Ramadan (+00): 15 February 2026, 02:59 -> 02:00; 22 March 2026, 01:59 -> 03:00
    // asked at 20:00:  14 Feb 19:00 UTC | 15 Feb 20:00 UTC ... 21 March 20:00 UTC | 22 March 19:00 UTC
    [InlineData("Africa/Casablanca", "20:00", "2026-02-14 19:00", "2026-02-15", "2026-02-15 20:00")]
    [InlineData("Africa/Casablanca", "20:00", "2026-03-21 20:00", "2026-03-22", "2026-03-22 19:00")]
    // Leap day, Berlin: 28 Feb 18:30 | 29 Feb 18:30 | 1 March 18:30
    [InlineData("Europe/Berlin", "18:30", "2028-02-28 17:30", "2028-02-29", "2028-02-29 17:30")]
    [InlineData("Europe/Berlin", "18:30", "2028-02-29 17:30", "2028-03-01", "2028-03-01 17:30")]
    // Samoa: 29 December 2011 18:30 (30 Dec 04:30 UTC), then 31 December 18:30 (31 Dec 04:30 UTC); the 30th never comes
    [InlineData("Pacific/Apia", "18:30", "2011-12-30 04:29", "2011-12-29", "2011-12-30 04:30")]
    [InlineData("Pacific/Apia", "18:30", "2011-12-30 04:30", "2011-12-31", "2011-12-31 04:30")]
    // A late bird's slot at 01:00 belongs to the day that is ending
    // 9 June 04:00 .................. 10 June 01:00 .. 03:59
    // <------------------ day 9 June ---------------------->
    [InlineData("Europe/Berlin", "01:00", "2026-06-09 12:00", "2026-06-09", "2026-06-09 23:00")]
    public void The_next_check_in_is_at_the_persons_own_time(string zone, string time, string afterUtc, string day, string atUtc)
    {
        var next = Schedule(Of(zone), time).Next(Utc(afterUtc), Nothing);

        Assert.Equal((Key(day), atUtc), (next.Key, Show(next.At)));
    }

    [Fact]
    public void Three_slots_come_in_the_order_of_the_persons_day()
    {
        // Berlin, 9 June 2026, day from 04:00:  08:00 (slot 1) -- 13:00 (slot 2) -- 00:30 in the night (slot 0)
        var schedule = Schedule(Of("Europe/Berlin"), "00:30", "08:00", "13:00");

        Assert.Equal(
            [(Key("2026-06-09", 1), "2026-06-09 06:00"), (Key("2026-06-09", 2), "2026-06-09 11:00"), (Key("2026-06-09", 0), "2026-06-09 22:30"), (Key("2026-06-10", 1), "2026-06-10 06:00")],
            schedule.After(Utc("2026-06-09 03:00")).Take(4).Select(checkIn => (checkIn.Key, Show(checkIn.At))));
    }

    [Fact]
    public void What_was_asked_is_not_asked_again_when_its_time_is_changed()
    {
        // Asked at 08:00, then the person moves the slot to 20:00 on the same day.
        var next = Schedule(Of("Europe/Berlin"), "20:00").Next(Utc("2026-06-09 10:00"), new HashSet<CheckInKey> { Key("2026-06-09") });

        Assert.Equal(Key("2026-06-10"), next.Key);
    }

    [Fact]
    public void A_day_has_one_to_three_different_slots()
    {
        var clock = Of("UTC");
        Assert.Throws<ArgumentException>(() => Schedule(clock));
        Assert.Throws<ArgumentException>(() => Schedule(clock, "08:00", "12:00", "16:00", "20:00"));
        Assert.Throws<ArgumentException>(() => Schedule(clock, "08:00", "08:00"));
    }

    [Fact]
    public void What_came_due_in_downtime_is_found_once_and_no_further_back_than_three_days()
    {
        // 6 June 18:30 sent | bot down ................................ | 12 June 19:00 up again
        //                     7th, 8th, 9th 18:30 ... 9th+ within 3 days: 10th, 11th, 12th (9th 19:00 is the edge)
        var due = Schedule(Of("UTC"), "18:30").Due(Utc("2026-06-06 18:30"), Utc("2026-06-12 19:00"), new HashSet<CheckInKey> { Key("2026-06-11") });

        Assert.Equal([Key("2026-06-10"), Key("2026-06-12")], due.Select(checkIn => checkIn.Key));
    }

    [Fact]
    public void Every_day_of_every_zone_is_asked_once_for_each_slot() =>
        Gen.Select(PersonalClockTests.AnyClock, PersonalClockTests.AnyMoment, PersonalClockTests.AnyTime, Gen.Int[1, 24 * 60 - 1]).Sample((clock, moment, time, apart) =>
        {
            var schedule = CheckInSchedule.Create(clock, time, time.PlusMinutes(apart));
            var asked = schedule.After(moment).Take(40).ToList();
            // In order, each key once, and no day that the zone has is left out between the first and the last.
            Assert.Equal(asked.OrderBy(c => c.At).ThenBy(c => c.Key.Day), asked);
            Assert.Equal(40, asked.Select(c => c.Key).Distinct().Count());
            var days = asked.Skip(2).SkipLast(2).Select(c => c.Key.Day).Distinct().ToList();
            var expected = Enumerable.Range(0, Period.DaysBetween(days[0], days[^1]) + 1).Select(days[0].PlusDays).Where(clock.Has);
            Assert.Equal(expected, days);
        });

    [Fact]
    public void A_check_in_never_comes_before_its_day_and_at_the_latest_when_the_next_begins() =>
        Gen.Select(PersonalClockTests.AnyClock, PersonalClockTests.AnyMoment, PersonalClockTests.AnyTime).Sample((clock, moment, time) =>
        {
            var next = CheckInSchedule.Create(clock, time).Next(moment, Nothing);
            return next.At > moment && clock.StartOf(next.Key.Day) <= next.At && next.At <= clock.EndOf(next.Key.Day);
        });
}
