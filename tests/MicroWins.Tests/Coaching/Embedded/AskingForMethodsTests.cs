using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Rules;

namespace MicroWins.Tests.Coaching.Embedded;

/// <summary>What people say when they ask for one of the functions, and what they name in it.</summary>
public class AskingForMethodsTests
{
    public static TheoryData<string, string, string> Asks
    {
        get
        {
            var asks = new TheoryData<string, string, string>();
            foreach (var row in GoalCases.Rows("asks.tsv")) asks.Add(row[0], row[1], row[2]);
            return asks;
        }
    }

    public static TheoryData<string, string, string, string> Named
    {
        get
        {
            var named = new TheoryData<string, string, string, string>();
            foreach (var row in GoalCases.Rows("named-goals.tsv")) named.Add(row[0], row[1], row[2], row[3]);
            return named;
        }
    }

    [Theory]
    [MemberData(nameof(Asks))]
    public void A_plain_phrase_finds_its_function(string text, string language, string intent) =>
        Assert.Equal(Enum.Parse<RouteIntent>(intent), Route(text, language).Intent);

    [Theory]
    [MemberData(nameof(Named))]
    public void Several_goals_in_one_message_are_told_apart(string text, string language, string intent, string goals)
    {
        var routed = Route(text, language);

        Assert.Equal((Enum.Parse<RouteIntent>(intent), goals), (routed.Intent, string.Join('|', routed.Goals)));
    }

    [Fact]
    public void Why_and_until_when_are_heard()
    {
        var routed = Route("i keep putting off my history essay because it is boring, due friday", "en");

        Assert.Equal(RouteIntent.Procrastination, routed.Intent);
        Assert.Contains("history essay", string.Join(' ', routed.Goals), StringComparison.Ordinal);
        Assert.Contains("boring", routed.Why, StringComparison.Ordinal);
        Assert.Contains("friday", routed.Situation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("hola")]
    [InlineData("hello, how are you?")]
    [InlineData("gracias, hasta luego")]
    [InlineData("listo")]
    [InlineData("ok")]
    [InlineData("read 4 pages")]
    [InlineData("привет")]
    [InlineData("你好")]
    [InlineData("…")]
    public void Small_talk_alone_is_told_as_the_router_tells_it(string text) => Assert.All(
        Languages.All, language => Assert.Equal(new EmbeddedRouter().Route(text, language).Intent is RouteIntent.SmallTalk, EmbeddedRouter.IsSmallTalk(text, language)));

    [Fact]
    public void A_greeting_is_answered_with_the_step_at_hand()
    {
        var routed = GoalCases.Planner.Route("hey how are you", "Read one page.", "", "en");

        Assert.Equal(RouteIntent.SmallTalk, routed.Intent);
        Assert.Contains("Read one page.", routed.Reply, StringComparison.Ordinal);
    }

    static CoachDraft.Routing Route(string text, string language) => GoalCases.Planner.Route(text, "", "", language);
}
