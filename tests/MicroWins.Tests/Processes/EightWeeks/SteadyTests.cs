using MicroWins.Tests.Support.Simulation;

namespace MicroWins.Tests.Processes.EightWeeks;

/// <summary>Somebody who answers every morning, and does a little more from the third week on. With the real program.</summary>
public sealed class SteadyTests
{
    /// <summary>Days on which the page is read before the question comes.</summary>
    static readonly int[] EarlyDays = [9, 37];

    [Fact]
    public async Task A_steady_person_grows_when_the_weeks_allow_it_and_by_what_they_do_anyway()
    {
        await using var life = await LiveAsync();

        Laws.Hold(life, ["08:30"]);
        // Every day from the second one on, but for those on which it is done before.
        Assert.Equal(Enumerable.Range(1, 55).Except(EarlyDays).Select(life.Day), Laws.DaysAsked(life));
        Assert.Equal(Enumerable.Range(0, 8).Select(week => life.Day(6 + (7 * week))), Laws.Reviews(life).Select(review => review.Day));
        // Weeks 1-4: nothing is offered. Week 5: what is done on slow days. A fortnight later, in week 7: one step.
        Assert.Equal([life.Day(34), life.Day(48)], Laws.Reviews(life).Where(review => review.Labels.Contains("Look at it")).Select(review => review.Day));
        Assert.Equal(["Yes, 3", "Yes, 4"], life.Said.SelectMany(said => said.Labels).Where(label => label.StartsWith("Yes", StringComparison.Ordinal)));
        Assert.Equal(4, life.Number("select habit ->> '$.level.amount' from goals"));
        Transcript.Check(life, "steady", "Steady, for eight weeks",
            "Somebody who wants to read Hobsbawm again, and does what they said. They live in Berlin; the clocks go forward on 29 March.");
    }

    /// <summary>Reads after the question of each morning, twice before it, and takes what is offered.</summary>
    static async Task<SimulatedLife> LiveAsync()
    {
        var life = await SimulatedLife.BeginAsync("2026-03-02", "Europe/Berlin", withProgram: true);
        await life.Says("/daily read one page of Hobsbawm");
        await life.Presses("Done");
        await life.Says("that's it for today");
        await life.Presses("Morning 8:30");
        for (var day = 1; day < 56; day++) await LiveDayAsync(life, day);
        return life;
    }

    static async Task LiveDayAsync(SimulatedLife life, int day)
    {
        await life.Until(life.Day(day), EarlyDays.Contains(day) ? "07:50" : "08:35");
        var answer = await life.Says(Answer(day));
        if (answer[^1].Labels.Contains("Light")) await life.Presses("Light");
        // A second round, where the promise has two.
        for (var round = 0; round < 2 && answer.Any(said => said.Labels.Contains("Keep going")); round++)
        {
            await life.Says("next");
            answer = await life.Says("done");
        }
        foreach (var review in await life.Until(life.Day(day), "21:00"))
            if (review.Labels.Contains("Look at it"))
            {
                var offer = Assert.Single(await life.Presses("Look at it"));
                await life.Says(offer.Labels.First());
            }
    }

    static string Answer(int day) => day < 14 ? "done" : (day % 4) switch { 0 => "read 5 pages", 1 => "read 3 pages", 2 => "read 4 pages", _ => "done, 4 pages" };
}
