using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Messaging;

public sealed class ReachabilityTests
{
    static readonly SendOutcome Gone = new SendOutcome.Unreachable();

    [Fact]
    public async Task A_month_of_check_ins_is_not_waiting_for_somebody_who_comes_back()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Sender.Answers = (_, _) => Task.FromResult(Gone);
        await bot.LivesUntil("2026-04-02 12:00");
        bot.Sender.Answers = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent());
        bot.Sender.Forget();

        Assert.Empty(await bot.Happens(new ChatEvent.PersonCameBack()));
        Assert.Equal(0, await bot.Count("select count(*) from outbox where status = 'pending'"));

        var asked = await bot.LivesUntil("2026-04-03 23:00");
        Assert.Equal(MessageKind.CheckIn, Assert.Single(asked).Message.Kind);
    }

    [Fact]
    public async Task Nobody_who_left_is_asked_and_no_try_is_made()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Happens(new ChatEvent.PersonLeft());
        var tries = 0;
        bot.Sender.Answers = (_, _) =>
        {
            tries++;
            return Task.FromResult(Gone);
        };

        await bot.LivesUntil("2026-03-20 12:00");

        Assert.Equal(0, tries);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(30, 0)]
    public async Task An_answer_waits_a_day_for_its_person(int hours, int found)
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        bot.Sender.Answers = (_, _) => Task.FromResult(Gone);
        await bot.Says("/goals");
        Assert.False((await bot.Chat()).IsReachable);
        bot.Sender.Answers = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent());

        bot.Time.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(found, (await bot.Happens(new ChatEvent.PersonCameBack())).Count);
        Assert.Equal(0, await bot.Count("select count(*) from outbox where status = 'pending'"));
    }

    [Fact]
    public async Task A_refusal_from_before_the_return_does_not_undo_the_return()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var triedAt = bot.Time.GetUtcNow();
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await bot.Happens(new ChatEvent.PersonCameBack());

        Assert.False(await new Reachability(bot.Database).LoseAsync(new ChatId(TestBot.Channel, "ann"), triedAt));

        Assert.True((await bot.Chat()).IsReachable);
    }

    [Fact]
    public async Task A_turn_that_began_before_the_refusal_does_not_undo_the_refusal()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        var lost = false;
        bot.Coach.Answers = async (_, _) =>
        {
            lost = await new Reachability(bot.Database).LoseAsync(new ChatId(TestBot.Channel, "ann"), bot.Time.GetUtcNow());
            return Some.Answer("Put the shoes by the door");
        };

        await bot.Says("/plan start running three times a week");

        Assert.True(lost);
        Assert.False((await bot.Chat()).IsReachable);
    }

    [Fact]
    public async Task Of_check_ins_that_piled_up_while_the_bot_was_down_one_is_asked()
    {
        using var store = new TemporaryStore();
        await using (var bot = new TestBot(store)) await bot.Says(Some.Goal);

        await using var later = new TestBot(store);
        later.Stands("2026-03-08 12:00");
        await later.Reminders.RingAsync();
        await later.Settle();

        Assert.Single(later.Sender.To("ann"), message => message.Kind is MessageKind.CheckIn);
    }
}
