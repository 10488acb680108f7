using MicroWins.Storage;
using MicroWins.Tests.Support;

namespace MicroWins.Tests.Storage;

[NeedsPostgres]
public sealed class PostgresStoreTests() : StoreTests(new TemporaryPostgres())
{
    [StoreFact]
    public async Task Programs_that_start_at_once_migrate_an_empty_database_one_after_the_other()
    {
        using var empty = new TemporaryPostgres(migrated: false);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrator.Migrate(empty.Dialect))));

        using var connection = empty.Dialect.Open();
        Assert.Equal(0, new Session(connection, null, SomeKeys.Seal).One<int>("select count(*) from chats"));
    }

    [StoreFact]
    public async Task A_connection_that_the_server_ends_fails_the_writes_on_it_and_none_after_them()
    {
        await Database.WriteAsync(session => AddChat(session, "test:1"));
        PostgresServer.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{new Npgsql.NpgsqlConnectionStringBuilder(((TemporaryPostgres)Store).ConnectionString).Database}'");

        await Assert.ThrowsAnyAsync<Exception>(() => Database.WriteAsync(session => AddChat(session, "test:2")));
        await Database.WriteAsync(session => AddChat(session, "test:3"));

        Assert.Equal(["test:1", "test:3"], await Database.ReadAsync(session => session.Query<string>("select chat_id from chats order by chat_id")));
    }
}
