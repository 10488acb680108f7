using Dapper;
using MicroWins.Tests.Support;
using MicroWins.Tests.Support.BotApi;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Processes;

/// <summary>Backup and restore as an operator runs them, beside the real bot.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    readonly TemporaryStore _store = new();
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microwins-backup-");
    BotApiServer _telegram = null!;

    string Backup => Path.Combine(_folder.FullName, "backup.db");

    public async Task InitializeAsync() => _telegram = await BotApiServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_bot_that_writes_meanwhile_is_whole_and_a_bot_on_it_knows_everybody()
    {
        await using (var program = StartBot())
        {
            var people = Enumerable.Range(1, 20).Select(id => _telegram.User(id)).ToList();
            foreach (var person in people) person.Says(Some.Goal);
            await people[0].WaitForDeliveries(1, TimeSpan.FromSeconds(60));
            var during = await RunAsync("backup", "--to", Backup);
            foreach (var person in people) await person.WaitForDeliveries(1, TimeSpan.FromSeconds(60));
            var after = await RunAsync("backup", "--to", Backup + "2");

            Assert.Equal((0, 0), (during.ExitCode, after.ExitCode));
            Assert.Contains("people: 20, goals: 20", after.Output, StringComparison.Ordinal);
            Assert.Contains("Storage:KeyPath", after.Output, StringComparison.Ordinal);
            program.Kill();
            await program.WaitForExitAsync();
        }
        var restored = await RunAsync("restore", "--from", Backup + "2", "--replace");
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));

        await using var again = StartBot();
        var seven = _telegram.User(7);
        seven.Says("/goals");
        await _telegram.World.Until(() => seven.Deliveries.Any(delivery => delivery.Message.Text.StartsWith("Your goals", StringComparison.Ordinal)), "the goals", TimeSpan.FromSeconds(60));
        Assert.Contains("history paper", seven.Messages[^1].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_is_read_by_its_owner_alone()
    {
        await File.WriteAllTextAsync(Backup, "mine");
        var refused = await RunAsync("backup", "--to", Backup);
        var elsewhere = await RunAsync("backup", "--to", Path.Combine(_folder.FullName, "no", "folder", "b.db"));
        var made = await RunAsync("backup", "--to", Backup + "2");

        Assert.Equal((2, 2, 0), (refused.ExitCode, elsewhere.ExitCode, made.ExitCode));
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
        Assert.Contains("zebra", await File.ReadAllTextAsync(_store.File) + await TextOfLogAsync(), StringComparison.Ordinal);

        await RunAsync("backup", "--to", Backup);

        Assert.DoesNotContain("zebra", await File.ReadAllTextAsync(Backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_refuses_while_the_bot_runs()
    {
        await RunAsync("backup", "--to", Backup);
        await using var program = StartBot();
        _telegram.User(1).Says("/help");
        await _telegram.User(1).WaitForDeliveries(1, TimeSpan.FromSeconds(60));

        var refused = await RunAsync("restore", "--from", Backup, "--replace");

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("The store is in use: stop the bot", refused.Errors, StringComparison.Ordinal);
        _telegram.User(1).Says("/help");
        await _telegram.User(1).WaitForDeliveries(2, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_store_with_data_is_replaced_on_request_alone_and_kept_beside_the_backup()
    {
        await RunAsync("backup", "--to", Backup);
        Run("insert into chats (chat_id, state, created_at, seen_at) values ('test:later', '{}', 0, 0)");

        var refused = await RunAsync("restore", "--from", Backup);
        var people = Run("select count(*) from chats");
        var replaced = await RunAsync("restore", "--from", Backup, "--replace");

        Assert.Equal((2, 1L), (refused.ExitCode, people));
        Assert.StartsWith("The store has data already", refused.Errors, StringComparison.Ordinal);
        Assert.Equal((0, 0L), (replaced.ExitCode, Run("select count(*) from chats")));
        var aside = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_store.File)!, "*.before-*"));
        using var old = new SqliteConnection($"Data Source={aside};Mode=ReadOnly;Pooling=False");
        old.Open();
        Assert.Equal(1, old.ExecuteScalar<int>("select count(*) from chats"));
    }

    [Fact]
    public async Task A_backup_that_is_damaged_or_none_changes_nothing()
    {
        Run("insert into chats (chat_id, state, created_at, seen_at) values ('test:ann', '{}', 0, 0)");
        await RunAsync("backup", "--to", Backup);
        var bytes = await File.ReadAllBytesAsync(Backup);
        bytes.AsSpan(4096, 3 * 4096).Clear();
        await File.WriteAllBytesAsync(Backup, bytes);
        await File.WriteAllTextAsync(Backup + ".txt", "no store at all, about zebras");

        foreach (var file in (string[])[Backup, Backup + ".txt", Backup + ".missing"])
        {
            var refused = await RunAsync("restore", "--from", file, "--replace");
            Assert.Equal(2, refused.ExitCode);
            Assert.StartsWith("--from names", refused.Errors, StringComparison.Ordinal);
        }
        Assert.Equal(1L, Run("select count(*) from chats"));
    }

    [Theory]
    [InlineData("backup", "--to")]
    [InlineData("restore", "--from")]
    public async Task PostgreSQL_has_tools_of_its_own(string verb, string option)
    {
        await RunAsync("backup", "--to", Backup);

        var refused = await RealProgram.RunAsync(
            [], [("Storage:Provider", "Postgres"), ("Storage:ConnectionString", "Host=127.0.0.1;Port=1;Database=microwins;Username=nobody")], verb, option, verb is "restore" ? Backup : Backup + "2");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("pg_dump", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_left_alone()
    {
        await RunAsync("backup", "--to", Backup);
        using (var newer = new SqliteConnection($"Data Source={Backup};Pooling=False"))
        {
            newer.Open();
            newer.Execute("insert into SchemaVersions (ScriptName, Applied) values ('MicroWins.Storage.Migrations.9999_from_the_future.sql', '2030-01-01')");
        }

        var refused = await RunAsync("restore", "--from", Backup);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("newer version", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_brings_a_store_back_that_is_damaged()
    {
        Run("insert into chats (chat_id, state, created_at, seen_at) values ('test:ann', '{}', 0, 0)");
        await RunAsync("backup", "--to", Backup);
        await File.WriteAllTextAsync(_store.File, "the disk wrote something else here");

        var restored = await RunAsync("restore", "--from", Backup, "--replace");

        Assert.Equal((0, 1L), (restored.ExitCode, Run("select count(*) from chats")));
    }

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        RealProgram.RunAsync([], [("Storage:ConnectionString", $"Data Source={_store.File}")], arguments);

    RealProgram StartBot() => RealProgram.Start(
        [("Telegram:BotToken", _telegram.Token), ("Telegram:ApiBaseUrl", _telegram.Url), ("Storage:ConnectionString", $"Data Source={_store.File}")]);

    async Task<string> TextOfLogAsync() => File.Exists(_store.File + "-wal") ? await File.ReadAllTextAsync(_store.File + "-wal") : "";

    long Run(string sql)
    {
        using var connection = _store.Dialect.Open();
        return connection.ExecuteScalar<long?>(sql) ?? 0;
    }
}
