using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Conversations;

/// <summary>The fifth promise: no number is said that is not counted from rows. Here the rows are counted a second time, by SQL.</summary>
public sealed partial class NumbersTests
{
    /// <summary>Numbers of the bot's own rules, which say nothing about the person: a score is out of 100, a miss takes 5 of it at most.</summary>
    static readonly decimal[] OfTheRules = [100, 5];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Every_number_of_six_weeks_is_in_the_store(string language)
    {
        await using var bot = new TestBot();
        await bot.Says($"/language {language}");
        await bot.Says("/daily read one page");
        var checkedMessages = 0;
        for (var day = 0; day < 42; day++)
        {
            foreach (var said in AnswersOf(day))
                foreach (var message in await bot.Says(said)) checkedMessages += await Check(bot, message);
            foreach (var message in await bot.Passes(TimeSpan.FromDays(1))) checkedMessages += await Check(bot, message);
        }
        foreach (var message in await bot.Says("/stats")) checkedMessages += await Check(bot, message);
        foreach (var message in await bot.Says("/week")) checkedMessages += await Check(bot, message);
        Assert.True(checkedMessages > 50, $"{checkedMessages} messages with numbers");
    }

    [Fact]
    public async Task A_number_that_is_not_in_the_store_would_be_found()
    {
        await using var bot = new TestBot();
        await bot.Says("/daily read one page");
        await bot.Says("done");

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Check(bot, new OutgoingMessage(MessageKind.Reply, FormattedText.Plain("You've kept 77 so far."), [])));
    }

    // Most days more than promised, some exactly, some nothing.
    static string[] AnswersOf(int day) => (day % 7) switch
    {
        3 => [],
        5 => ["done"],
        _ => [$"read {2 + (day % 4)} pages"],
    };

    /// <returns>1 where the message has a number.</returns>
    static async Task<int> Check(TestBot bot, OutgoingMessage message)
    {
        // The step's own words have the amount that was promised, and its line the minutes of the estimate.
        var text = string.Join('\n', message.Text.ToPlainText().Split('\n').Where(line => !line.Contains('·', StringComparison.Ordinal)));
        var said = Numbers().Matches(text).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        if (said.Count is 0) return 0;
        var facts = await Facts(bot);
        Assert.All(said, number => Assert.True(facts.Contains(number), $"{number} in: {text}"));
        return 1;
    }

    static async Task<HashSet<decimal>> Facts(TestBot bot)
    {
        var chat = await bot.Chat();
        var today = (await bot.Database.ReadAsync(session => session.One<string>("select max(day) from (select day from wins union select day from asked)")))!;
        var facts = new HashSet<decimal>(OfTheRules);
        string[] counts =
        [
            // Kept and asked, in all and of the last two and four weeks, of this week and the last.
            "select count(*) from wins where bonus = 0",
            .. Spans(today).SelectMany(span => new[]
            {
                $"select count(*) from wins where bonus = 0 and day between {span}",
                $"select count(distinct day) from (select day from wins where bonus = 0 union select day from asked where day < '{today}') where day between {span}",
            }),
            "select count(distinct day) from (select day from wins where bonus = 0 union select day from asked)",
            $"select count(distinct day) from (select day from wins where bonus = 0 union select day from asked where day < '{today}')",
            "select count(distinct goal_no || '/' || step_no || '/' || occurrence) from wins where extra > 0",
            "select cast(sum(amount + extra) as integer) from wins",
            "select cast(sum(amount) as integer) from wins",
            "select cast(sum(extra) as integer) from wins",
        ];
        foreach (var count in counts) facts.Add(await bot.Count(count.Replace("sum(", "total(", StringComparison.Ordinal)));
        foreach (var win in chat.Record.Wins) facts.UnionWith([win.Amount, win.Extra, win.Amount + win.Extra]);
        facts.UnionWith(Streaks([.. chat.Record.Wins.Where(win => !win.IsBonus).Select(win => win.Day)]));
        facts.Add(Score(chat.Record.Wins.Select(win => win.Day).ToHashSet(), [.. chat.Record.Asked.Select(row => row.Day)], NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value));
        // Dates that are said: the first day, and those of weeks.
        facts.UnionWith(chat.Record.Wins.Select(win => (decimal)win.Day.Day));
        facts.UnionWith(chat.Record.Wins.Select(win => (decimal)win.Day.Month));
        return facts;
    }

    static IEnumerable<string> Spans(string today)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value;
        foreach (var shift in Enumerable.Range(0, 2))
        {
            var until = day.PlusDays(shift);
            foreach (var days in new[] { 14, 28 }) yield return Between(until.PlusDays(1 - days), until);
            var monday = until.PlusDays(1 - (int)until.DayOfWeek);
            yield return Between(monday, monday.PlusDays(6));
            yield return Between(monday.PlusDays(-7), monday.PlusDays(-1));
        }
    }

    static string Between(NodaTime.LocalDate from, NodaTime.LocalDate to) =>
        $"'{NodaTime.Text.LocalDatePattern.Iso.Format(from)}' and '{NodaTime.Text.LocalDatePattern.Iso.Format(to)}'";

    static IEnumerable<decimal> Streaks(HashSet<NodaTime.LocalDate> days)
    {
        yield return 0;
        foreach (var day in days)
            for (var length = 1; days.Contains(day.PlusDays(1 - length)); length++) yield return length;
    }

    // The score by its definition: 5 % of the way to 100 on a kept day, 5 % of the way to 0 on a missed one, from 50.
    static decimal Score(HashSet<NodaTime.LocalDate> kept, HashSet<NodaTime.LocalDate> asked, NodaTime.LocalDate today)
    {
        var score = 50.0;
        foreach (var day in kept.Union(asked.Where(day => day < today)).Order()) score += 0.05 * ((kept.Contains(day) ? 100 : 0) - score);
        return (decimal)Math.Round(score);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
