using System.Data.Common;
using Dapper;

namespace MicroWins.Storage;

/// <summary>A connection, and the transaction that it is in when something is written.</summary>
public sealed class Session(DbConnection connection, DbTransaction? transaction)
{
    readonly HashSet<string> _news = [];

    /// <summary>What other processes are to hear of when the transaction goes through.</summary>
    public IReadOnlyCollection<string> News => _news;

    public void Announce(string news) => _news.Add(news);

    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, object? values = null) => connection.Execute(sql, StorableValues.Of(values), transaction);

    public IReadOnlyList<T> Query<T>(string sql, object? values = null) => connection.Query<T>(sql, StorableValues.Of(values), transaction).AsList();

    public T? One<T>(string sql, object? values = null) => connection.QuerySingleOrDefault<T>(sql, StorableValues.Of(values), transaction);
}
