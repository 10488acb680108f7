using Microsoft.Extensions.Logging;

namespace MicroWins.Coaching;

/// <summary>What the coach writes down: numbers and names, never a word of a person or a model, and never a key.</summary>
internal static partial class CoachLog
{
    [LoggerMessage(1, LogLevel.Information,
        "{Model} answered {Function}: prompt {PromptLength} characters, answer {AnswerLength} characters, {Tokens} tokens, format {Format}")]
    public static partial void Answered(ILogger logger, string model, string function, int promptLength, int answerLength, int tokens, AnswerFormat format);

    [LoggerMessage(2, LogLevel.Information, "{Function} was drafted after {Milliseconds} ms: {Outcome}")]
    public static partial void Drafted(ILogger logger, string function, long milliseconds, DraftOutcome outcome);

    /// <summary>Where there is no model, each draft is the planner's and takes about a millisecond: nothing that an operator looks for.</summary>
    [LoggerMessage(5, LogLevel.Debug, "{Function} was drafted after {Milliseconds} ms: {Outcome}")]
    public static partial void Planned(ILogger logger, string function, long milliseconds, DraftOutcome outcome);

    [LoggerMessage(3, LogLevel.Warning, "The model did not answer: {Failure}, status {Status}")]
    public static partial void ModelFailed(ILogger logger, string failure, int? status);

    /// <summary>A failure that no other side explains: a mistake of ours, hidden from the person by the planner but not from the log.</summary>
    [LoggerMessage(4, LogLevel.Error, "The way to the model failed: {Failure} at {Place}")]
    public static partial void OursFailed(ILogger logger, string failure, string? place);
}

/// <summary>How a draft came about.</summary>
internal enum DraftOutcome
{
    ReadAtOnce,
    ReadAfterRepair,
    NoModel,
    OverBudget,
    Unreadable,
    ModelFailed,
}
