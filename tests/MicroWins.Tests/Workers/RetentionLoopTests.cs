using MicroWins.Messaging;
using MicroWins.Tests.Support;
using MicroWins.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroWins.Tests.Workers;

public sealed class RetentionLoopTests
{
    [Fact]
    public async Task It_looks_once_a_day()
    {
        await using var bot = new TestBot();
        var loop = new RetentionLoop(bot.Retention, bot.Inbox, bot.Time, NullLogger<RetentionLoop>.Instance);
        await loop.SweepIfDueAsync();
        await bot.Inbox.StoreAsync([new("x:1", new ChatId("elsewhere", "eve"), new ChatEvent.OtherSent())]);
        await bot.Database.WriteAsync(session => session.Execute("update inbox set status = 'handled', received_at = 0"));

        bot.Time.Advance(TimeSpan.FromHours(23));
        await loop.SweepIfDueAsync();
        Assert.Equal(1, await bot.Count("select count(*) from inbox"));
        bot.Time.Advance(TimeSpan.FromHours(1));
        await loop.SweepIfDueAsync();

        Assert.Equal(0, await bot.Count("select count(*) from inbox"));
    }

    [Fact]
    public async Task A_store_that_breaks_does_not_end_it()
    {
        await using var bot = new TestBot();
        var loop = new RetentionLoop(bot.Retention, bot.Inbox, bot.Time, NullLogger<RetentionLoop>.Instance);
        await bot.Database.WriteAsync(session => session.Execute("alter table inbox rename to gone"));

        await loop.SweepIfDueAsync();
        await bot.Database.WriteAsync(session => session.Execute("alter table gone rename to inbox"));
        bot.Time.Advance(TimeSpan.FromDays(1));
        await loop.SweepIfDueAsync();

        Assert.Equal(0, await bot.Count("select count(*) from inbox"));
    }
}
