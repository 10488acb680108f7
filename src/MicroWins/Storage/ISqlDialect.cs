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

    /// <summary>Opens a connection, set up for safe writing. The caller disposes it.</summary>
    DbConnection Open();

    /// <summary>Points the migrations at this database.</summary>
    UpgradeEngineBuilder DeployTo(SupportedDatabases databases);

    /// <summary>Waits until no other process migrates this database, and keeps them waiting until it is disposed.</summary>
    IDisposable? MigrateAlone();
}
