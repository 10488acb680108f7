using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Scaling;
using MicroWins.Rules.Sizing;

namespace MicroWins.Conversations;

// What comes back every day.
public sealed partial class ConversationFlow
{
    /// <summary>Habits at once at the most: past these a day is full, and the next one is a wish.</summary>
    const int MostHabits = 9;

    /// <summary>/daily read one page: a habit in the person's own words.</summary>
    /// <summary>UTF-16 units of a promise: a longer message says more than one thing.</summary>
    const int LongestPromise = 60;

    Decision OnDailyHabit(string words)
    {
        if (!words.Any(char.IsLetterOrDigit)) return Say(Replies[Reply.AskDaily], _chat with { State = new ChatState.AskedForDaily() });
        if (Decline(words) is { } declined) return declined;
        return InTheirs(words).BeginHabit(words, LanguageOf(words), Title(words), lead: null);
    }

    /// <summary>"I want to read one page a day" is a promise already: an amount, every day, and small enough. Null for anything else.</summary>
    string? DailyPromise(string text)
    {
        var language = LanguageOf(text);
        if (text.Length > LongestPromise || !EmbeddedRouter.Mentions("perday", text, language) || AmountInText.Find(text, language) is null) return null;
        var words = PersonText.Read(text);
        var promise = words.Slice(GoalLabel.AfterLead(words, KnowledgeBase.BuiltIn.For(language)), words.Words.Count);
        // What is begun today takes no longer than the first step of a plan.
        var isSmall = _rules.Sizer.Size(new SizingQuestion(promise, language)).Effort.HighMinutes <= Limits.FirstStepMinutes && UnsafeGoals.Default.Judge(text) is UnsafeGoal.None;
        return isSmall && AmountInText.Find(promise, language) is not null && _chat.ActiveGoals.Count(goal => goal.Habit is not null) < MostHabits ? promise : null;
    }

    /// <summary>The step that was kept becomes what is done every day.</summary>
    Decision MakeHabit(Goal goal, Step step) =>
        MayBeDaily(_chat, goal) ? BeginHabit(step.Goal.Text, goal.Language, goal.Title, Pressed) : OldButton();

    Decision BeginHabit(string words, Language language, string title, string? lead)
    {
        if (_chat.ActiveGoals.Count(goal => goal.Habit is not null) >= MostHabits) return Say(Replies[Reply.EnoughHabits, MostHabits]);
        var habit = Habits.Create(_chat.Goals.Length + 1, title, words, language, Today, _now, "Person");
        habit = habit with { Habit = habit.Habit! with { MayGrow = !UnsafeGoals.Default.NeverScaled(words) } };
        var chat = _chat with { Goals = _chat.Goals.Add(habit) };
        var wasCut = habit.Steps[0].Goal.Text.Length < words.Length && _rules.Sizer.Size(new SizingQuestion(words, language)).Effort.Verdict is Verdict.TooBig;
        return ShowStep(chat, habit, lead, Replies[wasCut ? Reply.DailyBegunSmaller : Reply.DailyBegun]);
    }

    static string Title(string words) => Shorten(words, 60);

    /// <summary>A habit is made smaller by its level while it has one above the least, then by its words.</summary>
    Decision MakeHabitSmaller(Goal goal, Step step)
    {
        var habit = goal.Habit!;
        // One that stands in for a day is no promise.
        if (step.Times is 1) return SmallerOnce(goal, step);
        if (habit.Level is { Amount: > 1 } level && Growth.Below(RecordOf(goal)) is { } below)
            return Leveled(goal, level, below, LevelEventKind.ScaledBack, Replies[Reply.Smaller]);
        var smaller = _rules.Own.Smaller(new SizingQuestion(step.Goal.Text, goal.Language, step.Goal.Effort.HighMinutes)).First;
        if (smaller.Text == step.Goal.Text) return ShowStep(_chat, goal, Pressed, Replies[Reply.Floor]);
        // Another promise has other amounts: it grows from its own first day.
        var reworded = goal.With(step with { Goal = smaller, StartedAt = null }) with { Habit = habit with { Words = smaller.Text, Level = null } };
        return ShowStep(_chat.With(reworded), reworded, Pressed, Replies[Reply.Smaller]);
    }
}
