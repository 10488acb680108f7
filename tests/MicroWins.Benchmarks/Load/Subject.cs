using System.Diagnostics;
using System.Globalization;

namespace MicroWins.Benchmarks.Load;

/// <summary>A bot under load: one process or several, ours or a neighbour's, and what they use.</summary>
sealed class Subject : IAsyncDisposable
{
    const int LinesKept = 8;

    readonly List<Process> _processes = [];
    readonly Queue<string> _said = new();
    readonly CancellationTokenSource _over = new();
    readonly Task _watch;
    int _mostThreads;

    Subject(TimeProvider time) => _watch = WatchAsync(time, _over.Token);

    /// <summary>Starts so many processes alike.</summary>
    public static Subject Start(TimeProvider time, int count, string program, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings, string? folder = null)
    {
        var subject = new Subject(time);
        for (var i = 0; i < count; i++) subject.Add(program, arguments, settings, folder);
        return subject;
    }

    /// <summary>The end of what was logged, for a run that went wrong.</summary>
    public string Said { get { lock (_said) return string.Join(Environment.NewLine, _said.Select(line => $"  | {line}")); } }

    public bool HasEnded => _processes.Any(process => process.HasExited);

    /// <summary>The exit code of the first process that ended by itself.</summary>
    public int? ExitCode => _processes.FirstOrDefault(process => process.HasExited)?.ExitCode;

    /// <summary>Threads at the same time, in all processes together, at the most; seen every 50 ms.</summary>
    public int MostThreads => _mostThreads;

    /// <summary>User and system time so far.</summary>
    public double ProcessorSeconds => _processes.Where(process => !process.HasExited).Sum(process =>
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    });

    /// <summary>The largest resident memory so far, summed over the processes (VmHWM).</summary>
    public double PeakMegabytes => _processes.Sum(process => Status(process, "VmHWM:") / 1024.0);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _watch;
        foreach (var process in _processes)
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        _over.Dispose();
    }

    void Add(string program, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings, string? folder)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        lock (_processes) _processes.Add(process);
    }

    void Keep(string? line)
    {
        if (line is null) return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > LinesKept) _said.Dequeue();
        }
    }

    async Task WatchAsync(TimeProvider time, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            lock (_processes) _mostThreads = Math.Max(_mostThreads, _processes.Sum(process => (int)Status(process, "Threads:")));
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static double Status(Process process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return 0;
        }
    }
}
