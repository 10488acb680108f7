using MicroWins.Rules;
using MicroWins.Rules.Exams;

namespace MicroWins.Coaching;

/// <summary>What a coach proposed, before any rule has seen it; one nested record per function.</summary>
/// <remarks>The planner gives back these records themselves; a model writes JSON with these names in camelCase, and enum values in camelCase.</remarks>
public abstract record CoachDraft
{
    CoachDraft() { }

    /// <summary>A goal, broken down.</summary>
    /// <param name="Title">A short name for the goal, in the person's words; at most 60 characters.</param>
    /// <param name="Kind">What sort of goal it is.</param>
    /// <param name="Overwhelm">Why it overwhelms.</param>
    /// <param name="Milestones">Parts that together cover the goal, in order; 1 to 6.</param>
    /// <param name="FirstStep">The smallest first step.</param>
    /// <param name="Steps">About ten steps in order, the first step not among them.</param>
    /// <param name="Celebrations">Ways to mark a win, at least one.</param>
    public sealed record GoalBreakdown(
        string Title,
        GoalKind Kind,
        Overwhelm Overwhelm,
        IReadOnlyList<string> Milestones,
        DraftStep FirstStep,
        IReadOnlyList<DraftStep> Steps,
        IReadOnlyList<string> Celebrations) : CoachDraft;

    /// <summary>A few small steps a day.</summary>
    /// <param name="PerDay">How many a day, 1 to 3.</param>
    /// <param name="Slots">A step for each goal, with its time of day; at least one.</param>
    /// <param name="Tracking">How to record wins, in a sentence or two.</param>
    /// <param name="WeeklyReview">What to look at once a week, as questions; at least one.</param>
    public sealed record DailySystem(int PerDay, IReadOnlyList<SystemSlot> Slots, string Tracking, IReadOnlyList<string> WeeklyReview) : CoachDraft;

    /// <summary>Goals that did not work out, begun again smaller.</summary>
    /// <param name="Goals">Each goal; at least one.</param>
    /// <param name="SelfTrust">How to rebuild trust in one's own word, in one to three sentences.</param>
    public sealed record FreshStart(IReadOnlyList<ReframedGoal> Goals, IReadOnlyList<string> SelfTrust) : CoachDraft;

    /// <summary>Small habits, each behind something that is done anyway, in order of the day.</summary>
    /// <param name="Habits">The habits; at least one.</param>
    /// <param name="Tracking">How to stay accountable, in a sentence or two.</param>
    /// <param name="Progression">When and how to grow, in a sentence or two.</param>
    public sealed record HabitStack(IReadOnlyList<StackedHabit> Habits, string Tracking, string Progression) : CoachDraft;

    /// <summary>A way out of putting off.</summary>
    /// <param name="Title">A short name for the task, in the person's words; at most 60 characters.</param>
    /// <param name="Now">What can be done right now in two minutes.</param>
    /// <param name="Steps">All further steps in order; at least three.</param>
    /// <param name="Boosters">What makes a step more pleasant; at least one.</param>
    /// <param name="Emergency">What to do if it is put off all the same: the least that still counts.</param>
    public sealed record WayOut(string Title, DraftStep Now, IReadOnlyList<DraftStep> Steps, IReadOnlyList<string> Boosters, DraftStep Emergency) : CoachDraft;

    /// <summary>How to record and to celebrate.</summary>
    /// <param name="Record">What to record and how often, in a sentence or two.</param>
    /// <param name="Visual">How progress is made visible, in a sentence.</param>
    /// <param name="EachWin">Ways to mark a win; at least one.</param>
    /// <param name="EachDay">Ways to mark a day.</param>
    /// <param name="EachWeek">Ways to mark a week.</param>
    /// <param name="Questions">Questions for the weekly review; at least one.</param>
    /// <param name="Use">How the record helps to adjust, in a sentence or two.</param>
    public sealed record Celebration(
        string Record,
        string Visual,
        IReadOnlyList<string> EachWin,
        IReadOnlyList<string> EachDay,
        IReadOnlyList<string> EachWeek,
        IReadOnlyList<string> Questions,
        string Use) : CoachDraft;

    /// <summary>A change of level in words.</summary>
    /// <param name="Signals">Signs that it is time, each a short sentence; at least one.</param>
    /// <param name="Test">How to try the new level.</param>
    /// <param name="WayBack">What to do if it is too much.</param>
    /// <param name="Path">Where this may lead in three and six months.</param>
    public sealed record NextLevel(IReadOnlyList<string> Signals, string Test, string WayBack, string Path) : CoachDraft;

    /// <summary>What an exam asks for.</summary>
    /// <param name="Subject">The subject; at most 60 characters.</param>
    /// <param name="Topics">What it covers; at least one.</param>
    /// <param name="Confidence">Steps that prove to the person that they are ready, for the last days; at least one.</param>
    public sealed record ExamTopics(string Subject, IReadOnlyList<DraftTopic> Topics, IReadOnlyList<DraftStep> Confidence) : CoachDraft;

    /// <summary>What a message asks for, and what was already said in it.</summary>
    /// <param name="Intent">What it asks for.</param>
    /// <param name="Goals">The goals named in it, each in the person's words.</param>
    /// <param name="Why">Why it is hard, where it says so; else empty.</param>
    /// <param name="Situation">Deadline, progress and time, where it says so; else empty.</param>
    /// <param name="Amount">How much was done, where it says so.</param>
    /// <param name="Unit">Of what; empty where it does not say.</param>
    /// <param name="Minutes">Minutes that it took, or that are to pass; null where it does not say.</param>
    /// <param name="Reply">One or two sentences to say to a question or to small talk; else empty.</param>
    public sealed record Routing(
        RouteIntent Intent,
        IReadOnlyList<string> Goals,
        string Why,
        string Situation,
        double? Amount,
        string Unit,
        double? Minutes,
        string Reply) : CoachDraft;
}

/// <summary>What a message asks for.</summary>
public enum RouteIntent
{
    /// <summary>A goal, or several, to be broken down.</summary>
    NewGoal,

    /// <summary>A plan for the day from several goals.</summary>
    DailySystem,

    /// <summary>To start again with what did not work out.</summary>
    StartAgain,

    /// <summary>Habits tied to a routine.</summary>
    HabitStack,

    /// <summary>A task that is avoided, with a deadline.</summary>
    Procrastination,

    /// <summary>Ways to track and celebrate.</summary>
    Celebrate,

    /// <summary>To do more than now.</summary>
    ScaleUp,

    /// <summary>An exam.</summary>
    Exam,

    Done,
    Stuck,
    Smaller,
    Later,
    Skip,
    Start,

    /// <summary>One more step.</summary>
    More,

    /// <summary>Stop for today.</summary>
    Enough,
    ShowAll,

    /// <summary>"One page is nothing": the win is played down.</summary>
    ThatsNothing,
    Question,
    SmallTalk,

    /// <summary>None of these for sure.</summary>
    Unsure,
}

/// <summary>When in the day.</summary>
public enum DayPart { Morning, Afternoon, Evening }

/// <summary>A step of a daily system.</summary>
/// <param name="When">When in the day.</param>
/// <param name="Goal">The goal that it serves, in the person's words.</param>
/// <param name="Step">The step, repeated daily.</param>
public sealed record SystemSlot(DayPart When, string Goal, DraftStep Step);

/// <summary>A goal that did not work out, begun again.</summary>
/// <param name="Goal">The goal, in the person's words.</param>
/// <param name="Reframing">The goal seen anew, in a sentence or two.</param>
/// <param name="FirstStep">The step to have started with.</param>
/// <param name="Path">The way from there to the goal, in order; at least two.</param>
public sealed record ReframedGoal(string Goal, string Reframing, DraftStep FirstStep, IReadOnlyList<DraftStep> Path);

/// <summary>A small habit behind something that is done anyway.</summary>
/// <param name="Habit">The habit, in the person's words.</param>
/// <param name="Anchor">What is done anyway, as a clause that fits behind "After" ("I pour my coffee").</param>
/// <param name="Step">The small habit as a step of its own ("Read one page").</param>
/// <param name="Sentence">Both in one: "After I pour my coffee, I will read one page."</param>
public sealed record StackedHabit(string Habit, string Anchor, DraftStep Step, string Sentence);

/// <summary>A topic of an exam.</summary>
/// <param name="Name">The topic.</param>
/// <param name="Priority">How much it weighs.</param>
/// <param name="Steps">What to do for it, of mixed kinds, in order; at least one.</param>
/// <param name="Recall">How it is reviewed later, from memory.</param>
public sealed record DraftTopic(string Name, TopicPriority Priority, IReadOnlyList<DraftStep> Steps, DraftStep Recall);

/// <summary>Why a goal overwhelms.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Sentence">One or two warm sentences about it, for this person and goal.</param>
public sealed record Overwhelm(OverwhelmCause Cause, string Sentence);

public enum OverwhelmCause { TooBig, Unclear, TooManySteps }

/// <summary>A proposed step. Its minutes are a claim, and often a lie.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Minutes">What the coach says it takes, in minutes; null where it did not say.</param>
/// <param name="Difficulty">How hard it feels.</param>
public sealed record DraftStep(string Text, double? Minutes, Difficulty Difficulty = Difficulty.Easy);
