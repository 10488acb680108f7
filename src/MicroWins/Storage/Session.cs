using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;

namespace MicroWins.Storage;

/// <summary>A connection, the transaction that it is in when something is written, and the seal for what people say.</summary>
public sealed class Session(PreparedConnection connection, DbTransaction? transaction, TextSeal seal)
{
    readonly HashSet<string> _news = [];

    /// <summary>A session on a connection that nobody keeps.</summary>
    public Session(DbConnection connection, DbTransaction? transaction, TextSeal seal)
        : this(new PreparedConnection(connection), transaction, seal) { }

    /// <summary>What other processes are to hear of when the transaction goes through.</summary>
    public IReadOnlyCollection<string> News => _news;

    public void Announce(string news) => _news.Add(news);

    /// <summary>Runs a statement. The properties of the values fill the parameters of the same names.</summary>
    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, object? values = null) => connection.Run(sql, transaction, values, static command => command.ExecuteNonQuery());

    /// <summary>Rows whose columns are told apart by their place.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? values, Func<DbDataReader, T> read) => connection.Run(sql, transaction, values, command =>
    {
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    });

    /// <summary>Rows whose columns go into the properties of the same names, or into a value by itself.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? values = null) => connection.Run(sql, transaction, values, static command =>
    {
        using var reader = command.ExecuteReader();
        return reader.Parse<T>().ToList();
    });

    /// <summary>The only row; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public T? One<T>(string sql, object? values = null) => Query<T>(sql, values).SingleOrDefault();

    /// <summary>What is stored of a text that a person or a model wrote. Its column belongs in <see cref="SealedColumns"/>.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Seal(string? text) => text is null ? null : seal.Close(text);

    /// <summary>The same for a value that this process will read in a moment.</summary>
    public string Seal<T>(T value, Func<T, string> write) where T : notnull => seal.Close(value, write);

    /// <summary>Keeps nothing in memory of what was sealed.</summary>
    public void ForgetSealed() => seal.ForgetValues();

    /// <summary>The text of a sealed column.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row is corrupt, or was sealed with other keys.</exception>
    [return: NotNullIfNotNull(nameof(stored))]
    public string? Open(string? stored) => stored is null ? null : seal.Open(stored);

    /// <summary>The text of a sealed column, to be opened later.</summary>
    public SealedText Sealed(string stored) => new(stored, seal);
}
