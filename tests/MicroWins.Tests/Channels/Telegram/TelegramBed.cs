using System.Threading.Channels;
using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Tests.Support.BotApi;
using Microsoft.Extensions.Time.Testing;

namespace MicroWins.Tests.Channels.Telegram;

/// <summary>The channel against our Bot API server over real HTTP, with a clock that the test moves.</summary>
public abstract class TelegramBed : IAsyncLifetime, IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    TelegramClients clients = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public CollectedLog Log { get; } = new();

    protected BotApiServer Server { get; private set; } = null!;

    protected TelegramClients Clients => clients;

    protected CancellationToken Stopping => stop.Token;

    protected TelegramSender Sender { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await BotApiServer.StartAsync();
        clients = new(Options());
        Sender = new(clients.Sending, Clock, Log.For<TelegramSender>());
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        var complaints = Server.Complaints;
        clients.Dispose();
        await Server.DisposeAsync();
        stop.Dispose();
        Assert.Empty(complaints);
    }

    protected TelegramOptions Options(string? token = null) => new() { BotToken = token ?? Server.Token, ApiBaseUrl = Server.Url };

    protected TelegramPoller Poller(params long[] allowed) => Poller(Log, allowed);

    protected TelegramPoller Poller(CollectedLog log, params long[] allowed) =>
        new(clients.Polling, new(clients.Sending, Clock), new UpdateReader(allowed), Clock, log.For<TelegramPoller>());

    protected static ChatId Chat(long id) => new("telegram", id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    protected static OutgoingMessage Message(string text, params string[] labels) => Message(FormattedText.Plain(text), labels);

    protected static OutgoingMessage Message(FormattedText text, params string[] labels) => new(
        MessageKind.Reply, text, labels.Length == 0 ? [] : [[.. labels.Select(label => new Button(label, $"data:{label}"))]]);

    /// <summary>Moves the clock in steps until the goal is reached; the other side of a socket needs real time in between.</summary>
    protected async Task AdvanceUntil(Task goal, TimeSpan step)
    {
        using var breath = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var steps = 0; !goal.IsCompleted; steps++)
        {
            Assert.True(steps < 2000, "The goal was not reached.");
            Clock.Advance(step);
            await breath.WaitForNextTickAsync();
        }
        await goal;
    }

    /// <summary>Gives what must not happen a moment of real time to happen.</summary>
    protected static async Task Breathe()
    {
        using var breath = new PeriodicTimer(TimeSpan.FromMilliseconds(60));
        await breath.WaitForNextTickAsync();
    }
}

/// <summary>An inbox that is a queue, and that fails where it is told to.</summary>
public sealed class QueueInbox
{
    readonly Channel<IncomingEvent> events = Channel.CreateUnbounded<IncomingEvent>();

    /// <summary>How many of the next batches it throws at.</summary>
    public int Failures { get; set; }

    /// <summary>Holds each batch until it is done.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Batches { get; private set; }

    public async Task Store(IReadOnlyList<IncomingEvent> batch, CancellationToken cancel)
    {
        Batches++;
        await Gate.WaitAsync(cancel);
        if (Failures-- > 0) throw new IOException("disk full");
        foreach (var item in batch) events.Writer.TryWrite(item);
    }

    public Task<IncomingEvent> Next() => events.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(5));

    public async Task<string> NextText() => ((ChatEvent.TextWritten)(await Next()).Event).Text;

    public bool IsEmpty => !events.Reader.TryPeek(out _);
}
