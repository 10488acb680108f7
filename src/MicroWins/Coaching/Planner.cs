using Microsoft.SemanticKernel;

namespace MicroWins.Coaching;

/// <summary>The coach that needs no model, asked as a model is: by the name of the function and its inputs.</summary>
/// <param name="functions">An object with a kernel function for each of <see cref="PromptFolder.Functions"/>.</param>
internal sealed class Planner(object functions)
{
    readonly Kernel _kernel = new();
    readonly KernelPlugin _plugin = KernelPluginFactory.CreateFromObject(functions, "Planner");

    public async Task<CoachDraft> DraftAsync(CoachRequest request, CancellationToken cancel)
    {
        var result = await _plugin[CoachFunction.Name(request)].InvokeAsync(_kernel, CoachFunction.Inputs(request, words => words), cancel);
        return result.GetValue<CoachDraft>() ?? throw new InvalidOperationException($"The planner gave nothing back to {request.GetType().Name}.");
    }
}
