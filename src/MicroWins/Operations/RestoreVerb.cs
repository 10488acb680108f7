using System.Globalization;
using Dapper;
using MicroWins.Storage;
using Microsoft.Data.Sqlite;

namespace MicroWins.Operations;

/// <summary>Puts a backup in the place of the store while the bot is stopped. What was there is kept beside it.</summary>
sealed class RestoreVerb(StorageOptions storage, TimeProvider time, TextWriter output)
{
    const int Busy = 5;

    /// <exception cref="WrongSettingsException">The backup is not sound, the bot runs, or the store has data and <paramref name="replace"/> is false. Nothing is changed then.</exception>
    public void Run(string from, bool replace)
    {
        var backup = Path.GetFullPath(from);
        StoreFile.Check(backup, "--from");
        var target = StoreFile.Of(storage);
        if (File.Exists(target) && !IsEmpty(target) && !replace)
            throw new WrongSettingsException(["The store has data already: --replace puts the backup in its place, and keeps what is there in a file beside it."]);
        var part = target + ".part";
        StoreFile.CreatePrivate(part);
        using (var bytes = File.OpenRead(backup))
        using (var copy = File.OpenWrite(part)) bytes.CopyTo(copy);
        var restored = StoreFile.Check(part, "--from");
        StoreFile.Flush(part);
        var aside = SetAside(target);
        File.Move(part, target, overwrite: false);
        output.WriteLine($"{target} is the backup now ({restored}).");
        if (aside is not null) output.WriteLine($"What was there before is {aside}.");
        output.WriteLine("The bot needs the keys of that time (Storage:KeyPath) to read its texts.");
    }

    // Leaving the write-ahead log needs the file for oneself, which a bot that runs does not give; and it folds the log into the file, which can be moved then.
    static bool IsEmpty(string target)
    {
        try
        {
            using var connection = StoreFile.Open(target, SqliteOpenMode.ReadWrite);
            connection.ExecuteScalar<string>("pragma journal_mode = delete");
            return connection.ExecuteScalar<int>("select count(*) from sqlite_master") is 0 || StoreFile.Count(connection).IsEmpty;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Busy)
        {
            throw new WrongSettingsException(["The store is in use: stop the bot, and every other program that has it open, before a backup is put in its place."]);
        }
        catch (SqliteException)
        {
            // Damaged, which may be why a backup is wanted: it may still hold something.
            return false;
        }
    }

    string? SetAside(string target)
    {
        if (!File.Exists(target)) return null;
        var aside = string.Create(CultureInfo.InvariantCulture, $"{target}.before-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        foreach (var part in (string[])["", "-wal", "-shm"])
            if (File.Exists(target + part)) File.Move(target + part, aside + part, overwrite: false);
        return aside;
    }
}
