using MicroWins.Coaching.Reading;
using Microsoft.Extensions.Logging;

namespace MicroWins.Coaching;

/// <summary>One question to the model, with one repair where its answer cannot be read.</summary>
internal sealed class Exchange(LanguageModel model, CoachRequest request, ILogger logger)
{
    readonly string _function = CoachFunction.Name(request);

    /// <summary>Tokens used so far, those of unreadable answers among them.</summary>
    public int Tokens { get; private set; }

    /// <summary>Gives a draft, or none where the second answer could not be read either.</summary>
    public async Task<(CoachDraft? Draft, DraftOutcome Outcome)> DraftAsync(CancellationToken cancel)
    {
        var inputs = CoachFunction.Inputs(request, words => UserWords.ForPrompt(words));
        var answer = Counted(await model.AskAsync(_function, inputs, cancel));
        var read = CoachFunction.Read(answer.Text, request);
        if (read is DraftReading.Usable atOnce) return (atOnce.Draft, DraftOutcome.ReadAtOnce);
        var missing = ((DraftReading.Unusable)read).Missing;
        answer = Counted(await model.AskAgainAsync(_function, inputs, answer.Text, missing, cancel));
        return CoachFunction.Read(answer.Text, request) is DraftReading.Usable repaired
            ? (repaired.Draft, DraftOutcome.ReadAfterRepair)
            : (null, DraftOutcome.Unreadable);
    }

    ModelAnswer Counted(ModelAnswer answer)
    {
        Tokens += answer.Tokens;
        CoachLog.Answered(logger, model.Name, _function, answer.PromptLength, answer.Text.Length, answer.Tokens, model.Format);
        return answer;
    }
}
