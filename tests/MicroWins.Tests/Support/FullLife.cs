using MicroWins.Coaching;
using MicroWins.Messaging;

namespace MicroWins.Tests.Support;

/// <summary>Somebody who has done all that there is to do, so that every table has a row of theirs.</summary>
static class FullLife
{
    /// <summary>A word of theirs that stands nowhere else.</summary>
    public const string Word = "quixotry";

    public static async Task LivesFully(this TestBot bot, string person = "ann")
    {
        await bot.Says($"/plan write my paper on {Word}", person);
        await bot.Says("/exam biology on 2026-03-20, 30 min a day", person);
        await bot.Says("cells, genetics", person);
        await bot.Says($"/daily read one page on {Word}", person);
        await bot.Says("/done", person);
        await bot.Says("ask me at 19:00", person);
        bot.Stands("2026-03-03 19:00");
        await bot.Passes(TimeSpan.FromMinutes(1), person);
        await bot.Says("not today", person);
        await bot.Says("/skip", person);
        await bot.Says("/focus 10", person);
        await new StoredTokenLedger(bot.Database).AddAsync($"{TestBot.Channel}:{person}", new DateOnly(2026, 3, 3), 1700, CancellationToken.None);
    }

    public static Task<IReadOnlyDictionary<string, long>> RowsOf(this TestBot bot, string person) =>
        bot.Database.ReadAsync(session => session.RowsOf(new ChatId(TestBot.Channel, person).ToString()));
}
