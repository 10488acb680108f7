using System.Security.Cryptography;
using System.Text;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using MicroWins.Storage;
using MicroWins.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Storage;

/// <summary>What people say is sealed on the disk, and can be read with the right keys alone.</summary>
public sealed class SealingTests : IDisposable
{
    readonly TemporaryStore _store = new();
    readonly DirectoryInfo _keys = RunFolder.New("keys");

    public void Dispose()
    {
        _store.Dispose();
        _keys.Delete(recursive: true);
    }

    [Fact]
    public void A_text_comes_back_as_it_was_and_looks_different_each_time()
    {
        var seal = TextSeal.WithKeysIn(_keys);

        var (first, second) = (seal.Close("Schreib einen Satz 🌱"), seal.Close("Schreib einen Satz 🌱"));

        Assert.Equal("Schreib einen Satz 🌱", seal.Open(first));
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("Schreib einen", first, StringComparison.Ordinal);
        Assert.Equal("", seal.Close(""));
        Assert.Equal("a\0b\uFFFDc", seal.Open(seal.Close("a\0b\uD83Cc")));
    }

    [Fact]
    public void A_text_that_was_changed_is_not_opened()
    {
        var seal = TextSeal.WithKeysIn(_keys);
        var stored = seal.Close("Write one sentence").ToCharArray();
        stored[^3] = stored[^3] is 'A' ? 'B' : 'A';

        Assert.ThrowsAny<CryptographicException>(() => seal.Open(new string(stored)));
        Assert.ThrowsAny<CryptographicException>(() => seal.Open("in the clear"));
    }

    [Fact]
    public void A_key_that_another_process_made_is_found()
    {
        var (first, second) = (TextSeal.WithKeysIn(_keys), TextSeal.WithKeysIn(_keys));
        _ = second.Close("so that both have read the folder");

        first.MakeNewKey(MachinesTime(_keys.GetFiles()[0]));

        Assert.Equal("new", second.Open(first.Close("new")));
    }

    [Fact]
    public void The_folder_of_the_keys_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = new DirectoryInfo(Path.Combine(_keys.FullName, "keys"));

        TextSeal.WithKeysIn(folder).Close("a text");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.FullName));
        foreach (var file in folder.GetFiles()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.FullName));
    }

    /// <summary>Every text column is sealed or is one of these, which hold names of the program's own, ids and dates.</summary>
    [Fact]
    public void No_column_of_text_is_forgotten()
    {
        string[] programsOwn =
        [
            "chats.chat_id", "chats.language", "chats.safety", "inbox.event_key", "inbox.chat_id", "inbox.language", "inbox.status", "outbox.chat_id", "outbox.status",
            "goals.chat_id", "goals.kind", "goals.language", "goals.status", "goals.drafted_by", "steps.chat_id", "steps.kind", "steps.difficulty", "steps.status", "steps.day",
            "wins.chat_id", "wins.day", "reminders.chat_id", "reminders.purpose", "reminders.status", "asked.chat_id", "asked.day", "skips.chat_id", "skips.day", "tokens.chat_id", "tokens.day",
        ];
        using var connection = _store.Dialect.Open();
        var columns = connection.Query<string>(
            """
            select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c
            where t.type = 'table' and lower(c.type) = 'text' and t.name not like 'sqlite_%' and t.name <> 'SchemaVersions'
            """);

        Assert.Equal(columns.Order(), programsOwn.Concat(SealedColumns.All.Select(column => $"{column.Table}.{column.Name}")).Order());
    }

    [Fact]
    public async Task A_store_from_before_texts_were_sealed_is_sealed_and_the_old_words_are_wiped()
    {
        var old = MadeBeforeSealing();

        await using (var database = new Database(old, await Sealing.BeginAsync(old, _keys)))
        {
            Assert.Equal("Zebrafish thesis", await database.ReadAsync(session => session.Open(session.One<string>("select title from goals"))));
            Assert.Equal(["Write about zebrafish", "Write more on zebrafish"], await database.ReadAsync(session => session.Query<string>("select text from steps order by step_no").Select(text => session.Open(text)).ToList()));
            Assert.Equal(2, await database.ReadAsync(session => session.One<int>("select count(*) from wins")));
        }

        SqliteConnection.ClearAllPools();
        Assert.DoesNotContain("ebrafish", FilesOf(old), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealing_that_was_killed_half_way_goes_on_where_it_was()
    {
        var old = MadeBeforeSealing();
        var seal = TextSeal.WithKeysIn(_keys);
        using (var connection = old.Open()) connection.Execute("update steps set text = @text where step_no = 1", new { text = seal.Close("Write about zebrafish") });

        await using var database = new Database(old, await Sealing.BeginAsync(old, _keys));

        Assert.Equal("Write about zebrafish", await database.ReadAsync(session => session.Open(session.One<string>("select text from steps where step_no = 1"))));
    }

    [Fact]
    public async Task A_sealing_that_was_killed_before_its_wipe_leaves_no_words_behind()
    {
        var old = MadeBeforeSealing();
        var seal = TextSeal.WithKeysIn(_keys);
        using (var connection = old.Open())
        {
            foreach (var column in SealedColumns.All)
                foreach (var text in connection.Query<string>($"select {column.Name} from {column.Table} where {column.Name} <> ''").ToList())
                    connection.Execute($"update {column.Table} set {column.Name} = @after where {column.Name} = @text", new { text, after = seal.Close(text) });
        }
        Assert.Contains("ebrafish", FilesOf(old), StringComparison.Ordinal);

        await Sealing.BeginAsync(old, _keys);

        SqliteConnection.ClearAllPools();
        Assert.DoesNotContain("ebrafish", FilesOf(old), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_begin_at_once_agree_on_one_proof()
    {
        var proofs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sealing.BeginAsync(_store.Dialect, _keys))));

        var sealedText = proofs[0].Close("a text");
        Assert.All(proofs, seal => Assert.Equal("a text", seal.Open(sealedText)));
    }

    [Fact]
    public async Task Without_its_keys_a_store_is_not_opened_and_the_empty_folder_stays_empty()
    {
        await Sealing.BeginAsync(_store.Dialect, SomeKeys.Folder);

        await Assert.ThrowsAsync<MissingKeyException>(() => Sealing.BeginAsync(_store.Dialect, _keys));

        Assert.Empty(_keys.GetFiles());
        Assert.Equal("a text", (await Sealing.BeginAsync(_store.Dialect, SomeKeys.Folder)).Open(SomeKeys.Seal.Close("a text")));
    }

    [Fact]
    public async Task After_a_rotation_the_new_key_alone_opens_the_store()
    {
        var seal = await Sealing.BeginAsync(_store.Dialect, _keys);
        var oldKeys = _keys.GetFiles();
        await using (var database = new Database(_store.Dialect, seal))
        {
            // More than one batch.
            await database.WriteAsync(session =>
            {
                for (var i = 0; i < 1001; i++)
                    session.Execute("insert into chats (chat_id, state, agreement, created_at, seen_at) values (@chat, @state, '', 0, 0)", new { chat = $"test:{i}", state = session.Seal($"state {i}") });
            });

            Assert.Equal(1002, await Sealing.RotateAsync(database, MachinesTime(oldKeys[0])));
        }
        foreach (var file in oldKeys) file.Delete();

        await using var reopened = new Database(_store.Dialect, await Sealing.BeginAsync(_store.Dialect, _keys));
        Assert.Equal("state 1000", await reopened.ReadAsync(session => session.Open(session.One<string>("select state from chats where chat_id = 'test:1000'"))));
    }

    /// <summary>Data protection lives by the clock of the machine: a key for another year would be none.</summary>
    static DateTimeOffset MachinesTime(FileInfo newFile) => new(newFile.LastWriteTimeUtc);

    /// <summary>A store as the program made it when texts were still in the clear, with a goal, two steps and two wins.</summary>
    SqliteDialect MadeBeforeSealing()
    {
        var dialect = new SqliteDialect($"Data Source={Path.Combine(_keys.FullName, "old.db")};Pooling=False");
        var result = dialect.DeployTo(DeployChanges.To)
            .WithScriptsEmbeddedInAssembly(typeof(Migrator).Assembly, name => Enumerable.Range(1, 4).Any(number => name.Contains($".Migrations.000{number}_", StringComparison.Ordinal)))
            .WithVariables(new Dictionary<string, string>(dialect.MigrationWords))
            .LogTo(new NoOpUpgradeLog())
            .Build().PerformUpgrade();
        Assert.True(result.Successful);
        using (var connection = dialect.Open())
            connection.Execute(
                """
                insert into chats (chat_id, state, created_at, seen_at) values ('test:1', '{"v":1,"type":"idle"}', 0, 0);
                insert into goals (chat_id, goal_no, title, words, why, kind, language, status, drafted_by, milestones, celebrations, created_at)
                    values ('test:1', 1, 'Zebrafish thesis', 'my thesis on zebrafish', '', 'Task', 'en', 'active', 'Model', '["zebrafish"]', '[]', 0);
                insert into steps (chat_id, goal_no, step_no, position, text, low_minutes, high_minutes, kind, difficulty, times, times_done, status)
                    values ('test:1', 1, 1, 0, 'Write about zebrafish', 1, 2, 'Other', 'Easy', 1, 1, 'kept'), ('test:1', 1, 2, 1, 'Write more on zebrafish', 1, 2, 'Other', 'Easy', 1, 1, 'kept');
                insert into wins (chat_id, goal_no, step_no, occurrence, won_at) values ('test:1', 1, 1, 1, 0), ('test:1', 1, 2, 1, 5);
                """);
        Migrator.Migrate(dialect);
        return dialect;
    }

    static string FilesOf(SqliteDialect dialect)
    {
        using var connection = dialect.Open();
        var file = connection.DataSource;
        return string.Concat(new[] { file, file + "-wal" }.Where(File.Exists).Select(name => Encoding.Latin1.GetString(File.ReadAllBytes(name))));
    }
}
