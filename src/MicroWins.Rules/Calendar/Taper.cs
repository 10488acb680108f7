using NodaTime;

namespace MicroWins.Rules.Calendar;

/// <summary>How often somebody is asked who does not answer.</summary>
public enum Rhythm
{
    /// <summary>Every day: they answer.</summary>
    Daily,
    /// <summary>Every other day: 3 to 6 silent days.</summary>
    EveryOtherDay,
    /// <summary>Once a week: 7 to 13 silent days.</summary>
    Weekly,
    /// <summary>Not at all any more: 14 silent days.</summary>
    Stopped,
}

/// <summary>What to do today about somebody who may be silent.</summary>
public enum TaperAnswer
{
    /// <summary>Ask as agreed.</summary>
    Ask,
    /// <summary>Say nothing today.</summary>
    Rest,
    /// <summary>Say, once, that the questions stop and that one tap brings them back.</summary>
    SayStopping,
    /// <summary>Say nothing until they write.</summary>
    Silent,
}

/// <summary>Asks less and less of somebody who does not answer, then stops and says so. One answer of any sort brings the daily rhythm back.</summary>
/// <remarks>
/// Counted in silent days: whole days without a sign of the person since the last one with a sign, days of a pause left out.
/// Asked at 0, 1, 2, then 3 and 5, then 7; at 14 comes the word that it stops.
/// </remarks>
public static class Taper
{
    /// <summary>Silent days after which only every other day is asked: a long weekend is no silence.</summary>
    public const int EveryOtherDayAfter = 3;

    /// <summary>Silent days after which only once a week is asked.</summary>
    public const int WeeklyAfter = 7;

    /// <summary>Silent days after which the bot stops: two weeks without a word are an answer.</summary>
    public const int StopAfter = 14;

    /// <summary>Whole days without a sign of the person, pauses left out.</summary>
    /// <param name="lastSign">The last day on which they pressed or wrote anything, or the day on which the asking began.</param>
    /// <param name="today">Their day now.</param>
    /// <param name="pauses">Their pauses.</param>
    /// <returns>0 to <see cref="StopAfter"/>: more silence than that is all the same.</returns>
    public static int SilentDays(LocalDate lastSign, LocalDate today, IReadOnlyCollection<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        var silent = 0;
        for (var day = today.PlusDays(-1); day > lastSign && silent < StopAfter; day = day.PlusDays(-1))
            if (!pauses.Any(pause => pause.Covers(day))) silent++;
        return silent;
    }

    /// <summary>The rhythm after a number of silent days.</summary>
    /// <param name="silentDays">Silent days, at least 0.</param>
    public static Rhythm RhythmAfter(int silentDays) => silentDays switch
    {
        < EveryOtherDayAfter => Rhythm.Daily,
        < WeeklyAfter => Rhythm.EveryOtherDay,
        < StopAfter => Rhythm.Weekly,
        _ => Rhythm.Stopped,
    };

    /// <summary>What to do today.</summary>
    /// <param name="silentDays">Silent days up to today.</param>
    /// <param name="saidStopping">Whether the word that it stops went out since their last sign.</param>
    public static TaperAnswer Judge(int silentDays, bool saidStopping) => RhythmAfter(silentDays) switch
    {
        Rhythm.Daily => TaperAnswer.Ask,
        Rhythm.EveryOtherDay => (silentDays - EveryOtherDayAfter) % 2 is 0 ? TaperAnswer.Ask : TaperAnswer.Rest,
        Rhythm.Weekly => (silentDays - WeeklyAfter) % 7 is 0 ? TaperAnswer.Ask : TaperAnswer.Rest,
        Rhythm.Stopped => saidStopping ? TaperAnswer.Silent : TaperAnswer.SayStopping,
    };

    /// <summary>Minutes that the first step may take for somebody who comes back: 2 once the taper had begun, else what any step may take.</summary>
    /// <param name="silentDays">Silent days before they came back.</param>
    public static double FirstStepMinutes(int silentDays) =>
        RhythmAfter(silentDays) is Rhythm.Daily ? Limits.MicroGoalMinutes : Limits.StuckStepMinutes;
}
