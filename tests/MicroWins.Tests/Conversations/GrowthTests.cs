using MicroWins.Coaching;
using MicroWins.Goals;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>A habit over weeks: when it may grow, by how much, and how it is taken back.</summary>
public sealed class GrowthTests
{
    [Fact]
    public async Task A_habit_comes_back_every_day_and_counts_once_a_day()
    {
        await using var bot = await Begun("read one page");
        await bot.Says("done");
        var again = Assert.Single(await bot.Says("/done"));

        Assert.Contains("done for today", Plain(again), StringComparison.Ordinal);
        Assert.Equal(MessageKind.CheckIn, Assert.Single(await bot.Passes(TimeSpan.FromDays(1))).Kind);
        await bot.Says("done");
        Assert.Equal(2, await bot.Count("select count(*) from wins"));
        Assert.Equal(2, await bot.Count("select count(distinct day) from wins"));
    }

    [Fact]
    public async Task What_was_really_done_is_recorded_apart_from_the_promise()
    {
        await using var bot = await Begun("read one page");
        var celebration = Assert.Single(await bot.Says("read 5 pages"));

        Assert.Contains("You promised 1 and did 5: 4 on top", Plain(celebration), StringComparison.Ordinal);
        Assert.Equal(1, await bot.Count("select count(*) from wins where amount = 1 and extra = 4"));
        Assert.Equal("pages", Assert.Single((await bot.Chat()).Record.Wins, win => win.Extra > 0).Unit);
    }

    [Fact]
    public async Task What_a_bonus_is_is_said_in_full_now_and_then()
    {
        await using var bot = await Begun("read one page");
        var said = new List<bool>();
        for (var day = 1; day <= 11; day++)
        {
            said.Add(Plain(Assert.Single(await bot.Says("read 4 pages"))).Contains("Your promise stays as small as it was", StringComparison.Ordinal));
            await bot.Passes(TimeSpan.FromDays(1));
        }

        Assert.Equal([true, true, false, false, false, false, false, false, false, true, false], said);
    }

    [Fact]
    public async Task I_did_more_is_asked_and_added_once()
    {
        await using var bot = await Begun("read one page");
        await bot.Presses("Done");
        await bot.Presses("I did more");
        await bot.Says("3");
        await bot.Presses("I did more");
        await bot.Says("3");

        Assert.Equal(2, await bot.Count("select sum(extra) from wins"));
        Assert.Equal(1, await bot.Count("select count(*) from wins where bonus = 0"));
    }

    [Theory]
    [InlineData("smaller")]
    [InlineData("keep going")]
    [InlineData("my supervisor told me at 11am to start writing the law thesis, three chapters")]
    public async Task Who_answers_how_many_with_something_else_is_heard(string said)
    {
        await using var bot = await Begun("read one page");
        await bot.Presses("Done");
        await bot.Presses("I did more");

        var replies = await bot.Says(said);

        Assert.Equal(0, await bot.Count("select coalesce(sum(extra), 0) from wins"));
        Assert.DoesNotContain("A number is enough", string.Join("|", replies.Select(Plain)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fifty thousand million")]
    [InlineData("-3")]
    [InlineData("0")]
    [InlineData("99999999999999999999999")]
    public async Task A_number_that_cannot_be_is_asked_for_again(string said)
    {
        await using var bot = await Begun("read one page");
        await bot.Presses("Done");
        await bot.Presses("I did more");

        await bot.Says(said);

        Assert.Equal(0, await bot.Count("select coalesce(sum(extra), 0) from wins where extra > 100"));
    }

    [Fact]
    public async Task Half_of_a_step_is_kept_and_the_rest_stays()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Open the document", "Read 3 pages of the reader", "Write one sentence", "Write two sentences");
        await bot.Says(Some.Goal);
        await bot.Presses("Done");
        await bot.Presses("Keep going");
        var said = Plain(Assert.Single(await bot.Says("read 2 pages")));

        Assert.Contains("2 of 3", said, StringComparison.Ordinal);
        var goal = (await bot.Chat()).Goals[0];
        Assert.Equal("Read 2 pages of the reader", goal.Steps[1].Goal.Text);
        Assert.Equal(StepStatus.Kept, goal.Steps[1].Status);
        Assert.Equal("Read one page of the reader", goal.Next!.Goal.Text);
        Assert.Equal(1, await bot.Count("select count(*) from wins where amount = 2"));
    }

    [Fact]
    public async Task Too_early_is_answered_with_the_day_and_fifty_with_what_holds()
    {
        await using var bot = await Begun("read one page");
        await bot.Says("done");
        Assert.Contains("From 16 March on", Plain(Assert.Single(await bot.Says("/scaleup 50"))), StringComparison.Ordinal);
        await Live(bot, 28, "read 4 pages");

        bot.Coach.Answers = Words;
        var offer = Assert.Single(await bot.Says("/scaleup 50"));

        Assert.Contains("I believe you could do 50, once", Plain(offer), StringComparison.Ordinal);
        Assert.Contains("about 4 a day while promising 1 page", Plain(offer), StringComparison.Ordinal);
        Assert.Contains("3 pages", Plain(offer), StringComparison.Ordinal);
        Assert.Equal(["Yes, 3", "Stay here", "Not yet"], offer.Buttons.SelectMany(row => row).Select(button => button.Label));
        Assert.Equal(1, (await bot.Chat()).Goals[0].Habit!.Level!.Amount);
        bot.Coach.Answers = async (request, cancel) => await Words(request, cancel) with { By = DraftedBy.PlannerInsteadOfModel };
        Assert.Contains("language model is out of reach", Plain(Assert.Single(await bot.Says("/scaleup"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_is_taken_with_one_tap_and_taken_back_with_one_tap()
    {
        await using var bot = await Begun("read one page");
        await Live(bot, 28, "read 4 pages");
        bot.Coach.Answers = Words;
        await bot.Says("/scaleup");

        var taken = Assert.Single(await bot.Presses("Yes, 3"));
        Assert.Contains("Agreed: 3 pages a day", Plain(taken), StringComparison.Ordinal);
        Assert.Equal("Read 3 pages", (await bot.Chat()).Goals[0].Steps[0].Goal.Text);

        var undone = Assert.Single(await bot.Presses("Undo"));
        Assert.Contains("1 page a day again", Plain(undone), StringComparison.Ordinal);
        Assert.DoesNotContain(undone.Buttons.SelectMany(row => row), button => button.Label is "Undo");
        Assert.Equal("Read one page", (await bot.Chat()).Goals[0].Steps[0].Goal.Text);
    }

    [Fact]
    public async Task An_old_button_of_a_level_that_is_not_offered_now_changes_nothing()
    {
        await using var bot = await Begun("read one page");
        await bot.Happens(new ChatEvent.ButtonPressed("TakeLevel.1.50.0", "old"));

        Assert.Equal(1, (await bot.Chat()).Goals[0].Habit!.Level!.Amount);
    }

    [Fact]
    public async Task Past_ten_minutes_a_second_round_is_added_and_no_step_grows_over_the_limit()
    {
        await using var bot = await Begun("read 3 pages");
        bot.Coach.Answers = Words;
        for (var fortnight = 0; fortnight < 12; fortnight++)
        {
            await Live(bot, 15, "done", press: "Light");
            if (await bot.Says("/scaleup") is [{ Buttons: [[{ Label: var label }], ..] }] && label.StartsWith("Yes", StringComparison.Ordinal)) await bot.Presses(label);
        }

        var goal = (await bot.Chat()).Goals[0];
        Assert.True(goal.Habit!.Level!.Occurrences.Count > 1, goal.Habit.Level.ToString());
        Assert.All(goal.Steps, step => Assert.True(step.Goal.Effort.HighMinutes <= Limits.MicroGoalMinutes));
        Assert.Equal(0, await bot.Count("select count(*) from steps where high_minutes > 10"));

        // All rounds at once are all rounds kept, and nothing of the promise counts as bonus.
        await bot.Says("read 50 pages");
        Assert.Null((await bot.Chat()).Goals[0].Next);
        Assert.Equal(50, await bot.Count("select cast(sum(amount + extra) as integer) from wins where day = (select max(day) from wins)"));
    }

    [Fact]
    public async Task Too_hard_makes_it_smaller_with_the_same_ease()
    {
        await using var bot = await Begun("read 3 pages");
        await bot.Presses("Smaller");

        Assert.Equal("Read 2 pages", (await bot.Chat()).Goals[0].Steps[0].Goal.Text);
    }

    [Fact]
    public async Task Every_number_that_stats_and_the_week_say_is_a_count_of_rows()
    {
        await using var bot = await Begun("read one page");
        await Live(bot, 6, "read 3 pages");

        var stats = Plain(Assert.Single(await bot.Says("/stats")));

        Assert.Contains("Kept: 6", stats, StringComparison.Ordinal);
        Assert.Contains("In a row: 6 days (longest: 6)", stats, StringComparison.Ordinal);
        Assert.Contains("18 pages since 2 March: 6 you had promised, 12 came because you had started", stats, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_week_is_reviewed_on_sunday_evening_by_itself_once()
    {
        await using var bot = await Begun("read one page");
        await Live(bot, 6, "done");
        // Sunday 8 March 2026; 18:00 in Berlin is 17:00 UTC.
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 3, 8, 16, 59, 0, TimeSpan.Zero));
        await bot.Passes(TimeSpan.Zero);

        var review = Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1)));

        Assert.Contains("Your week", Plain(review), StringComparison.Ordinal);
        Assert.Empty(await bot.Passes(TimeSpan.FromHours(1)));
    }

    static async Task<TestBot> Begun(string habit)
    {
        var bot = new TestBot();
        await bot.Says($"/daily {habit}");
        return bot;
    }

    /// <summary>Lives some days: an answer each, then the time until the next check-in.</summary>
    static async Task Live(TestBot bot, int days, string says, string? press = null)
    {
        for (var day = 0; day < days; day++)
        {
            for (var round = 0; round < 3 && (await bot.Chat()).Goals[0].Next is not null; round++) await bot.Says(says);
            if (press is not null && bot.Sender.To("ann")[^1].Buttons.SelectMany(row => row).Any(button => button.Label == press)) await bot.Presses(press);
            await bot.Passes(TimeSpan.FromDays(1));
        }
    }

    static Task<CoachAnswer> Words(CoachRequest request, CancellationToken cancel) => Task.FromResult(new CoachAnswer(
        new CoachDraft.NextLevel(["It happens by itself."], "Try it for three days.", "Go back whenever you like.", "It adds up."), DraftedBy.Model));

    static string Plain(OutgoingMessage message) => message.Text.ToPlainText();
}
