using MicroWins.Storage;

namespace MicroWins.Tests.Support;

/// <summary>A migrated database that is gone after the test.</summary>
public interface ITemporaryStore : IDisposable
{
    ISqlDialect Dialect { get; }

    /// <summary>Opens the store with the keys of the test run.</summary>
    Database Open() => new(Dialect, SomeKeys.Seal);

    /// <summary>What to tell the real program, so that it uses this store.</summary>
    IEnumerable<(string Key, string Value)> Settings { get; }
}
