using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What remains of check-ins that are late, as after downtime.</summary>
/// <param name="Remaining">The one to send now; null when none is of use any more.</param>
/// <param name="Dropped">The others, in order: withdrawn, neither asked nor missed.</param>
public sealed record Collapsed(CheckIn? Remaining, IReadOnlyList<CheckIn> Dropped);

/// <summary>Makes one message of several that are late.</summary>
public static class LateCheckIns
{
    /// <summary>How far back a late check-in can be of use: a day has at most 48 hours (a date that a zone repeats), with one to spare.</summary>
    public static Duration LookBack { get; } = Duration.FromDays(3);

    /// <summary>Keeps the latest check-in that is still of use: of today, and about something that is open.</summary>
    /// <remarks>A question about a day that is over is not asked; who did it can still say so (<see cref="Yesterday"/>).</remarks>
    /// <param name="late">Check-ins of one person whose moment has come, in any order.</param>
    /// <param name="now">The moment.</param>
    /// <param name="clock">The person's clock.</param>
    /// <param name="isOpen">Whether there is something left to ask; no reminder for what is done.</param>
    public static Collapsed Collapse(IEnumerable<CheckIn> late, Instant now, PersonalClock clock, Func<CheckInKey, bool> isOpen)
    {
        ArgumentNullException.ThrowIfNull(clock);
        CheckIn[] ordered = [.. late.OrderBy(checkIn => checkIn.At).ThenBy(checkIn => checkIn.Key.Slot)];
        var today = clock.DayOf(now);
        var remaining = ordered.LastOrDefault(checkIn => IsOf(today, checkIn, clock) && checkIn.At <= now && isOpen(checkIn.Key));
        return new(remaining, [.. ordered.Where(checkIn => checkIn.At <= now && checkIn != remaining)]);
    }

    // A slot of the night that falls into a skipped hour may come at the very moment at which its day is over: it is still asked.
    static bool IsOf(LocalDate today, CheckIn checkIn, PersonalClock clock) => checkIn.Key.Day == today || clock.DayOf(checkIn.At) == today;
}
