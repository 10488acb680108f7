using Dapper;
using MicroWins.Storage;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Support;

/// <summary>A copy of a store with its texts in the clear, for tests that look for words with SQL.</summary>
public sealed class ClearCopy : IDisposable
{
    readonly SqliteConnection _connection = new("Data Source=:memory:");

    public ClearCopy(TemporaryStore store)
    {
        _connection.Open();
        using (var sealedStore = (SqliteConnection)store.Dialect.Open()) sealedStore.BackupDatabase(_connection);
        _connection.CreateFunction("opened", (string stored) => SomeKeys.Seal.Open(stored));
        foreach (var column in SealedColumns.All)
            _connection.Execute($"update {column.Table} set {column.Name} = opened({column.Name}) where {column.Name} is not null");
    }

    /// <summary>The first column of what a query finds.</summary>
    public IReadOnlyList<string> Rows(string query) => _connection.Query<string>(query).AsList();

    public double Number(string query) => _connection.ExecuteScalar<double>(query);

    public void Dispose() => _connection.Dispose();
}
