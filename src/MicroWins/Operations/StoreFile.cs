using System.Globalization;
using Dapper;
using MicroWins.Storage;
using Microsoft.Data.Sqlite;

namespace MicroWins.Operations;

/// <summary>What is in a store that is a SQLite file, counted.</summary>
sealed record StoreFile(long People, long Goals, long Wins, long Waiting)
{
    public bool IsEmpty => this is { People: 0, Waiting: 0 };

    /// <summary>As in "3 people, 12 goals, 40 wins, 1 waiting message".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"people: {People}, goals: {Goals}, wins: {Wins}, waiting messages: {Waiting}");

    /// <summary>The configured store.</summary>
    /// <exception cref="WrongSettingsException">It is no file.</exception>
    public static string Of(StorageOptions storage) => (ISqlDialect)storage.Open() is SqliteDialect sqlite
        ? sqlite.File
        : throw new WrongSettingsException(["Storage:Provider is not Sqlite: PostgreSQL has tools of its own for this, pg_dump and pg_restore."]);

    /// <summary>Looks through a file without changing it.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="option">What named it, for the sentence about what is wrong.</param>
    /// <exception cref="WrongSettingsException">It is missing, damaged, no store, or newer than this program.</exception>
    public static StoreFile Check(string file, string option)
    {
        if (!File.Exists(file)) throw new WrongSettingsException([$"{option} names no file."]);
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            if (connection.Query<string>("pragma integrity_check").AsList() is not ["ok"] || connection.Query("pragma foreign_key_check").Any())
                throw new WrongSettingsException([$"{option} names a file that is damaged; use another backup."]);
            if (connection.Query<string>("select ScriptName from SchemaVersions").Except(Migrations).Any())
                throw new WrongSettingsException([$"{option} names a store of a newer version of this program; use that version."]);
            return Count(connection);
        }
        catch (SqliteException failure)
        {
            throw new WrongSettingsException([$"{option} names a file that is no MicroWins store or cannot be read (SQLite {failure.SqliteErrorCode}: {Kind(failure)})."]);
        }
    }

    public static StoreFile Count(SqliteConnection connection) => new(
        connection.ExecuteScalar<long>("select count(*) from chats"),
        connection.ExecuteScalar<long>("select count(*) from goals"),
        connection.ExecuteScalar<long>("select count(*) from wins"),
        connection.ExecuteScalar<long>("select (select count(*) from inbox where status = 'pending') + (select count(*) from outbox where status = 'pending')"));

    /// <summary>Opens a file that is there. Not pooled: nothing holds it when the connection is closed.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>A new file that the program's own user alone may read: it holds people's data.</summary>
    public static void CreatePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var _ = new FileStream(file, options);
    }

    /// <summary>Comes back when a file is safe on the disk.</summary>
    public static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    static IEnumerable<string> Migrations => typeof(Migrator).Assembly.GetManifestResourceNames();

    // SQLite's own message may quote a statement.
    static string Kind(SqliteException failure) => failure.SqliteErrorCode switch
    {
        11 or 26 => "damaged",
        14 => "cannot be opened",
        5 or 6 => "locked",
        _ => "not read",
    };
}
