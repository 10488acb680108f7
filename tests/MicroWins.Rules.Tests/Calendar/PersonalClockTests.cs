using CsCheck;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class PersonalClockTests
{
    [Theory]
    // New York, summer (UTC-4), day from 04:00 to 04:00
    // ... 23:00 |00:00 . 03:59|04:00 ...      wall clock
    // <---------- 9 June ----->|<-- 10 June    day
    [InlineData("America/New_York", "04:00", "2026-06-10 03:00", "2026-06-09")] // 23:00 on the 9th
    [InlineData("America/New_York", "04:00", "2026-06-10 07:59", "2026-06-09")] // 03:59 on the 10th
    [InlineData("America/New_York", "04:00", "2026-06-10 08:00", "2026-06-10")] // 04:00 on the 10th
    [InlineData("America/New_York", "00:00", "2026-06-10 04:00", "2026-06-10")] // 00:00 on the 10th, day from midnight
    // Leap day, Berlin (UTC+1)
    // 28 Feb 23:59 |00:00 29 Feb 03:59|04:00 ... 1 March 03:59|04:00
    // <------ 28 February ----------->|<---- 29 February ---->|<- 1 March
    [InlineData("Europe/Berlin", "04:00", "2028-02-29 02:59", "2028-02-28")] // 03:59 on the 29th
    [InlineData("Europe/Berlin", "04:00", "2028-02-29 03:00", "2028-02-29")] // 04:00 on the 29th
    [InlineData("Europe/Berlin", "04:00", "2028-03-01 02:59", "2028-02-29")] // 03:59 on 1 March
    // Day start in the skipped hour, Berlin, 29 March 2026
    // 01:59|03:00       wall clock: 02:00-03:00 is skipped
    //  28th|29th        day start 02:30 = first valid moment, 03:00
    [InlineData("Europe/Berlin", "02:30", "2026-03-29 00:59", "2026-03-28")]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29 01:00", "2026-03-29")]
    // Day start in the repeated hour, Berlin, 25 October 2026
    // 02:00 .. 02:30 .. 02:59|02:00 .. 02:30 .. 02:59|03:00
    //   24th  |<---------------- 25th ------------------      the first 02:30 begins the day, for good
    [InlineData("Europe/Berlin", "02:30", "2026-10-25 00:29", "2026-10-24")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25 00:30", "2026-10-25")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25 01:10", "2026-10-25")] // 02:10 for the second time: still the 25th
    // Clocks back over midnight, Goose Bay, 7 November 2010, day from midnight
    // 23:59|00:00|00:01 -> 23:01 .. 23:59|00:00       wall clock (00:00 on the 7th, then 23:01 on the 6th again)
    //  6th |<---------------- 7th -------------
    [InlineData("America/Goose_Bay", "00:00", "2010-11-07 02:59", "2010-11-06")]
    [InlineData("America/Goose_Bay", "00:00", "2010-11-07 03:00", "2010-11-07")]
    [InlineData("America/Goose_Bay", "00:00", "2010-11-07 03:30", "2010-11-07")] // the wall shows 23:30 on the 6th
    // Samoa changes sides of the date line: there is no 30 December 2011
    // 29 Dec 23:59 |31 Dec 00:00 .. 03:59|04:00
    // <-------- 29 December ------------>|<- 31 December
    [InlineData("Pacific/Apia", "04:00", "2011-12-30 09:59", "2011-12-29")]
    [InlineData("Pacific/Apia", "04:00", "2011-12-30 10:00", "2011-12-29")] // 31 December 00:00
    [InlineData("Pacific/Apia", "04:00", "2011-12-30 14:00", "2011-12-31")] // 31 December 04:00
    [InlineData("Pacific/Apia", "00:00", "2011-12-30 10:00", "2011-12-31")] // day from midnight
    public void A_moment_belongs_to_the_latest_day_that_has_begun(string zone, string dayStart, string utc, string day) =>
        Assert.Equal(Date(day), Of(zone, dayStart).DayOf(Utc(utc)));

    [Theory]
    // Berlin, 29 March 2026: 01:59 CET -> 03:00 CEST          01:59|03:00
    [InlineData("Europe/Berlin", "2026-03-28", "02:30", "2026-03-29 01:00")] // night of the 28th: 02:30 is skipped, 03:00 it is
    [InlineData("Europe/Berlin", "2026-03-28", "03:30", "2026-03-29 01:30")] // after the gap, by the clock
    // Berlin, 25 October 2026: 02:59 CEST -> 02:00 CET        02:30 comes at 00:30 and 01:30 UTC
    [InlineData("Europe/Berlin", "2026-10-24", "02:30", "2026-10-25 00:30")] // the first of the two
    [InlineData("Europe/Berlin", "2026-10-25", "18:30", "2026-10-25 17:30")]
    // Lord Howe, half an hour of summer time: 4 October 2026, 01:59 (+10:30) -> 02:30 (+11)
    [InlineData("Australia/Lord_Howe", "2026-10-03", "02:10", "2026-10-03 15:30")] // skipped: 02:30 local
    [InlineData("Australia/Lord_Howe", "2026-10-03", "02:30", "2026-10-03 15:30")]
    // Lord Howe, 5 April 2026: 01:59 (+11) -> 01:30 (+10:30)  01:45 comes at 14:45 and 15:15 UTC
    [InlineData("Australia/Lord_Howe", "2026-04-04", "01:45", "2026-04-04 14:45")]
    [InlineData("Australia/Lord_Howe", "2026-04-04", "02:00", "2026-04-04 15:30")]
    // Sao Paulo, 4 November 2018: midnight itself is skipped   23:59|01:00
    [InlineData("America/Sao_Paulo", "2018-11-03", "00:00", "2018-11-04 03:00")]
    // Samoa: the night of 29 December 2011 has no 01:00 on the 30th; the first moment after is 31 December 00:00
    [InlineData("Pacific/Apia", "2011-12-29", "01:00", "2011-12-30 10:00")]
    public void A_local_time_is_the_first_valid_moment_and_comes_once(string zone, string day, string time, string utc) =>
        Assert.Equal(utc, Show(Of(zone).MomentOf(Date(day), Time(time))));

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30", false)]
    [InlineData("Pacific/Apia", "2011-12-29", true)]
    [InlineData("Pacific/Apia", "2011-12-31", true)]
    [InlineData("Pacific/Kwajalein", "1993-08-21", false)]
    [InlineData("America/Sao_Paulo", "2018-11-04", true)] // only its first hour is skipped
    public void A_zone_has_every_date_but_those_it_skipped_whole(string zone, string date, bool has) => Assert.Equal(has, Of(zone).Has(Date(date)));

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-29", 24)] // 04:00 on the 29th to 04:00 on the 31st, with a date missing
    [InlineData("Europe/Berlin", "2026-03-28", 23)]
    [InlineData("Europe/Berlin", "2026-10-24", 25)]
    [InlineData("Europe/Berlin", "2028-02-28", 24)]
    public void A_day_is_as_long_as_the_clocks_make_it(string zone, string day, int hours)
    {
        var clock = Of(zone);
        Assert.Equal(Duration.FromHours(hours), clock.EndOf(Date(day)) - clock.StartOf(Date(day)));
    }

    [Fact]
    public void A_day_starts_at_noon_at_the_latest()
    {
        Assert.Equal(LocalTime.Noon, DayStart.At(LocalTime.Noon).Time);
        Assert.Throws<ArgumentOutOfRangeException>(() => DayStart.At(new LocalTime(12, 1)));
        Assert.Equal(new LocalTime(4, 0), DayStart.Default.Time);
    }

    [Fact]
    public void Days_never_run_backwards() =>
        Gen.Select(AnyClock, AnyMoment, Gen.Int[0, 200_000]).Sample((clock, moment, seconds) =>
        {
            var later = moment + Duration.FromSeconds(seconds);
            return clock.DayOf(moment) <= clock.DayOf(later);
        });

    [Fact]
    public void A_moment_lies_between_the_start_and_the_end_of_its_day() =>
        Gen.Select(AnyClock, AnyMoment).Sample((clock, moment) =>
        {
            var day = clock.DayOf(moment);
            return clock.Has(day) && clock.StartOf(day) <= moment && moment < clock.EndOf(day);
        });

    [Fact]
    public void The_next_moment_of_a_time_is_later_and_within_two_days() =>
        Gen.Select(AnyClock, AnyMoment, AnyTime).Sample((clock, moment, time) =>
        {
            var next = clock.NextMomentAt(time, moment);
            return next > moment && next - moment <= Duration.FromHours(49);
        });

    internal static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>Zones with awkward clocks.</summary>
    internal static readonly Gen<DateTimeZone> AnyZone = AnyOf(
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo", "America/Goose_Bay",
        "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Niue", "Antarctica/Troll", "UTC").Select(id => DateTimeZoneProviders.Tzdb[id]);

    internal static readonly Gen<LocalTime> AnyTime = Gen.Int[0, 24 * 60 - 1].Select(minutes => LocalTime.Midnight.PlusMinutes(minutes));

    internal static readonly Gen<PersonalClock> AnyClock = Gen.Select(AnyZone, Gen.Int[0, 12 * 60])
        .Select((zone, minutes) => new PersonalClock(zone, DayStart.At(LocalTime.Midnight.PlusMinutes(minutes))));

    /// <summary>Any second from 2005 to 2035.</summary>
    internal static readonly Gen<Instant> AnyMoment = Gen.Long[1_104_537_600, 2_051_222_400].Select(Instant.FromUnixTimeSeconds);
}
