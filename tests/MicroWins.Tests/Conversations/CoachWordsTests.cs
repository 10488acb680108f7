using MicroWins.Coaching;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>What a coach says beside the steps: nothing that harms, no number of its own about the record, and nothing that the person brought is lost.</summary>
public sealed class CoachWordsTests
{
    static CoachDraft.GoalBreakdown Plan(string sentence, string celebration, params string[] steps) =>
        (CoachDraft.GoalBreakdown)Some.Answer(["Open the document", .. steps]).Draft with { Overwhelm = new Overwhelm(OverwhelmCause.TooBig, sentence), Celebrations = [celebration] };

    [Theory]
    [InlineData("You have kept 57 promises already.")]
    [InlineData("This is win number 4.")]
    [InlineData("That was a streak of seven days.")]
    [InlineData("You are at 97 % of your days.")]
    [InlineData("Cut yourself.")]
    public async Task A_claim_about_the_record_or_a_harm_is_not_said(string words)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(Plan(words, words));

        var card = Assert.Single(await bot.Says(Some.Goal));
        var win = Assert.Single(await bot.Says("done"));

        Assert.DoesNotContain(words.TrimEnd('.'), card.Words() + win.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fifteen pages is a lot to hold in your head at once.")]
    [InlineData("Count 3-2-1 and begin; after five minutes you may stop.")]
    public async Task Numbers_of_the_person_and_of_a_way_of_beginning_are_said(string words)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(Plan(words, "Stretch."));

        Assert.Contains(words, Assert.Single(await bot.Says(Some.Goal)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_harms_is_not_saved_and_the_others_are()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(Plan("It is long.", "Stretch.", "Skip all meals today", "Starve yourself until friday", "Write one sentence"));

        await bot.Says(Some.Goal);

        Assert.Equal(["Open the document", "Write one sentence"], (await bot.Chat()).Goals[0].Steps.Select(step => step.Goal.Text));
    }

    [Fact]
    public async Task A_goal_that_a_fresh_start_leaves_out_is_kept_for_later()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(SomeDrafts.Again with { Goals = [SomeDrafts.Again.Goals[0]] });

        await bot.Says("/again run a marathon; read more");
        var card = Assert.Single(await bot.Presses("Skip"));

        Assert.Contains("Kept for later: read more", card.Words(), StringComparison.Ordinal);
        Assert.Contains("read more", card.Labels());
        Assert.True((await bot.Chat()).Goals[1].IsKeptForLater);
    }

    [Fact]
    public async Task A_goal_that_nobody_brought_is_no_part_of_a_day()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts(SomeDrafts.System with { Slots = [.. SomeDrafts.System.Slots, new SystemSlot(DayPart.Evening, "buy gold", new DraftStep("Open the shop", 1))] });

        await bot.Says("/system thesis, piano");
        await bot.Presses("Skip");

        Assert.Equal(["thesis", "piano"], (await bot.Chat()).Goals.Select(goal => goal.Title));
    }

    [Fact]
    public async Task The_first_words_decide_the_language_whatever_command_they_come_with()
    {
        await using var bot = new TestBot();

        var card = Assert.Single(await bot.Says("/daily eine Seite lesen", language: null));

        Assert.Equal(Language.German, (await bot.Chat()).Language);
        Assert.Contains("jeden Tag", card.Words(), StringComparison.Ordinal);
    }
}
