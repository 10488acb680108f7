using MicroWins.Tests.Support.Simulation;

namespace MicroWins.Tests.Processes.EightWeeks;

/// <summary>Somebody with a history paper who is gone for ten days, and later for three weeks, and comes back each time.</summary>
public sealed class VanishingTests
{
    /// <summary>The days of the first word after a silence.</summary>
    const int BackAfterTenDays = 16, BackAfterThreeWeeks = 42;

    [Fact]
    public async Task Who_vanishes_is_asked_less_and_less_and_finds_a_small_step_when_they_come_back()
    {
        await using var life = await LiveAsync();

        Laws.Hold(life, ["08:30"]);
        // Silent from day 7 and from day 21 on: daily for three silent days, then every other day, then after a week.
        int[] asked = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 18, 19, 20, 21, 22, 23, 24, 26, 28, 43, .. Enumerable.Range(45, 11)];
        Assert.Equal(asked.Select(life.Day), Laws.DaysAsked(life));
        // After two weeks it says that it stops, once, and then it does.
        var stopped = Assert.Single(life.Said, said => said.Text.StartsWith("I'll stop asking now", StringComparison.Ordinal));
        Assert.Equal((life.Day(35), "08:30"), (stopped.Day, stopped.LocalMinute[^5..]));
        Assert.DoesNotContain(life.Said, said => said.Day > life.Day(35) && said.Day < life.Day(BackAfterThreeWeeks));
        Assert.Equal([life.Day(6), life.Day(20), life.Day(48), life.Day(55)], Laws.Reviews(life).Select(review => review.Day));
        Assert.All([BackAfterTenDays, BackAfterThreeWeeks], day => ComesBackSmall(life, day));
        Transcript.Check(life, "vanishing", "Gone for ten days, and back",
            "Somebody with a history paper. They are gone for ten days, later for three weeks, and the bot asks less and less, then not at all.");
    }

    static void ComesBackSmall(SimulatedLife life, int day)
    {
        var card = life.Said.First(said => said.Day == life.Day(day) && !said.IsPerson);
        Assert.StartsWith("Good to have you back. Nothing to catch up on", card.Text, StringComparison.Ordinal);
        Assert.Matches("about [12] min|under a minute", card.Text);
        Assert.DoesNotMatch(@"\b(days?|weeks?|ago|since)\b", card.Text);
    }

    static async Task<SimulatedLife> LiveAsync()
    {
        var life = await SimulatedLife.BeginAsync("2026-03-02", "Europe/Berlin");
        await life.Says("I have to write my history paper, 15 pages, and I keep putting it off");
        await life.Presses("Done");
        await life.Presses("Stop here");
        await life.Presses("Morning 8:30");
        for (var day = 1; day < 7; day++) await StepAsync(life, day);
        await life.Until(life.Day(BackAfterTenDays), "19:00");
        await life.Says("hi");
        await life.Presses("Done");
        await life.Presses("Stop here");
        for (var day = 17; day < 21; day++) await StepAsync(life, day);
        await life.Until(life.Day(BackAfterThreeWeeks), "12:00");
        await life.Presses("I'm back");
        await life.Presses("Done");
        await life.Presses("Stop here");
        await StepAsync(life, 43);
        // The paper is through, and something new begins.
        await life.Until(life.Day(44), "19:00");
        await life.Says("/daily read 3 pages of a novel");
        await life.Presses("Done");
        for (var day = 45; day < 56; day++) await StepAsync(life, day);
        return life;
    }

    /// <summary>Starts the step of the morning, and says when it is done.</summary>
    static async Task StepAsync(SimulatedLife life, int day)
    {
        await life.Until(life.Day(day), "08:40");
        await life.Presses("Start now");
        await life.Until(life.Day(day), "08:45");
        await life.Says("done");
        await life.Until(life.Day(day), "21:00");
    }
}
