using Dapper;
using MicroWins.Operations;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Processes;

/// <summary>Backup and restore as an operator runs them, beside the real bot; what they refuse is told by the verbs in this process.</summary>
public sealed class BackupTests : ProgramBed
{
    readonly DirectoryInfo _folder = RunFolder.New("backup");

    string Backup => Path.Combine(_folder.FullName, "backup.db");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_bot_that_writes_meanwhile_is_whole_and_a_bot_on_it_knows_everybody()
    {
        await using (var program = Start())
        {
            var people = Enumerable.Range(1, 20).Select(id => Telegram.User(id)).ToList();
            foreach (var person in people) person.Says(Some.Goal);
            await people[0].WaitForDeliveries(1);
            var during = await RunAsync("backup", "--to", Backup);
            foreach (var person in people) await person.WaitForDeliveries(1);
            var after = BackUp(Backup + "2");

            Assert.Equal((0, ""), (during.ExitCode, during.Errors));
            Assert.Contains("Storage:KeyPath", during.Output, StringComparison.Ordinal);
            Assert.Contains("people: 20, goals: 20", after, StringComparison.Ordinal);
            program.Kill();
            await program.WaitForExitAsync();
        }
        var restored = await RunAsync("restore", "--from", Backup + "2", "--replace");
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));

        await using var again = Start();
        var seven = Telegram.User(7);
        seven.Says("/goals");
        await Telegram.World.Until(() => seven.Deliveries.Any(delivery => delivery.Message.Text.StartsWith("Your goals", StringComparison.Ordinal)), "the goals");
        Assert.Contains("history paper", seven.Messages[^1].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_is_read_by_its_owner_alone()
    {
        await File.WriteAllTextAsync(Backup, "mine");
        var refused = await RunAsync("backup", "--to", Backup);
        Assert.Throws<WrongSettingsException>(() => BackUp(Path.Combine(_folder.FullName, "no", "folder", "b.db")));
        BackUp(Backup + "2");

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup));
        Assert.StartsWith("--to names a file that is there already", refused.Errors, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup + "2"));
        Assert.Equal(["backup.db", "backup.db2"], _folder.GetFiles().Select(file => file.Name).Order());
    }

    [Fact]
    public async Task A_backup_holds_nothing_that_was_deleted()
    {
        // As a store does that was written to by an older program, or by hand: the bot itself overwrites what it deletes.
        Run("pragma secure_delete = off; insert into inbox (event_key, chat_id, event, received_at) values ('k', 'test:1', 'zebra zebra zebra', 0); delete from inbox");
        Assert.Contains("zebra zebra", await File.ReadAllTextAsync(Store.File) + await TextOfLogAsync(), StringComparison.Ordinal);

        BackUp(Backup);

        Assert.DoesNotContain("zebra zebra", await File.ReadAllTextAsync(Backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_refuses_while_the_bot_runs()
    {
        BackUp(Backup);
        await using var program = Start();
        Telegram.User(1).Says("/help");
        await Telegram.User(1).WaitForDeliveries(1);

        var refused = await RunAsync("restore", "--from", Backup, "--replace");

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("The store is in use: stop the bot", refused.Errors, StringComparison.Ordinal);
        Telegram.User(1).Says("/help");
        await Telegram.User(1).WaitForDeliveries(2);
    }

    [Fact]
    public async Task AStore_with_data_is_replaced_on_request_alone_and_kept_beside_the_backup()
    {
        BackUp(Backup);
        Run("insert into chats (chat_id, state, created_at, seen_at) values ('test:later', '{}', 0, 0)");

        var refused = Assert.Throws<WrongSettingsException>(() => Restore(Backup, replace: false));
        var people = Run("select count(*) from chats");
        Restore(Backup, replace: true);

        Assert.StartsWith("The store has data already", refused.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (people, Run("select count(*) from chats")));
        var aside = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Store.File)!, "*.before-*"));
        using var old = new SqliteConnection($"Data Source={aside};Mode=ReadOnly;Pooling=False");
        old.Open();
        Assert.Equal(1, old.ExecuteScalar<int>("select count(*) from chats"));
    }

    [Fact]
    public async Task A_backup_that_is_damaged_or_none_changes_nothing()
    {
        Run("insert into chats (chat_id, state, created_at, seen_at) values ('test:ann', '{}', 0, 0)");
        BackUp(Backup);
        var bytes = await File.ReadAllBytesAsync(Backup);
        bytes.AsSpan(4096, 3 * 4096).Clear();
        await File.WriteAllBytesAsync(Backup, bytes);
        await File.WriteAllTextAsync(Backup + ".txt", "no store at all, about zebras");

        foreach (var file in (string[])[Backup, Backup + ".txt", Backup + ".missing"])
            Assert.StartsWith("--from names", Assert.Throws<WrongSettingsException>(() => Restore(file, replace: true)).Message, StringComparison.Ordinal);
        Assert.Equal(1L, Run("select count(*) from chats"));
    }

    [Fact]
    public void PostgreSQL_has_tools_of_its_own()
    {
        BackUp(Backup);
        var postgres = new StorageOptions { Provider = "Postgres", ConnectionString = "Host=127.0.0.1;Port=1;Database=microwins;Username=nobody" };

        Action[] verbs =
        [
            () => new BackupVerb(postgres, TextWriter.Null).Run(Backup + "2"),
            () => new RestoreVerb(postgres, new RealTime(), TextWriter.Null).Run(Backup, replace: false),
        ];

        Assert.All(verbs, verb => Assert.Contains("pg_dump", Assert.Throws<WrongSettingsException>(verb).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_backup_of_a_newer_program_is_left_alone()
    {
        BackUp(Backup);
        using (var newer = new SqliteConnection($"Data Source={Backup};Pooling=False"))
        {
            newer.Open();
            newer.Execute("insert into SchemaVersions (ScriptName, Applied) values ('MicroWins.Storage.Migrations.9999_from_the_future.sql', '2030-01-01')");
        }

        var refused = Assert.Throws<WrongSettingsException>(() => Restore(Backup, replace: false));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_brings_aStore_back_that_is_damaged()
    {
        Run("insert into chats (chat_id, state, created_at, seen_at) values ('test:ann', '{}', 0, 0)");
        BackUp(Backup);
        await File.WriteAllTextAsync(Store.File, "the disk wrote something else here");

        Restore(Backup, replace: true);

        Assert.Equal(1, Run("select count(*) from chats"));
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => RealProgram.RunAsync([], Store.Settings, arguments);

    string BackUp(string to)
    {
        using var said = new StringWriter();
        new BackupVerb(Storage, said).Run(to);
        return said.ToString();
    }

    void Restore(string from, bool replace) => new RestoreVerb(Storage, new RealTime(), TextWriter.Null).Run(from, replace);

    StorageOptions Storage => new() { ConnectionString = $"Data Source={Store.File}", KeyPath = SomeKeys.Folder.FullName };

    async Task<string> TextOfLogAsync() => File.Exists(Store.File + "-wal") ? await File.ReadAllTextAsync(Store.File + "-wal") : "";

    long Run(string sql)
    {
        using var connection = Store.Dialect.Open();
        return connection.ExecuteScalar<long?>(sql) ?? 0;
    }
}
