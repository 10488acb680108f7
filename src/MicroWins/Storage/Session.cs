using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;

namespace MicroWins.Storage;

/// <summary>A connection, the transaction that it is in when something is written, and the seal for what people say.</summary>
public sealed class Session(DbConnection connection, DbTransaction? transaction, TextSeal seal)
{
    readonly HashSet<string> _news = [];

    /// <summary>What other processes are to hear of when the transaction goes through.</summary>
    public IReadOnlyCollection<string> News => _news;

    public void Announce(string news) => _news.Add(news);

    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, object? values = null) => connection.Execute(sql, values, transaction);

    public IReadOnlyList<T> Query<T>(string sql, object? values = null) => connection.Query<T>(sql, values, transaction).AsList();

    public T? One<T>(string sql, object? values = null) => connection.QuerySingleOrDefault<T>(sql, values, transaction);

    /// <summary>What is stored of a text that a person or a model wrote. Its column belongs in <see cref="SealedColumns"/>.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Seal(string? text) => text is null ? null : seal.Close(text);

    /// <summary>The text of a sealed column.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row is corrupt, or was sealed with other keys.</exception>
    [return: NotNullIfNotNull(nameof(stored))]
    public string? Open(string? stored) => stored is null ? null : seal.Open(stored);

    /// <summary>The text of a sealed column, to be opened later.</summary>
    public SealedText Sealed(string stored) => new(stored, seal);
}
