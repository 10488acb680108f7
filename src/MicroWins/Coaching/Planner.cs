using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.SemanticKernel;

namespace MicroWins.Coaching;

/// <summary>The coach that needs no model, asked as a model is: by the name of the function and its inputs.</summary>
/// <param name="functions">An object with a kernel function for each of <see cref="PromptFolder.Functions"/>.</param>
internal sealed class Planner(object functions)
{
    readonly Kernel _kernel = new();
    readonly ConcurrentDictionary<string, KernelFunction> _asked = new();

    public async Task<CoachDraft> DraftAsync(CoachRequest request, CancellationToken cancel)
    {
        var result = await _asked.GetOrAdd(CoachFunction.Name(request), Function).InvokeAsync(_kernel, CoachFunction.Inputs(request, words => words), cancel);
        return result.GetValue<CoachDraft>() ?? throw new InvalidOperationException($"The planner gave nothing back to {request.GetType().Name}.");
    }

    // One by one, and with a schema that says nothing: no model is ever told of these functions, and to work out nine schemas takes a tenth of a start.
    KernelFunction Function(string name)
    {
        var method = functions.GetType().GetMethods().Single(method => method.GetCustomAttribute<KernelFunctionAttribute>()?.Name == name);
        var anything = KernelJsonSchema.Parse("{}");
        return KernelFunctionFactory.CreateFromMethod(method, functions, new KernelFunctionFromMethodOptions
        {
            FunctionName = name,
            Parameters = [.. method.GetParameters().Select(parameter => new KernelParameterMetadata(parameter.Name!) { Schema = anything })],
            ReturnParameter = new() { Schema = anything },
        });
    }
}
