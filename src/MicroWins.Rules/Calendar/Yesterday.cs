using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What is said to somebody who reports a win after the fact.</summary>
public enum LateWinAnswer
{
    /// <summary>It counts for its day.</summary>
    Counts,
    /// <summary>Its day has not begun.</summary>
    NotYet,
    /// <summary>Its day ended over 48 hours ago; the record of it stands.</summary>
    TooLate,
    /// <summary>The zone skipped that date.</summary>
    NoSuchDay,
}

/// <summary>"I did it yesterday": wins that are reported after their day.</summary>
public static class Yesterday
{
    /// <summary>How long after the end of its day a win may be reported: yesterday and the day before, as far as memory is to be trusted.</summary>
    public static Duration Window { get; } = Duration.FromHours(48);

    /// <summary>The day that "yesterday" means: the last one before today that the zone had.</summary>
    /// <param name="now">The moment of the report.</param>
    /// <param name="clock">The person's clock.</param>
    public static LocalDate DayBefore(Instant now, PersonalClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.DayOf(clock.StartOf(clock.DayOf(now)) - Duration.Epsilon);
    }

    /// <summary>Judges a win that is reported for a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="now">The moment of the report.</param>
    /// <param name="clock">The person's clock.</param>
    public static LateWinAnswer Judge(LocalDate day, Instant now, PersonalClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (!clock.Has(day)) return LateWinAnswer.NoSuchDay;
        if (day > clock.DayOf(now)) return LateWinAnswer.NotYet;
        return now <= clock.EndOf(day) + Window ? LateWinAnswer.Counts : LateWinAnswer.TooLate;
    }
}
