using System.ComponentModel;
using System.Text.Json;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using Microsoft.SemanticKernel;

namespace MicroWins.Coaching.Embedded;

/// <summary>
/// The coach that needs no model: native functions with the names, inputs and outputs of the prompts.
/// It knows sorts of goals, reads the person's own words for object, amounts and dates, and never invents either.
/// The same input gives the same plan on every machine.
/// </summary>
public sealed class EmbeddedPlanner
{
    readonly GoalReader _reader = new(KnowledgeBase.BuiltIn);

    /// <summary>Breaks a goal down; the answer is the JSON of <see cref="CoachDraft.GoalBreakdown"/>.</summary>
    [KernelFunction("BreakDownGoal")]
    [Description("Breaks an overwhelming goal down into a tiny first step and about ten small steps.")]
    public string BreakDownGoal(
        [Description("The goal in the person's words.")] string goal,
        [Description("Why it is hard, in their words; may be empty.")] string why = "",
        [Description("The milestone whose steps are wanted; empty for the first one.")] string part = "",
        [Description("The two-letter code of the language to answer in.")] string language = "en") =>
        JsonSerializer.Serialize(Plan(goal, why, Languages.FromTag(language)), DraftJson.Options);

    internal CoachDraft.GoalBreakdown Plan(string goal, string why, Language language)
    {
        var (text, reason) = (PersonText.Read(goal), PersonText.Read(why));
        var (from, to) = _reader.Books(text, language);
        var items = ErrandList.Read(text, from);
        return items.Count > 0 && from == to
            ? new ErrandPlan(to, _reader).Write(items, text, reason)
            : new PlanWriter(to).Write(_reader.Read(text, reason, to.Language));
    }
}
