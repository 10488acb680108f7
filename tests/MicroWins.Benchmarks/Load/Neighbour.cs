using System.ComponentModel;
using System.Diagnostics;

namespace MicroWins.Benchmarks.Load;

/// <summary>grammY's echo bot, which stores nothing and is asked the same.</summary>
static class Neighbour
{
    /// <summary>Why there is none here; null where there is one. Its packages are fetched at the first time.</summary>
    public static async Task<string?> MissingAsync()
    {
        var folder = PublishedBot.Source("Neighbours");
        if (!await RunsAsync("node", "--version", folder)) return "skipped: no node";
        if (Directory.Exists(Path.Combine(folder, "node_modules", "grammy"))) return null;
        return await RunsAsync("npm", "install --no-package-lock --no-audit --no-fund", folder) ? null : "skipped: npm brought no grammy";
    }

    public static Subject Start(TimeProvider time, string server, bool isConcurrent) => Subject.Start(
        time, 1, "node", [Path.Combine(PublishedBot.Source("Neighbours"), "echo.mjs")],
        [("BOT_TOKEN", BotApi.Token), ("API_ROOT", server), ("RUNNER", isConcurrent ? "1" : "0")]);

    static async Task<bool> RunsAsync(string program, string arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode is 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
