using MicroWins.Tests.Support.Simulation;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Tests.Processes.EightWeeks;

/// <summary>Somebody who is asked at half past eight wherever they are, and flies from Berlin to New York, on to Tokyo, and home.</summary>
public sealed class TravelTests
{
    sealed record Flight(string Zone, string Day, string Time, string Says);

    [Fact]
    public async Task A_spring_over_three_zones_and_two_changes_of_the_clocks_asks_once_a_day()
    {
        // 8 March: clocks forward in New York. 29 March: clocks forward in Berlin.
        await using var life = await LiveAsync("2026-03-02",
            new("America/New_York", "2026-03-06", "16:00", "I'm in New York now"),
            new("Asia/Tokyo", "2026-03-14", "15:00", "I'm in Tokyo now"),
            new("Europe/Berlin", "2026-03-27", "21:00", "I'm back in Berlin"));

        // Eastward, half past eight of the 14th was over on arrival.
        AsksOnceADay(life, "2026-03-14 15:00");
        Assert.Contains(life.Said, said => said is { IsQuestion: true, LocalMinute: "2026-03-08 08:30" } && said.At.Offset == Offset.FromHours(-4));
        Assert.Contains(life.Said, said => said is { IsQuestion: true, LocalMinute: "2026-03-29 08:30" } && said.At.Offset == Offset.FromHours(2));
    }

    [Fact]
    public async Task An_autumn_over_three_zones_and_two_changes_of_the_clocks_asks_once_a_day()
    {
        // 25 October: clocks back in Berlin. 1 November: clocks back in New York.
        await using var life = await LiveAsync("2026-10-05",
            new("America/New_York", "2026-10-28", "16:00", "I'm in New York now"),
            new("Asia/Tokyo", "2026-11-08", "15:00", "I'm in Tokyo now"),
            new("Europe/Berlin", "2026-11-20", "21:00", "I'm back in Berlin"));

        AsksOnceADay(life, "2026-11-08 15:00");
        Assert.Contains(life.Said, said => said is { IsQuestion: true, LocalMinute: "2026-10-25 08:30" } && said.At.Offset == Offset.FromHours(1));
        Assert.Contains(life.Said, said => said is { IsQuestion: true, LocalMinute: "2026-11-01 08:30" } && said.At.Offset == Offset.FromHours(-5));
    }

    static void AsksOnceADay(SimulatedLife life, string onArrival)
    {
        Laws.Hold(life, ["08:30"], onArrival);
        Assert.Equal(Enumerable.Range(1, 55).Select(life.Day), Laws.DaysAsked(life));
        Assert.Equal(55, life.Number("select count(distinct day) from asked"));
        Assert.Equal(56, life.Number("select count(distinct day) from wins where bonus = 0"));
        // A Sunday evening each week, where they are.
        Assert.Equal(Enumerable.Range(0, 8).Select(week => life.Day(6 + (7 * week))), Laws.Reviews(life).Select(review => review.Day));
    }

    static async Task<SimulatedLife> LiveAsync(string start, params Flight[] flights)
    {
        var life = await SimulatedLife.BeginAsync(start, "Europe/Berlin");
        await life.Says("/daily write one sentence in my diary");
        await life.Presses("Done");
        await life.Says("ask me at 8:30");
        for (var day = life.Day(1); day < life.Day(56); day = day.PlusDays(1))
            if (flights.FirstOrDefault(flight => flight.Day == LocalDatePattern.Iso.Format(day)) is { } flight) await FlyAsync(life, day, flight);
            else
            {
                await life.Until(day, "08:40");
                await AnswerAsync(life);
                await life.Until(day, "22:00");
            }
        return life;
    }

    /// <summary>What is asked on the way is answered on arrival.</summary>
    static async Task FlyAsync(SimulatedLife life, LocalDate day, Flight flight)
    {
        await life.Flies(flight.Zone, day, flight.Time);
        await life.Says(flight.Says);
        await AnswerAsync(life);
        await life.Until(day, "22:00");
    }

    static async Task AnswerAsync(SimulatedLife life)
    {
        if (life.Said.Last(said => said.IsQuestion || said.Kind is "celebration").IsQuestion) await life.Says("done");
    }
}
