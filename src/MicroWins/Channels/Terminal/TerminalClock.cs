using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Channels.Terminal;

/// <summary>
/// The clock of the terminal chat: the real one until it is moved, or one that stands where it was set and moves only by hand.
/// Timers run in real time in either case, so that waiting for a model ends.
/// </summary>
public sealed class TerminalClock(TimeProvider real, Instant? standsAt) : TimeProvider
{
    Instant? _standsAt = standsAt;
    Duration _ahead = Duration.Zero;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => real.GetTimestamp();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    public Instant Now => _standsAt ?? Instant.FromDateTimeOffset(real.GetUtcNow()) + _ahead;

    /// <summary>Moves the clock on; it never goes back.</summary>
    public void MoveTo(Instant moment)
    {
        if (moment <= Now) return;
        if (_standsAt is not null) _standsAt = moment;
        else _ahead += moment - Now;
    }

    /// <summary>Reads where to move to: "+1d", "+3h", "+30m", "+2w", or a moment as in <see cref="ReadMoment"/>. Days are days on the wall, not 24 hours.</summary>
    /// <returns>The moment, or null where the text says none.</returns>
    public static Instant? ReadMove(string text, Instant now, DateTimeZone zone)
    {
        if (text is not ['+', .. var digits, var unit] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount > 10_000)
            return ReadMoment(text, zone);
        var local = now.InZone(zone).LocalDateTime;
        return char.ToLowerInvariant(unit) switch
        {
            'm' => now + Duration.FromMinutes(amount),
            'h' => now + Duration.FromHours(amount),
            'd' => zone.AtLeniently(local.PlusDays(amount)).ToInstant(),
            'w' => zone.AtLeniently(local.PlusWeeks(amount)).ToInstant(),
            _ => null,
        };
    }

    /// <summary>Reads "2026-03-01", "2026-03-01T09:30" or "2026-03-01 09:30" on the wall of a zone, or "2026-03-01T09:30:00Z" and with an offset.</summary>
    /// <returns>The moment, or null where the text is none.</returns>
    public static Instant? ReadMoment(string text, DateTimeZone zone)
    {
        text = text.Trim().Replace(' ', 'T');
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var withOffset }) return withOffset.ToInstant();
        foreach (var pattern in new[] { "uuuu-MM-dd", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss" })
            if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true, Value: var local })
                return zone.AtLeniently(local).ToInstant();
        return null;
    }
}
