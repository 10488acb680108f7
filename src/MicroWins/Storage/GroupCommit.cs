using System.Data.Common;
using System.Threading.Channels;

namespace MicroWins.Storage;

/// <summary>
/// One writer that puts the writes that came in meanwhile into one transaction. A commit waits for the disk; sharing it is what makes
/// safe writing fast. Where one of them fails, all are done again, each behind a savepoint of its own, so that it alone is left out.
/// </summary>
sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>Writes in one transaction at the most: enough to share a commit, few enough to keep the first of them quick.</summary>
    const int GroupSize = 64;

    readonly ISqlDialect _dialect;
    readonly TextSeal _seal;
    readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    readonly Task _loop;
    PreparedConnection? _connection;

    public GroupCommit(ISqlDialect dialect, TextSeal seal)
    {
        _dialect = dialect;
        _seal = seal;
        _loop = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public Task<T> WriteAsync<T>(Func<Session, T> work)
    {
        var write = new Write<T>(work);
        return _waiting.Writer.TryWrite(write)
            ? write.Result
            : Task.FromException<T>(new ObjectDisposedException(nameof(Database)));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _connection?.Dispose();
    }

    async Task RunAsync()
    {
        var group = new List<Write>(GroupSize);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < GroupSize && _waiting.Reader.TryRead(out var write)) group.Add(write);
            Commit(group);
            group.Clear();
        }
    }

    void Commit(List<Write> group)
    {
        try
        {
            _connection ??= new(_dialect.Open());
            if (!TryAllAtOnce(_connection, group)) EachByItself(_connection, group);
            foreach (var write in group) write.Succeed();
        }
        catch (Exception failure)
        {
            // Nothing of the group is known to be in the store: each of its writers hears so and decides for itself.
            foreach (var write in group) write.Fail(failure);
            _connection?.Dispose();
            _connection = null;
        }
    }

    // A savepoint before each write costs as much as a small write, so there are none until a write fails.
    bool TryAllAtOnce(PreparedConnection connection, List<Write> group)
    {
        using var transaction = connection.Connection.BeginTransaction();
        var session = new Session(connection, transaction, _seal);
        try
        {
            foreach (var write in group) write.Run(session);
        }
        catch (Exception)
        {
            transaction.Rollback();
            return false;
        }
        CommitWithNews(session, transaction);
        return true;
    }

    void EachByItself(PreparedConnection connection, List<Write> group)
    {
        using var transaction = connection.Connection.BeginTransaction();
        var session = new Session(connection, transaction, _seal);
        foreach (var write in group)
        {
            transaction.Save("write");
            try
            {
                write.Run(session);
                transaction.Release("write");
            }
            catch (Exception failure)
            {
                transaction.Rollback("write");
                write.Fail(failure);
            }
        }
        CommitWithNews(session, transaction);
    }

    void CommitWithNews(Session session, DbTransaction transaction)
    {
        if (session.News.Count > 0) _dialect.Announce(session, session.News);
        transaction.Commit();
    }

    abstract class Write
    {
        public abstract void Run(Session session);
        public abstract void Succeed();
        public abstract void Fail(Exception failure);
    }

    sealed class Write<T>(Func<Session, T> work) : Write
    {
        // The writer must not run what waits for it.
        readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? _value;

        public Task<T> Result => _result.Task;

        public override void Run(Session session) => _value = work(session);

        public override void Succeed() => _result.TrySetResult(_value!);

        public override void Fail(Exception failure) => _result.TrySetException(failure);
    }
}
