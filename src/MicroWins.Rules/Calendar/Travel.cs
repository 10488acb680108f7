using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What happens to check-ins when a person's zone changes.</summary>
/// <remarks>
/// Policies, so that no day is asked twice and none is passed over:
/// <list type="bullet">
/// <item><em>Westward, asked stays asked.</em> The same local time comes again on the same date; the key of the day is taken, so the next
/// check-in is tomorrow's. A day may be up to 24 hours longer.</item>
/// <item><em>Eastward, catch up on arrival.</em> A check-in that was still to come where they left and is over where they arrived comes at once,
/// for the day that it is there; of several such slots the latest one.</item>
/// <item><em>A day that is over on arrival is let go.</em> Who crosses the date line on a morning, or flies over the end of the day with a late
/// slot still to come, never lives that evening: it is not asked, and what was not asked is never a miss.</item>
/// </list>
/// </remarks>
public static class Travel
{
    /// <summary>The check-in that a change of zone would swallow, to be sent at the moment of the change; null when it swallows none.</summary>
    /// <param name="left">The schedule up to now.</param>
    /// <param name="arrived">The same slots on the new clock.</param>
    /// <param name="at">The moment of the change.</param>
    /// <param name="asked">The days and slots asked already.</param>
    public static CheckIn? CatchUp(CheckInSchedule left, CheckInSchedule arrived, Instant at, IReadOnlySet<CheckInKey> asked)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(arrived);
        var today = arrived.Clock.DayOf(at);
        return Enumerable.Range(0, Math.Min(left.Times.Count, arrived.Times.Count))
            .Select(slot => new CheckInKey(today, slot))
            .Where(key => !asked.Contains(key) && arrived.Of(key).At <= at && left.Of(key).At > at)
            .OrderByDescending(key => arrived.Of(key).At)
            .Select(key => new CheckIn(key, at))
            .FirstOrDefault();
    }
}
