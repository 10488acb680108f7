using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MicroWins.Storage;

/// <summary>Where the store is.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "Storage";

    /// <summary>The kind of database: Sqlite or Postgres.</summary>
    public string Provider { get; init; } = "Sqlite";

    /// <summary>How to reach it; blank = a SQLite file in the person's own data folder.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The folder of the keys that seal what people say; blank = one in the person's own settings folder. Apart from the data.</summary>
    public string? KeyPath { get; init; }

    /// <summary>The folder of the keys.</summary>
    public DirectoryInfo Keys => new(string.IsNullOrWhiteSpace(KeyPath) ? DefaultKeys : KeyPath.Trim());

    bool IsSqlite => string.Equals(Provider, "Sqlite", StringComparison.OrdinalIgnoreCase);

    /// <summary>One sentence for each wrong value: the key, and what would be right.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (!IsSqlite && !string.Equals(Provider, "Postgres", StringComparison.OrdinalIgnoreCase))
            return ["Storage:Provider must be Sqlite or Postgres."];
        try
        {
            if (!IsSqlite) return NamesServer(ConnectionString) ? [] : [NoServer];
            _ = new SqliteConnectionStringBuilder(ConnectionString);
            return [];
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            return [IsSqlite ? "Storage:ConnectionString is no SQLite connection string; one looks like \"Data Source=/data/microwins.db\"." : NoServer];
        }
    }

    /// <summary>What to look at where the database cannot be used.</summary>
    public string WhatToCheck => IsSqlite
        ? "check that it is a MicroWins database or a new file, in a folder that exists and may be written to"
        : "check that the PostgreSQL server runs at this address, that the name and the password are right, and that the database exists and may be changed by this name";

    // By itself, and never part of another method: that would bring the PostgreSQL library in at the start of a bot with a SQLite file.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static bool NamesServer(string? connection) => !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connection).Host);

    const string NoServer = "Storage:ConnectionString must name the PostgreSQL server; one looks like \"Host=localhost;Database=microwins;Username=microwins;Password=...\".";

    /// <summary>The dialect of the database. A file's folder is made if it is not there.</summary>
    public ISqlDialect Open()
    {
        if (!IsSqlite) return new PostgresDialect(ConnectionString ?? "");
        var connection = new SqliteConnectionStringBuilder(ConnectionString);
        if (connection.DataSource.Length is 0) connection.DataSource = DefaultFile;
        if (Path.GetDirectoryName(Path.GetFullPath(connection.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        return new SqliteDialect(connection.ToString());
    }

    /// <summary>The folder that is used where none is named: with the person's settings, so not with the data.</summary>
    static string DefaultKeys => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } settings
            ? Path.Combine(settings, "MicroWins")
            : AppContext.BaseDirectory,
        "keys");

    /// <summary>
    /// The file that is used where none is named: in the person's data folder, since the folder of the program is made anew by
    /// every build; beside the program where there is no such folder, as in a bare container.
    /// </summary>
    static string DefaultFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? Path.Combine(data, "MicroWins")
            : AppContext.BaseDirectory,
        "microwins.db");
}
