using System.Diagnostics;
using System.Reflection;

namespace MicroWins.Benchmarks.Load;

/// <summary>The program as an operator publishes it, and as the image holds it: for one runtime, compiled ahead.</summary>
sealed class PublishedBot
{
    readonly string _folder;

    PublishedBot(string folder) => _folder = folder;

    /// <summary>Publishes the program, or takes a folder that it was published to before.</summary>
    public static async Task<PublishedBot> GetAsync(string? folder)
    {
        if (folder is not null) return new(Path.GetFullPath(folder));
        folder = Path.Combine(AppContext.BaseDirectory, "published");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Source("Bot"), "-c", "Release", "--use-current-runtime", "--no-self-contained", "-p:PublishReadyToRun=true", "-o", folder, "-v", "q", "-m:1", "-p:RunAnalyzers=false"]) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode is 0 ? new(folder) : throw new InvalidOperationException($"The program could not be published:\n{said}");
    }

    /// <summary>A folder of the sources, as the build knew it.</summary>
    public static string Source(string name) => typeof(PublishedBot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;

    public string Program => Path.Combine(_folder, "MicroWins");

    /// <summary>Starts the bot on the test server, as fast as it can: neither Telegram's pace nor what one person may send is what is measured.</summary>
    public Subject StartBot(TimeProvider time, int processes, string server, IEnumerable<(string Key, string Value)> settings) => Subject.Start(
        time, processes, Program, [],
        [("MALLOC_ARENA_MAX", "2"), ("Telegram:BotToken", BotApi.Token), ("Telegram:ApiBaseUrl", server), ("Telegram:MessagesPerSecond", "0"), ("Telegram:MessagesPerSecondAndChat", "0"), ("Limits:MessagesPerMinute", "100000"), ("Limits:WaitingPerPerson", "1000000"), .. settings],
        _folder);
}
