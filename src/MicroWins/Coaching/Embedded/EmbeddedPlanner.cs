using System.ComponentModel;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using Microsoft.SemanticKernel;

namespace MicroWins.Coaching.Embedded;

/// <summary>
/// The coach that needs no model: native functions with the names, inputs and outputs of the prompts.
/// It knows sorts of goals, reads the person's own words for object, amounts and dates, and never invents either.
/// The same input gives the same plan on every machine.
/// </summary>
public sealed class EmbeddedPlanner
{
    readonly GoalReader _reader = new(KnowledgeBase.BuiltIn);
    readonly EmbeddedRouter _router = new();

    /// <summary>Breaks a goal down.</summary>
    [KernelFunction("BreakDownGoal")]
    [Description("Breaks an overwhelming goal down into a tiny first step and about ten small steps.")]
    public CoachDraft.GoalBreakdown BreakDownGoal(
        [Description("The goal in the person's words.")] string goal,
        [Description("Why it is hard, in their words; may be empty.")] string why = "",
        [Description("The milestone whose steps are wanted; empty for the first one.")] string part = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en") =>
        Plan(goal, why, Languages.FromTag(language), part);

    /// <summary>Spreads small steps over a day.</summary>
    [KernelFunction("DesignDailySystem")]
    [Description("Spreads one tiny daily step for each goal over the day.")]
    public CoachDraft.DailySystem DesignDailySystem(
        [Description("What the person is working on, a goal a line.")] string goals,
        [Description("The outline of their day; may be empty.")] string day = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        var (from, to) = Books($"{goals}\n{day}", language);
        return DailySystemWriter.Write(Habits(goals, "", from, to), PersonText.Read(day), from, to);
    }

    /// <summary>Begins goals again that did not work out.</summary>
    [KernelFunction("ReframeFailedGoals")]
    [Description("Begins goals again that did not work out, each with the step to have started with.")]
    public CoachDraft.FreshStart ReframeFailedGoals(
        [Description("The goals, one a line.")] string goals,
        [Description("Why they did not work out; may be empty.")] string why = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        var (from, to) = Books(goals, language);
        return FreshStartWriter.Write(Habits(goals, why, from, to), to);
    }

    /// <summary>Ties habits to a routine.</summary>
    [KernelFunction("BuildHabitStack")]
    [Description("Ties each habit to something that the person does every day anyway.")]
    public CoachDraft.HabitStack BuildHabitStack(
        [Description("The habits, one a line.")] string habits,
        [Description("Their day as it is; may be empty.")] string routine = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        var (from, to) = Books($"{habits}\n{routine}", language);
        return HabitStackWriter.Write(Habits(habits, "", from, to), PersonText.Read(routine), from, to);
    }

    /// <summary>Gets somebody moving on a task that they avoid.</summary>
    [KernelFunction("BeatProcrastination")]
    [Description("Gives a two-minute move for right now, all further steps, boosters and an emergency step.")]
    public CoachDraft.WayOut BeatProcrastination(
        [Description("The task.")] string task,
        [Description("Why they avoid it; may be empty.")] string why = "",
        [Description("Deadline, progress and time; may be empty.")] string situation = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        var (from, to) = Books(task, language);
        var plan = Plan(task, why, to.Language, "", situation);
        return WayOutWriter.Write(plan, HabitGoal.Read(task, $"{why} {situation}", _reader, from, to));
    }

    /// <summary>Makes a way of tracking and celebrating.</summary>
    [KernelFunction("TrackAndCelebrate")]
    [Description("Makes a way to record and to celebrate small wins.")]
    public CoachDraft.Celebration TrackAndCelebrate(
        [Description("The micro-goals that the person is at, one a line.")] string goals,
        [Description("How they want to track; may be empty.")] string how = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        var (from, to) = Books(goals, language);
        return CelebrationWriter.Write(Habits(goals, "", from, to), PersonText.Read(how), from, to);
    }

    /// <summary>Puts a change of level into words.</summary>
    [KernelFunction("ScaleUp")]
    [Description("Puts a change of level into words, with no number but the given ones.")]
    public CoachDraft.NextLevel ScaleUp(
        [Description("The habit.")] string habit,
        [Description("What is promised now.")] string now,
        [Description("What is offered.")] string next,
        [Description("What the last two weeks show; may be empty.")] string record = "",
        [Description("Where it may be in three months; may be empty.")] string inThreeMonths = "",
        [Description("Where it may be in six months; may be empty.")] string inSixMonths = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        var inputs = new Dictionary<string, string>
        {
            ["habit"] = habit, ["now"] = now, ["next"] = next, ["record"] = record, ["three"] = inThreeMonths, ["six"] = inSixMonths,
        };
        return NextLevelWriter.Write(inputs, Books(habit, language).To);
    }

    /// <summary>Lists what is to be learned for an exam.</summary>
    [KernelFunction("PlanExam")]
    [Description("Lists the topics of an exam with steps of mixed kinds, and steps that prove readiness.")]
    public CoachDraft.ExamTopics PlanExam(
        [Description("The subject, or the whole message in which the exam was told of.")] string subject,
        [Description("Chapters, topics; may be empty.")] string material = "",
        [Description("Multiple choice, essays, problems; may be empty.")] string format = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        var (from, to) = Books($"{subject}\n{material}", language);
        return new ExamWriter(_reader, from, to).Write(PersonText.Read(subject), PersonText.Read(material), PersonText.Read(format));
    }

    /// <summary>Says what a message asks for.</summary>
    [KernelFunction("Route")]
    [Description("Says what a message asks for, with what was already said in it.")]
    public CoachDraft.Routing Route(
        [Description("The message.")] string message,
        [Description("The step that is at hand; may be empty.")] string step = "",
        [Description("The question that the bot had asked; may be empty.")] string asked = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en")
    {
        // Their own language first: a word of another one is borrowed more often than the language is changed.
        var (from, to) = Books(message, language);
        var routed = _router.Route(message, to.Language);
        if (routed.Intent is RouteIntent.Unsure && from != to) routed = _router.Route(message, from.Language);
        else from = to;
        return RoutingWriter.Write(PersonText.Read(message), routed, step, from, to);
    }

    internal CoachDraft.GoalBreakdown Plan(string goal, string why, Language language, string part = "", string situation = "")
    {
        var (text, reason) = (PersonText.Read(goal), PersonText.Read(why));
        var (from, to) = _reader.Books(text, language);
        var items = ErrandList.Read(text, from);
        var plan = items.Count > 0 && from == to
            ? new ErrandPlan(to, _reader).Write(items, text, reason)
            : new PlanWriter(to).Write(_reader.Read(text, reason, to.Language, PersonText.Read(situation)));
        return string.IsNullOrWhiteSpace(part) ? plan : PartWriter.Write(plan, _reader.Read(text, reason, to.Language), PersonText.Read(part), from, to);
    }

    (Phrasebook From, Phrasebook To) Books(string words, string language) => _reader.Books(PersonText.Read(words), Languages.FromTag(language));

    IReadOnlyList<HabitGoal> Habits(string goals, string why, Phrasebook from, Phrasebook to) =>
        [.. InputLines.Of(goals).Select(goal => HabitGoal.Read(goal, why, _reader, from, to))];
}
