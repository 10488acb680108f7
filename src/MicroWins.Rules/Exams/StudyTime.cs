using NodaTime;

namespace MicroWins.Rules.Exams;

/// <summary>Minutes that a person has for an exam on each day of the week.</summary>
public sealed class StudyTime
{
    /// <summary>Minutes of a day that can be studied at the most: what is above that is not there on the next day.</summary>
    public const int MostMinutes = 16 * 60;

    readonly int[] _minutes;

    StudyTime(int[] minutes) => _minutes = minutes;

    /// <summary>The same minutes on every day.</summary>
    /// <param name="minutes">Minutes a day, 0 to <see cref="MostMinutes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minutes are outside of that.</exception>
    public static StudyTime EveryDay(int minutes) => OfWeek(Enumerable.Repeat(minutes, 7).ToArray());

    /// <summary>Minutes of each day of the week.</summary>
    /// <param name="mondayToSunday">Seven numbers, 0 to <see cref="MostMinutes"/>.</param>
    /// <exception cref="ArgumentException">There are not seven.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of that.</exception>
    public static StudyTime OfWeek(params int[] mondayToSunday)
    {
        ArgumentNullException.ThrowIfNull(mondayToSunday);
        if (mondayToSunday.Length is not 7) throw new ArgumentException("A week has seven days.", nameof(mondayToSunday));
        foreach (var minutes in mondayToSunday)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(minutes, nameof(mondayToSunday));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MostMinutes, nameof(mondayToSunday));
        }
        return new([.. mondayToSunday]);
    }

    /// <summary>Minutes on a date.</summary>
    /// <param name="date">The date.</param>
    public int On(LocalDate date) => _minutes[(int)date.DayOfWeek - 1];
}
