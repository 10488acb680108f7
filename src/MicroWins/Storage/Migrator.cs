using System.Reflection;
using DbUp;
using DbUp.Engine.Output;

namespace MicroWins.Storage;

/// <summary>Brings a database to the version that this program speaks. DbUp keeps the journal of what has run.</summary>
public static class Migrator
{
    /// <exception cref="InvalidOperationException">A migration failed; nothing of it is kept.</exception>
    public static void Migrate(ISqlDialect dialect)
    {
        using var alone = dialect.MigrateAlone();
        var result = dialect.DeployTo(DeployChanges.To)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.Contains(".Storage.Migrations.", StringComparison.Ordinal))
            .WithVariables(new Dictionary<string, string>(dialect.MigrationWords))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"The database could not be brought up to date ({result.ErrorScript?.Name}).", result.Error);
    }
}
