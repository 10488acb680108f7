using CsCheck;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class QuietHoursTests
{
    [Theory]
    // UTC, day 9 June from 04:00 to 04:00, quiet 22:00-07:00
    // 04:00 ### 07:00 ------------------------ 22:00 ####### 04:00
    [InlineData("22:00", "07:00", "2026-06-09 21:59", "2026-06-09 21:59")]
    [InlineData("22:00", "07:00", "2026-06-09 22:00", null)]               // would end at 07:00 on the 10th: the day is over
    [InlineData("22:00", "07:00", "2026-06-09 06:00", "2026-06-09 07:00")]
    [InlineData("22:00", "07:00", "2026-06-09 07:00", "2026-06-09 07:00")]
    // quiet 13:00-15:00 (lectures): moved within the day
    [InlineData("13:00", "15:00", "2026-06-09 13:30", "2026-06-09 15:00")]
    [InlineData("13:00", "15:00", "2026-06-09 12:59", "2026-06-09 12:59")]
    // quiet 20:00-01:00 ends within the person's day, though after midnight
    // 04:00 -------------------- 20:00 ####### 01:00 ---- 04:00
    [InlineData("20:00", "01:00", "2026-06-09 23:00", "2026-06-10 01:00")]
    [InlineData("20:00", "04:00", "2026-06-09 23:00", null)]               // the end is the next day's first moment
    public void A_message_waits_for_the_end_of_quiet_hours_within_its_day(string from, string to, string utc, string? sent) =>
        Assert.Equal(sent, QuietHours.Between(Time(from), Time(to)).Judge(Date("2026-06-09"), Utc(utc), Of("UTC")) switch
        {
            QuietAnswer.Send send => Show(send.At),
            _ => null,
        });

    [Fact]
    public void Quiet_hours_that_end_in_a_skipped_hour_end_at_the_first_valid_moment()
    {
        // Berlin, 29 March 2026, quiet 22:00-02:30:  22:00 #### 01:59|03:00 ----     02:30 is skipped
        var answer = QuietHours.Between(Time("22:00"), Time("02:30")).Judge(Date("2026-03-28"), Utc("2026-03-29 00:30"), Of("Europe/Berlin"));

        Assert.Equal(new QuietAnswer.Send(Utc("2026-03-29 01:00")), answer);
    }

    [Fact]
    public void In_a_repeated_hour_quiet_hours_never_end_in_the_past()
    {
        // Berlin, 25 October 2026, quiet 22:00-02:30
        // 02:00 ### 02:30 --- 02:59|02:00 ### 02:30 ---        a late message at the second 02:10 waits for the second 02:30
        var answer = QuietHours.Between(Time("22:00"), Time("02:30")).Judge(Date("2026-10-24"), Utc("2026-10-25 01:10"), Of("Europe/Berlin"));

        Assert.Equal(new QuietAnswer.Send(Utc("2026-10-25 01:30")), answer);
    }

    [Fact]
    public void Nobody_can_mean_quiet_hours_without_length() =>
        Assert.Throws<ArgumentException>(() => QuietHours.Between(LocalTime.Noon, LocalTime.Noon));

    [Fact]
    public void A_message_is_never_sent_early_in_quiet_hours_or_after_its_day() =>
        Gen.Select(PersonalClockTests.AnyClock, PersonalClockTests.AnyMoment, PersonalClockTests.AnyTime, Gen.Int[1, 24 * 60 - 1]).Sample((clock, moment, from, length) =>
        {
            var quiet = QuietHours.Between(from, from.PlusMinutes(length));
            var day = clock.DayOf(moment);
            if (quiet.Judge(day, moment, clock) is not QuietAnswer.Send(var at)) return true;
            return at >= moment && clock.DayOf(at) == day && (at == moment) == !quiet.Cover(moment.InZone(clock.Zone).TimeOfDay);
        });
}
