using System.Data.Common;
using Dapper;

namespace MicroWins.Storage;

/// <summary>A connection, and the transaction that it is in when something is written.</summary>
public sealed class Session(DbConnection connection, DbTransaction? transaction)
{
    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, object? values = null) => connection.Execute(sql, StorableValues.Of(values), transaction);

    public IReadOnlyList<T> Query<T>(string sql, object? values = null) => connection.Query<T>(sql, StorableValues.Of(values), transaction).AsList();

    public T? One<T>(string sql, object? values = null) => connection.QuerySingleOrDefault<T>(sql, StorableValues.Of(values), transaction);
}
