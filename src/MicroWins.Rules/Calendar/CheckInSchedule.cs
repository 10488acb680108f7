using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>A person's agreed check-in times, up to three a day, on their own clock.</summary>
public sealed class CheckInSchedule
{
    /// <summary>Slots a day at the most: morning, afternoon and evening; a fourth message would be a nag.</summary>
    public const int MostSlots = 3;

    readonly LocalTime[] _times;

    CheckInSchedule(PersonalClock clock, LocalTime[] times) => (Clock, _times) = (clock, times);

    /// <summary>The person's clock.</summary>
    public PersonalClock Clock { get; }

    /// <summary>The times of the slots; a slot keeps its number when its time is changed.</summary>
    public IReadOnlyList<LocalTime> Times => _times;

    /// <summary>Makes a schedule.</summary>
    /// <param name="clock">The person's clock.</param>
    /// <param name="times">One to three different local times; slot 0 is the first of them, in the order given.</param>
    /// <exception cref="ArgumentException">There is no time, more than <see cref="MostSlots"/>, or the same time twice.</exception>
    public static CheckInSchedule Create(PersonalClock clock, params IEnumerable<LocalTime> times)
    {
        ArgumentNullException.ThrowIfNull(clock);
        LocalTime[] all = [.. times];
        if (all.Length is 0 or > MostSlots) throw new ArgumentException($"A day has one to {MostSlots} slots, not {all.Length}.", nameof(times));
        if (all.Distinct().Count() < all.Length) throw new ArgumentException("Two slots at the same time would be one.", nameof(times));
        return new(clock, all);
    }

    /// <summary>The same slots on another clock, as after a journey or a new start of day.</summary>
    /// <param name="clock">The new clock.</param>
    public CheckInSchedule On(PersonalClock clock) => new(clock, _times);

    /// <summary>The check-in of a day and slot.</summary>
    /// <param name="key">The day, which the zone must have, and the slot.</param>
    public CheckIn Of(CheckInKey key) => new(key, Clock.MomentOf(key.Day, _times[key.Slot]));

    /// <summary>The next check-in strictly after a moment that was not asked yet.</summary>
    /// <param name="after">The moment.</param>
    /// <param name="asked">The days and slots asked already; those of the last three days are enough.</param>
    public CheckIn Next(Instant after, IReadOnlySet<CheckInKey> asked) => After(after).First(checkIn => !asked.Contains(checkIn.Key));

    /// <summary>All check-ins that come strictly after a moment, in order and without end; take what you need.</summary>
    /// <remarks>Two slots in one skipped hour come at the same moment, each with its own key: <see cref="LateCheckIns"/> makes one of them.</remarks>
    /// <param name="moment">The moment.</param>
    public IEnumerable<CheckIn> After(Instant moment)
    {
        // A slot of the night belongs to the day before, and a gap may push it up to the very start of the next day.
        for (var day = Clock.DayOf(moment).PlusDays(-1); ; day = day.PlusDays(1))
        {
            foreach (var checkIn in OfDay(day))
                if (checkIn.At > moment) yield return checkIn;
        }
    }

    /// <summary>The check-ins that came due in a span of time, as after downtime, in order.</summary>
    /// <param name="after">The moment up to which all was sent.</param>
    /// <param name="until">The last moment of the span, included. Only the last <see cref="LateCheckIns.LookBack"/> before it are looked at.</param>
    /// <param name="asked">The days and slots asked already.</param>
    public IReadOnlyList<CheckIn> Due(Instant after, Instant until, IReadOnlySet<CheckInKey> asked) =>
    [
        .. After(Instant.Max(after, until - LateCheckIns.LookBack))
            .TakeWhile(checkIn => checkIn.At <= until)
            .Where(checkIn => !asked.Contains(checkIn.Key)),
    ];

    CheckIn[] OfDay(LocalDate day)
    {
        if (!Clock.Has(day)) return [];
        var checkIns = new CheckIn[_times.Length];
        for (var slot = 0; slot < checkIns.Length; slot++) checkIns[slot] = Of(new(day, slot));
        Array.Sort(checkIns, static (a, b) => a.At == b.At ? a.Key.Slot.CompareTo(b.Key.Slot) : a.At.CompareTo(b.At));
        return checkIns;
    }
}
