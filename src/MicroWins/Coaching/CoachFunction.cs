using MicroWins.Coaching.Reading;
using MicroWins.Rules;
using Microsoft.SemanticKernel;

namespace MicroWins.Coaching;

/// <summary>What differs between the functions of the method: a name, inputs, and how an answer is read. Everything else about asking is alike.</summary>
internal static class CoachFunction
{
    /// <summary>The name, in both plugins and below "prompts": that of the request's type.</summary>
    public static string Name(CoachRequest request) => request.GetType().Name;

    /// <summary>The inputs, with the person's words made fit for whoever gets them; several are a line each.</summary>
    public static KernelArguments Inputs(CoachRequest request, Func<string, string> words)
    {
        KernelArguments inputs = request switch
        {
            CoachRequest.BreakDownGoal ask => new() { ["goal"] = words(ask.Goal), ["why"] = words(ask.Why), ["part"] = words(ask.Part) },
            CoachRequest.DesignDailySystem ask => new() { ["goals"] = words(Lines(ask.Goals)), ["day"] = words(ask.Day) },
            CoachRequest.ReframeFailedGoals ask => new() { ["goals"] = words(Lines(ask.Goals)), ["why"] = words(ask.Why) },
            CoachRequest.BuildHabitStack ask => new() { ["habits"] = words(Lines(ask.Habits)), ["routine"] = words(ask.Routine) },
            CoachRequest.BeatProcrastination ask => new() { ["task"] = words(ask.Task), ["why"] = words(ask.Why), ["situation"] = words(ask.Situation) },
            CoachRequest.TrackAndCelebrate ask => new() { ["goals"] = words(Lines(ask.Goals)), ["how"] = words(ask.How) },
            CoachRequest.ScaleUp ask => new()
            {
                ["habit"] = words(ask.Habit), ["now"] = words(ask.Now), ["next"] = words(ask.Next), ["record"] = words(ask.Record),
                ["inThreeMonths"] = words(ask.InThreeMonths), ["inSixMonths"] = words(ask.InSixMonths),
            },
            CoachRequest.PlanExam ask => new() { ["subject"] = words(ask.Subject), ["material"] = words(ask.Material), ["format"] = words(ask.Format) },
            CoachRequest.Route ask => new() { ["message"] = words(ask.Message), ["step"] = words(ask.Step), ["asked"] = words(ask.Asked) },
            _ => throw Unknown(request),
        };
        inputs["language"] = request.Language.Code();
        return inputs;
    }

    static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Select(text => text.ReplaceLineEndings(" ")));

    /// <summary>Reads what a model wrote.</summary>
    public static DraftReading Read(string answer, CoachRequest request) => DraftReader.Read(answer, request);

    static NotSupportedException Unknown(CoachRequest request) => new($"No function answers {request.GetType().Name}.");
}
