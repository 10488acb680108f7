using System.Diagnostics;
using Npgsql;

namespace MicroWins.Tests.Support;

/// <summary>
/// A PostgreSQL server for the tests: the one that MICROWINS_TEST_POSTGRES names (a connection string of somebody who may create databases),
/// else one of our own, on a socket in a temporary folder, which ends with this process, however it ends.
/// </summary>
public static class PostgresServer
{
    static readonly string? Given = Environment.GetEnvironmentVariable("MICROWINS_TEST_POSTGRES");

    static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault()
        : null;

    static readonly Lazy<string> Running = new(() => Given ?? Start());

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Missing => Given is null && Programs is null
        ? "PostgreSQL is not installed (Debian: apt-get install postgresql) and MICROWINS_TEST_POSTGRES names no server."
        : null;

    /// <summary>The connection string of a database on the server.</summary>
    public static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Running.Value) { Database = database }.ToString();

    /// <summary>Runs a statement in the database that every server has.</summary>
    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionTo("postgres")) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    // The input of the shell ends with this process, even where it is killed; the server then ends, and its folder is removed.
    const string Script =
        """
        folder=$(mktemp -d -t microwins-pg-XXXXXX) || exit 1
        trap 'rm -rf "$folder"' EXIT
        "$1/initdb" -D "$folder/data" -U microwins -A trust -E UTF8 --locale=C --no-sync >/dev/null || exit 1
        "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c max_connections=300 >"$folder/log" 2>&1 &
        server=$!
        trap : INT TERM
        until "$1/pg_isready" -q -h "$folder"; do kill -0 $server || exit 1; sleep 0.05; done
        echo "$folder"
        cat >/dev/null
        kill -INT $server
        wait $server
        """;

    // Held, since its input would be closed with it.
    static Process? _process;

    static string Start()
    {
        // PostgreSQL refuses to run as root; its package brings a user of its own.
        string[] shell = ["sh", "-c", Script, "sh", Programs!];
        string[] command = Environment.UserName is "root" ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // The user may not be allowed to look into the folder of the tests.
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var folder = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PostgreSQL did not start.");
        return new NpgsqlConnectionStringBuilder { Host = folder, Username = "microwins" }.ToString();
    }
}
