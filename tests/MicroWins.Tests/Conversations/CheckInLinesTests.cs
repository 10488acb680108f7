using MicroWins.Conversations;
using MicroWins.Tests.Support;
using NodaTime;

namespace MicroWins.Tests.Conversations;

/// <summary>The lines that a check-in begins with: fitting, varied, and the same in the same test.</summary>
public sealed class CheckInLinesTests
{
    static readonly LocalDate Tuesday = new(2026, 3, 3);

    static CheckInFacts Facts(int kept = 0, int asked = 0, bool missedLast = false, int keptLast = 0, LocalDate? day = null, bool isHabit = false) =>
        new(CheckInSituation.Ordinary, day ?? Tuesday, isHabit, HasSentence: false, kept, asked, missedLast, keptLast);

    [Fact]
    public void Every_situation_has_a_line() =>
        Assert.All(Enum.GetValues<CheckInSituation>(), situation => Assert.NotEmpty(CheckInLines.Eligible(Facts() with { Situation = situation })));

    [Fact]
    public void Evidence_is_told_where_it_helps()
    {
        Assert.Contains(Reply.CheckInShare, CheckInLines.Eligible(Facts(kept: 7, asked: 8, keptLast: 1)));
        Assert.DoesNotContain(Reply.CheckInShare, CheckInLines.Eligible(Facts(kept: 3, asked: 8)));
        Assert.DoesNotContain(Reply.CheckInShare, CheckInLines.Eligible(Facts(kept: 7, asked: 8, missedLast: true)));
        Assert.Contains(Reply.CheckInAll, CheckInLines.Eligible(Facts(kept: 3, asked: 3)));
        Assert.DoesNotContain(Reply.CheckInEvidence, CheckInLines.Eligible(Facts()));
        Assert.Contains(Reply.CheckInMonday, CheckInLines.Eligible(Facts(day: new(2026, 3, 2))));
    }

    [Fact]
    public void The_same_lot_is_the_same_line_and_other_days_have_other_lots()
    {
        var lots = Enumerable.Range(0, 500).Select(day => CheckInLines.LotOf("test:ann", Tuesday.PlusDays(day), 0)).ToList();

        Assert.Equal(lots, Enumerable.Range(0, 500).Select(day => CheckInLines.LotOf("test:ann", Tuesday.PlusDays(day), 0)));
        Assert.All(lots, lot => Assert.InRange(lot, 0, 0.9999999999));
        // Spread evenly: each tenth gets about a tenth.
        Assert.All(lots.GroupBy(lot => (int)(10 * lot)), tenth => Assert.InRange(tenth.Count(), 25, 80));
    }

    [Fact]
    public void No_line_comes_twice_in_a_row_and_those_of_late_are_rare()
    {
        List<string> said = [];
        for (var day = 0; day < 200; day++)
            said.Add(CheckInLines.Choose(Facts(kept: 7, asked: 9), said.TakeLast(CheckInLines.Remembered).ToList(), CheckInLines.LotOf("test:ann", Tuesday.PlusDays(day), 0)).ToString());

        Assert.All(said.Zip(said.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.True(said.Distinct().Count() >= 5);
    }

    [Fact]
    public async Task Check_ins_of_two_weeks_vary_and_tell_numbers_of_the_record()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        await bot.Says("ask me at 18:30");
        List<string> leads = [];
        for (var day = 2; day < 16; day++)
        {
            var asked = Assert.Single(await bot.LivesUntil($"2026-03-{day:00} 19:00"), said => said.Message.Kind is MicroWins.Messaging.MessageKind.CheckIn);
            leads.Add(asked.Message.Words().Split('\n')[0]);
            var numbers = leads[^1].Where(char.IsAsciiDigit).ToArray();
            Assert.True(numbers.Length is 0 || new string(numbers) == $"{day - 2}", leads[^1]);
            await bot.Says("done");
        }

        Assert.True(leads.Distinct().Count() >= 6, string.Join('\n', leads));
    }
}
