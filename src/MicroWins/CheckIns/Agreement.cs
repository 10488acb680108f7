using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MicroWins.Rules.Calendar;
using NodaTime;

namespace MicroWins.CheckIns;

/// <summary>How loud a win is celebrated.</summary>
public enum Loudness { Off, Quiet, Normal, Loud }

/// <summary>When and how a person is asked, as agreed with them.</summary>
[JsonConverter(typeof(AgreementJson))]
public sealed record Agreement
{
    /// <summary>Quiet hours of those who have not named theirs: nobody is written to at night.</summary>
    static readonly QuietHours UsualQuiet = QuietHours.Between(new LocalTime(22, 0), new LocalTime(7, 0));

    /// <summary>The IANA zone that the person named; null until they did.</summary>
    public string? Zone { get; init; }

    /// <summary>When their day begins.</summary>
    public LocalTime DayStart { get; init; } = Rules.Calendar.DayStart.Default.Time;

    /// <summary>The times of their check-ins, slot by slot; none before the first goal.</summary>
    public ImmutableArray<LocalTime> Times { get; init; } = [];

    /// <summary>The slot that looks back on the day rather than ahead; null for none.</summary>
    public int? LookBackSlot { get; init; }

    /// <summary>False for somebody who does not want to be asked.</summary>
    public bool Asks { get; init; } = true;

    /// <summary>The first day on which they want to be asked again ("tomorrow"); null for any.</summary>
    public LocalDate? NotBefore { get; init; }

    /// <summary>True where the person chose the times; false where the bot took the time of the first talk.</summary>
    public bool TimesChosen { get; init; }

    /// <summary>True where they were asked when to ask them, which is done once.</summary>
    public bool TimesAsked { get; init; }

    /// <summary>The lines that the last check-ins began with, newest last, so that they vary.</summary>
    public ImmutableArray<string> SaidLately { get; init; } = [];

    /// <summary>True where they were asked for their zone, which is done once.</summary>
    public bool ZoneAsked { get; init; }

    /// <summary>The first quiet minute of their nights; null for the usual.</summary>
    public LocalTime? QuietFrom { get; init; }

    /// <summary>The first minute that is no longer quiet; null for the usual.</summary>
    public LocalTime? QuietTo { get; init; }

    /// <summary>True for somebody who wants no quiet hours.</summary>
    public bool NoQuiet { get; init; }

    public Loudness Loudness { get; init; } = Loudness.Normal;

    /// <summary>Pauses, oldest first.</summary>
    public ImmutableArray<PauseSpan> Pauses { get; init; } = [];

    /// <summary>The last day on which they pressed or wrote anything.</summary>
    public LocalDate? LastSign { get; init; }

    /// <summary>Whether they were told that the questions stop, since their last sign.</summary>
    public bool SaidStopping { get; init; }

    /// <summary>The day of the last weekly review that was sent by itself.</summary>
    public LocalDate? ReviewedOn { get; init; }

    /// <summary>Ways of their own to mark a win, a day and a week, and questions for the weekly review; empty until they asked for some.</summary>
    public ImmutableArray<string> DayRituals { get; init; } = [];

    /// <inheritdoc cref="DayRituals"/>
    public ImmutableArray<string> WeekRituals { get; init; } = [];

    /// <inheritdoc cref="DayRituals"/>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>The person's quiet hours; null for none. Without a zone nobody knows when their night is.</summary>
    /// <param name="usual">Whether a zone is known at all.</param>
    public QuietHours? Quiet(bool usual) => NoQuiet || !usual ? null
        : QuietFrom is { } from && QuietTo is { } to && from != to ? QuietHours.Between(from, to) : UsualQuiet;

    /// <summary>The pauses in the words of the rules.</summary>
    public IReadOnlyList<Pause> PauseList => [.. Pauses.Select(span => Pause.Stored(span.From, span.To))];
}

/// <summary>A pause as it is stored.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included; null while it has no end.</param>
public sealed record PauseSpan(LocalDate From, LocalDate? To);

/// <summary>A check-in that went out.</summary>
/// <param name="Day">The person's day.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Goal">The goal that it asked about.</param>
public sealed record AskedRow(LocalDate Day, int Slot, int Goal);
