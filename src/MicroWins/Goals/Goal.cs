using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Goals;

public enum GoalStatus
{
    /// <summary>Somebody is at it.</summary>
    Active,

    /// <summary>Every step is kept or skipped.</summary>
    Reached,

    /// <summary>Put away by the person, or kept for later; nothing of it is lost.</summary>
    PutAway,
}

/// <summary>What a person brought, and the plan that was made of it.</summary>
public sealed record Goal
{
    readonly Late<string> _title = "", _words = "", _why = "";
    readonly Late<ImmutableArray<string>> _milestones = None, _celebrations = None;

    public Goal() { }

    /// <summary>A goal as it is stored, whose texts are opened when somebody looks at them.</summary>
    [SetsRequiredMembers]
    internal Goal(int number, GoalTexts texts, GoalKind kind, Language language, Instant createdAt, string draftedBy)
    {
        // The compiler wants to see them set, and cannot see by what.
        (Number, Title, Words, Why, Kind, Language, CreatedAt, DraftedBy) = (number, "", "", "", kind, language, createdAt, draftedBy);
        (_title, _words, _why, _milestones, _celebrations) = (texts.Title, texts.Words, texts.Why, texts.Milestones, texts.Celebrations);
    }

    /// <summary>Counts the goals of one chat, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>A short name, in the person's words.</summary>
    public required string Title { get => _title.Value; init => _title = value; }

    /// <summary>The goal as the person wrote it.</summary>
    public required string Words { get => _words.Value; init => _words = value; }

    /// <summary>Why it is hard, as the person wrote it; empty where they did not say.</summary>
    public required string Why { get => _why.Value; init => _why = value; }

    public required GoalKind Kind { get; init; }

    /// <summary>The language of the goal and its steps.</summary>
    public required Language Language { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Who drafted the plan, for the record.</summary>
    public required string DraftedBy { get; init; }

    public GoalStatus Status { get; init; } = GoalStatus.Active;

    /// <summary>Parts that together cover the goal.</summary>
    public ImmutableArray<string> Milestones { get => _milestones.Value; init => _milestones = value; }

    /// <summary>Ways to mark a win.</summary>
    public ImmutableArray<string> Celebrations { get => _celebrations.Value; init => _celebrations = value; }

    /// <summary>The milestone whose steps the plan holds, from 0; the next one is cut into steps when it is reached.</summary>
    public int MilestoneAt { get; init; }

    /// <summary>What makes it a habit; null for what is done once.</summary>
    public Habit? Habit { get; init; }

    /// <summary>What makes it an exam; null for anything else.</summary>
    public Exam? Exam { get; init; }

    /// <summary>The least that still counts, for when it is put off all the same; null where there is none, or no more.</summary>
    public MicroGoal? LastResort { get; init; }

    /// <summary>The steps in order; those of a habit come back every day.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>The one step that is asked of the person now; null when all are through.</summary>
    public Step? Next => Steps.FirstOrDefault(step => step.Status is StepStatus.Open);

    /// <summary>Whether the steps of a part are through and another part comes after it, which is cut into steps when the person wants it.</summary>
    public bool IsPartDone => Status is GoalStatus.Active && Next is null && HasNextPart;

    /// <summary>Whether it waits for later: nothing of it was ever done.</summary>
    public bool IsKeptForLater => Status is GoalStatus.PutAway && Steps.All(step => step.TimesDone is 0);

    static Late<ImmutableArray<string>> None { get; } = ImmutableArray<string>.Empty;

    bool HasNextPart => Habit is null && Exam is null && MilestoneAt + 1 < Milestones.Length;

    public Step? Find(int number) => Steps.FirstOrDefault(step => step.Number == number);

    /// <summary>The place of a step in the plan, from 1.</summary>
    public int PlaceOf(Step step) => Steps.IndexOf(Steps.First(other => other.Number == step.Number)) + 1;

    /// <summary>The goal after a step was done once more.</summary>
    /// <param name="step">The step.</param>
    /// <param name="day">The person's day that it was done on.</param>
    public Goal Done(Step step, LocalDate day) => With(Habit is null ? step.DoneOnce() : step.DoneOn(day));

    /// <summary>The goal as it stands on a day: what was done or skipped of a habit on an earlier one is open again.</summary>
    public Goal On(LocalDate day) => Habit is null ? this
        : this with { Steps = [.. Steps.Select(step => step.Status is not StepStatus.Open && step.Day < day && step.TimesDone < step.Times ? step with { Status = StepStatus.Open } : step)] };

    /// <summary>Whether a habit was kept on a day, as often as it is to be: a smaller one in its place keeps it as well.</summary>
    public bool IsKeptOn(LocalDate day, IEnumerable<Win> wins) =>
        wins.Count(win => win.Goal == Number && win.Day == day && !win.IsBonus) is > 0 and var kept && kept >= Steps.Count(step => step.Times > 1 && step.Day != LocalDate.MaxIsoValue);

    /// <summary>A smaller step for one day: a habit comes back on the next as it was.</summary>
    public Goal SmallerOn(LocalDate day, Step step, MicroGoal small) => step.Times is 1
        ? Reword(step, small, [])
        : Before(step, small).With(step with { Status = StepStatus.Skipped, StartedAt = null, Day = day });

    /// <summary>Puts a changed step in the place of the old one; the goal is reached when none is open any more and no part is left.</summary>
    /// <remarks>A habit is never reached, and an exam when it is over.</remarks>
    public Goal With(Step changed)
    {
        var goal = this with { Steps = [.. Steps.Select(step => step.Number == changed.Number ? changed : step)] };
        return goal.Status is GoalStatus.PutAway || Habit is not null || Exam is not null
            ? goal
            : goal with { Status = goal.Next is null && !HasNextPart ? GoalStatus.Reached : GoalStatus.Active };
    }

    /// <summary>Puts an open step right before the next one.</summary>
    public Goal First(Step step) => Next is not { } next || next.Number == step.Number ? this : Moved(step, PlaceOf(next) - 1);

    /// <summary>Puts the next step behind the open one that follows it; the same goal where none does.</summary>
    public Goal AfterTheNext(Step step) =>
        Steps.Skip(PlaceOf(step)).FirstOrDefault(other => other.Status is StepStatus.Open) is { } following ? Moved(following, PlaceOf(step) - 1) : this;

    Goal Moved(Step step, int to) => this with { Steps = Steps.RemoveAll(other => other.Number == step.Number).Insert(to, Find(step.Number)!) };

    /// <summary>Puts a new step right before another.</summary>
    public Goal Before(Step step, MicroGoal first)
    {
        var added = step with { Number = Steps.Max(other => other.Number) + 1, Goal = first, Times = 1, TimesDone = 0, StartedAt = null };
        var place = PlaceOf(step) - 1;
        return this with { Steps = [.. Steps.Take(place), added, .. Steps.Skip(place)] };
    }

    /// <summary>Puts other words in the place of a step; what was too big in them follows it.</summary>
    /// <remarks>A step that comes back every day is one small thing and stays one: what was too big in it is where the habit may grow to.</remarks>
    public Goal Reword(Step step, MicroGoal first, IReadOnlyList<PlannedStep> rest)
    {
        if (Habit is { } habit)
        {
            var own = With(step with { Goal = first, StartedAt = null });
            // Another promise has other amounts: it grows from its own first day.
            return step.Times is 1 ? own : own with { Habit = habit with { Words = first.Text, Level = null } };
        }
        var number = Steps.Max(other => other.Number);
        var following = rest.Select(planned => step with { Number = ++number, Goal = planned.Goal, Times = planned.Times, TimesDone = 0, StartedAt = null });
        var place = PlaceOf(step) - 1;
        var reworded = step with { Goal = first, Times = step.TimesDone + 1, StartedAt = null };
        return this with { Steps = [.. Steps.Take(place), reworded, .. following, .. Steps.Skip(place + 1)] };
    }

    int LastNumber => Steps.IsEmpty ? 0 : Steps.Max(step => step.Number);

    /// <summary>Adds the steps of the next part at the end.</summary>
    /// <param name="steps">The steps, numbered from 1 among themselves.</param>
    public Goal AddPart(IReadOnlyList<Step> steps)
    {
        var last = LastNumber;
        return this with { MilestoneAt = MilestoneAt + 1, Steps = [.. Steps, .. steps.Select(step => step with { Number = last + step.Number })] };
    }

    /// <summary>Adds steps at the end.</summary>
    public Goal Add(IReadOnlyList<PlannedStep> steps, WorkKind kind)
    {
        var number = LastNumber;
        return this with { Steps = [.. Steps, .. steps.Select(planned => new Step { Number = ++number, Goal = planned.Goal, Times = planned.Times, Kind = kind })] };
    }

    /// <summary>Makes a step smaller: the small one in its place, what was cut off behind it.</summary>
    public Goal Cut(Step step, MicroGoal first, IReadOnlyList<PlannedStep> rest) =>
        // A step that is to be done several times is made smaller for this time; the other times stay as they were.
        Reword(step, first, step.Times - step.TimesDone > 1 ? [.. rest, new PlannedStep(step.Goal, step.Times - step.TimesDone - 1)] : rest);
}

/// <summary>The texts of a goal, each of which is opened by itself: a turn looks at one or two of them.</summary>
sealed record GoalTexts(Late<string> Title, Late<string> Words, Late<string> Why, Late<ImmutableArray<string>> Milestones, Late<ImmutableArray<string>> Celebrations);
