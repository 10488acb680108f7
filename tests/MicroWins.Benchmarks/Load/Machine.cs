using System.Globalization;

namespace MicroWins.Benchmarks.Load;

/// <summary>What the numbers were taken on.</summary>
static class Machine
{
    /// <summary>Processes that were ready to run in the last minute, on average: more than the cores, and the numbers are noisy.</summary>
    public static string LoadAverage => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    public static string Describe(TimeProvider time) => string.Create(CultureInfo.InvariantCulture,
        $"{time.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version}, load average {LoadAverage}");
}
