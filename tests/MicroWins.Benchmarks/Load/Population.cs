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
    public static void Copy(DbConnection connection, int templates, long first, int count, string[]? tables = null)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var table in tables ?? Tables)
            for (var template = 0; template < Math.Min(templates, count); template++)
                connection.Execute(CopyOf(connection, transaction, table), new
                {
                    template = $"telegram:{CalmBot.FirstChat + template}",
                    first = first + template,
                    step = templates,
                    last = first + count - 1,
                }, transaction, commandTimeout: 600);
        transaction.Commit();
        connection.Execute("analyze", commandTimeout: 600);
    }

    static string CopyOf(DbConnection connection, DbTransaction transaction, string table)
    {
        using var empty = connection.CreateCommand();
        empty.Transaction = transaction;
        empty.CommandText = $"select * from {table} where 1 = 0";
        using var reader = empty.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Where(column => column is not "id").ToList();
        return $"""
            with recursive numbers(n) as (select @first union all select n + @step from numbers where n + @step <= @last)
            insert into {table} ({string.Join(", ", columns)})
            select {string.Join(", ", columns.Select(ValueOf))} from {table} cross join numbers where chat_id = @template
            """;
    }

    static string ValueOf(string column) => column switch
    {
        "chat_id" => "'telegram:' || numbers.n",
        "event_key" => "event_key || ':' || numbers.n",
        _ => column,
    };
}
