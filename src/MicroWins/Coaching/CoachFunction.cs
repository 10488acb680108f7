using System.Text.Json;
using MicroWins.Coaching.Reading;
using MicroWins.Rules;
using Microsoft.SemanticKernel;

namespace MicroWins.Coaching;

/// <summary>What differs between the functions of the method: a name, inputs, and how an answer is read. Everything else about asking is alike.</summary>
internal static class CoachFunction
{
    /// <summary>The name, in both plugins and below "prompts".</summary>
    public static string Name(CoachRequest request) => request switch
    {
        CoachRequest.BreakDownGoal => "BreakDownGoal",
        _ => throw Unknown(request),
    };

    /// <summary>The inputs, with the person's words made fit for whoever gets them.</summary>
    public static KernelArguments Inputs(CoachRequest request, Func<string, string> words) => request switch
    {
        CoachRequest.BreakDownGoal ask => new() { ["goal"] = words(ask.Goal), ["why"] = words(ask.Why), ["language"] = ask.Language.Code() },
        _ => throw Unknown(request),
    };

    /// <summary>Reads what a model wrote.</summary>
    public static DraftReading Read(string answer, CoachRequest request) => request switch
    {
        CoachRequest.BreakDownGoal ask => DraftReader.Read(answer, ask),
        _ => throw Unknown(request),
    };

    /// <summary>Reads what the planner gave back, which is exactly the JSON of a draft.</summary>
    public static CoachDraft FromPlanner(string json, CoachRequest request) => request switch
    {
        CoachRequest.BreakDownGoal => JsonSerializer.Deserialize<CoachDraft.GoalBreakdown>(json, DraftJson.Options)
            ?? throw new JsonException("The planner gave back null."),
        _ => throw Unknown(request),
    };

    static NotSupportedException Unknown(CoachRequest request) => new($"No function answers {request.GetType().Name}.");
}
