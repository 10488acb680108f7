namespace MicroWins.Conversations;

/// <summary>What a question about the agreement with a person is about.</summary>
public enum Term
{
    /// <summary>The times of the check-ins, asked when somebody stops for the day: whoever goes on instead is not held up.</summary>
    FirstTimes,

    /// <summary>The times of the check-ins, which the person set out to change.</summary>
    Times,

    /// <summary>Where the person is.</summary>
    Zone,

    /// <summary>The quiet hours.</summary>
    Quiet,

    /// <summary>The start of the day.</summary>
    DayStart,

    /// <summary>From when to when nothing is asked.</summary>
    Pause,

    /// <summary>When to ask about a step again ("later").</summary>
    Moment,
}
