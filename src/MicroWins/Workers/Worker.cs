using MicroWins.Messaging;
using MicroWins.Storage;
using Microsoft.Extensions.Logging;

namespace MicroWins.Workers;

/// <summary>
/// This process among those that share a database: alive while its lifeline is, and with a new number after it was lost. Ended last, after
/// all loops: what it holds is free for others at once.
/// </summary>
public sealed partial class Worker(Database database, Inbox inbox, TimeProvider time, ILogger<Worker> log) : IAsyncDisposable
{
    /// <summary>How often the life is felt for, the dead are looked for, and a role is tried for: others take over within a few of these.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _stop = new();
    readonly SemaphoreSlim _oneAtATime = new(1);
    ILifeline? _life;
    Task _beats = Task.CompletedTask;

    /// <summary>The present life; a new one where there is none.</summary>
    /// <exception cref="System.Data.Common.DbException">The database cannot be reached.</exception>
    public async Task<ILifeline> LiveAsync()
    {
        if (_life is { Lost.IsCancellationRequested: false } life) return life;
        await _oneAtATime.WaitAsync();
        try
        {
            if (_life is { Lost.IsCancellationRequested: false } begun) return begun;
            await _beats;
            var born = await Task.Run(() => database.Dialect.Live(time.GetUtcNow()));
            _life = born;
            _beats = BeatAsync(born);
            await inbox.FreeDeadClaimsAsync(born.Number);
            return born;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Runs a loop while this process holds a role, which it tries for until it has it, and again after it was lost.</summary>
    public async Task WhileHeldAsync(Role role, RunLoop loop, CancellationToken cancel)
    {
        while (true)
        {
            var life = await HoldAsync(role, cancel);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.Lost);
            try
            {
                await loop(either.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested && life.Lost.IsCancellationRequested)
            {
                // Another may hold the role by now: this one tries for it again.
            }
            if (cancel.IsCancellationRequested || !life.Lost.IsCancellationRequested) return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beats;
        _life?.Dispose();
        _stop.Dispose();
        _oneAtATime.Dispose();
    }

    async Task<ILifeline> HoldAsync(Role role, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var life = await LiveAsync();
                if (await Task.Run(() => life.TryHold((int)role), cancel))
                {
                    if (database.Dialect.IsShared) LogHeld(life.Number, role);
                    return life;
                }
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                LogFailed(failure.GetType().FullName);
            }
            await Task.Delay(Beat, time, cancel);
        }
    }

    async Task BeatAsync(ILifeline life)
    {
        // The one process of a file has nobody to look after.
        if (!database.Dialect.IsShared) return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, life.Lost);
        try
        {
            while (true)
            {
                await Task.Delay(Beat, time, either.Token);
                await Task.Run(life.Beat);
                await inbox.FreeDeadClaimsAsync(life.Number);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The process ends.
        }
        catch (Exception failure)
        {
            LogLost(life.Number, failure.GetType().FullName);
            life.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Worker {Number} is the {Role} now")]
    partial void LogHeld(long number, Role role);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Worker {Number} lost the database, and with it its roles and claims: {Type}")]
    partial void LogLost(long number, string? type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer: {Type}")]
    partial void LogFailed(string? type);
}
