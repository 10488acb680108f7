using System.Data.Common;
using Dapper;

namespace MicroWins.Storage;

/// <summary>A life that is a session of PostgreSQL: advisory locks stand for what it holds, and end with it.</summary>
sealed class PostgresLifeline : ILifeline
{
    /// <summary>The first halves of the locks' keys: any numbers will do that nothing else in the database uses.</summary>
    const int RoleLocks = 0x4D57_0001;
    const int WorkerLocks = 0x4D57_0002;

    /// <summary>The numbers of the lives that go on, as a subquery.</summary>
    public static string LivingWorkers => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"""
        select objid::bigint from pg_locks where locktype = 'advisory' and granted and classid::bigint = {WorkerLocks}
            and database = (select oid from pg_database where datname = current_database())
        """);

    readonly Lock _gate = new();
    readonly CancellationTokenSource _lost = new();
    readonly DbConnection _connection;

    /// <param name="connection">A connection of its own, whose commands time out soon; ends with this.</param>
    /// <param name="startedAt">For the record.</param>
    public PostgresLifeline(DbConnection connection, DateTimeOffset startedAt)
    {
        _connection = connection;
        // A machine that vanishes says no farewell: the server drops its session after about five seconds of silence.
        // The process itself has noticed by then, since its own beat comes every second and times out after two.
        _connection.Execute("set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3");
        Number = _connection.QuerySingle<long>("insert into workers (started_at) values (@startedAt) returning id", new { startedAt = startedAt.ToUnixTimeMilliseconds() });
        _connection.Execute("select pg_advisory_lock(@locks, @number)", new { locks = WorkerLocks, number = (int)Number });
    }

    public long Number { get; }

    public CancellationToken Lost => _lost.Token;

    public bool TryHold(int role) => Ask(() => _connection.QuerySingle<bool>("select pg_try_advisory_lock(@locks, @role)", new { locks = RoleLocks, role }));

    public void Beat() => Ask(() => _connection.QuerySingle<int>("select 1"));

    public void Dispose()
    {
        _lost.Cancel();
        _connection.Dispose();
    }

    T Ask<T>(Func<T> question)
    {
        try
        {
            lock (_gate) return question();
        }
        catch
        {
            // Whatever it was: who cannot ask does not know what it holds.
            Dispose();
            throw;
        }
    }
}
