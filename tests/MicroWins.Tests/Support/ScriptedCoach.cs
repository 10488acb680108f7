using MicroWins.Coaching;
using MicroWins.Rules;

namespace MicroWins.Tests.Support;

/// <summary>A coach that says what the test tells it to, and remembers what it was asked.</summary>
public sealed class ScriptedCoach : ICoach
{
    readonly List<CoachRequest> _asked = [];

    public IReadOnlyList<CoachRequest> Asked => _asked;

    /// <summary>What is answered; the test may replace it at any time, also by a failure.</summary>
    public Func<CoachRequest, CancellationToken, Task<CoachAnswer>> Answers { get; set; } = (_, _) => Task.FromResult(Some.Answer());

    public Task<CoachAnswer> DraftAsync(CoachRequest request, CancellationToken cancel)
    {
        lock (_asked) _asked.Add(request);
        return Answers(request, cancel);
    }

    public void Drafts(params string[] steps) => Answers = (_, _) => Task.FromResult(Some.Answer(steps));
}

/// <summary>Ordinary values, for tests that need one and do not care which.</summary>
public static class Some
{
    public const string Goal = "write my 15 page history paper by thursday";

    public static CoachAnswer Answer(params string[] steps)
    {
        if (steps.Length is 0) steps = ["Open the document", "Write one sentence", "Write two sentences", "Read one page of my notes"];
        return new CoachAnswer(
            new CoachDraft.GoalBreakdown(
                "history paper",
                GoalKind.Task,
                new Overwhelm(OverwhelmCause.TooBig, "Fifteen pages is a lot to hold in your head."),
                ["notes", "draft", "polish"],
                new DraftStep(steps[0], 1),
                [.. steps.Skip(1).Select(step => new DraftStep(step, 5))],
                ["Stretch once.", "Look out of the window."]),
            DraftedBy.Model);
    }
}
