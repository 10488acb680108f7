using MicroWins.Messaging;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>The five mistakes that the method warns of, each noticed and answered without blame.</summary>
public sealed class CommonMistakesTests
{
    [Fact]
    public async Task Steps_that_are_too_big_are_offered_smaller_after_two_misses()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        await bot.Passes(TimeSpan.FromDays(1));
        await bot.Passes(TimeSpan.FromDays(1));

        var third = Assert.Single(await bot.Passes(TimeSpan.FromDays(1)));

        Assert.Equal("Smaller", third.Labels()[0]);
        Assert.Contains((IEnumerable<string>)["too big", "isn't you", "not you"], words => third.Words().Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Thats_nothing_is_answered_with_what_it_has_come_to()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        for (var day = 0; day < 3; day++)
        {
            await bot.Says("done");
            await bot.Passes(TimeSpan.FromDays(1));
        }

        Assert.Contains("3 pages since 2 March", Assert.Single(await bot.Says("that's nothing")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Growing_too_fast_is_answered_with_the_day_from_which_it_holds()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        await bot.Says("done");

        await bot.Says("/scaleup 50");

        Assert.Equal(1, (await bot.Chat()).Goals[0].Habit!.Level!.Amount);
        Assert.Contains("From 16 March on", bot.Sender.To("ann")[^1].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rushing_past_the_celebration_is_answered_with_one_breath()
    {
        await using var bot = new TestBot();
        await bot.Says(Some.Goal);
        OutgoingMessage celebration = null!;
        for (var step = 0; step < 3; step++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(20));
            celebration = Assert.Single(await bot.Says("done"));
            if (step < 2) await bot.Presses("Keep going");
        }

        Assert.Contains("One breath before the next", celebration.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_steps_for_chores_alone_are_met_with_one_idea_in_the_review()
    {
        await using var bot = new TestBot();
        foreach (var goal in (string[])[Some.Goal, "clean up the whole garage before winter", "sort all of my tax papers this month"])
        {
            await bot.Says($"/plan {goal}");
            for (var step = 0; step < 4; step++)
            {
                bot.Time.Advance(TimeSpan.FromMinutes(5));
                await bot.Says("/done");
                await bot.Says("/today");
            }
        }

        var review = Assert.Single(await bot.Says("/week"));

        Assert.Contains("small steps are not for chores alone", review.Words(), StringComparison.Ordinal);
    }
}
