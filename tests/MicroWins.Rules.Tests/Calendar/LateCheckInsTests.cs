using CsCheck;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class LateCheckInsTests
{
    static readonly PersonalClock Clock = Of("UTC");

    static CheckIn Late(string day, string at, int slot = 0) => new(Key(day, slot), Utc(at));

    [Fact]
    public void Of_several_late_check_ins_the_latest_of_today_remains()
    {
        // 8 June 18:30 | 9 June 08:00 -- 13:00 -- now 14:00 -- 18:30
        //   dropped        dropped       sent                  not due
        CheckIn[] late = [Late("2026-06-08", "2026-06-08 18:30", 2), Late("2026-06-09", "2026-06-09 08:00"), Late("2026-06-09", "2026-06-09 13:00", 1), Late("2026-06-09", "2026-06-09 18:30", 2)];

        var collapsed = LateCheckIns.Collapse(late, Utc("2026-06-09 14:00"), Clock, _ => true);

        Assert.Equal(late[2], collapsed.Remaining);
        Assert.Equal([late[0], late[1]], collapsed.Dropped);
    }

    [Theory]
    // Downtime over midnight, check-in of 9 June at 23:30, day until 04:00
    // 9 June 23:30 | down | 10 June 03:59 up: still 9 June | 04:00 up: 9 June is over
    [InlineData("2026-06-10 03:59", true)]
    [InlineData("2026-06-10 04:00", false)]
    public void Downtime_over_midnight_keeps_the_check_in_as_long_as_its_day_lasts(string now, bool remains)
    {
        var late = Late("2026-06-09", "2026-06-09 23:30");

        Assert.Equal(remains ? late : null, LateCheckIns.Collapse([late], Utc(now), Clock, _ => true).Remaining);
    }

    [Fact]
    public void Nothing_is_asked_about_what_is_done()
    {
        CheckIn[] late = [Late("2026-06-09", "2026-06-09 08:00"), Late("2026-06-09", "2026-06-09 13:00", 1)];

        Assert.Equal(late[0], LateCheckIns.Collapse(late, Utc("2026-06-09 14:00"), Clock, key => key.Slot is 0).Remaining);
        Assert.Null(LateCheckIns.Collapse(late, Utc("2026-06-09 14:00"), Clock, _ => false).Remaining);
    }

    [Fact]
    public void Two_slots_in_one_skipped_hour_become_one_message()
    {
        // Berlin, 29 March 2026, slots 02:10 and 02:40 of the night of the 28th: 01:59|03:00, both at 03:00
        var schedule = Schedule(Of("Europe/Berlin"), "02:10", "02:40");
        var due = schedule.Due(Utc("2026-03-29 00:59"), Utc("2026-03-29 01:00"), Nothing);

        Assert.Equal(2, due.Count);
        Assert.Equal(Key("2026-03-28", 1), LateCheckIns.Collapse(due, Utc("2026-03-29 01:00"), schedule.Clock, _ => true).Remaining?.Key);
    }

    [Fact]
    public void A_slot_that_a_gap_pushes_to_the_end_of_its_day_is_still_asked()
    {
        // Berlin, 29 March 2026, day from 03:00, slot 02:30 in the night of the 28th
        // 28th ... 01:59|03:00 ... 29th        02:30 is skipped: it comes at 03:00, as the 29th begins
        var schedule = Schedule(Of("Europe/Berlin", "03:00"), "02:30");
        var now = Utc("2026-03-29 01:00");

        var remaining = LateCheckIns.Collapse(schedule.Due(Utc("2026-03-28 12:00"), now, Nothing), now, schedule.Clock, _ => true).Remaining;

        Assert.Equal(Key("2026-03-28"), remaining?.Key);
    }

    [Fact]
    public void Every_check_in_that_is_looked_at_in_time_is_sent() =>
        Gen.Select(PersonalClockTests.AnyClock, PersonalClockTests.AnyMoment, PersonalClockTests.AnyTime).Sample((clock, moment, time) =>
        {
            var next = CheckInSchedule.Create(clock, time).Next(moment, Nothing);
            return LateCheckIns.Collapse([next], next.At, clock, _ => true).Remaining == next;
        });
}
