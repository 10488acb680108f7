using System.Data.Common;

namespace MicroWins.Storage;

/// <summary>
/// A connection and the statements that were said on it. They stay prepared: SQLite takes longer to parse one than to run it.
/// </summary>
public sealed class PreparedConnection(DbConnection connection) : IDisposable
{
    /// <summary>Statements that are kept; the program has fewer that are always the same words.</summary>
    const int Most = 200;

    readonly Dictionary<string, PreparedStatement> _statements = [];

    internal DbConnection Connection => connection;

    internal T Run<T>(string sql, DbTransaction? transaction, object? values, Func<DbCommand, T> run)
    {
        var statement = Find(sql);
        try
        {
            return run(statement.With(transaction, values));
        }
        catch
        {
            // Whatever state it is in, the next one begins anew.
            _statements.Remove(sql);
            statement.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    PreparedStatement Find(string sql)
    {
        if (_statements.TryGetValue(sql, out var known)) return known;
        if (_statements.Count >= Most) Forget();
        return _statements[sql] = new(connection.CreateCommand(), sql);
    }

    void Forget()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
    }
}
