using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What quiet hours make of a message.</summary>
public abstract record QuietAnswer
{
    QuietAnswer() { }

    /// <summary>It may go out.</summary>
    /// <param name="At">When: the moment itself outside of the quiet hours, else their end.</param>
    public sealed record Send(Instant At) : QuietAnswer;

    /// <summary>The quiet hours end only after its day: it is not sent at all.</summary>
    public sealed record Drop : QuietAnswer;
}

/// <summary>Hours in which the bot writes nothing of its own accord, by the wall clock; they may pass midnight.</summary>
public sealed record QuietHours
{
    QuietHours(LocalTime from, LocalTime to) => (From, To) = (from, to);

    /// <summary>The first quiet minute.</summary>
    public LocalTime From { get; }

    /// <summary>The first minute that is no longer quiet.</summary>
    public LocalTime To { get; }

    /// <summary>Makes quiet hours.</summary>
    /// <param name="from">The first quiet minute.</param>
    /// <param name="to">The first minute that is no longer quiet; before <paramref name="from"/> when they pass midnight.</param>
    /// <exception cref="ArgumentException">Both are the same: nobody can tell whether that is never or always.</exception>
    public static QuietHours Between(LocalTime from, LocalTime to) => from != to
        ? new(from, to)
        : throw new ArgumentException("Quiet hours begin and end at different times.", nameof(to));

    /// <summary>Whether a local time is quiet.</summary>
    /// <param name="time">The local time.</param>
    public bool Cover(LocalTime time) => From < To ? time >= From && time < To : time >= From || time < To;

    /// <summary>Moves a message out of the quiet hours, or drops it where they outlast its day.</summary>
    /// <param name="day">The day that the message is about.</param>
    /// <param name="moment">When it would go out.</param>
    /// <param name="clock">The person's clock.</param>
    public QuietAnswer Judge(LocalDate day, Instant moment, PersonalClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (!Cover(moment.InZone(clock.Zone).TimeOfDay)) return new QuietAnswer.Send(moment);
        var end = clock.NextMomentAt(To, moment);
        return end < clock.EndOf(day) ? new QuietAnswer.Send(end) : new QuietAnswer.Drop();
    }
}
