using MicroWins.Coaching;
using MicroWins.Rules;

namespace MicroWins.Tests.Support;

/// <summary>A coach that says what the test tells it to, and remembers what it was asked.</summary>
public sealed class ScriptedCoach : ICoach
{
    readonly List<CoachRequest> _asked = [];

    public IReadOnlyList<CoachRequest> Asked => _asked;

    /// <summary>What is answered; the test may replace it at any time, also by a failure.</summary>
    public Func<CoachRequest, CancellationToken, Task<CoachAnswer>> Answers { get; set; } = (request, _) => Task.FromResult(Some.AnswerTo(request));

    public Task<CoachAnswer> DraftAsync(CoachRequest request, CancellationToken cancel)
    {
        lock (_asked) _asked.Add(request);
        return Answers(request, cancel);
    }

    public void Drafts(params string[] steps) => Drafts(request => request is CoachRequest.Route ? Some.AnswerTo(request).Draft : Some.Answer(steps).Draft);

    public void Drafts(CoachDraft draft) => Drafts(request => request is CoachRequest.Route && draft is not CoachDraft.Routing ? Some.AnswerTo(request).Draft : draft);

    public void Drafts(Func<CoachRequest, CoachDraft> draft) => Answers = (request, _) => Task.FromResult(new CoachAnswer(draft(request), DraftedBy.Model));
}

/// <summary>Ordinary values, for tests that need one and do not care which.</summary>
public static class Some
{
    public const string Goal = "write my 15 page history paper by thursday";

    /// <summary>A sound answer to any request; what a message asks for stays open.</summary>
    public static CoachAnswer AnswerTo(CoachRequest request) => request switch
    {
        CoachRequest.BreakDownGoal => Answer(),
        CoachRequest.DesignDailySystem => new(SomeDrafts.System, DraftedBy.Model),
        CoachRequest.ReframeFailedGoals => new(SomeDrafts.Again, DraftedBy.Model),
        CoachRequest.BuildHabitStack => new(SomeDrafts.Stack, DraftedBy.Model),
        CoachRequest.BeatProcrastination => new(SomeDrafts.WayOut, DraftedBy.Model),
        CoachRequest.TrackAndCelebrate => new(SomeDrafts.Rituals, DraftedBy.Model),
        CoachRequest.PlanExam => new(SomeDrafts.Exam, DraftedBy.Model),
        CoachRequest.Route => new(SomeDrafts.Routed(RouteIntent.Unsure), DraftedBy.Model),
        _ => throw new NotSupportedException(request.GetType().Name),
    };

    /// <summary>A plan with these steps and one part; without steps, a plan with three parts.</summary>
    public static CoachAnswer Answer(params string[] steps)
    {
        string[] parts = steps.Length is 0 ? ["notes", "draft", "polish"] : ["the paper"];
        if (steps.Length is 0) steps = ["Open the document", "Write one sentence", "Write two sentences", "Read one page of my notes"];
        return new CoachAnswer(
            new CoachDraft.GoalBreakdown(
                "history paper",
                GoalKind.Task,
                new Overwhelm(OverwhelmCause.TooBig, "Fifteen pages is a lot to hold in your head."),
                parts,
                new DraftStep(steps[0], 1),
                [.. steps.Skip(1).Select(step => new DraftStep(step, 5))],
                ["Stretch once.", "Look out of the window."]),
            DraftedBy.Model);
    }
}
