using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>The time at which a person's day begins: a win at one in the night still belongs to the day before.</summary>
/// <remarks>The value that nobody set is midnight; what the bot starts with is <see cref="Default"/>.</remarks>
public readonly record struct DayStart
{
    /// <summary>The latest start: past noon a "day" would hold more of the next date than of its own.</summary>
    public static LocalTime Latest { get; } = LocalTime.Noon;

    /// <summary>04:00: later than the last of most evenings, earlier than the first of most mornings.</summary>
    public static DayStart Default { get; } = new(new LocalTime(4, 0));

    DayStart(LocalTime time) => Time = time;

    /// <summary>The local time, 00:00 to 12:00.</summary>
    public LocalTime Time { get; }

    /// <summary>Makes a start of day.</summary>
    /// <param name="time">Local time, 00:00 to <see cref="Latest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is past noon.</exception>
    public static DayStart At(LocalTime time) => time <= Latest
        ? new(time)
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A day starts at noon at the latest.");
}
