using System.Globalization;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching.Embedded;

public class EmbeddedRouterTests
{
    static readonly EmbeddedRouter Router = new();

    public static TheoryData<string, string, string, string, string, string> Phrases
    {
        get
        {
            var phrases = new TheoryData<string, string, string, string, string, string>();
            foreach (var row in GoalCases.Rows("routes.tsv")) phrases.Add(row[0], row[1], row[2], row[3], row[4], row[5]);
            return phrases;
        }
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Plain_phrases_are_routed_and_traps_are_not_taken_for_done(string text, string language, string intent, string amount, string unit, string minutes)
    {
        var routed = Router.Route(text, Languages.FromTag(language));

        Assert.Equal((Enum.Parse<RouteIntent>(intent), Number(amount), unit.Length == 0 ? null : unit, Number(minutes)), (routed.Intent, routed.Amount, routed.Unit, routed.Minutes));
    }

    [Fact]
    public void There_are_enough_phrases_to_mean_something() => Assert.True(GoalCases.Rows("routes.tsv").Length >= 250);

    [Fact]
    public void No_goal_of_the_fifty_is_taken_for_anything_done()
    {
        Assert.All(GoalCases.Fifty, goal => Assert.DoesNotContain(Router.Route(goal.Goal, goal.Language).Intent,
            (RouteIntent[])[RouteIntent.Done, RouteIntent.Skip, RouteIntent.Enough, RouteIntent.Smaller, RouteIntent.SmallTalk, RouteIntent.More]));
    }

    static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
