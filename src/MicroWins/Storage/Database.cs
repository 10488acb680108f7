using System.Data.Common;

namespace MicroWins.Storage;

/// <summary>The way to the store: reads beside each other, writes through one writer that commits them in groups.</summary>
public sealed class Database(ISqlDialect dialect, TextSeal seal) : IAsyncDisposable
{
    /// <summary>What seals the texts of this store.</summary>
    public TextSeal Seal { get; } = seal;

    readonly GroupCommit _writer = new(dialect, seal);

    public ISqlDialect Dialect => dialect;

    /// <summary>True where a failure is the store's own, and not the doing of whoever met it.</summary>
    public bool IsInTrouble(Exception failure) => failure is DbException of && dialect.IsTrouble(of);

    /// <summary>Reads, outside any transaction.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> read) => Task.Run(() =>
    {
        using var connection = dialect.Open();
        return read(new Session(connection, null, Seal));
    });

    /// <summary>Writes all or nothing, and comes back when it is safe on the disk.</summary>
    /// <param name="write">Must not wait for anything, since other writes stand behind it, and does nothing but write: it may be run again.</param>
    public Task<T> WriteAsync<T>(Func<Session, T> write) => _writer.WriteAsync(write);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<Session> write) => _writer.WriteAsync(session =>
    {
        write(session);
        return true;
    });

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
