using MicroWins.Storage;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Support;

/// <summary>A migrated SQLite file that is gone after the test.</summary>
public sealed class TemporaryStore : ITemporaryStore
{
    // Migrated once: a copy is quicker than a migration.
    static readonly Lazy<byte[]> Migrated = new(() =>
    {
        using var first = new TemporaryStore(content: []);
        Migrator.Migrate(first.Dialect);
        return first.Content;
    });

    readonly DirectoryInfo _folder = RunFolder.New("store");

    public TemporaryStore() : this(Migrated.Value) { }

    /// <param name="content">The <see cref="Content"/> of another store.</param>
    public TemporaryStore(byte[] content) => System.IO.File.WriteAllBytes(File, content);

    public string File => Path.Combine(_folder.FullName, "test.db");

    /// <summary>All that is in it, while nobody has it open.</summary>
    public byte[] Content => System.IO.File.ReadAllBytes(File);

    // No pool: a pooled connection would hold the file, which some tests look into, move or damage.
    public ISqlDialect Dialect => new SqliteDialect($"Data Source={File};Pooling=False");

    /// <summary>As the program opens it: connections are kept, which spares each the reading of the schema.</summary>
    public ISqlDialect Pooled => new SqliteDialect($"Data Source={File}");

    public IEnumerable<(string Key, string Value)> Settings => [("Storage:ConnectionString", $"Data Source={File}")];

    /// <summary>Opens the store with the keys of the test run.</summary>
    public Database Open() => new(Dialect, SomeKeys.Seal);

    public void Dispose()
    {
        // Under the text that the dialect makes of it.
        using (var pooled = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true }.ToString())) SqliteConnection.ClearPool(pooled);
        _folder.Delete(recursive: true);
    }
}
