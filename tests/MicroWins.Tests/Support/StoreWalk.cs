using MicroWins.Storage;

namespace MicroWins.Tests.Support;

/// <summary>Walks a store table by table and column by column, so that a table of tomorrow is walked as well.</summary>
static class StoreWalk
{
    /// <summary>The tables of the program with their columns; DbUp's own journal is not among them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Schema(this Session session) => session
        .Query<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'SchemaVersions'")
        .ToDictionary(table => table, table => session.Query<string>("select name from pragma_table_info(@table)", new { table }));

    /// <summary>The columns in which some row has these words, as "table.column".</summary>
    public static IReadOnlyList<string> WhereIs(this Session session, string words) =>
    [
        .. session.Schema()
            .SelectMany(table => table.Value.Select(column => (Table: table.Key, Column: column)))
            .Where(at => session.One<long>($"select count(*) from {at.Table} where instr(cast({at.Column} as text), @words) > 0", new { words }) > 0)
            .Select(at => $"{at.Table}.{at.Column}"),
    ];

    /// <summary>All rows of anybody.</summary>
    public static long Rows(this Session session) => session.Schema()
        .Where(table => table.Value.Contains("chat_id"))
        .Sum(table => session.One<long>($"select count(*) from {table.Key}"));

    /// <summary>The rows of a person in each table that knows chats.</summary>
    public static IReadOnlyDictionary<string, long> RowsOf(this Session session, string chat) => session.Schema()
        .Where(table => table.Value.Contains("chat_id"))
        .ToDictionary(table => table.Key, table => session.One<long>($"select count(*) from {table.Key} where chat_id = @chat", new { chat }));
}
