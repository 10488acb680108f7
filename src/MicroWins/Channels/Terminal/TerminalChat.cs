using MicroWins.Messaging;
using NodaTime;
using NodaTime.Text;

namespace MicroWins.Channels.Terminal;

/// <summary>What the terminal needs of the machinery behind it. Answering and sending are done before the next line is read.</summary>
/// <param name="SettleAsync">Answers and sends all that waits.</param>
/// <param name="RingAsync">Rings the reminders that are due.</param>
/// <param name="NextDueAsync">The moment of the next reminder.</param>
/// <param name="LastShownAsync">The last message with buttons that was shown before this start.</param>
public sealed record TerminalMachinery(
    Func<CancellationToken, Task> SettleAsync, Func<Task> RingAsync, Func<Task<Instant?>> NextDueAsync, Func<Task<OutgoingMessage?>> LastShownAsync);

/// <summary>The chat in a terminal: a line is an event, and what is due appears between the lines. Ends at the end of the input.</summary>
public sealed class TerminalChat(
    TextReader input, ITerminalView view, TerminalSender sender, Inbox inbox, TerminalMachinery machinery, TerminalClock clock, DateTimeZone zone,
    bool isInteractive, string? languageTag) : IDisposable
{
    /// <summary>How often an open chat looks for what is due while nobody types.</summary>
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim _turn = new(1);
    long _events;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await machinery.LastShownAsync() is { } last) sender.Offer(last);
        // What a crash or a closed lid left unanswered comes first.
        await SettleAsync(cancel);
        if (isInteractive) await HandleAsync(new ChatEvent.TextWritten("/start"), cancel);
        var watching = isInteractive ? WatchAsync(cancel) : Task.CompletedTask;
        view.Prompt();
        while (await ReadLineAsync(cancel) is { } line)
        {
            if (IsClock(line)) await MoveClockAsync(line["/clock".Length..].Trim(), cancel);
            else await HandleAsync(sender.Read(line), cancel);
            view.Prompt();
        }
    }

    public void Dispose() => _turn.Dispose();

    // Reading a console cannot be cancelled, so it is left behind when the program ends.
    Task<string?> ReadLineAsync(CancellationToken cancel) => Task.Run(input.ReadLine, cancel).WaitAsync(cancel);

    async Task HandleAsync(ChatEvent happened, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await inbox.StoreAsync([new($"terminal:{clock.Now.ToUnixTimeTicks()}:{clock.GetTimestamp()}:{++_events}", TerminalSender.Chat, happened, languageTag)]);
            await machinery.SettleAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task SettleAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await machinery.RingAsync();
            await machinery.SettleAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task WatchAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, clock, cancel);
            if (await machinery.NextDueAsync() is not { } due || due > clock.Now) continue;
            await SettleAsync(cancel);
            view.Prompt();
        }
    }

    static bool IsClock(string line) => line.Equals("/clock", StringComparison.OrdinalIgnoreCase) || line.StartsWith("/clock ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Moves the clock, and lives through everything that is due on the way at its own moment.</summary>
    async Task MoveClockAsync(string to, CancellationToken cancel)
    {
        if (to.Length > 0)
        {
            if (TerminalClock.ReadMove(to, clock.Now, zone) is not { } target)
            {
                view.Note("I read /clock +30m, +3h, +1d, +2w, or a moment such as 2026-03-01T09:00.", isError: true);
                return;
            }
            if (target < clock.Now)
            {
                view.Note("The clock only goes forward.", isError: true);
                return;
            }
            while (await machinery.NextDueAsync() is { } due && due <= target)
            {
                clock.MoveTo(due);
                await SettleAsync(cancel);
            }
            clock.MoveTo(target);
        }
        view.Note($"It is {ZonedDateTimePattern.CreateWithInvariantCulture("dddd, d MMMM uuuu, HH:mm", null).Format(clock.Now.InZone(zone))} ({zone.Id}).", isError: false);
    }
}
