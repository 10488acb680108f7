using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Threading.Channels;

namespace MicroWins.Tests.Support;

/// <summary>The program as an operator runs it: a process of its own that can be killed.</summary>
public sealed class RealProgram : ITypedChat
{
    static readonly string Path = typeof(RealProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Program").Value!;

    readonly Process _process;
    readonly StringBuilder _output = new();
    readonly StringBuilder _errors = new();
    readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    RealProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            Add(_output, line.Data);
            if (line.Data is null) _lines.Writer.Complete();
            else _lines.Writer.TryWrite(line.Data);
        };
        process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
    }

    public string Output { get { lock (_output) return _output.ToString(); } }

    public string Errors { get { lock (_errors) return _errors.ToString(); } }

    /// <summary>Starts the program with settings from the environment, and none of the machine's.</summary>
    public static RealProgram Start(IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // A killed program would leave the pipes for its debugger in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["Storage__KeyPath"] = SomeKeys.Folder.FullName;
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var program = new RealProgram(Process.Start(start)!);
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs the program to its end with these lines as its input.</summary>
    /// <returns>The exit code, and what it said.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IEnumerable<string> lines, IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        await using var program = Start(settings, arguments);
        foreach (var line in lines) await program._process.StandardInput.WriteLineAsync(line);
        program._process.StandardInput.Close();
        await program._process.WaitForExitAsync();
        return (program._process.ExitCode, program.Output, program.Errors);
    }

    /// <summary>Types a line.</summary>
    public Task TypeAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>The next line of the output that nobody has read here yet; ends with an exception where the program ends before it.</summary>
    public ValueTask<string> ReadLineAsync(CancellationToken cancel) => _lines.Reader.ReadAsync(cancel);

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as a container or a service stops it.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public Task WaitForExitAsync() => _process.WaitForExitAsync();

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Bytes of memory that it holds now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    static void Add(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }
}
