using System.Collections.Immutable;
using NodaTime;

namespace MicroWins.Exports;

public enum NoteMark { Open, Done, Skipped }

/// <summary>A step in a note.</summary>
/// <param name="Text">What to do, in the person's words.</param>
/// <param name="Minutes">How long it takes; 0 where nobody said.</param>
/// <param name="Mark">What became of it.</param>
/// <param name="Goal">The number of its goal, for the link in a daily note; null for none.</param>
public sealed record NoteStep(string Text, int Minutes, NoteMark Mark, int? Goal = null);

/// <summary>A win in a note.</summary>
/// <param name="Day">The person's day.</param>
/// <param name="Text">What was done.</param>
/// <param name="Minutes">Minutes that it really took; null where no timer ran.</param>
/// <param name="Remark">What the person said of it; empty for nothing.</param>
public sealed record NoteWin(LocalDate Day, string Text, double? Minutes = null, string Remark = "");

/// <summary>The note of a goal.</summary>
/// <param name="Number">Counts the goals of a person; part of the file's name, so that two goals of one title are two files.</param>
/// <param name="Title">A short name.</param>
/// <param name="Words">The goal as the person wrote it; left out where it is the title.</param>
public sealed record GoalNote(
    int Number, string Title, string Words, ImmutableArray<string> Milestones, ImmutableArray<NoteStep> Steps, ImmutableArray<NoteWin> Wins);

/// <summary>The note of a day: what is to be done, and what was.</summary>
public sealed record DailyNote(LocalDate Day, ImmutableArray<NoteStep> Steps, ImmutableArray<NoteWin> Wins);

/// <summary>The words of the notes, in the person's language.</summary>
/// <param name="Minutes">Behind a number: "min".</param>
/// <param name="Skipped">Behind a step that was left out: "skipped".</param>
public sealed record NoteLabels(string Milestones, string Steps, string Wins, string Today, string Minutes, string Skipped);
