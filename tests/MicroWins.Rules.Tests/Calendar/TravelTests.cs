using CsCheck;
using MicroWins.Rules.Calendar;
using NodaTime;
using static MicroWins.Rules.Tests.Calendar.Clocks;

namespace MicroWins.Rules.Tests.Calendar;

public class TravelTests
{
    [Fact]
    public void Going_west_does_not_ask_the_same_day_twice()
    {
        // 9 June   Berlin 18:30 asked (16:30 UTC) | flight | New York 18:30 comes at 22:30 UTC, on the same 9 June
        // asked:   ^ once                                    not here; next 10 June 18:30 New York (22:30 UTC)
        var schedule = Schedule(Of("Europe/Berlin"), "18:30");
        var asked = new HashSet<CheckInKey> { Key("2026-06-09") };
        var arrived = schedule.On(Of("America/New_York"));

        Assert.Null(Travel.CatchUp(schedule, arrived, Utc("2026-06-09 20:00"), asked));
        var next = arrived.Next(Utc("2026-06-09 20:00"), asked);
        Assert.Equal((Key("2026-06-10"), "2026-06-10 22:30"), (next.Key, Show(next.At)));
    }

    [Fact]
    public void Going_east_asks_on_arrival_what_the_flight_passed_over()
    {
        // 9 June   New York 14:00 (18:00 UTC): 18:30 is still to come | zone changes | Berlin 20:00: 18:30 is over
        // asked:                                                        ^ at once, for 9 June
        var schedule = Schedule(Of("America/New_York"), "18:30");
        var at = Utc("2026-06-09 18:00");
        var arrived = schedule.On(Of("Europe/Berlin"));

        Assert.Equal(new CheckIn(Key("2026-06-09"), at), Travel.CatchUp(schedule, arrived, at, Nothing));
        Assert.Equal(Key("2026-06-10"), arrived.Next(at, new HashSet<CheckInKey> { Key("2026-06-09") }).Key);
    }

    [Fact]
    public void Going_back_and_forth_on_one_day_asks_once()
    {
        // 9 June   New York 14:00 | Berlin 20:00: caught up | New York 15:00: 18:30 is to come again | Berlin 21:00: over again
        // asked:                    ^ once                    not again                                not again
        var newYork = Schedule(Of("America/New_York"), "18:30");
        var asked = new HashSet<CheckInKey> { Key("2026-06-09") };

        Assert.Null(Travel.CatchUp(newYork, newYork.On(Of("Europe/Berlin")), Utc("2026-06-09 19:00"), asked));
    }

    [Fact]
    public void Of_several_slots_that_the_flight_passed_over_the_latest_comes()
    {
        // New York 07:00 (11:00 UTC), slots 08:00 12:00 18:00 | Berlin 13:00: 08:00 and 12:00 are over
        var schedule = Schedule(Of("America/New_York"), "08:00", "12:00", "18:00");
        var at = Utc("2026-06-09 11:00");

        Assert.Equal(Key("2026-06-09", 1), Travel.CatchUp(schedule, schedule.On(Of("Europe/Berlin")), at, Nothing)?.Key);
    }

    [Fact]
    public void A_slot_that_was_over_before_leaving_is_not_caught_up()
    {
        // A slot at 08:00 that was set at 10:00 in New York; nothing was passed over by the flight.
        var schedule = Schedule(Of("America/New_York"), "08:00");

        Assert.Null(Travel.CatchUp(schedule, schedule.On(Of("Europe/Berlin")), Utc("2026-06-09 14:00"), Nothing));
    }

    [Fact]
    public void A_date_that_is_over_on_arrival_is_let_go()
    {
        // Honolulu 9 June 12:00 (22:00 UTC), 18:30 to come | date line | Auckland 10 June 10:00: the evening of the 9th never comes
        // next:                                                          10 June 18:30 Auckland (06:30 UTC)
        var schedule = Schedule(Of("Pacific/Honolulu"), "18:30");
        var at = Utc("2026-06-09 22:00");
        var arrived = schedule.On(Of("Pacific/Auckland"));

        Assert.Null(Travel.CatchUp(schedule, arrived, at, Nothing));
        Assert.Equal((Key("2026-06-10"), "2026-06-10 06:30"), arrived.Next(at, Nothing) is var next ? (next.Key, Show(next.At)) : default);
    }

    [Fact]
    public void A_night_slot_is_let_go_when_the_day_is_over_on_arrival()
    {
        // New York 9 June 22:30 (10 June 02:30 UTC), 23:30 to come | zone changes | Berlin 10 June 04:30: the 9th ended at 04:00
        var schedule = Schedule(Of("America/New_York"), "23:30");
        var at = Utc("2026-06-10 02:30");
        var arrived = schedule.On(Of("Europe/Berlin"));

        Assert.Null(Travel.CatchUp(schedule, arrived, at, Nothing));
        Assert.Equal(Key("2026-06-10"), arrived.Next(at, Nothing).Key);
    }

    [Fact]
    public void Crossing_the_date_line_westward_lives_a_date_twice_and_is_asked_once()
    {
        // Auckland 10 June 20:00, asked at 18:30 | date line | Honolulu 9 June 22:00 -> 10 June 18:30 comes again: not asked; 11 June is next
        var schedule = Schedule(Of("Pacific/Auckland"), "18:30");
        var asked = new HashSet<CheckInKey> { Key("2026-06-09"), Key("2026-06-10") };

        Assert.Equal(Key("2026-06-11"), schedule.On(Of("Pacific/Honolulu")).Next(Utc("2026-06-10 08:00"), asked).Key);
    }

    [Fact]
    public void Whoever_travels_is_asked_once_a_day_and_no_day_is_passed_over_but_those_over_on_arrival() =>
        Gen.Select(PersonalClockTests.AnyTime, PersonalClockTests.AnyMoment, Gen.Select(HomelyZone, Gen.Int[1, 100]).List[1, 8]).Sample((time, start, trips) =>
        {
            var schedule = CheckInSchedule.Create(new PersonalClock(DateTimeZoneProviders.Tzdb["Europe/Berlin"]), time);
            var asked = new HashSet<CheckInKey>();
            var letGo = new HashSet<LocalDate>();
            var now = start;
            foreach (var (zone, hours) in trips)
            {
                var leaves = now + Duration.FromHours(hours);
                while (schedule.Next(now, asked) is var next && next.At <= leaves) Ask(next);
                var arrived = schedule.On(schedule.Clock with { Zone = zone });
                now = leaves;
                if (schedule.Next(now, asked) is var pending && pending.Key.Day < arrived.Clock.DayOf(now)) letGo.Add(pending.Key.Day);
                if (Travel.CatchUp(schedule, arrived, now, asked) is { } caughtUp) Ask(caughtUp);
                schedule = arrived;
            }
            // No key was taken twice (Ask checks it), and every date in between was asked or let go.
            LocalDate[] days = [.. asked.Select(key => key.Day).Union(letGo).Order()];
            if (days.Length > 0) Assert.Equal(Enumerable.Range(0, days.Length).Select(days[0].PlusDays), days);

            void Ask(CheckIn checkIn)
            {
                Assert.True(asked.Add(checkIn.Key));
                now = Instant.Max(now, checkIn.At);
            }
        });

    static readonly Gen<DateTimeZone> HomelyZone = PersonalClockTests.AnyOf("America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Africa/Casablanca", "Europe/London", "America/Sao_Paulo")
        .Select(id => DateTimeZoneProviders.Tzdb[id]);
}
