using MicroWins.Tests.Support.Simulation;

namespace MicroWins.Tests.Processes.EightWeeks;

/// <summary>Somebody who reads ten pages where they promised one, and wants to promise fifty.</summary>
public sealed class EagerTests
{
    [Fact]
    public async Task Fifty_pages_are_answered_with_what_the_rules_give()
    {
        await using var life = await LiveAsync();

        Laws.Hold(life, ["18:30"]);
        Assert.Equal(Enumerable.Range(1, 55).Select(life.Day), Laws.DaysAsked(life));
        var answers = life.Said.Zip(life.Said.Skip(1)).Where(pair => pair.First is { IsPerson: true, Text: Wish }).Select(pair => pair.Second).ToList();
        Assert.Equal(8, answers.Count);
        // Weeks 1 and 2: not yet, whoever asks. Week 3: one unit, for who asks, and it is taken back. Week 4: that holds for a fortnight.
        Assert.All(answers.Take(2), answer => Assert.Contains("From 16 March on, ask me again.", answer.Text, StringComparison.Ordinal));
        Offers(answers[2], 2);
        Assert.Contains("we look again on 2 April", answers[3].Text, StringComparison.Ordinal);
        // Week 5: what was taken back. Week 7: one step more. Never fifty, never ten.
        Offers(answers[4], 2);
        Assert.Contains("we look again on 16 April", answers[5].Text, StringComparison.Ordinal);
        Offers(answers[6], 3);
        Assert.Contains("we look again on 30 April", answers[7].Text, StringComparison.Ordinal);
        // The bot by itself offers nothing while the person decides.
        Assert.DoesNotContain(Laws.Reviews(life), review => review.Labels.Contains("Look at it"));
        Assert.Equal(3, life.Number("select habit ->> '$.level.amount' from goals"));
    }

    const string Wish = "i can do 50 now!!";

    static void Offers(Said answer, int pages)
    {
        Assert.Contains("I believe you could do 50, once.", answer.Text, StringComparison.Ordinal);
        Assert.Equal([$"Yes, {pages}", "Stay here", "Not yet"], answer.Labels);
    }

    static async Task<SimulatedLife> LiveAsync()
    {
        var life = await SimulatedLife.BeginAsync("2026-03-02", "Europe/Berlin");
        await life.Says("/daily read 1 page");
        await life.Presses("Done");
        await life.Says("enough for today");
        await life.Presses("Evening 18:30");
        for (var day = 1; day < 56; day++)
        {
            await life.Until(life.Day(day), "18:35");
            await life.Says("read 10 pages");
            if (day % 7 is 3) await WishAsync(life, takesBack: day < 21);
            await life.Until(life.Day(day), "22:00");
        }
        return life;
    }

    static async Task WishAsync(SimulatedLife life, bool takesBack)
    {
        var answer = Assert.Single(await life.Says(Wish));
        if (answer.Labels.FirstOrDefault(label => label.StartsWith("Yes", StringComparison.Ordinal)) is not { } yes) return;
        await life.Presses(yes);
        if (takesBack) await life.Presses("Undo");
    }
}
