namespace MicroWins.Storage;

/// <summary>The life of the one process that works on a file: it plays every role, and ends with the process.</summary>
sealed class SqliteLifeline(long number) : ILifeline
{
    public long Number => number;

    public CancellationToken Lost => CancellationToken.None;

    public bool TryHold(int role) => true;

    public void Beat() { }

    public void Dispose() { }
}
