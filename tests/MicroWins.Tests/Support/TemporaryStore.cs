using MicroWins.Storage;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Support;

/// <summary>A migrated SQLite file that is gone after the test.</summary>
public sealed class TemporaryStore : ITemporaryStore
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microwins-test-");

    public TemporaryStore() => Migrator.Migrate(Dialect);

    public string File => Path.Combine(_folder.FullName, "test.db");

    // No pool: a pooled connection would hold the file after the test.
    public ISqlDialect Dialect => new SqliteDialect($"Data Source={File};Pooling=False");

    public IEnumerable<(string Key, string Value)> Settings => [("Storage:ConnectionString", $"Data Source={File}")];

    /// <summary>Opens the store with the keys of the test run.</summary>
    public Database Open() => new(Dialect, SomeKeys.Seal);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
