using MicroWins.Channels.Telegram;
using MicroWins.Channels.Terminal;
using MicroWins.Messaging;
using MicroWins.Storage;
using MicroWins.Workers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MicroWins.Benchmarks.Load;

/// <summary>
/// The bot without a channel and in no hurry. It tells how many replies each line of a script gets, which a bot in a hurry must give as well,
/// and lives days that are then copied to as many people as a run needs.
/// </summary>
sealed class CalmBot : IAsyncDisposable
{
    /// <summary>The chat of the first script; the others follow.</summary>
    public const int FirstChat = 1;

    readonly ServiceProvider _parts;
    readonly TerminalClock _clock;
    int _events;

    CalmBot(Settings settings, Database database, TerminalClock clock)
    {
        (Settings, Database, _clock) = (settings, database, clock);
        _parts = new ServiceCollection().AddMicroWins(settings, database, clock, zone: null).BuildServiceProvider();
    }

    /// <param name="settings">As the bot under load gets them.</param>
    /// <param name="time">The real time.</param>
    /// <param name="daysAgo">How many days before now its clock stands and begins; 0 for the real one.</param>
    public static async Task<CalmBot> StartAsync(IEnumerable<(string Key, string Value)> settings, TimeProvider time, int daysAgo = 0)
    {
        var clock = new TerminalClock(time, daysAgo is 0 ? null : Instant.FromDateTimeOffset(time.GetUtcNow()) - Duration.FromDays(daysAgo));
        var read = Read(settings);
        return new(read, await Composition.OpenStoreAsync(read.Storage), clock);
    }

    public Settings Settings { get; }

    public Database Database { get; }

    public IServiceProvider Parts => _parts;

    static Settings Read(IEnumerable<(string Key, string Value)> settings) => Settings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());

    /// <summary>The scripts with the replies that each line gets.</summary>
    public async Task<Script[]> CountAsync(IReadOnlyList<Script> scripts)
    {
        var counted = new List<Script>();
        foreach (var script in scripts)
        {
            var replies = new List<int>();
            foreach (var line in script.Lines) replies.Add(await SayAsync(FirstChat + counted.Count, line, script.Language));
            counted.Add(script with { Replies = [.. replies] });
        }
        await SettleAsync();
        return [.. counted];
    }

    /// <summary>Lets each script be spoken once a day for some days, so that there is a history.</summary>
    public async Task LiveAsync(IReadOnlyList<Script> scripts, int days)
    {
        for (var day = 0; day < days; day++)
        {
            foreach (var (script, chat) in scripts.Select((script, i) => (script, FirstChat + i)))
                foreach (var line in script.Lines) await SayAsync(chat, line, script.Language);
            _clock.MoveTo(_clock.Now + Duration.FromDays(1));
        }
        await SettleAsync();
    }

    /// <summary>Says a line and counts what is answered.</summary>
    public async Task<int> SayAsync(long chat, string line, string language)
    {
        var id = new ChatId(UpdateReader.Channel, $"{chat}");
        var before = await WaitingAsync(id);
        await _parts.GetRequiredService<Inbox>().StoreAsync([new($"calm:{chat}:{++_events}:{_clock.GetTimestamp()}", id, new ChatEvent.TextWritten(line), language)]);
        await _parts.GetRequiredService<ConversationLoop>().DrainAsync(UpdateReader.Channel, CancellationToken.None);
        return await WaitingAsync(id) - before;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _parts.DisposeAsync();
    }

    // Nothing of this is to be sent by the bot that comes after, and no check-in is to fall into a run that counts replies.
    Task SettleAsync() => Database.WriteAsync(session =>
    {
        session.Execute("update outbox set status = 'sent' where status = 'pending'");
        session.Execute("update reminders set due_at = @later where status = 'waiting' and due_at < @later", new { later = (_clock.Now + Duration.FromDays(1)).ToUnixTimeMilliseconds() });
    });

    async Task<int> WaitingAsync(ChatId chat) =>
        (int)await Database.ReadAsync(session => session.One<long>("select count(*) from outbox where chat_id = @chat", new { chat = chat.ToString() }));
}
