using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

public sealed class BadInputTests
{
    public static TheoryData<string> Texts => new(
        "", "   ", "\n", "🙃🙃🙃", "\u0000\u0007\u001b[31m", "\u202e\u200b\u200d", "???", "/", "/nope", "/plan ///", new string('x', 50_000), new string('汉', 50_000),
        "/plan " + new string('x', 50_000));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task What_cannot_be_read_is_answered_kindly_and_changes_nothing(string text)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var reply = Assert.Single(await bot.Says(text));

        // What is left of a terminal's sign for red is letters, which may be a goal: beside it the step is shown.
        Assert.Equal(text.EndsWith("[31m", StringComparison.Ordinal) ? MessageKind.Card : MessageKind.Reply, reply.Kind);
        Assert.InRange(reply.Words().Length, 10, 400);
        Assert.Single((await bot.Chat()).Goals);
        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("done")).Kind);
        Assert.Equal(1, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task A_sticker_is_answered()
    {
        await using var bot = new TestBot();

        Assert.Contains("read words", Assert.Single(await bot.Happens(new ChatEvent.OtherSent())).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Done.99.1.1")]
    [InlineData("Done.1.99.1")]
    [InlineData("Done.1.1.99")]
    [InlineData("Smaller.1.1.0")]
    [InlineData("SkipQuestion.0.0.0")]
    [InlineData("IsNewGoal.0.0.0")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("Done.-1.1.1")]
    [InlineData("Done.1.1.1.1")]
    [InlineData("12.1.1.1")]
    [InlineData("Done.99999999999.1.1")]
    [InlineData("'; drop table wins; --")]
    public async Task A_button_that_means_nothing_here_is_answered_with_where_we_are(string data)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var reply = Assert.Single(await bot.Happens(new ChatEvent.ButtonPressed(data, "card")));

        Assert.Contains("belongs to an earlier step", reply.Words(), StringComparison.Ordinal);
        Assert.Contains("Open the document", reply.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task Another_persons_button_cannot_be_pressed()
    {
        await using var bot = new TestBot();
        var card = Assert.Single(await bot.Says(Some.Goal, person: "ann"));
        var done = card.Buttons.SelectMany(row => row).First(button => button.Label == "Done").Data;

        await bot.Happens(new ChatEvent.ButtonPressed(done, "card"), person: "bob");

        Assert.Equal(0, await bot.Count("select count(*) from wins"));
    }

    [Theory]
    [InlineData("/dnoe", "/done")]
    [InlineData("/goal", "/goals")]
    [InlineData("/x", "/plan")]
    public async Task An_unknown_command_is_answered_with_the_nearest(string typed, string meant)
    {
        await using var bot = new TestBot();

        Assert.Contains(meant, Assert.Single(await bot.Says(typed)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_goal_stays_text()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open **the** [red]document[/] & __smile__ <b>", "Write one sentence");

        var card = Assert.Single(await bot.Says("<script>alert(1)</script> my essay [bold] & **more** {0} {1}"));

        Assert.Contains(card.Text.Runs, run => run.Text.StartsWith("Open **the** [red]document[/]", StringComparison.Ordinal) && run.Style == TextStyle.Bold);
    }
}
