using System.Collections.Concurrent;
using System.Data.Common;

namespace MicroWins.Storage;

/// <summary>Those who read: a few at a time, beside the writer.</summary>
sealed class Readers(ISqlDialect dialect, TextSeal seal) : IDisposable
{
    readonly SemaphoreSlim _room = new(dialect.MostReaders);
    readonly ConcurrentBag<PreparedConnection> _idle = [];
    volatile bool _isOver;

    public async Task<T> ReadAsync<T>(Func<Session, T> read)
    {
        // Goes on where it is when there is room: to wake another thread takes about as long as to read a chat.
        await _room.WaitAsync().ConfigureAwait(false);
        try
        {
            return Read(read);
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose()
    {
        _isOver = true;
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }

    T Read<T>(Func<Session, T> read)
    {
        var connection = _idle.TryTake(out var kept) ? kept : new(dialect.Open());
        var isWell = false;
        try
        {
            var result = ReadOneMoment(new Session(connection, transaction: null, seal), read);
            isWell = dialect.KeepsReaders;
            return result;
        }
        finally
        {
            if (isWell) _idle.Add(connection);
            else connection.Dispose();
            // Whoever still read when the store was closed leaves nothing open.
            if (_isOver) Dispose();
        }
    }

    // As statements that stay prepared: the driver's own transaction prepares its two anew, which takes longer than to read a row.
    T ReadOneMoment<T>(Session session, Func<Session, T> read)
    {
        if (!dialect.ReadsOneMoment) return read(session);
        session.Execute("begin");
        try
        {
            var result = read(session);
            session.Execute("commit");
            return result;
        }
        catch
        {
            End(session);
            throw;
        }
    }

    // The driver keeps closed connections for the next who opens one, and knows nothing of a transaction that it did not begin.
    static void End(Session session)
    {
        try
        {
            session.Execute("rollback");
        }
        catch (DbException)
        {
            // It has ended by itself, as it does where the disk fails.
        }
    }
}
