using System.Text.RegularExpressions;
using MicroWins.Tests.Support;

namespace MicroWins.Torture;

/// <summary>The processes that are tortured: started, killed, and started again.</summary>
sealed partial class Victims(IReadOnlyList<(string Key, string Value)> settings, int count) : IAsyncDisposable
{
    readonly RealProgram?[] _alive = new RealProgram?[count];
    readonly Dictionary<string, int> _failures = [];
    readonly List<string> _stops = [];
    long _mostMemory;

    public long MostMemory => _mostMemory;

    /// <summary>What the logs told of turns that failed and of messages that will never be sent, and how often.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    /// <summary>What was said where a process ended without being killed.</summary>
    public IReadOnlyList<string> Stops => _stops;

    /// <summary>Starts those that are not alive.</summary>
    public void Start()
    {
        for (var i = 0; i < count; i++) _alive[i] ??= RealProgram.Start(settings);
    }

    /// <summary>Looks how much memory they hold.</summary>
    public void Weigh() => _mostMemory = Math.Max(_mostMemory, _alive.Max(program => program?.Memory ?? 0));

    /// <summary>kill -9, and back when it is dead.</summary>
    public async Task KillAsync(int which)
    {
        if (_alive[which % count] is not { } program) return;
        if (program.WaitForExitAsync().IsCompleted) _stops.Add($"a process ended by itself with code {program.ExitCode}: {Last(program.Errors + program.Output)}");
        else program.Kill();
        await program.WaitForExitAsync();
        foreach (Match failed in Failed().Matches(program.Output))
        {
            var failure = failed.Groups["turn"].Success ? $"a turn failed and was {failed.Groups["turn"].Value}" : $"a message was not sent: {failed.Groups["message"].Value}";
            _failures[failure] = _failures.GetValueOrDefault(failure) + 1;
        }
        await program.DisposeAsync();
        _alive[which % count] = null;
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < count; i++) await KillAsync(i);
    }

    static string Last(string output) => output.Length <= 600 ? output : output[^600..];

    // The log tells the type of an exception and its stack: enough to find it, and no text.
    [GeneratedRegex(@"The turn for event \d+ failed at attempt \d+ and is (?<turn>[^:]+: \S+[^\n]{0,400})|Message \d+ (?<message>is given up after attempt \d+|cannot be read and is left out[^\n]*)|The channel (?<message>refuses message) \d+ (?<message>for good: [^\n]*)")]
    private static partial Regex Failed();
}
