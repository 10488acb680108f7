using System.Globalization;

namespace MicroWins.Tests.Support;

/// <summary>
/// The folder of this run of tests, for its stores and keys: in memory where the machine has room there, since a store waits for the disk at
/// every commit. It goes at the end of the run, and what a killed run left goes with the next.
/// </summary>
public static class RunFolder
{
    const string Name = "microwins-tests-";

    /// <summary>Bytes: many times what all the stores of a run hold.</summary>
    const long RoomNeeded = 1L << 30;

    const string Memory = "/dev/shm";

    static readonly string Place = Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > RoomNeeded ? Memory : Path.GetTempPath();

    static readonly DirectoryInfo Here = Begin();

    static int _made;

    /// <summary>A new folder in it.</summary>
    public static DirectoryInfo New(string name) => Here.CreateSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{name}-{Interlocked.Increment(ref _made)}"));

    /// <summary>Removes it with all that is left in it.</summary>
    public static void Remove() => Remove(Here.FullName);

    static DirectoryInfo Begin()
    {
        foreach (var left in Directory.GetDirectories(Place, Name + "*"))
            if (int.TryParse(left[(left.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture, out var process) && !IsAlive(process)) Remove(left);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();
        return Directory.CreateDirectory(Path.Combine(Place, string.Create(CultureInfo.InvariantCulture, $"{Name}{Environment.ProcessId}")));
    }

    static bool IsAlive(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or another run that ends at the same time removes it.
        }
    }
}
