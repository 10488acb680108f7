using Dapper;
using MicroWins.Storage;
using Microsoft.Data.Sqlite;

namespace MicroWins.Operations;

/// <summary>Copies the store into one file while the bot runs. The copy is one moment of the store, and leaves out what was deleted.</summary>
sealed class BackupVerb(StorageOptions storage, TextWriter output)
{
    /// <exception cref="WrongSettingsException">There is nothing to copy, or no place for it.</exception>
    public void Run(string to)
    {
        var (source, target) = (StoreFile.Of(storage), Path.GetFullPath(to));
        if (!File.Exists(source)) throw new WrongSettingsException([$"There is no store at {source} yet; Storage:ConnectionString says where it is."]);
        if (Path.Exists(target)) throw new WrongSettingsException(["--to names a file that is there already; a backup overwrites nothing, so give another name."]);
        var part = target + ".part";
        try
        {
            StoreFile.CreatePrivate(part);
            Copy(source, part);
            var copied = StoreFile.Check(part, "--to");
            StoreFile.Flush(part);
            // Under its name from this moment on, whole and looked through.
            File.Move(part, target, overwrite: false);
            output.WriteLine($"{target} holds the store ({copied}), checked and whole.");
            output.WriteLine($"The keys that its texts are sealed with are not in it: keep a copy of {storage.Keys.FullName} (Storage:KeyPath), apart from this one. Without them nobody can read the texts.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingsException([$"--to cannot be written ({failure.GetType().Name}): check that its folder is there, may be written to and has room."]);
        }
        finally
        {
            if (Directory.Exists(Path.GetDirectoryName(part))) File.Delete(part);
        }
    }

    // VACUUM INTO rather than the backup interface: it reads one moment as well and lets the bot write, but copies no page that holds what was deleted.
    static void Copy(string source, string part)
    {
        using var connection = StoreFile.Open(source, SqliteOpenMode.ReadWrite);
        connection.Execute("vacuum into @part", new { part });
    }
}
