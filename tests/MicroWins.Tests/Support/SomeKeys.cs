using MicroWins.Storage;

namespace MicroWins.Tests.Support;

/// <summary>The keys of a test run: in a folder of its own, for the tests and for every program that they start.</summary>
public static class SomeKeys
{
    static SomeKeys()
    {
        // The first key is made before the first program starts, so that all of them find the same.
        Seal.Close("the first text");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
    }

    public static DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("microwins-test-keys-");

    public static TextSeal Seal { get; } = TextSeal.WithKeysIn(Folder);
}
