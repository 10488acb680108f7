using System.Diagnostics;
using System.Reflection;

namespace MicroWins.Tests.Processes;

/// <summary>A short torture run; a long one is run by hand (the README says how).</summary>
public sealed class TortureTests
{
    static readonly string Torture = typeof(TortureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Torture").Value!;

    [Fact]
    public async Task Killed_five_times_with_faults_and_a_hostile_model_it_breaks_no_law()
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", [Torture, "--seed", "1", "--kills", "5", "--messages", "120", "--chats", "20", "--hurry"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // What it tells on the way must not fill the pipe and stop it.
        var (said, told) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();

        Assert.True(run.ExitCode is 0, await said + await told);
        Assert.Contains("Every law held.", await said, StringComparison.Ordinal);
    }
}
