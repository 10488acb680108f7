using MicroWins.Coaching;
using MicroWins.Rules.Exams;

namespace MicroWins.Tests.Support;

/// <summary>What a sensible coach drafts, and what one that lies does.</summary>
public static class SomeDrafts
{
    public static CoachDraft.DailySystem System { get; } = new(
        3,
        [
            new SystemSlot(DayPart.Morning, "thesis", new DraftStep("Write one sentence of the thesis", 2)),
            new SystemSlot(DayPart.Evening, "piano", new DraftStep("Play one scale", 2)),
        ],
        "Tick it off here.",
        ["Which step came by itself?", "Which one was too big?"]);

    public static CoachDraft.FreshStart Again { get; } = new(
        [
            new ReframedGoal("run a marathon", "A marathon is a habit before it is a race.", new DraftStep("Put the shoes by the door", 1), [new DraftStep("Walk for 5 minutes", 5), new DraftStep("Walk for 10 minutes", 10)]),
            new ReframedGoal("read more", "One page is reading.", new DraftStep("Read one page", 2), [new DraftStep("Read two pages", 4), new DraftStep("Read three pages", 6)]),
        ],
        ["Each one you keep is a reason to believe the next."]);

    public static CoachDraft.HabitStack Stack { get; } = new(
        [
            new StackedHabit("read more", "I pour my coffee", new DraftStep("Read one page", 2), "After I pour my coffee, I will read one page."),
            new StackedHabit("exercise", "I brush my teeth", new DraftStep("Do two squats", 1), "After I brush my teeth, I will do two squats."),
        ],
        "Tick it off here.",
        "Grow when it feels like nothing.");

    public static CoachDraft.WayOut WayOut { get; } = new(
        "tax return",
        new DraftStep("Open the tax form", 1),
        [new DraftStep("Write my name on it", 1), new DraftStep("Find one receipt", 5), new DraftStep("Fill in one line", 5)],
        ["Put on a song that you like."],
        new DraftStep("Look at the form for one minute", 1));

    public static CoachDraft.Celebration Rituals { get; } = new(
        "Each step, here.", "A tick a day.", ["Say it out loud: I did that."], ["Write one line about today."], ["Show somebody what you did."],
        ["What was smaller than you thought?"], "Look for the hour that works.");

    public static CoachDraft.ExamTopics Exam { get; } = new(
        "Biology",
        [
            new DraftTopic("cells", TopicPriority.High, [new DraftStep("Read one page about cells", 3), new DraftStep("Review 5 flashcards about cells", 3)], new DraftStep("Say from memory what a cell has", 3)),
            new DraftTopic("genetics", TopicPriority.Medium, [new DraftStep("Read one page about genetics", 3)], new DraftStep("Draw one family tree from memory", 5)),
        ],
        [new DraftStep("Solve one problem that you know", 5)]);

    public static CoachDraft.Routing Routed(RouteIntent intent, params string[] goals) => new(intent, goals, "", "", null, "", null, "");

    /// <summary>Answers that claim a minute for the work of days, in every place where a step may stand.</summary>
    public static CoachDraft Lying(CoachRequest request)
    {
        DraftStep[] lies = [new("Read the entire book", 1), new("Write the introduction and all body paragraphs", 2), new("Study for 3 hours", 5), new("Solve all 40 problems", 0)];
        return request switch
        {
            CoachRequest.BreakDownGoal => Some.Answer("Read the entire book", "Study for 3 hours").Draft,
            CoachRequest.DesignDailySystem => System with { PerDay = 99, Slots = [.. lies.Select((lie, i) => new SystemSlot((DayPart)(i % 3), $"goal {i}", lie))] },
            CoachRequest.ReframeFailedGoals => Again with { Goals = [.. lies.Select((lie, i) => new ReframedGoal($"goal {i}", "", lie, lies))] },
            CoachRequest.BuildHabitStack => Stack with { Habits = [.. lies.Select((lie, i) => new StackedHabit($"habit {i}", "I wake up", lie, $"After I wake up, I will {lie.Text}."))] },
            CoachRequest.BeatProcrastination => WayOut with { Now = lies[0], Steps = lies, Emergency = lies[2] },
            CoachRequest.PlanExam => Exam with { Topics = [.. lies.Select((lie, i) => new DraftTopic($"topic {i}", TopicPriority.High, lies, lie))], Confidence = lies },
            _ => Some.AnswerTo(request).Draft,
        };
    }

    const string Hostile = "<script>alert(1)</script> **bold** {0} [x](http://evil) \u202e__y__";

    /// <summary>Answers with fields left out and texts that want to be markup.</summary>
    public static CoachDraft Broken(CoachRequest request)
    {
        var (empty, bad) = (new DraftStep("", null), new DraftStep(Hostile, -5));
        return request switch
        {
            CoachRequest.BreakDownGoal => new CoachDraft.GoalBreakdown(Hostile, MicroWins.Rules.GoalKind.Task, new Overwhelm(OverwhelmCause.TooBig, ""), [], empty, [], []),
            CoachRequest.DesignDailySystem => new CoachDraft.DailySystem(-3, [new SystemSlot(DayPart.Evening, Hostile, bad), new SystemSlot(DayPart.Morning, "", empty)], "", ["", Hostile]),
            CoachRequest.ReframeFailedGoals => new CoachDraft.FreshStart([new ReframedGoal(Hostile, Hostile, empty, []), new ReframedGoal("", "", empty, [])], []),
            CoachRequest.BuildHabitStack => new CoachDraft.HabitStack([new StackedHabit(Hostile, "", bad, ""), new StackedHabit("", "", empty, "")], "", ""),
            CoachRequest.BeatProcrastination => new CoachDraft.WayOut("", empty, [], [], empty),
            CoachRequest.TrackAndCelebrate => new CoachDraft.Celebration("", "", [], [], [], [], ""),
            CoachRequest.PlanExam => new CoachDraft.ExamTopics("", [new DraftTopic("", TopicPriority.Low, [], empty), new DraftTopic(Hostile, TopicPriority.Low, [empty, bad], empty)], [empty]),
            _ => Some.AnswerTo(request).Draft,
        };
    }
}
