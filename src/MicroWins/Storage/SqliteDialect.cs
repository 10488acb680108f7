using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace MicroWins.Storage;

/// <summary>SQLite: one file, one writer at a time, any number of readers beside it.</summary>
public sealed class SqliteDialect(string connectionString) : ISqlDialect
{
    readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString();

    public string Name => "Sqlite";

    /// <summary>The database, as a full path.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(_connectionString).DataSource);

    public IReadOnlyDictionary<string, string> MigrationWords { get; } = new Dictionary<string, string>
    {
        ["identity"] = "integer primary key autoincrement",
    };

    /// <summary>Blank: there is one writer at a time.</summary>
    public string SkipLocked => "";

    public string Numbers => "select value from json_each(@numbers)";

    public bool IsShared => false;

    public string LivingWorkers => "select @me";

    public ILifeline Live(DateTimeOffset now)
    {
        using var connection = Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "insert into workers (started_at) values (@now) returning id";
        begin.Parameters.Add(new SqliteParameter("@now", now.ToUnixTimeMilliseconds()));
        return new SqliteLifeline((long)begin.ExecuteScalar()!);
    }

    /// <summary>Nothing to do: whoever could hear it is in this process, and is knocked at.</summary>
    public void Announce(Session session, IReadOnlyCollection<string> news) { }

    public IAsyncEnumerable<string> ListenAsync(CancellationToken cancel) => AsyncEnumerable.Empty<string>();

    // Busy, locked, out of memory, read-only, broken input and output, full, cannot be opened: https://sqlite.org/rescode.html
    public bool IsTrouble(DbException failure) => failure is SqliteException { SqliteErrorCode: 5 or 6 or 7 or 8 or 10 or 13 or 14 };

    public DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        // WAL lets readers go on beside the writer; FULL makes a commit survive a power cut, which group commit makes cheap.
        // What is deleted is overwritten: a person's words must not stay in free pages.
        pragmas.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A few: each has its own memory of pages, and reading is work for a processor.</summary>
    public int MostReaders { get; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Opening one anew, and preparing its statements, takes longer than to read a chat.</summary>
    public bool KeepsReaders => true;

    public bool ReadsOneMoment => true;

    public void WipeFreed()
    {
        using var connection = Open();
        using var wipe = connection.CreateCommand();
        // The second takes what the first has written, and the old pages with it, out of the write-ahead log.
        wipe.CommandText = "vacuum; pragma wal_checkpoint(truncate);";
        wipe.ExecuteNonQuery();
    }

    public IReadOnlyList<string> Ran()
    {
        using var connection = Open();
        using var ask = connection.CreateCommand();
        ask.CommandText = "select 1 from sqlite_master where type = 'table' and name = 'SchemaVersions'";
        if (ask.ExecuteScalar() is null) return [];
        ask.CommandText = "select ScriptName from SchemaVersions";
        using var rows = ask.ExecuteReader();
        var ran = new List<string>();
        while (rows.Read()) ran.Add(rows.GetString(0));
        return ran;
    }

    public UpgradeEngineBuilder DeployTo(SupportedDatabases databases) => databases.SqliteDatabase(_connectionString);

    /// <summary>Nothing to wait for: a file has one process.</summary>
    public IDisposable? MigrateAlone() => null;
}
