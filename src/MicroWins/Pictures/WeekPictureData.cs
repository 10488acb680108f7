using System.Collections.Immutable;
using MicroWins.Rules.Evidence;
using NodaTime;

namespace MicroWins.Pictures;

/// <summary>A number that is told large, as it is to be read, with what it counts under it.</summary>
public sealed record BigNumber(string Value, string Label);

/// <summary>A row of the calendar.</summary>
/// <param name="Label">Which week it is, short: "16 Nov".</param>
/// <param name="Days">Its seven days, in the order of <see cref="WeekLabels.DayNames"/>.</param>
public sealed record CalendarWeek(string Label, ImmutableArray<DayMark> Days);

/// <summary>The words of the picture, in the person's language. One that is empty is left out.</summary>
public sealed record WeekLabels
{
    /// <summary>What the picture is: "Your week".</summary>
    public required string Title { get; init; }

    /// <summary>Which week: "16–22 November".</summary>
    public required string Subtitle { get; init; }

    public required string WinsPerDay { get; init; }

    /// <summary>The seven days, short, in the order in which the person's weeks run: "Mo", "Tu".</summary>
    public required ImmutableArray<string> DayNames { get; init; }

    /// <summary>Stands in the place of the bars in a week without a win.</summary>
    public required string NoWinsYet { get; init; }

    public required string Calendar { get; init; }

    public required string Kept { get; init; }

    public required string Missed { get; init; }

    /// <summary>Skipped or paused.</summary>
    public required string Frozen { get; init; }

    public required string Consistency { get; init; }

    /// <summary>The day of the first point of the curve, short: "12 Oct".</summary>
    public string CurveStart { get; init; } = "";

    /// <summary>The day of its last point.</summary>
    public string CurveEnd { get; init; } = "";

    /// <summary>Stands in the place of the curve while it is too early to tell a score.</summary>
    public required string TooEarly { get; init; }
}

/// <summary>What the picture of a week shows. Every number is counted by whoever asks for the picture; none is made here.</summary>
public sealed record WeekPictureData
{
    /// <summary>Weeks that the calendar can show: more make a picture that is too long for a phone.</summary>
    public const int MostWeeks = 8;

    public required WeekLabels Labels { get; init; }

    /// <summary>Up to three: wins, minutes, consistency.</summary>
    public required ImmutableArray<BigNumber> Numbers { get; init; }

    /// <summary>The seven days of the week, in the order of <see cref="WeekLabels.DayNames"/>.</summary>
    public required ImmutableArray<DayMark> Week { get; init; }

    /// <summary>The weeks of the calendar, the oldest first, four to eight; of more the latest eight are shown.</summary>
    public required ImmutableArray<CalendarWeek> Weeks { get; init; }

    /// <summary>The score after each asked day, as <see cref="Rules.Evidence.Consistency.History"/> gives it. Drawn once there are <see cref="Rules.Evidence.Consistency.FewestDays"/>.</summary>
    public required ImmutableArray<(LocalDate Day, double Score)> Consistency { get; init; }
}
