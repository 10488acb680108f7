using System.Data.Common;
using DbUp.Builder;

namespace MicroWins.Storage;

/// <summary>Where the databases differ. All other SQL of the project is common to them.</summary>
public interface ISqlDialect
{
    /// <summary>The name of the provider, as in Storage:Provider.</summary>
    string Name { get; }

    /// <summary>What the words in dollar signs of the migration scripts stand for here.</summary>
    IReadOnlyDictionary<string, string> MigrationWords { get; }

    /// <summary>The end of a select whose rows are taken: rows that another process is taking at this moment are left to it.</summary>
    string SkipLocked { get; }

    /// <summary>A subquery for the numbers in a JSON list, @numbers: one statement for any count of them.</summary>
    string Numbers { get; }

    /// <summary>Whether several processes may work on it at the same time.</summary>
    bool IsShared { get; }

    /// <summary>A subquery for the numbers of the lives that go on; @me is the number of the one who asks.</summary>
    string LivingWorkers { get; }

    /// <summary>Begins a life of this process. The caller disposes it.</summary>
    ILifeline Live(DateTimeOffset now);

    /// <summary>Tells every process, when the transaction goes through, what there is news of.</summary>
    void Announce(Session session, IReadOnlyCollection<string> news);

    /// <summary>What there is news of, as it comes; runs until it is cancelled or the database is lost.</summary>
    IAsyncEnumerable<string> ListenAsync(CancellationToken cancel);

    /// <summary>True where the store is in trouble (full, locked, gone), so that the same may succeed later; false where a statement is wrong.</summary>
    bool IsTrouble(DbException failure);

    /// <summary>Opens a connection, set up for safe writing. The caller disposes it.</summary>
    DbConnection Open();

    /// <summary>Connections that read at the same time, at the most.</summary>
    int MostReaders { get; }

    /// <summary>Whether a connection that has read is kept open for the next who reads.</summary>
    bool KeepsReaders { get; }

    /// <summary>Whether what is read in one go is read as it stands at one moment; false where each statement looks by itself.</summary>
    bool ReadsOneMoment { get; }

    /// <summary>Takes what was deleted or overwritten out of the files as well. Rewrites the store, so it is for rare occasions.</summary>
    void WipeFreed();

    /// <summary>The migrations that have run here, as far as it is cheap to tell; the others are looked for again.</summary>
    IReadOnlyList<string> Ran();

    /// <summary>Points the migrations at this database.</summary>
    UpgradeEngineBuilder DeployTo(SupportedDatabases databases);

    /// <summary>Waits until no other process migrates this database, and keeps them waiting until it is disposed.</summary>
    IDisposable? MigrateAlone();
}
