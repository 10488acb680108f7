using MicroWins.Storage;

namespace MicroWins.Tests.Support;

/// <summary>The keys of a test run: in a folder of its own, for the tests and for every program that they start.</summary>
public static class SomeKeys
{
    // The first key is made before the first program starts, so that all of them find the same.
    static SomeKeys() => Seal.Close("the first text");

    public static DirectoryInfo Folder { get; } = RunFolder.New("keys");

    public static TextSeal Seal { get; } = TextSeal.WithKeysIn(Folder);
}
