using System.Text.RegularExpressions;
using MicroWins.Tests.Support.Simulation;

namespace MicroWins.Tests.Processes.EightWeeks;

/// <summary>Somebody who does it on some days, skips others, reports late, puts off, says nothing, and falls ill once.</summary>
public sealed partial class SporadicTests
{
    const int IllDay = 30, WellDay = 33, WishDay = 37;

    [Fact]
    public async Task A_sporadic_person_is_asked_as_ever_and_nothing_is_held_against_them()
    {
        await using var life = await LiveAsync();

        var fridays = Enumerable.Range(1, 55).Where(day => day % 7 is 4 && day is < IllDay or >= WellDay).ToList();
        Laws.Hold(life, ["18:30"], [.. fridays.Select(day => $"{life.Day(day):uuuu-MM-dd} 19:40")]);
        // Nothing is asked while they are ill.
        Assert.Equal(Enumerable.Range(1, 55).Where(day => day is < IllDay or >= WellDay).Select(life.Day), Laws.DaysAsked(life).Distinct());
        // A skip leaves the score where it was; there are two a week, and the third changes nothing and blames nobody.
        var scores = ScoresOf(life);
        Assert.All(Tuesdays, day => Assert.Equal(scores[day - 1], scores[day]));
        Assert.Equal(2, life.Number("select max(skipped) from (select count(*) as skipped from skips group by strftime('%Y-%W', day))"));
        Assert.Equal([life.Day(6), life.Day(48)], life.Said.Where(said => said.Text.Contains("Both skips of this week are used", StringComparison.Ordinal)).Select(said => said.Day));
        // After two missed days the smaller step is the first button.
        Assert.Equal([life.Day(14), life.Day(42)], life.Said.Where(said => said.IsQuestion && said.Labels.First() is "Smaller").Select(said => said.Day));
        // Too little was kept for more, and nothing is offered.
        Assert.Contains(life.Said, said => said.Text.Contains("let this one settle first", StringComparison.Ordinal));
        Assert.DoesNotContain(life.Said.SelectMany(said => said.Labels), label => label.StartsWith("Yes", StringComparison.Ordinal));
        // Each Sunday with something to look back on: in the week of the illness there was too little.
        Assert.Equal(((int[])[6, 13, 20, 27, 41, 48, 55]).Select(life.Day), Laws.Reviews(life).Select(review => review.Day));
    }

    /// <summary>Tuesdays on which the score is told, with a skip on each.</summary>
    static IEnumerable<int> Tuesdays => [15, 22, 36, 43, 50];

    static Dictionary<int, int> ScoresOf(SimulatedLife life) => life.Said
        .Select(said => (said.Day, Score: Score().Match(said.Text)))
        .Where(said => said.Score.Success)
        .ToDictionary(
            said => NodaTime.Period.DaysBetween(life.FirstDay, said.Day),
            said => int.Parse(said.Score.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"Consistency: (\d+)")]
    private static partial Regex Score();

    static async Task<SimulatedLife> LiveAsync()
    {
        var life = await SimulatedLife.BeginAsync("2026-03-02", "Europe/Berlin");
        await life.Says("/daily play the guitar for 3 minutes");
        await life.Presses("Done");
        await life.Says("that's enough for today");
        await life.Presses("Evening 18:30");
        for (var day = 1; day < 56; day++)
        {
            await life.Until(life.Day(day), "12:00");
            await NoonAsync(life, day);
            await life.Until(life.Day(day), "18:40");
            if (life.Said[^1].IsQuestion) await EveningAsync(life, day);
            await life.Until(life.Day(day), "22:30");
            if (day % 7 is 0 or 1) await life.Says("/stats");
        }
        return life;
    }

    static Task NoonAsync(SimulatedLife life, int day) => day switch
    {
        IllDay => life.Says("i'm ill since yesterday"),
        WellDay => life.Says("i'm back"),
        WishDay => life.Says("/scaleup"),
        _ when day % 7 is 3 && day is < IllDay or > WellDay => life.Says("i did it yesterday"),
        _ => Task.CompletedTask,
    };

    static async Task EveningAsync(SimulatedLife life, int day)
    {
        switch (day % 7)
        {
            case 0:
                await life.Says("done");
                break;
            case 3:
                await life.Says("done, 5 minutes");
                break;
            case 4:
                await life.Presses("Later");
                await life.Presses("In an hour");
                await life.Until(life.Day(day), "19:45");
                await life.Says("ok done");
                break;
            case 1:
            case 5 when day % 2 is 1:
            case 6 when day % 3 is 0:
                await life.Presses("Not today");
                break;
        }
    }
}
