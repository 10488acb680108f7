using System.Diagnostics;
using System.Globalization;

namespace MicroWins.Benchmarks.Load;

/// <summary>A fresh store in a folder of its own, gone afterwards.</summary>
abstract class FreshStore(string folder) : IAsyncDisposable
{
    protected string Folder { get; } = folder;

    /// <summary>The folder of its keys, which every process of a bot shares.</summary>
    protected string Keys => Path.Combine(Folder, "keys");

    /// <summary>What the program is told of it.</summary>
    public abstract IEnumerable<(string Key, string Value)> Settings { get; }

    /// <summary>Processor seconds of the database outside the bot's own processes.</summary>
    public virtual double ProcessorSeconds => 0;

    /// <summary>The kind of file system that it is on; in "tmpfs" nothing is ever on a disk.</summary>
    public string FileSystem => DriveInfo.GetDrives()
        .Where(drive => Path.GetFullPath(Folder).StartsWith(drive.Name, StringComparison.Ordinal))
        .MaxBy(drive => drive.Name.Length)?.DriveFormat ?? "unknown";

    /// <summary>Makes a store of a kind; null where its server is not installed.</summary>
    public static async Task<FreshStore?> MakeAsync(string kind, string parent)
    {
        Directory.CreateDirectory(parent);
        var folder = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"load-{kind}-{Environment.ProcessId}-{Stopwatch.GetTimestamp()}"));
        Directory.CreateDirectory(folder);
        return kind is "sqlite" ? new SqliteFile(folder) : await PostgresCluster.StartAsync(folder);
    }

    public virtual ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A SQLite file.</summary>
    sealed class SqliteFile(string folder) : FreshStore(folder)
    {
        public override IEnumerable<(string Key, string Value)> Settings =>
            [("Storage:Provider", "Sqlite"), ("Storage:ConnectionString", $"Data Source={Path.Combine(Folder, "load.db")}"), ("Storage:KeyPath", Keys)];
    }
}

/// <summary>A PostgreSQL server on a socket of its own, with its defaults: fsync is on.</summary>
sealed class PostgresCluster : FreshStore
{
    readonly string _binaries;

    PostgresCluster(string folder, string binaries) : base(folder) => _binaries = binaries;

    string Data => Path.Combine(Folder, "data");

    public override IEnumerable<(string Key, string Value)> Settings =>
        [("Storage:Provider", "Postgres"), ("Storage:ConnectionString", $"Host={Folder};Username=postgres;Database=postgres"), ("Storage:KeyPath", Keys)];

    public override double ProcessorSeconds
    {
        get
        {
            var server = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
            return Directory.GetDirectories("/proc").Select(Fields).OfType<string[]>().Sum(fields => SecondsOf(fields, server));
        }
    }

    public static async Task<FreshStore?> StartAsync(string folder)
    {
        if (Binaries() is not { } binaries)
        {
            Directory.Delete(folder);
            return null;
        }
        var cluster = new PostgresCluster(folder, binaries);
        if (Environment.UserName is "root") await RunAsync("chown", ["postgres", folder]);
        await cluster.RunAsOwnerAsync("initdb", ["-D", cluster.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"]);
        await cluster.RunAsOwnerAsync("pg_ctl", ["-D", cluster.Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder}'", "start"]);
        return cluster;
    }

    public override async ValueTask DisposeAsync()
    {
        await RunAsOwnerAsync("pg_ctl", ["-D", Data, "-m", "immediate", "-w", "stop"]);
        await base.DisposeAsync();
    }

    static string? Binaries()
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian) ? Directory.GetDirectories(debian).Select(version => Path.Combine(version, "bin")).Order(StringComparer.Ordinal).Reverse() : [];
        return installed.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    // PostgreSQL refuses to run as root.
    Task RunAsOwnerAsync(string program, IEnumerable<string> arguments) => Environment.UserName is "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_binaries, program), .. arguments])
        : RunAsync(Path.Combine(_binaries, program), arguments);

    static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        // Its output goes nowhere: the server that it leaves behind would hold a pipe open for ever.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > /dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode is not 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    // Fields of /proc/<pid>/stat behind the name: state, parent, ..., then user, system and the ended children's user and system time at 11 to 14.
    static string[]? Fields(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)) return null;
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return [Path.GetFileName(folder), .. stat[(stat.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return null;
        }
    }

    static double SecondsOf(string[] fields, int server)
    {
        const double ticks = 100;
        double Of(int field) => long.Parse(fields[field + 1], CultureInfo.InvariantCulture) / ticks;
        if (fields[0] == server.ToString(CultureInfo.InvariantCulture)) return Of(11) + Of(12) + Of(13) + Of(14);
        return fields[2] == server.ToString(CultureInfo.InvariantCulture) ? Of(11) + Of(12) : 0;
    }
}
