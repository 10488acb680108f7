using System.Data.Common;
using System.Globalization;
using MicroWins.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MicroWins;

/// <summary>Moves a store from a SQLite file to the configured PostgreSQL database. The file is read and not changed.</summary>
static class MoveStoreVerb
{
    /// <exception cref="WrongSettingsException">The file or the target cannot be used.</exception>
    public static async Task RunAsync(string file, Settings settings, TextWriter output)
    {
        if (settings.Storage.Open() is not PostgresDialect)
            throw new WrongSettingsException(["Storage:Provider must be Postgres, with Storage:ConnectionString: they name the store that everything is moved to."]);
        if (!File.Exists(file)) throw new WrongSettingsException([$"--from {file} is not there."]);
        var folder = Directory.CreateTempSubdirectory("microwins-move-");
        try
        {
            var moved = await MoveAsync(CopyOf(file, folder), settings.Storage);
            foreach (var (table, rows) in moved) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table,-10} {rows,10}"));
            await output.WriteLineAsync($"All {moved.Count} tables are in PostgreSQL, each with as many rows as in {file}, which was left as it is.");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    // An old store is brought up to date and sealed before it is moved; that happens to the copy.
    static string CopyOf(string file, DirectoryInfo folder)
    {
        try
        {
            using var original = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "copy.db"), Pooling = false }.ToString());
            original.Open();
            original.BackupDatabase(copy);
            return copy.ConnectionString;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            throw new WrongSettingsException([$"--from {file} cannot be read as a SQLite database ({failure.GetType().Name})."]);
        }
    }

    static async Task<IReadOnlyList<(string Table, long Rows)>> MoveAsync(string copy, StorageOptions target)
    {
        await using var from = await Composition.OpenStoreAsync(new StorageOptions { ConnectionString = copy, KeyPath = target.KeyPath });
        await using var to = await Composition.OpenStoreAsync(target);
        using var reading = from.Dialect.Open();
        using var writing = (NpgsqlConnection)to.Dialect.Open();
        try
        {
            return StoreMove.Copy(reading, writing);
        }
        catch (StoreNotEmptyException used)
        {
            throw new WrongSettingsException([$"Storage:ConnectionString names a database that is in use: its table {used.Table} has rows. Name an empty one; nothing was moved."]);
        }
    }
}
