using System.Globalization;
using MicroWins.Exports;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules.Exams;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Conversations;

// /calendar: time set aside for small steps, as a file that calendars read.
public sealed partial class ConversationFlow
{
    /// <summary>Days that the file looks ahead: what comes after them will be other steps by then.</summary>
    const int CalendarDays = 14;

    /// <summary>Minutes of a block at least: calendars draw a shorter one as a line that nobody can read.</summary>
    const int ShortestBlock = 5;

    const string CalendarName = "microwins.ics";

    Decision SendCalendar() => !_chat.ActiveGoals.Any() ? Say(Replies[Reply.NoGoals])
        : IsZoneKnown ? Say(TimeBlocks())
        : AskZone(Held.Calendar);

    OutgoingMessage TimeBlocks() => new(MessageKind.Reply, Replies[Reply.CalendarReady], [], Pressed)
    {
        Attachment = Attachment.Document(CalendarName, CalendarFile.MediaType, CalendarFile.Write([.. BlocksAhead()], Clock.Zone, _now)),
    };

    /// <summary>The blocks, slot by slot; those of one slot stand behind each other.</summary>
    IEnumerable<CalendarBlock> BlocksAhead()
    {
        var times = Agreement.Times.IsEmpty ? [UsualTime()] : Agreement.Times;
        foreach (var slot in WantedBlocks(times.Length).GroupBy(wanted => wanted.Slot).OrderBy(slot => slot.Key))
        {
            var minutesBefore = 0;
            foreach (var wanted in slot)
            {
                foreach (var block in wanted.At(FirstAt(times[slot.Key], wanted.IsThroughToday).PlusMinutes(minutesBefore))) yield return block;
                minutesBefore += wanted.Minutes;
            }
        }
        foreach (var block in _chat.ActiveGoals.Where(goal => goal.Exam is not null).SelectMany(exam => StudyBlocks(exam, times[SlotOfWork(times.Length)]))) yield return block;
    }

    /// <summary>The days of an exam's timetable, each step a block; those of a day stand behind each other.</summary>
    IEnumerable<CalendarBlock> StudyBlocks(Goal exam, LocalTime time)
    {
        var days = ExamSteps.Answer(exam, LocalNow, DoneOn(_chat, exam, Today)) switch
        {
            ExamAnswer.Fits fits => fits.Days,
            ExamAnswer.DoesNotFit tight => tight.Days,
            _ => [],
        };
        foreach (var day in days.Where(day => Clock.FirstMomentAt(day.Date + time) > _now).Take(CalendarDays))
        {
            var start = day.Date + time;
            foreach (var (place, item) in day.Items.Index())
            {
                var minutes = Math.Max(ShortestBlock, (int)Math.Ceiling(item.Task.Minutes));
                yield return new(IdOf(exam, place) + LocalDatePattern.Iso.Format(day.Date), item.Task.Goal.Text, start, minutes, exam.Title);
                start = start.PlusMinutes(minutes);
            }
        }
    }

    /// <summary>Work is asked about ahead of it, not where the day is looked back on.</summary>
    int SlotOfWork(int slots) => Enumerable.Range(0, slots).FirstOrDefault(slot => slot != Agreement.LookBackSlot);

    /// <summary>What each goal sets time aside for: a habit its rounds, everything that is done once one step a day between them. An exam has days of its own.</summary>
    IEnumerable<WantedBlock> WantedBlocks(int slots)
    {
        var last = slots - 1;
        foreach (var (goal, round, step) in _chat.ActiveGoals.Where(goal => goal.Habit is not null)
            .SelectMany(goal => HabitSteps().Where(habit => habit.Goal.Number == goal.Number).Select((habit, round) => (goal, round, habit.Step))))
            yield return new(Math.Min(goal.Habit!.Slot + round, last), IdOf(goal, step.Number), step.Goal.Text, MinutesOf(step), IsDoneToday(goal, step), ThenTitle: null, goal.Title);
        if (Preferred([.. _chat.ActiveGoals.Where(goal => goal is { Next: not null, Exam: null })]) is { Next: { } next } work)
        {
            var ahead = SlotOfWork(slots);
            yield return new(ahead, IdOf(work, next.Number), next.Goal.Text, MinutesOf(next), !IsWorkOpen(new(Today, ahead)), Replies[Reply.CalendarStep, work.Title].ToPlainText(), work.Title);
        }
    }

    /// <summary>The next time on the wall at which something may be asked.</summary>
    LocalDateTime FirstAt(LocalTime time, bool isThroughToday)
    {
        var from = isThroughToday ? Clock.EndOf(Today) : _now;
        if (Agreement.NotBefore is { } first) from = Instant.Max(from, Clock.StartOf(first));
        if (Agreement.PauseList.FirstOrDefault(pause => pause.Covers(Today))?.To is { } end) from = Instant.Max(from, Clock.EndOf(end));
        return Clock.NextMomentAt(time, from).InZone(Clock.Zone).Date + time;
    }

    static int MinutesOf(Step step) => Math.Max(ShortestBlock, (int)Math.Ceiling(step.Goal.Effort.HighMinutes));

    // The same for the same step each time, so that a calendar that reads a later file moves the block.
    static string IdOf(Goal goal, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{goal.CreatedAt.ToUnixTimeMilliseconds()}-{goal.Number}-{step}@microwins");

    /// <param name="Slot">The check-in slot.</param>
    /// <param name="Id">Of the block.</param>
    /// <param name="Title">The step.</param>
    /// <param name="Minutes">Of each day.</param>
    /// <param name="IsThroughToday">Whether it begins tomorrow.</param>
    /// <param name="ThenTitle">What it is called after its first day, by which the step is another one; null where it comes back.</param>
    /// <param name="Goal">What it is for.</param>
    sealed record WantedBlock(int Slot, string Id, string Title, int Minutes, bool IsThroughToday, string? ThenTitle, string Goal)
    {
        public IEnumerable<CalendarBlock> At(LocalDateTime start) => ThenTitle is null
            ? [new CalendarBlock(Id, Title, start, Minutes, Days: CalendarDays)]
            : [new CalendarBlock(Id, Title, start, Minutes, Goal), new CalendarBlock($"then-{Id}", ThenTitle, start.PlusDays(1), Minutes, Days: CalendarDays - 1)];
    }
}
