using System.Data.Common;
using System.Threading.Channels;

namespace MicroWins.Storage;

/// <summary>
/// One writer that puts the writes that came in meanwhile into one transaction, each behind a savepoint of its own.
/// A commit waits for the disk; sharing it is what makes safe writing fast.
/// </summary>
sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>Writes in one transaction at the most: enough to share a commit, few enough to keep the first of them quick.</summary>
    const int GroupSize = 64;

    readonly ISqlDialect _dialect;
    readonly TextSeal _seal;
    readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    readonly Task _loop;
    DbConnection? _connection;

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
        if (_connection is not null) await _connection.DisposeAsync();
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
            _connection ??= _dialect.Open();
            using var transaction = _connection.BeginTransaction();
            var session = new Session(_connection, transaction, _seal);
            foreach (var write in group) Run(write, transaction, session);
            transaction.Commit();
            foreach (var write in group) write.Succeed();
        }
        catch (Exception failure)
        {
            // Nothing of the group is in the store: each of its writers hears so and decides for itself.
            foreach (var write in group) write.Fail(failure);
            _connection?.Dispose();
            _connection = null;
        }
    }

    static void Run(Write write, DbTransaction transaction, Session session)
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
