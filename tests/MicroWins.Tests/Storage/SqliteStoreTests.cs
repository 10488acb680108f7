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
}
