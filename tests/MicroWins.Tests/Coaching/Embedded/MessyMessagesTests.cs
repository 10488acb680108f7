using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Coaching.Embedded.Knowledge;
using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching.Embedded;

/// <summary>What stands in a message beside the goals is not taken for one, and no goal of it is lost.</summary>
public class MessyMessagesTests
{
    [Theory]
    [InlineData("dissertation outline is due and i have 2.5 hrs. instead im here. i need to: email prof, reread ch 7, write blog post", "en", "dissertation outline is due|email prof|reread ch 7|write blog post")]
    [InlineData("call the insurance, the bank and the doctor. i hate the phone so much", "en", "call the insurance|the bank|the doctor")]
    [InlineData("smettere di fumare, sistemare il cv, e chiamare il commercialista. da settembre dico domani", "it", "smettere di fumare|sistemare il cv|chiamare il commercialista")]
    [InlineData("i want to run 5k by summer and also drink less coffee and also learn italian", "en", "run 5k by summer|drink less coffee|learn italian")]
    [InlineData("BAföG Antrag ausfüllen und Krankenkasse anrufen wegen der Beitragsrechnung", "de", "BAföG Antrag ausfüllen|Krankenkasse anrufen wegen der Beitragsrechnung")]
    [InlineData("responder 87 e-mails atrasados e marcar o oftalmologista da minha filha", "pt", "responder 87 e-mails atrasados|marcar o oftalmologista da minha filha")]
    public void Several_goals_are_those_that_were_named(string message, string language, string goals) =>
        Assert.Equal(goals.Split('|'), new EmbeddedRouter().Route(message, Languages.FromTag(language)).Goals);

    [Fact]
    public void What_stands_behind_always_quit_is_no_goal_where_one_stands_before_it()
    {
        var routed = new EmbeddedRouter().Route("meditate / journal / be mindful or whatever. i always quit by day 3", Language.English);

        Assert.Equal(RouteIntent.StartAgain, routed.Intent);
        Assert.Contains("meditate", routed.Goals[0], StringComparison.Ordinal);
        Assert.DoesNotContain(routed.Goals, goal => goal.Contains("day 3", StringComparison.Ordinal));
    }

    [Fact]
    public void Weeks_that_are_left_are_no_topics() =>
        Assert.Empty(NumberedTopics.Read(PersonText.Read("study for the MCAT. test in 9 weeks"), KnowledgeBase.BuiltIn.For(Language.English)).Names);

    [Fact]
    public void A_date_is_no_part_of_what_is_written()
    {
        var plan = GoalCases.Planner.Plan("gotta hand in my lab report on enzyme kinetics tmrw 9am", "", Language.English);

        Assert.Equal("Lab report on enzyme kinetics", plan.Title);
        Assert.DoesNotContain(plan.Steps, step => step.Text.Contains("kinetics t", StringComparison.Ordinal) || step.Text.Contains("before enzyme", StringComparison.Ordinal));
    }
}
