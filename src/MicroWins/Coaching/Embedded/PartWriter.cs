using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;

namespace MicroWins.Coaching.Embedded;

/// <summary>Writes the steps of one milestone when it is reached: what such a milestone asks for, around its own words.</summary>
static class PartWriter
{
    const int PartLength = 48;

    /// <param name="whole">The plan of the goal, whose steps are never given twice.</param>
    public static CoachDraft.GoalBreakdown Write(CoachDraft.GoalBreakdown whole, GoalReading goal, PersonText part, Phrasebook from, Phrasebook to)
    {
        var name = Sentences.CutAtWord(part.Clean.TrimEnd('.', '。', ' '), PartLength);
        var (recipe, sureness) = from.Classify(goal.Text);
        var best = from.Sheets["part"].MaxBy(sheet => sheet.Score(part, recipe.Id, sureness))!;
        var id = best.Score(part, recipe.Id, sureness) > 0 ? best.Id : Sheet.Other;
        var sheet = to.Sheets["part"].First(each => each.Id == id);
        var speech = new Speech(to, new Dictionary<string, string>(goal.Slots) { ["part"] = name }, goal.Tags);
        var known = whole.Steps.Append(whole.FirstStep).Select(step => step.Text).ToHashSet();
        return whole with
        {
            Milestones = [part.Clean],
            FirstStep = speech.Step(sheet.All("first")[0]),
            Steps = [.. sheet.All("step").Where(speech.IsSound).Select(speech.Step).Where(step => !known.Contains(step.Text))],
        };
    }
}
