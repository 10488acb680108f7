using Xunit.Abstractions;

[assembly: TestCollectionOrderer("MicroWins.Tests.Support." + nameof(MicroWins.Tests.Support.ProcessesFirst), "MicroWins.Tests")]

namespace MicroWins.Tests.Support;

/// <summary>Tests that start programs come first: they are the longest, and a run should not end with one of them alone.</summary>
public sealed class ProcessesFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderByDescending(collection => collection.DisplayName.Contains("Processes", StringComparison.Ordinal) || collection.CollectionDefinition is not null)
        .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
