using System.Data;
using System.Data.Common;
using Dapper;

namespace MicroWins.Benchmarks.Load;

/// <summary>
/// Makes many people out of a few who really lived: their rows are copied within the store, so that whatever a row looks like, the copies
/// look the same.
/// </summary>
static class Population
{
    // In the order in which they may be filled.
    static readonly string[] Tables = ["chats", "goals", "steps", "wins", "asked", "skips", "reminders", "inbox", "outbox"];

    /// <summary>Copies each of the first chats, in turn, to the chats from a number on.</summary>
    /// <param name="connection">To the store.</param>
    /// <param name="templates">How many chats there are to copy.</param>
    /// <param name="first">The number of the first copy.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="tables">What is copied of a chat; null for everything.</param>
    /// <param name="dueFrom">The moment from which the reminders of the copies are due, evenly over a day, as milliseconds since 1970; null for as they are.</param>
    public static void Copy(DbConnection connection, int templates, long first, int count, string[]? tables = null, long? dueFrom = null)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var table in tables ?? Tables)
            for (var template = 0; template < Math.Min(templates, count); template++)
                connection.Execute(CopyOf(connection, transaction, table, dueFrom is not null), new
                {
                    template = $"telegram:{CalmBot.FirstChat + template}",
                    first = first + template,
                    step = templates,
                    last = first + count - 1,
                    origin = first,
                    count = (long)count,
                    dueFrom,
                }, transaction, commandTimeout: 600);
        transaction.Commit();
        // One word alone is taken for the name of a procedure.
        connection.Execute("analyze", commandTimeout: 600, commandType: CommandType.Text);
    }

    static string CopyOf(DbConnection connection, DbTransaction transaction, string table, bool spreads)
    {
        using var empty = connection.CreateCommand();
        empty.Transaction = transaction;
        empty.CommandText = $"select * from {table} where 1 = 0";
        using var reader = empty.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Where(column => column is not "id").ToList();
        return $"""
            with recursive numbers(n) as (select @first union all select n + @step from numbers where n + @step <= @last)
            insert into {table} ({string.Join(", ", columns)})
            select {string.Join(", ", columns.Select(column => ValueOf(column, spreads)))} from {table} cross join numbers where chat_id = @template
            """;
    }

    static string ValueOf(string column, bool spreads) => column switch
    {
        "due_at" when spreads => "@dueFrom + (numbers.n - @origin) * 86400000 / @count",
        "chat_id" => "'telegram:' || numbers.n",
        "event_key" => "event_key || ':' || numbers.n",
        _ => column,
    };
}
