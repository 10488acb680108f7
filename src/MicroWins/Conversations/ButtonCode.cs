using System.Globalization;

namespace MicroWins.Conversations;

/// <summary>What a button does.</summary>
public enum ButtonVerb
{
    Start, Done, Smaller, Later, Skip, ShowAll, ShowCard,
    InAnHour, InThreeHours, Tomorrow, NotToday,
    KeepGoing, StopHere, BitMore, BonusDone, DoNotAsk,
    PutAway, BringBack, ShowGoals, OpenGoal,
    SkipQuestion, BecauseTooBig, BecauseUnclear, BecauseDull, BecauseAfraid, BecauseTired, BecauseBlocked,
    IsNewGoal, IsRemark,
    MeanWork, MeanLife,
    Speak,
    ComeBack,
    NextPart, DoFirst, AfterNext,
    Rehearse, Rehearsed,
    RecallForgot, RecallHard, RecallGood, RecallEasy, ExamMinutes,
    DidMore, MakeDaily, IsLight, IsFine, IsHeavy, ShowWeek,
    LookAtGrowth, TakeLevel, StayHere, NotYet, UndoLevel,
    DidIt, DidABit, ThisEvening,
    AskMorning, AskMidday, AskEvening, AskAroundNow, ChooseZone,
    ShowSettings, SetTimes, SetLookBack, SetZone, SetQuiet, NoQuiet, SetDayStart, SetLoudness,
    PauseThreeDays, PauseAWeek, PauseOpen, Resume,
    StayOn, NextBlock, ShortBreak,
    DeleteAll, KeepAll,
}

/// <summary>
/// What a button carries: a verb and numbers that count within the chat it is pressed in. So another person's goal cannot even be
/// named, and a button pressed twice, or from an old message, names a step or an occurrence that is past.
/// </summary>
/// <param name="Verb">What to do.</param>
/// <param name="Goal">The goal's number; 0 where none is meant.</param>
/// <param name="Step">The step's number; 0 where none is meant.</param>
/// <param name="Time">Which time of the step is meant, from 1; 0 where none is meant.</param>
public readonly record struct ButtonCode(ButtonVerb Verb, int Goal = 0, int Step = 0, int Time = 0)
{
    /// <summary>Writes "Done.3.7.1": at most 64 bytes, as Telegram allows.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Verb}.{Goal}.{Step}.{Time}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, which may come from an old or a forged button.</summary>
    public static ButtonCode? Read(string data)
    {
        var parts = data.Length <= 64 ? data.Split('.') : [];
        return parts.Length is 4
            && parts[0].All(char.IsAsciiLetter) && Enum.TryParse<ButtonVerb>(parts[0], out var verb)
            && Number(parts[1]) is { } goal && Number(parts[2]) is { } step && Number(parts[3]) is { } time
            ? new(verb, goal, step, time)
            : null;
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
