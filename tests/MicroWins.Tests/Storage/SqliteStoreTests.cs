using MicroWins.Storage;
using MicroWins.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MicroWins.Tests.Storage;

public sealed class SqliteStoreTests : IDisposable
{
    readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_database_refuses_a_step_over_ten_minutes()
    {
        await using var database = _store.Open();
        await database.WriteAsync(AddGoal);

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => database.WriteAsync(session => AddStep(session, 1, 10.01)));
        await database.WriteAsync(session => AddStep(session, 2, 10));

        Assert.Contains("CHECK", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([2L], await database.ReadAsync(session => session.Query<long>("select step_no from steps")));
    }

    [Fact]
    public async Task A_failed_write_is_undone_whole_and_those_beside_it_are_kept()
    {
        await using var database = _store.Open();

        var writes = Enumerable.Range(0, 50).Select(i => database.WriteAsync(session =>
        {
            AddChat(session, $"test:{i}");
            if (i % 5 is 0) throw new InvalidOperationException("as planned");
        })).ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(writes));

        Assert.Equal(10, writes.Count(write => write.IsFaulted));
        Assert.Equal(40, await database.ReadAsync(session => session.One<int>("select count(*) from chats")));
    }

    [Fact]
    public async Task What_was_written_is_there_for_a_second_connection_at_once()
    {
        await using var database = _store.Open();
        await using var other = _store.Open();

        await database.WriteAsync(session => AddChat(session, "test:1"));

        Assert.Equal(1, await other.ReadAsync(session => session.One<int>("select count(*) from chats")));
    }

    [Fact]
    public void The_journal_mode_is_wal_and_a_commit_waits_for_the_disk()
    {
        using var connection = _store.Dialect.Open();
        var session = new Session(connection, null, SomeKeys.Seal);

        Assert.Equal("wal", session.One<string>("pragma journal_mode"));
        Assert.Equal(2, session.One<int>("pragma synchronous"));
        Assert.Equal(1, session.One<int>("pragma foreign_keys"));
    }

    [Fact]
    public void Migrating_again_changes_nothing()
    {
        Migrator.Migrate(_store.Dialect);

        using var connection = _store.Dialect.Open();
        var scripts = new Session(connection, null, SomeKeys.Seal).Query<string>("select ScriptName from SchemaVersions");
        Assert.Equal(scripts.Distinct(), scripts);
        Assert.NotEmpty(scripts);
    }

    static void AddChat(Session session, string chat) => session.Execute(
        "insert into chats (chat_id, state, created_at, seen_at) values (@chat, '{}', 0, 0)", new { chat });

    static void AddGoal(Session session)
    {
        AddChat(session, "test:1");
        session.Execute(
            """
            insert into goals (chat_id, goal_no, title, words, why, kind, language, status, drafted_by, milestones, celebrations, created_at)
            values ('test:1', 1, 't', 'w', '', 'Task', 'en', 'active', 'Model', '[]', '[]', 0)
            """);
    }

    static void AddStep(Session session, int number, double minutes) => session.Execute(
        """
        insert into steps (chat_id, goal_no, step_no, position, text, low_minutes, high_minutes, kind, difficulty, times, times_done, status)
        values ('test:1', 1, @number, 0, 'Write', 1, @minutes, 'Other', 'Easy', 1, 0, 'open')
        """,
        new { number, minutes });
}
