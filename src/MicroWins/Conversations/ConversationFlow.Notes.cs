using System.Collections.Immutable;
using MicroWins.Exports;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Conversations;

// /export: everything that is kept, as one document, and goals and days as notes for a second brain.
public sealed partial class ConversationFlow
{
    Decision HandOver(Everything everything)
    {
        var file = MarkdownNotes.Write(
            [.. _chat.Goals.Select(NoteOf)], [.. NotedDays().Select(NoteOf)], LabelsOfNotes(), _now.InZone(Clock.Zone).LocalDateTime,
            (PersonalFile.Name, PersonalFile.Write(_chat, everything, _now)));
        return file.Length > _rules.MostFileBytes
            ? Say(Replies[Reply.ExportTooLarge])
            : Say(Cards.Say(Replies[Reply.ExportReady]) with { Attachment = Attachment.Document(MarkdownNotes.FileName, MarkdownNotes.MediaType, file) });
    }

    NoteLabels LabelsOfNotes() => Replies.List(Reply.NoteLabels) is [var milestones, var steps, var wins, var day, var minutes, var skipped]
        ? new(milestones, steps, wins, day, minutes, skipped)
        : throw new InvalidOperationException("The notes have six labels.");

    GoalNote NoteOf(Goal goal) => new(
        goal.Number, goal.Title, goal.Words, goal.Milestones,
        [.. goal.Steps.Where(step => step.Day != LocalDate.MaxIsoValue).Select(step => NoteOf(goal, step))],
        [.. CommitmentsKept().Where(win => win.Goal == goal.Number).Select(NoteOf)]);

    static NoteStep NoteOf(Goal goal, Step step) => new(step.Goal.Text, TypicalMinutes(step), step.Status switch
    {
        StepStatus.Open => NoteMark.Open,
        StepStatus.Kept => NoteMark.Done,
        StepStatus.Skipped => NoteMark.Skipped,
    }, goal.Number);

    static int TypicalMinutes(Step step) => (int)Math.Round(step.Goal.Effort.TypicalMinutes, MidpointRounding.AwayFromZero);

    IEnumerable<Win> CommitmentsKept() => _chat.Record.Wins.Where(win => !win.IsBonus);

    /// <summary>Days that were asked about or won, and today, oldest first.</summary>
    IEnumerable<LocalDate> NotedDays() =>
        _chat.Record.Wins.Select(win => win.Day).Concat(_chat.Record.Asked.Select(row => row.Day)).Append(Today).Distinct().Order();

    DailyNote NoteOf(LocalDate day)
    {
        var wins = CommitmentsKept().Where(win => win.Day == day).Select(win => (win.Goal, Note: NoteOf(win))).ToList();
        var asked = _chat.Record.Asked.Where(row => row.Day == day).Select(row => row.Goal)
            .Concat(day == Today ? _chat.ActiveGoals.Where(goal => goal.Next is not null).Select(goal => goal.Number) : [])
            .Distinct().Where(number => day == Today ? _chat.Find(number) is { Next: not null } : wins.All(win => win.Goal != number));
        return new(day,
            [.. wins.Select(win => new NoteStep(win.Note.Text, 0, NoteMark.Done, win.Goal)), .. asked.Select(number => OpenOn(day, number)).OfType<NoteStep>()],
            [.. wins.Select(win => win.Note)]);
    }

    /// <summary>What was asked about on a day and not done; of today, the step itself.</summary>
    NoteStep? OpenOn(LocalDate day, int number) => _chat.Find(number) is not { } goal ? null
        : _chat.Record.Skips.Contains(new SkippedDay(number, day)) ? new NoteStep(goal.Title, 0, NoteMark.Skipped, number)
        : day == Today && goal.Next is { } next ? NoteOf(goal, next)
        : new NoteStep(goal.Title, 0, NoteMark.Open, number);

    /// <summary>A win with what was done on top of it.</summary>
    NoteWin NoteOf(Win win)
    {
        var bonus = _chat.Record.Wins.Where(other => other.IsBonus && (other.Goal, other.Step, other.Occurrence) == (win.Goal, win.Step, win.Occurrence)).ToList();
        var minutes = ((double?[])[win.Minutes, .. bonus.Select(other => other.Minutes)]).Where(some => some is not null).ToList();
        var goal = _chat.Find(win.Goal);
        var extra = win.Extra + bonus.Sum(other => other.Extra);
        // The words of a habit change with its level, and what was done then is told by its amount.
        var text = goal?.Habit is null ? goal?.Find(win.Step)?.Goal.Text ?? "" : goal.Title;
        return new(win.Day, text, minutes.Count > 0 ? minutes.Sum() : null, goal?.Habit is not null || extra > 0 ? AmountOf(goal, win.Unit, win.Amount + extra) : "");
    }

    string AmountOf(Goal? goal, string unit, decimal amount)
    {
        if (unit.Length is 0 || amount <= 0) return "";
        var named = goal?.Habit is { } habit && amount == decimal.Floor(amount) && amount <= int.MaxValue ? AmountInText.Find(habit.Words, goal.Language)?.UnitFor((int)amount) : null;
        return Replies[Reply.AmountOf, amount, named ?? unit].ToPlainText();
    }
}
