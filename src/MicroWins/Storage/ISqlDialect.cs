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

    /// <summary>Opens a connection, set up for safe writing. The caller disposes it.</summary>
    DbConnection Open();

    /// <summary>Takes what was deleted or overwritten out of the files as well. Rewrites the store, so it is for rare occasions.</summary>
    void WipeFreed();

    /// <summary>Points the migrations at this database.</summary>
    UpgradeEngineBuilder DeployTo(SupportedDatabases databases);
}
