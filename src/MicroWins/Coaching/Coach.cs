using System.ClientModel;
using System.Text.Json;
using MicroWins.Measures;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MicroWins.Coaching;

/// <summary>
/// Asks the model where there is one and the budget allows, and the embedded planner in every other case. Both are Semantic Kernel
/// plugins with the same functions, inputs and outputs, so this is the only caller.
/// </summary>
/// <param name="planner">The planner.</param>
/// <param name="model">The model that drafts; null for none.</param>
/// <param name="router">The model that says what a message asks for; mostly the same.</param>
/// <param name="options">Budget and deadline.</param>
/// <param name="ledger">What was used of the budget.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Gets numbers and names.</param>
internal sealed class Coach(
    Planner planner, LanguageModel? model, LanguageModel? router, LlmOptions options, ITokenLedger ledger, TimeProvider time, ILogger<Coach> logger) : ICoach
{
    /// <inheritdoc/>
    public async Task<CoachAnswer> DraftAsync(CoachRequest request, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        using var drafting = Measure.Drafting(CoachFunction.Name(request));
        var (draft, outcome) = (request is CoachRequest.Route ? router : model) is { } asked
            ? await AskWithinBudgetAsync(asked, request, cancel)
            : (null, DraftOutcome.NoModel);
        var answer = draft is not null ? new CoachAnswer(draft, DraftedBy.Model)
            : new(await planner.DraftAsync(request, cancel), Planned(outcome));
        drafting.Ended(outcome.ToString(), answer.By.ToString());
        if (answer.By is DraftedBy.PlannerInsteadOfModel or DraftedBy.PlannerForToday) Measure.FellBack(CoachFunction.Name(request), outcome.ToString());
        var took = (long)time.GetElapsedTime(start).TotalMilliseconds;
        if (outcome is DraftOutcome.NoModel) CoachLog.Planned(logger, CoachFunction.Name(request), took, outcome);
        else CoachLog.Drafted(logger, CoachFunction.Name(request), took, outcome);
        return answer;
    }

    DraftedBy Planned(DraftOutcome outcome) => model is null ? DraftedBy.Planner
        : outcome is DraftOutcome.OverBudget ? DraftedBy.PlannerForToday
        : DraftedBy.PlannerInsteadOfModel;

    async Task<(CoachDraft?, DraftOutcome)> AskWithinBudgetAsync(LanguageModel model, CoachRequest request, CancellationToken cancel)
    {
        // The budget's day is that of UTC: it bounds costs, and need not agree with anybody's calendar.
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (await ledger.SpentAsync(request.ChatId, day, cancel) >= options.DailyTokensPerUser) return (null, DraftOutcome.OverBudget);
        var exchange = new Exchange(model, request, logger);
        var result = await AskInTimeAsync(exchange, cancel);
        Measure.UsedTokens(CoachFunction.Name(request), exchange.Tokens);
        // Not with the caller's token: what was used was used, though nobody waits for it any more.
        if (exchange.Tokens > 0) await ledger.AddAsync(request.ChatId, day, exchange.Tokens, CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return result;
    }

    async Task<(CoachDraft?, DraftOutcome)> AskInTimeAsync(Exchange exchange, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        try
        {
            return await exchange.DraftAsync(either.Token);
        }
        catch (Exception failure)
        {
            // Everything is caught, here alone: whatever happens on the way to a model, the person gets a plan.
            // Where the caller gave up, the line after this call says so.
            if (!cancel.IsCancellationRequested) Note(failure);
            return (null, DraftOutcome.ModelFailed);
        }
    }

    // Only names, numbers and places: the message of an exception may quote an answer.
    void Note(Exception failure)
    {
        if (IsOfTheOtherSide(failure)) CoachLog.ModelFailed(logger, failure.GetType().Name, (int?)(failure as HttpOperationException)?.StatusCode);
        else CoachLog.OursFailed(logger, failure.GetType().Name, failure.StackTrace);
    }

    // The client meets an answer of another shape with whatever exception its parser happens on; only the place tells.
    static bool IsOfTheOtherSide(Exception failure) => failure is HttpOperationException or HttpRequestException or ClientResultException
        or TimeoutRejectedException or BrokenCircuitException or JsonException or OperationCanceledException
        || failure.StackTrace?.Contains(" OpenAI.Chat.", StringComparison.Ordinal) == true;
}
