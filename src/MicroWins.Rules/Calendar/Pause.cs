using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What is said to somebody who asks for a pause.</summary>
public abstract record PauseAnswer
{
    PauseAnswer() { }

    /// <summary>The pause stands.</summary>
    /// <param name="Pause">The pause.</param>
    public sealed record Granted(Pause Pause) : PauseAnswer;

    /// <summary>It would begin too long ago; it may be asked for from <paramref name="Earliest"/> on.</summary>
    /// <param name="Earliest">The first day that a pause may still begin on.</param>
    public sealed record StartsTooEarly(LocalDate Earliest) : PauseAnswer;

    /// <summary>Its last day lies before its first.</summary>
    public sealed record EndsBeforeItStarts : PauseAnswer;
}

/// <summary>Days of illness, exams or rest: nothing is asked, nothing is kept or missed, and the taper does not count them.</summary>
public sealed record Pause
{
    /// <summary>Days that a pause may begin in the past: the flu is over before one thinks of the bot, and older days are better left alone.</summary>
    public const int RetroactiveDays = 3;

    Pause(LocalDate from, LocalDate? to) => (From, To) = (from, to);

    /// <summary>The first day.</summary>
    public LocalDate From { get; }

    /// <summary>The last day, included; null until the person comes back.</summary>
    public LocalDate? To { get; }

    /// <summary>Judges a wish for a pause.</summary>
    /// <param name="from">The first day; up to <see cref="RetroactiveDays"/> before today, or any day to come.</param>
    /// <param name="to">The last day, included; null until the person comes back.</param>
    /// <param name="today">The person's day now.</param>
    public static PauseAnswer Ask(LocalDate from, LocalDate? to, LocalDate today)
    {
        var earliest = today.PlusDays(-RetroactiveDays);
        if (from < earliest) return new PauseAnswer.StartsTooEarly(earliest);
        return to < from ? new PauseAnswer.EndsBeforeItStarts() : new PauseAnswer.Granted(new(from, to));
    }

    /// <summary>A pause as it was stored, whenever it was granted.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included; null while it has no end.</param>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public static Pause Stored(LocalDate from, LocalDate? to) => to < from
        ? throw new ArgumentException("A pause ends on its first day at the earliest.", nameof(to))
        : new(from, to);

    /// <summary>Whether a day lies in the pause.</summary>
    /// <param name="day">The day.</param>
    public bool Covers(LocalDate day) => day >= From && !(day > To);

    /// <summary>The pause of somebody who comes back today: it ends yesterday.</summary>
    /// <param name="today">The day of the return.</param>
    /// <returns>The pause with its end, as it was where it was over already; null where no day of it is left.</returns>
    public Pause? EndedBy(LocalDate today)
    {
        if (To < today) return this;
        return From < today ? new(From, today.PlusDays(-1)) : null;
    }
}
