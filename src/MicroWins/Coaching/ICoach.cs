using MicroWins.Rules;

namespace MicroWins.Coaching;

/// <summary>Whoever drafts: the model, or the embedded planner. A coach proposes; the rules judge what it proposed.</summary>
public interface ICoach
{
    /// <summary>Drafts an answer. Never fails because of the model: the embedded planner answers then, and the answer says so.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<CoachAnswer> DraftAsync(CoachRequest request, CancellationToken cancel);
}

/// <summary>What a coach can be asked; one nested record per function of the method.</summary>
public abstract record CoachRequest
{
    CoachRequest() { }

    /// <summary>The language to answer in.</summary>
    public required Language Language { get; init; }

    /// <summary>A person, as far as a budget of tokens is kept for them; never sent to a model.</summary>
    public required string ChatId { get; init; }

    /// <summary>Break a goal down.</summary>
    /// <param name="Goal">The goal in the person's words.</param>
    /// <param name="Why">Why it is hard, in their words; empty where they did not say.</param>
    /// <param name="Part">The milestone whose steps are wanted; empty for the first one, with the milestones.</param>
    public sealed record BreakDownGoal(string Goal, string Why, string Part = "") : CoachRequest;

    /// <summary>Spread a few small steps over a day.</summary>
    /// <param name="Goals">What the person is working on, a goal each; at least one.</param>
    /// <param name="Day">The outline of their day; empty where they did not say.</param>
    public sealed record DesignDailySystem(IReadOnlyList<string> Goals, string Day) : CoachRequest;

    /// <summary>Start again after goals that did not work out.</summary>
    /// <param name="Goals">The goals; at least one.</param>
    /// <param name="Why">Why they did not, in the person's words; empty where they did not say.</param>
    public sealed record ReframeFailedGoals(IReadOnlyList<string> Goals, string Why) : CoachRequest;

    /// <summary>Tie small habits to what a person does every day anyway.</summary>
    /// <param name="Habits">The habits; at least one.</param>
    /// <param name="Routine">Their day as it is; empty where they did not say.</param>
    public sealed record BuildHabitStack(IReadOnlyList<string> Habits, string Routine) : CoachRequest;

    /// <summary>Get somebody moving on a task that they avoid.</summary>
    /// <param name="Task">The task.</param>
    /// <param name="Why">Why they avoid it; empty where they did not say.</param>
    /// <param name="Situation">Deadline, progress and time, in their words; empty where they did not say.</param>
    public sealed record BeatProcrastination(string Task, string Why, string Situation) : CoachRequest;

    /// <summary>Make a way of tracking and celebrating.</summary>
    /// <param name="Goals">The micro-goals that the person is at.</param>
    /// <param name="How">How they want to track; empty where they did not say.</param>
    public sealed record TrackAndCelebrate(IReadOnlyList<string> Goals, string How) : CoachRequest;

    /// <summary>Put a change of level into words. The levels are the rules'; the coach may use no number but theirs.</summary>
    /// <param name="Habit">The habit, in the person's words.</param>
    /// <param name="Now">What is promised now ("1 page a day").</param>
    /// <param name="Next">What is offered ("2 pages a day").</param>
    /// <param name="Record">What the last two weeks show, from the store.</param>
    /// <param name="InThreeMonths">Where it may be in three months, by the rules.</param>
    /// <param name="InSixMonths">Where it may be in six months, by the rules.</param>
    public sealed record ScaleUp(string Habit, string Now, string Next, string Record, string InThreeMonths, string InSixMonths) : CoachRequest;

    /// <summary>List what is to be learned for an exam. The timetable is made by the rules.</summary>
    /// <param name="Subject">The subject, or the whole message in which the exam was told of.</param>
    /// <param name="Material">Chapters, topics; empty where they did not say.</param>
    /// <param name="Format">Multiple choice, essays, problems; empty where they did not say.</param>
    public sealed record PlanExam(string Subject, string Material, string Format) : CoachRequest;

    /// <summary>Say what a message asks for.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Step">The step that is at hand; empty for none.</param>
    /// <param name="Asked">The question that the bot had asked; empty for none.</param>
    public sealed record Route(string Message, string Step, string Asked) : CoachRequest;
}

/// <summary>A draft, and who made it.</summary>
public sealed record CoachAnswer(CoachDraft Draft, DraftedBy By);

/// <summary>Who made a draft. People are told.</summary>
public enum DraftedBy
{
    /// <summary>The language model.</summary>
    Model,

    /// <summary>The embedded planner, since no model is configured.</summary>
    Planner,

    /// <summary>The embedded planner, since the model did not give a usable answer.</summary>
    PlannerInsteadOfModel,

    /// <summary>The embedded planner, since the person has used what the model may give them in a day.</summary>
    PlannerForToday,
}
