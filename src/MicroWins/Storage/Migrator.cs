using System.Reflection;
using System.Runtime.CompilerServices;
using DbUp;
using DbUp.Engine.Output;

namespace MicroWins.Storage;

/// <summary>Brings a database to the version that this program speaks. DbUp keeps the journal of what has run.</summary>
public static class Migrator
{
    /// <exception cref="InvalidOperationException">A migration failed; nothing of it is kept.</exception>
    public static void Migrate(ISqlDialect dialect)
    {
        // Most starts find a store that is as it should be, and need not wait for DbUp to say so.
        if (!Scripts.Except(dialect.Ran()).Any()) return;
        Deploy(dialect);
    }

    static IEnumerable<string> Scripts => Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsScript);

    static bool IsScript(string resource) => resource.Contains(".Storage.Migrations.", StringComparison.Ordinal);

    // By itself, and never part of another method: that would bring DbUp in where there is nothing to do.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Deploy(ISqlDialect dialect)
    {
        using var alone = dialect.MigrateAlone();
        var result = dialect.DeployTo(DeployChanges.To)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsScript)
            .WithVariables(new Dictionary<string, string>(dialect.MigrationWords))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"The database could not be brought up to date ({result.ErrorScript?.Name}).", result.Error);
    }
}
