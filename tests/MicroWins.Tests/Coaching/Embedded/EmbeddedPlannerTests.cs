using System.Text.Json;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using MicroWins.Rules.Sizing;
using Microsoft.SemanticKernel;

namespace MicroWins.Tests.Coaching.Embedded;

public class EmbeddedPlannerTests
{
    public static TheoryData<string> AllIds => [.. GoalCases.All.Select(goal => goal.Id)];

    public static TheoryData<string, string> KeyNouns => new()
    {
        { "G001", "law thesis" }, { "G004", "file" }, { "G011", "gym" }, { "G015", "paper" }, { "G022", "bachelor thesis" }, { "G023", "fridge" }, { "G026", "comic" },
        { "G032", "abstract" }, { "G033", "annotated bibliography" }, { "G034", "dissertation topic" }, { "G035", "MCAT" }, { "G036", "series" },
        { "G037", "linear algebra problem sets" }, { "G039", "error" }, { "G041", "portfolio site" }, { "G043", "video demo" }, { "G044", "page 12" },
        { "G044", "Crime and Punishment" }, { "G049", "chapter 8" }, { "G052", "piano" }, { "G053", "EP" }, { "G057", "dentist" }, { "G058", "insurance" },
        { "G066", "31st" }, { "G067", "your dad's garage" }, { "G068", "14,000" }, { "G076", "passport" }, { "G078", "bank" }, { "G080", "sister's baby shower" },
        { "G085", "Friday" }, { "G086", "slide 2" }, { "G088", "etsy shop" }, { "G099", "letter" }, { "G101", "ensayo de literatura" }, { "G107", "fiche" },
        { "G108", "caf" }, { "G108", "colis" }, { "G111", "academia" }, { "G113", "5 экзаменов" }, { "G114", "шкаф" }, { "G115", "primo capitolo" },
        { "G117", "commercialista" }, { "G120", "快递盒" }, { "O01", "Hausarbeit in Soziologie" }, { "O03", "Keller" }, { "O10", "高数" }, { "O35", "history paper" },
    };

    [Theory]
    [MemberData(nameof(AllIds))]
    public void Every_goal_gets_a_plan_of_about_ten_small_different_steps(string id)
    {
        var plan = PlanOf(id);

        Assert.InRange(plan.Title.Length, 1, 60);
        Assert.InRange(plan.Milestones.Count, 2, 6);
        Assert.InRange(plan.Steps.Count, 8, 11);
        Assert.InRange(plan.Celebrations.Count, 1, 4);
        Assert.InRange(plan.FirstStep.Minutes!.Value, 0.1, 2);
        Assert.All(plan.Steps, step => Assert.InRange(step.Minutes!.Value, 0.1, Limits.MicroGoalMinutes));
        var texts = Texts(plan);
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(texts, text => Assert.InRange(text.Length, 4, Limits.StepTextLength));
        Assert.All(texts, text => Assert.DoesNotContain(text, char.IsControl));
        Assert.All(texts, text => Assert.DoesNotContain('{', text));
    }

    [Theory]
    [MemberData(nameof(AllIds))]
    public void No_plan_says_a_word_of_guilt(string id)
    {
        var goal = GoalCases.All.First(goal => goal.Id == id);
        var plan = PlanOf(id);
        var never = KnowledgeBase.BuiltIn.For(goal.Language).List("never");

        Assert.All([.. Texts(plan), plan.Overwhelm.Sentence, .. plan.Celebrations], text => Assert.False(never.IsIn(PersonText.Read(text)), text));
    }

    [Theory]
    [MemberData(nameof(KeyNouns))]
    public void A_plan_speaks_of_what_the_person_named(string id, string noun)
    {
        var plan = PlanOf(id);

        Assert.Contains([.. Texts(plan), plan.Title, plan.Overwhelm.Sentence, .. plan.Milestones], text => text.Contains(noun, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_rules_find_every_step_of_the_fifty_small_enough()
    {
        foreach (var goal in GoalCases.Fifty)
        {
            var plan = GoalCases.Plan(goal);
            Assert.True(Size(plan.FirstStep, goal) <= Limits.FirstStepMinutes, plan.FirstStep.Text);
            Assert.All(plan.Steps, step => Assert.True(Size(step, goal) <= Limits.MicroGoalMinutes, step.Text));
        }
    }

    static double Size(DraftStep step, GoalCase goal) =>
        Sizer.Default.Size(new SizingQuestion(step.Text, goal.Language, step.Minutes)).Effort.HighMinutes;

    [Fact]
    public void Different_goals_get_different_plans()
    {
        var plans = GoalCases.Fifty.GroupBy(goal => string.Join('\n', Texts(GoalCases.Plan(goal))));

        Assert.All(plans, same => Assert.Single(same));
    }

    [Fact]
    public void The_same_goal_gets_the_same_plan()
    {
        foreach (var goal in GoalCases.All)
            Assert.Equal(Json(goal), Json(goal with { }));
    }

    [Fact]
    public void A_list_of_errands_keeps_each_as_a_part_of_its_own()
    {
        var plan = PlanOf("G078");

        Assert.Equal(["Call the insurance", "Call the bank", "Call the doctor"], plan.Milestones);
        Assert.Equal(OverwhelmCause.TooManySteps, plan.Overwhelm.Cause);
    }

    [Theory]
    [InlineData("email my landlord about the mold", "your landlord into", "en")]
    [InlineData("i should write him, he never answers", "that person into", "en")]
    [InlineData("call my professor regarding the extension", "your professor", "en")]
    [InlineData("chiamare mia sorella dopo la litigata di natale", "«sorella»", "it")]
    [InlineData("E-Mail an Frau Weber wegen der Note", "Frau Weber", "de")]
    public void Whom_a_message_goes_to_is_a_person_and_not_its_subject(string goal, string person, string language)
    {
        var texts = Texts(GoalCases.Planner.BreakDownGoal(goal, language: language));

        Assert.Contains(texts, text => text.Contains(person, StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains("your that", StringComparison.Ordinal) || text.Contains($"{person} about", StringComparison.Ordinal) || text.Contains($"{person} wegen", StringComparison.Ordinal));
    }

    [Fact]
    public void Grief_is_never_cheered_at()
    {
        var plan = PlanOf("G067");

        Assert.DoesNotContain(plan.Celebrations, text => text.Contains("song", StringComparison.Ordinal));
        Assert.Contains("no right pace", plan.Overwhelm.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kernel_calls_it_by_the_name_and_inputs_of_the_prompt()
    {
        var kernel = new Kernel();
        var plugin = kernel.ImportPluginFromObject(new EmbeddedPlanner(), "Embedded");

        var draft = await kernel.InvokeAsync<CoachDraft.GoalBreakdown>(plugin["BreakDownGoal"], new() { ["goal"] = "read Dune. im on page 3", ["why"] = "long", ["language"] = "en" });

        Assert.Equal("Read page 4.", draft!.FirstStep.Text);
        Assert.Equal(GoalKind.Task, draft.Kind);
        Assert.Equal(OverwhelmCause.TooBig, draft.Overwhelm.Cause);
    }

    static CoachDraft.GoalBreakdown PlanOf(string id) => GoalCases.Plan(GoalCases.All.First(goal => goal.Id == id));

    static List<string> Texts(CoachDraft.GoalBreakdown plan) => [plan.FirstStep.Text, .. plan.Steps.Select(step => step.Text)];

    static string Json(GoalCase goal) =>
        JsonSerializer.Serialize(GoalCases.Planner.BreakDownGoal(goal.Goal, goal.Why, language: goal.Language.Code()), DraftJson.Options);
}
