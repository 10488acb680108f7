using System.Globalization;
using System.Text;
using MicroWins.Coaching;
using Xunit.Abstractions;

namespace MicroWins.Tests.Coaching.Embedded;

/// <summary>Shows all plans for reading: <c>dotnet test --filter ReadablePlans --logger "console;verbosity=detailed"</c>.</summary>
public class ReadablePlans(ITestOutputHelper output)
{
    [Fact]
    public void All_plans_as_a_person_reads_them()
    {
        foreach (var goal in GoalCases.All) output.WriteLine(Shown(goal, GoalCases.Plan(goal)));
    }

    static string Shown(GoalCase goal, CoachDraft.GoalBreakdown plan)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"=== {goal.Id} {goal.Goal} ({goal.Why})");
        text.AppendLine(CultureInfo.InvariantCulture, $"{plan.Title}: {plan.Overwhelm.Sentence}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  [{string.Join(" / ", plan.Milestones)}]");
        foreach (var step in (DraftStep[])[plan.FirstStep, .. plan.Steps]) text.AppendLine(CultureInfo.InvariantCulture, $"  {step.Minutes} min  {step.Text}");
        return text.AppendLine(CultureInfo.InvariantCulture, $"  {string.Join(" / ", plan.Celebrations)}").ToString();
    }
}
