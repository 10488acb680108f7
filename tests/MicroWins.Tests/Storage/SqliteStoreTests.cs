using MicroWins.Storage;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Storage;

public sealed class SqliteStoreTests() : StoreTests(new TemporaryStore())
{
    [Fact]
    public void The_journal_mode_is_wal_and_a_commit_waits_for_the_disk()
    {
        using var connection = Store.Dialect.Open();
        var session = new Session(connection, null, SomeKeys.Seal);

        Assert.Equal("wal", session.One<string>("pragma journal_mode"));
        Assert.Equal(2, session.One<int>("pragma synchronous"));
        Assert.Equal(1, session.One<int>("pragma foreign_keys"));
    }

    [Fact]
    public void A_store_is_taken_as_up_to_date_only_where_every_migration_has_run()
    {
        using var connection = Store.Dialect.Open();
        new Session(connection, null, SomeKeys.Seal).Execute("delete from SchemaVersions where ScriptName like '%0001%'");

        // Looked for again, and refused, since its tables are there.
        Assert.Throws<InvalidOperationException>(() => Migrator.Migrate(Store.Dialect));
    }

    [Fact]
    public async Task What_is_read_together_is_of_one_moment_whatever_is_written_meanwhile()
    {
        const string count = "select count(*) from workers";
        using var isRead = new ManualResetEventSlim();
        using var isWritten = new ManualResetEventSlim();
        var reading = Task.Run(() => Database.ReadAsync(session =>
        {
            var first = session.One<long>(count);
            isRead.Set();
            isWritten.Wait();
            return (first, session.One<long>(count));
        }));
        isRead.Wait();

        await Database.WriteAsync(session => session.Execute("insert into workers (started_at) values (@now)", new { now = 1L }));
        isWritten.Set();

        var (before, after) = await reading;
        Assert.Equal(before, after);
        Assert.Equal(before + 1, await Database.ReadAsync(session => session.One<long>(count)));
    }
}
