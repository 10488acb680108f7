using Microsoft.Extensions.Hosting;

namespace MicroWins.Workers;

/// <summary>One of the loops that make the bot run: it ends when it is cancelled, and only a reason to stop the program ends it before.</summary>
public delegate Task RunLoop(CancellationToken cancel);

/// <summary>Runs the loops beside each other. When one of them gives up, all stop, and the program with them.</summary>
public sealed class LoopsService(IEnumerable<RunLoop> loops, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Why the program had to stop; null after an ordinary stop.</summary>
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAll(loops.Select(loop => RunAsync(loop, stop)));
        if (Failure is not null) lifetime.StopApplication();
    }

    async Task RunAsync(RunLoop loop, CancellationTokenSource stop)
    {
        try
        {
            await loop(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // An ordinary stop.
        }
        catch (Exception failure)
        {
            Failure ??= failure;
            await stop.CancelAsync();
        }
    }
}
