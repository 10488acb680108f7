using NodaTime;
using NodaTime.TimeZones;

namespace MicroWins.Rules.Calendar;

/// <summary>A person's own clock: their zone, and when their day begins. Turns local times into moments, and moments into days.</summary>
/// <remarks>
/// <para>A <em>day</em> is named by a local date and runs from its start to the start of the next: with a start of 04:00, the day of
/// 9 March ends on 10 March at 03:59:59. A local time before the start belongs to the night at the end of the day.</para>
/// <para>Policies: a time that the clocks skip is the first moment after the gap; a time that they repeat is its first coming;
/// a date that a zone skips whole (Pacific/Apia, 30 December 2011) is no day at all: nothing is asked on it and nothing is missed.</para>
/// </remarks>
/// <param name="Zone">The IANA zone.</param>
/// <param name="DayStart">When the day begins.</param>
public sealed record PersonalClock(DateTimeZone Zone, DayStart DayStart)
{
    static readonly ZoneLocalMappingResolver FirstValidMoment =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Makes a clock whose day begins at 04:00.</summary>
    /// <param name="zone">The IANA zone.</param>
    public PersonalClock(DateTimeZone zone) : this(zone, DayStart.Default) { }

    /// <summary>The day that a moment belongs to: the latest one that has begun by then.</summary>
    /// <remarks>Later moments never belong to earlier days, not even where the clocks go back over the start of the day.</remarks>
    /// <param name="moment">The moment.</param>
    public LocalDate DayOf(Instant moment)
    {
        // The day after the date of the wall clock may have begun already: clocks that go back over midnight show the old date again.
        var day = moment.InZone(Zone).Date.PlusDays(1);
        while (!Has(day) || StartOf(day) > moment) day = day.PlusDays(-1);
        return day;
    }

    /// <summary>Whether the zone has a date: false for the few that were skipped whole when a country changed sides of the date line.</summary>
    /// <param name="date">The date.</param>
    public bool Has(LocalDate date)
    {
        var mapping = Zone.MapLocal(date.AtMidnight());
        return mapping.Count > 0 || mapping.LateInterval.IsoLocalStart.Date == date;
    }

    /// <summary>The first moment of a day.</summary>
    /// <param name="day">The day; for one that the zone skips, the first moment after the gap.</param>
    public Instant StartOf(LocalDate day) => FirstMomentAt(day + DayStart.Time);

    /// <summary>The first moment that no longer belongs to a day.</summary>
    /// <param name="day">The day.</param>
    public Instant EndOf(LocalDate day)
    {
        var next = day.PlusDays(1);
        while (!Has(next)) next = next.PlusDays(1);
        return StartOf(next);
    }

    /// <summary>The moment of a local time within a day; a time before the start of the day is in the night at its end.</summary>
    /// <param name="day">The day.</param>
    /// <param name="time">The local time.</param>
    public Instant MomentOf(LocalDate day, LocalTime time) => FirstMomentAt((time < DayStart.Time ? day.PlusDays(1) : day) + time);

    /// <summary>The first moment at which the wall clock shows a time, or jumps past it.</summary>
    /// <param name="time">The local date and time, by the calendar and not by the person's day.</param>
    public Instant FirstMomentAt(LocalDateTime time) => Zone.ResolveLocal(time, FirstValidMoment).ToInstant();

    /// <summary>The first moment strictly after another at which the wall clock shows a time of day, or jumps past it.</summary>
    /// <param name="time">The local time.</param>
    /// <param name="after">The moment before.</param>
    public Instant NextMomentAt(LocalTime time, Instant after)
    {
        for (var date = after.InZone(Zone).Date; ; date = date.PlusDays(1))
        {
            if (FirstMomentAt(date + time) is var first && first > after) return first;
            // In a repeated hour the first coming may be over while the second is still to come.
            var mapping = Zone.MapLocal(date + time);
            if (mapping.Count is 2 && mapping.Last().ToInstant() is var second && second > after) return second;
        }
    }
}
