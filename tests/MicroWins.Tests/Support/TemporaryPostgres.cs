using MicroWins.Storage;
using Npgsql;

namespace MicroWins.Tests.Support;

/// <summary>A migrated PostgreSQL database that is gone after the test.</summary>
public sealed class TemporaryPostgres : ITemporaryStore
{
    static int _made;

    // Migrated once: a copy is quicker than a migration.
    static readonly Lazy<string> Template = new(() =>
    {
        var name = NewName("template");
        PostgresServer.Execute($"create database {name}");
        var dialect = new PostgresDialect(new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionTo(name)) { Pooling = false }.ToString());
        Migrator.Migrate(dialect);
        return name;
    });

    static readonly Lock OneCopyAtATime = new();

    readonly string _name = NewName("test");

    /// <param name="migrated">False for a database without a table.</param>
    public TemporaryPostgres(bool migrated = true)
    {
        lock (OneCopyAtATime) PostgresServer.Execute(migrated ? $"create database {_name} template {Template.Value}" : $"create database {_name}");
    }

    public ISqlDialect Dialect => new PostgresDialect(ConnectionString);

    public string ConnectionString => PostgresServer.ConnectionTo(_name);

    public IEnumerable<(string Key, string Value)> Settings => [("Storage:Provider", "Postgres"), ("Storage:ConnectionString", ConnectionString)];

    public void Dispose()
    {
        using (var pooled = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(pooled);
        PostgresServer.Execute($"drop database {_name} with (force)");
    }

    // A server that is given may be used by other runs at the same time.
    static string NewName(string kind) => $"microwins_{kind}_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
}
