using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>What to do with the check-ins that are due.</summary>
public abstract record DueAnswer
{
    DueAnswer() { }

    /// <summary>Send this one; all others that were due are done with.</summary>
    /// <param name="CheckIn">The one to send.</param>
    public sealed record Ask(CheckIn CheckIn) : DueAnswer;

    /// <summary>It is quiet: look again at the end of the quiet hours, with this one as due.</summary>
    /// <param name="CheckIn">The one that waits.</param>
    /// <param name="Until">The end of the quiet hours.</param>
    public sealed record Wait(CheckIn CheckIn, Instant Until) : DueAnswer;

    /// <summary>Say, once, that the questions stop and that one tap brings them back.</summary>
    /// <param name="CheckIn">The one in whose place it is said.</param>
    public sealed record SayStopping(CheckIn CheckIn) : DueAnswer;

    /// <summary>Nothing is sent; all that was due is done with.</summary>
    public sealed record Nothing : DueAnswer;
}

/// <summary>What is known of a person when a check-in is due.</summary>
/// <param name="Clock">Their clock.</param>
/// <param name="Quiet">Their quiet hours; null for none.</param>
/// <param name="Pauses">Their pauses.</param>
/// <param name="LastSign">The last day on which they pressed or wrote anything, or on which the asking began.</param>
/// <param name="SaidStopping">Whether the word that the questions stop went out since then.</param>
public sealed record Askable(
    PersonalClock Clock, QuietHours? Quiet, IReadOnlyCollection<Pause> Pauses, LocalDate LastSign, bool SaidStopping);

/// <summary>Puts the rules of a due check-in in their order: pause, what is done, lateness, taper, quiet hours.</summary>
public static class DueCheckIns
{
    /// <summary>Decides what to send now; one message at the most.</summary>
    /// <param name="due">The check-ins of one person whose moment has come (<see cref="CheckInSchedule.Due"/>), in any order.</param>
    /// <param name="now">The moment.</param>
    /// <param name="person">What is known of them.</param>
    /// <param name="asked">The days and slots asked already.</param>
    /// <param name="isOpen">Whether there is something left to ask for a day and slot.</param>
    public static DueAnswer Decide(
        IEnumerable<CheckIn> due, Instant now, Askable person, IReadOnlySet<CheckInKey> asked, Func<CheckInKey, bool> isOpen)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(asked);
        var today = person.Clock.DayOf(now);
        if (person.Pauses.Any(pause => pause.Covers(today))) return new DueAnswer.Nothing();
        var notAsked = due.Where(checkIn => !asked.Contains(checkIn.Key));
        if (LateCheckIns.Collapse(notAsked, now, person.Clock, isOpen).Remaining is not { } checkIn) return new DueAnswer.Nothing();
        var silent = Taper.SilentDays(person.LastSign, today, person.Pauses);
        var taper = Taper.Judge(silent, person.SaidStopping);
        // Who does not answer is not asked three times on the days that are left.
        var isEnough = Taper.RhythmAfter(silent) is not Rhythm.Daily && asked.Any(key => key.Day == today);
        if (taper is TaperAnswer.Rest or TaperAnswer.Silent || isEnough) return new DueAnswer.Nothing();
        return (person.Quiet?.Judge(today, now, person.Clock) ?? new QuietAnswer.Send(now)) switch
        {
            QuietAnswer.Send(var at) when at > now => new DueAnswer.Wait(checkIn, at),
            QuietAnswer.Send when taper is TaperAnswer.SayStopping => new DueAnswer.SayStopping(checkIn),
            QuietAnswer.Send => new DueAnswer.Ask(checkIn),
            _ => new DueAnswer.Nothing(),
        };
    }
}
