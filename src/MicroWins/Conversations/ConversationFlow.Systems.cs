using System.Collections.Immutable;
using System.Globalization;
using MicroWins.CheckIns;
using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Planning;
using MicroWins.Rules.Safety;
using NodaTime;

namespace MicroWins.Conversations;

// A few small steps over a day, each a habit with its own time.
public sealed partial class ConversationFlow
{
    /// <summary>Habits that are begun at once: a fourth would be a timetable, and each has a check-in of its own.</summary>
    const int MostBegun = 3;

    /// <summary>When the parts of a day are asked about, of those who have not chosen: after breakfast, after lunch, after dinner.</summary>
    static readonly LocalTime[] UsualTimes = [new(8, 30), new(13, 30), new(19, 0)];

    Decision SystemMade(CoachRequest.DesignDailySystem asked, CoachDraft.DailySystem draft, DraftedBy by)
    {
        var slots = draft.Slots.Where(slot => slot.Step.Text.Any(char.IsLetterOrDigit)).DistinctBy(slot => slot.Goal.ToUpperInvariant()).Take(MostOfADay).ToList();
        slots = Named(slots, asked.Goals);
        // What a draft leaves out is not lost: it waits, with a few minutes on the person's own words. Where nothing is left, it begins.
        bool IsKept(string goal) => slots.Exists(slot => slot.Goal == goal) || _chat.Goals.Any(known => known.Title.Equals(goal, StringComparison.OrdinalIgnoreCase));
        List<SystemSlot> leftOut = [.. asked.Goals.Where(goal => !IsKept(goal)).Select((goal, i) => new SystemSlot((DayPart)(i % UsualTimes.Length), goal, new DraftStep(goal, null)))];
        if (slots.Count is 0) (slots, leftOut) = (leftOut, []);
        // What the person named first begins first, where not all of it does.
        slots = [.. slots.OrderBy(slot => asked.Goals.ToList().FindIndex(goal => goal.Equals(slot.Goal, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place ? place : MostOfADay)];
        var (chat, slotOf) = WithSlots(_chat, [.. slots.Select(slot => slot.When)]);
        var begun = Room(draft.PerDay);
        if (begun < 1) return Say(Replies[Reply.EnoughHabits, MostHabits], _chat with { State = new ChatState.Idle() });
        var habits = new List<Goal>();
        foreach (var slot in slots.Concat(leftOut))
        {
            // What is done daily already goes on, at its new time.
            if (chat.ActiveGoals.FirstOrDefault(goal => goal.Habit is not null && slot.Goal.Equals(goal.Title, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                habits.Add(known with { Habit = known.Habit! with { Slot = slotOf(slot.When) } });
                chat = chat.With(habits[^1]);
                continue;
            }
            var step = Judged([slot.Step], slot.Goal, asked.Language, Limits.FirstStepMinutes)[0];
            var habit = HabitOf(chat, slot.Goal, step, slotOf(slot.When), asked.Language, by);
            habits.Add(begun-- > 0 && !leftOut.Contains(slot) ? habit : habit with { Status = GoalStatus.PutAway });
            chat = chat with { Goals = chat.Goals.Add(habits[^1]) };
        }
        habits = [.. habits.OrderBy(habit => habit.Habit!.Slot)];
        chat = WithQuestions(chat, draft.WeeklyReview, asked, [.. asked.Goals, asked.Day]);
        return ShowHabits(chat, habits, [.. Origin(by), Replies[Reply.SystemMade]]);
    }

    /// <summary>Slots by the names of what the person brought: one by another name gets that of a goal that has none, and a goal that nobody brought is left out.</summary>
    static List<SystemSlot> Named(List<SystemSlot> slots, IReadOnlyList<string> brought)
    {
        string? Brought(string name) => brought.FirstOrDefault(words => words.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? brought.FirstOrDefault(words => IsSame(name, words));
        var left = new Queue<string>(brought.Where(words => !slots.Exists(slot => Brought(slot.Goal) == words)));
        return [.. slots
            .Select(slot => (Brought(slot.Goal) ?? (left.TryDequeue(out var words) ? words : null)) is { } name ? slot with { Goal = name } : null)
            .OfType<SystemSlot>().DistinctBy(slot => slot.Goal.ToUpperInvariant())];
    }

    /// <summary>One card: the habits in few lines, and the first of them as the step at hand.</summary>
    Decision ShowHabits(Chat chat, IReadOnlyList<Goal> habits, IReadOnlyList<FormattedText> lead)
    {
        var begun = habits.Where(habit => habit.Status is GoalStatus.Active).ToList();
        var later = habits.Where(habit => habit.Status is GoalStatus.PutAway).ToList();
        List<FormattedText> parts = [.. lead, Cards.Lines([.. begun.Select(habit => SlotLine(chat, habit))])];
        if (later.Count > 0) parts.Add(Replies[Reply.KeptForLater, string.Join("; ", later.Select(habit => habit.Title))]);
        var card = ShowStep(chat, begun[0], Pressed, [.. parts]);
        return card with { Replies = [card.Replies[0] with { Buttons = [.. card.Replies[0].Buttons, .. later.Select(habit => GoalButton(habit, ButtonVerb.BringBack))] }] };
    }

    FormattedText SlotLine(Chat chat, Goal habit) => Replies[Reply.SystemLine,
        TimeOf(chat.Agreement, habit.Habit!.Slot).ToString("HH:mm", CultureInfo.InvariantCulture),
        habit.Habit.Sentence.Length > 0 ? habit.Habit.Sentence : habit.Steps[0].Goal.Text];

    static LocalTime TimeOf(Agreement agreement, int slot) => agreement.Times[Math.Clamp(slot, 0, agreement.Times.Length - 1)];

    /// <summary>A habit: one small thing that comes back every day. What was too big in it is where it may grow to.</summary>
    Goal HabitOf(Chat chat, string words, JudgedStep step, int slot, Language language, DraftedBy by)
    {
        var habit = Habits.Create(chat.Goals.Length + 1, Title(words), step.Planned.Goal.Text, language, Today, _now, by.ToString());
        var mayGrow = !UnsafeGoals.Default.NeverScaled(words) && !UnsafeGoals.Default.NeverScaled(habit.Habit!.Words);
        return habit with { Words = words, Habit = habit.Habit! with { Slot = slot, MayGrow = mayGrow } };
    }

    /// <summary>How many of the habits of a draft may begin today; the others are kept for later.</summary>
    int Room(int wanted) => Math.Min(Math.Clamp(wanted, 1, MostBegun), MostHabits - _chat.ActiveGoals.Count(goal => goal.Habit is not null));

    /// <summary>Check-in times for the parts of the day that are used, where the person has not chosen theirs; and the slot of each part.</summary>
    static (Chat Chat, Func<DayPart, int> SlotOf) WithSlots(Chat chat, IReadOnlyCollection<DayPart> parts)
    {
        var agreement = chat.Agreement;
        if (!agreement.TimesChosen || agreement.Times.Length is 0)
        {
            var kept = chat.ActiveGoals.Where(goal => goal.Habit is not null && agreement.Times.Length > 0).Select(goal => TimeOf(agreement, goal.Habit!.Slot));
            LocalTime[] times = [.. kept.Concat(parts.Select(part => UsualTimes[(int)part])).Distinct().Order()];
            if (times.Length > UsualTimes.Length) times = UsualTimes;
            // They are named on the card, and need no question any more.
            agreement = agreement with { Times = [.. times], TimesAsked = true };
        }
        var before = chat.Agreement;
        // A habit keeps its time of day, whatever number its slot has now.
        var goals = chat.Goals.Select(goal => goal.Habit is { } habit && before.Times.Length > 0 && Nearest(agreement, TimeOf(before, habit.Slot)) is var slot && slot != habit.Slot
            ? goal with { Habit = habit with { Slot = slot } }
            : goal);
        return (chat with { Agreement = agreement, Goals = [.. goals] }, part => Nearest(agreement, UsualTimes[(int)part]));
    }

    static int Nearest(Agreement agreement, LocalTime time) =>
        Enumerable.Range(0, agreement.Times.Length).MinBy(slot => Math.Abs((agreement.Times[slot] - time).ToDuration().TotalMinutes));

    /// <summary>What is shown where nothing of a goal is open now.</summary>
    OutgoingMessage Through(Goal goal, string? edits, FormattedText[] lead)
    {
        if (goal.IsPartDone) return PartOffer(goal, edits, lead);
        if (goal.Exam is not null && goal.Status is GoalStatus.Active)
            return Cards.Say(Cards.Paragraphs([.. lead, Replies[Reply.ExamDayDone, goal.Title]]), edits: edits);
        return Cards.Say(Cards.Paragraphs([.. lead, Replies[goal.Habit is null ? Reply.GoalReached : Reply.DoneForToday, goal.Title]]), edits: edits);
    }
}
