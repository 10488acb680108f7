using System.Collections.Immutable;
using MicroWins.Rules;
using MicroWins.Rules.Scaling;
using MicroWins.Rules.Sizing;
using NodaTime;

namespace MicroWins.Goals;

/// <summary>Makes habits, and puts other levels into their words.</summary>
public static class Habits
{
    /// <summary>Makes a habit of a small step. What is too big is shrunk first, like anybody's words; what was cut off is left for growth.</summary>
    /// <param name="number">The goal's number.</param>
    /// <param name="title">A short name, at most 60 characters.</param>
    /// <param name="words">What is done each day, as a step.</param>
    /// <param name="language">Its language.</param>
    /// <param name="today">The person's day.</param>
    /// <param name="now">The moment.</param>
    /// <param name="draftedBy">Who drafted it, for the record.</param>
    public static Goal Create(int number, string title, string words, Language language, LocalDate today, Instant now, string draftedBy)
    {
        var first = Sizer.Default.Shrink(new SizingQuestion(words, language)).First;
        first = MicroGoal.Create(char.ToUpperInvariant(first.Text[0]) + first.Text[1..], first.Effort);
        var level = LevelOf(first.Text, language);
        var goal = new Goal
        {
            Number = number,
            Title = title,
            Words = words,
            Why = "",
            Kind = GoalKind.Habit,
            Language = language,
            CreatedAt = now,
            DraftedBy = draftedBy,
            Habit = new Habit { Started = today, Words = first.Text, Level = level },
        };
        var kind = Sizer.Default.Size(new SizingQuestion(first.Text, language)).Kind;
        return level is null ? goal with { Steps = [Daily(1, first, kind)] } : At(goal, level, kind);
    }

    /// <summary>The habit at another level: as many steps as the day has occurrences, each with its amount in its words.</summary>
    public static Goal At(Goal goal, HabitLevel level) => At(goal, level, goal.Steps[0].Kind);

    static Goal At(Goal goal, HabitLevel level, WorkKind kind)
    {
        var habit = goal.Habit ?? throw new ArgumentException("Only a habit has levels.", nameof(goal));
        var steps = goal.Steps.Where(step => step.Times is Step.EveryDay).ToList();
        // Smaller ones that stood in for a day are no occurrences.
        var once = goal.Steps.Where(step => step.Times is not Step.EveryDay).ToList();
        var occurrences = level.Occurrences;
        for (var i = 0; i < Math.Max(steps.Count, occurrences.Count); i++)
        {
            if (i >= occurrences.Count) steps[i] = Retired(steps[i]);
            else if (i >= steps.Count) steps.Add(Daily(goal.Steps.Concat(steps).Select(step => step.Number).DefaultIfEmpty().Max() + 1, MicroGoalOf(habit, level, i, goal.Language), kind));
            else steps[i] = Back(steps[i]) with { Goal = MicroGoalOf(habit, level, i, goal.Language) };
        }
        return goal with { Habit = habit with { Level = level }, Steps = [.. once, .. steps] };
    }

    /// <summary>The level in the words of a step; null where nothing is counted in it, or where one unit is too much.</summary>
    static HabitLevel? LevelOf(string words, Language language)
    {
        if (AmountInText.Find(words, language) is not { } amount || amount.PerUnit.HighMinutes is < HabitLevel.FewestMinutesPerUnit or > Limits.MicroGoalMinutes) return null;
        var one = HabitLevel.Create(1, amount.UnitOfMany, amount.PerUnit);
        return amount.Amount <= one.MostADay ? one.With(amount.Amount) : null;
    }

    static MicroGoal MicroGoalOf(Habit habit, HabitLevel level, int occurrence, Language language)
    {
        var amount = level.Occurrences[occurrence];
        var words = AmountInText.Find(habit.Words, language)?.With(amount) ?? habit.Words;
        return level.Step(occurrence, words);
    }

    static Step Daily(int number, MicroGoal goal, WorkKind kind) => new() { Number = number, Goal = goal, Kind = kind, Times = Step.EveryDay };

    // Wins point at their steps, so that none is ever removed: one that is not asked any more rests for good.
    static Step Retired(Step step) => step with { Status = StepStatus.Skipped, StartedAt = null, Day = LocalDate.MaxIsoValue };

    static Step Back(Step step) => step.Day == LocalDate.MaxIsoValue ? step with { Status = StepStatus.Open, Day = null } : step;
}
