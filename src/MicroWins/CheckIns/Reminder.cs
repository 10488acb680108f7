using NodaTime;

namespace MicroWins.CheckIns;

/// <summary>What a reminder is for.</summary>
public enum ReminderPurpose
{
    /// <summary>To ask about a step again at a moment that the person named ("in an hour").</summary>
    CheckIn,

    /// <summary>To see whether a check-in of the day is due; there is one at the most that waits.</summary>
    Daily,

    /// <summary>To look back on the week.</summary>
    Week,

    /// <summary>To ask once how it went, when the time of a step that was started is up.</summary>
    TimerUp,

    /// <summary>To say that the break within a focus session is over.</summary>
    BreakOver,

    /// <summary>To give the resources once, when "do you mean the work or your life?" was not answered.</summary>
    SafetyUnanswered,

    /// <summary>To say a neutral word after the quiet that follows a crisis reply.</summary>
    AfterQuiet,

    /// <summary>To say that everything will be erased, when nothing was heard of a person for many months.</summary>
    Inactive,
}

/// <summary>A moment at which the bot speaks by itself.</summary>
/// <param name="Number">Counts within the chat.</param>
/// <param name="Goal">The goal that it asks about; 0 where it is about none.</param>
/// <param name="Due">When.</param>
/// <param name="Purpose">What for.</param>
public sealed record Reminder(int Number, int Goal, Instant Due, ReminderPurpose Purpose = ReminderPurpose.CheckIn);
