using MicroWins.CheckIns;
using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>A step is started, and asked about once when its time is up.</summary>
public sealed class TimerTests
{
    [Fact]
    public async Task When_the_time_of_a_step_is_up_it_is_asked_about_once_and_gently()
    {
        await using var bot = await Started();

        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(1)));
        var question = Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1)));

        Assert.StartsWith("Time's up, if you like. How did it go?\n\nOpen the document", question.Words(), StringComparison.Ordinal);
        Assert.Equal(["Done", "A bit more", "Smaller"], question.Labels());
        Assert.Empty(await bot.Passes(TimeSpan.FromHours(3)));
    }

    [Theory]
    [InlineData("Done")]
    [InlineData("Smaller")]
    public async Task What_is_done_or_changed_by_then_is_not_asked_about(string label)
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Write two sentences", "Read one page of my notes");
        await bot.Says(Some.Goal);
        await bot.Presses("Start now");
        await bot.Presses(label);

        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(30)));
        Assert.DoesNotContain((await bot.Chat()).Reminders, reminder => reminder.Purpose is ReminderPurpose.TimerUp);
    }

    [Fact]
    public async Task Later_takes_the_place_of_the_timer()
    {
        await using var bot = await Started();
        await bot.Presses("Later");
        await bot.Presses("In an hour");

        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(59)));
        Assert.Equal(MessageKind.CheckIn, Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1))).Kind);
    }

    [Fact]
    public async Task A_bit_more_asks_again_after_five_minutes_and_counts_from_the_start()
    {
        await using var bot = await Started();
        await bot.Passes(TimeSpan.FromMinutes(2));
        var more = Assert.Single(await bot.Presses("A bit more"));

        Assert.StartsWith("5 more minutes", more.Words(), StringComparison.Ordinal);
        Assert.Empty(await bot.Passes(TimeSpan.FromMinutes(4)));
        Assert.Contains("How did it go?", Assert.Single(await bot.Passes(TimeSpan.FromMinutes(1))).Words(), StringComparison.Ordinal);
        await bot.Presses("Done");

        Assert.Equal(7, await bot.Count("select minutes from wins"));
        Assert.Equal(1, await bot.Count("select count(*) from wins"));
    }

    [Fact]
    public async Task A_word_answers_the_question_too()
    {
        await using var bot = await Started();
        await bot.Passes(TimeSpan.FromMinutes(2));

        Assert.Equal(MessageKind.Celebration, Assert.Single(await bot.Says("done")).Kind);
        Assert.Equal(2, await bot.Count("select minutes from wins"));
    }

    [Fact]
    public async Task A_timer_goes_on_through_a_restart()
    {
        using var store = new TemporaryStore();
        await using (var bot = await Started(store)) { }

        await using var restarted = new TestBot(store);
        Assert.Single(await restarted.Passes(TimeSpan.FromMinutes(3)));
        await restarted.Presses("Done");

        Assert.Equal(3, await restarted.Count("select minutes from wins"));
    }

    [Fact]
    public async Task A_timer_that_ran_for_hours_was_forgotten_and_says_nothing()
    {
        using var store = new TemporaryStore();
        await using (var bot = await Started(store)) { }

        await using var restarted = new TestBot(store);
        Assert.Empty(await restarted.Passes(TimeSpan.FromMinutes(121)));
        await restarted.Says("done");

        Assert.Equal(1, await restarted.Count("select count(*) from wins where minutes is null"));
    }

    [Fact]
    public async Task A_part_of_a_step_keeps_the_minutes_that_it_took()
    {
        await using var bot = new TestBot();
        bot.Coach.Drafts("Read 3 pages of the reader", "Write one sentence");
        await bot.Says(Some.Goal);
        await bot.Says("/go");
        bot.Time.Advance(TimeSpan.FromMinutes(4));
        await bot.Says("read one page");

        Assert.Equal(1, await bot.Count("select count(*) from wins where amount = 1"));
        Assert.Equal(4, await bot.Count("select minutes from wins"));
    }

    [Fact]
    public async Task Go_counts_in_one_message_where_there_is_none_to_edit()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);

        var go = Assert.Single(await bot.Says("/go"));

        Assert.Null(go.Edits);
        Assert.StartsWith("3 … 2 … 1 … go.", go.Words(), StringComparison.Ordinal);
        Assert.NotNull((await bot.Chat()).Goals[0].Next!.StartedAt);
    }

    [Fact]
    public async Task Nobody_is_asked_who_does_not_want_to_be_or_spoke_of_danger()
    {
        await using var quiet = new TestBot();
        await quiet.Says(Some.Goal);
        await quiet.Says("don't ask me any more");
        await quiet.Says("/go");
        await using var danger = await Started();
        await danger.Says("I want to kill myself");
        await danger.Says("/go");

        Assert.Empty(await quiet.Passes(TimeSpan.FromMinutes(30)));
        Assert.Empty(await danger.Passes(TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public async Task Go_without_a_goal_asks_for_one()
    {
        await using var bot = new TestBot();

        Assert.Contains("No goals yet", Assert.Single(await bot.Says("/go")).Words(), StringComparison.Ordinal);
    }

    static async Task<TestBot> Started(TemporaryStore? store = null)
    {
        var bot = new TestBot(store);
        await bot.Says(Some.Goal);
        await bot.Presses("Start now");
        return bot;
    }
}
