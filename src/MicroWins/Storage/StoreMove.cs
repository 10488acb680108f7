using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace MicroWins.Storage;

/// <summary>Copies every table of one store into another that is empty, all or nothing, and counts the rows on both sides.</summary>
public static class StoreMove
{
    /// <summary>Tables that a store has rows in without anybody having used it.</summary>
    static readonly string[] Own = ["seals", "workers"];

    /// <returns>The tables, and how many rows of each were copied.</returns>
    /// <exception cref="StoreNotEmptyException">The target holds something already.</exception>
    /// <exception cref="InvalidOperationException">The counts differ; nothing is kept.</exception>
    public static IReadOnlyList<(string Table, long Rows)> Copy(DbConnection from, NpgsqlConnection to)
    {
        using var transaction = to.BeginTransaction();
        var tables = InOrder(from);
        if (tables.Except(Own).FirstOrDefault(table => Count(to, table) > 0) is { } used) throw new StoreNotEmptyException(used);
        foreach (var own in Own) to.Execute($"delete from {own}");
        foreach (var table in tables) Copy(from, to, table);
        foreach (var table in tables) SetNumbersPastTheHighest(to, table);
        foreach (var table in tables)
            if (Count(from, table) != Count(to, table)) throw new InvalidOperationException($"The counts of {table} differ.");
        transaction.Commit();
        return [.. tables.Select(table => (table, Count(to, table)))];
    }

    static long Count(DbConnection store, string table) => store.QuerySingle<long>($"select count(*) from {table}");

    /// <summary>Each table behind those that it refers to.</summary>
    static List<string> InOrder(DbConnection sqlite)
    {
        var waiting = sqlite.Query<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name <> 'SchemaVersions' order by name").ToList();
        var ordered = new List<string>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(table => !sqlite.Query<string>("select \"table\" from pragma_foreign_key_list(@table)", new { table }).Intersect(waiting).Except([table]).Any());
            waiting.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    static void Copy(DbConnection from, NpgsqlConnection to, string table)
    {
        var types = to.Query<(string Name, string Type)>(
            "select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = @table order by ordinal_position", new { table })
            .ToDictionary(column => column.Name, column => TypeOf(column.Type));
        var columns = string.Join(", ", types.Keys);
        using var rows = from.ExecuteReader($"select {columns} from {table}");
        using var copy = to.BeginBinaryImport($"copy {table} ({columns}) from stdin (format binary)");
        while (rows.Read())
        {
            copy.StartRow();
            for (var i = 0; i < types.Count; i++) Write(copy, rows.GetValue(i), types[rows.GetName(i)]);
        }
        copy.Complete();
    }

    // SQLite keeps what it was given, so a number may lie in a column of another kind of number.
    static void Write(NpgsqlBinaryImporter copy, object value, NpgsqlDbType type)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        if (value is DBNull) copy.WriteNull();
        else if (type is NpgsqlDbType.Integer) copy.Write(Convert.ToInt32(value, invariant), type);
        else if (type is NpgsqlDbType.Bigint) copy.Write(Convert.ToInt64(value, invariant), type);
        else if (type is NpgsqlDbType.Double) copy.Write(Convert.ToDouble(value, invariant), type);
        else copy.Write(Convert.ToString(value, invariant), type);
    }

    static NpgsqlDbType TypeOf(string type) => type switch
    {
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "double precision" => NpgsqlDbType.Double,
        "text" => NpgsqlDbType.Text,
        _ => throw new InvalidOperationException($"No column of this project is of type {type}."),
    };

    static void SetNumbersPastTheHighest(NpgsqlConnection to, string table)
    {
        var numbered = to.Query<string>(
            "select column_name from information_schema.columns where table_schema = current_schema() and table_name = @table and is_identity = 'YES'", new { table });
        foreach (var column in numbered)
            to.Execute($"select setval(pg_get_serial_sequence('{table}', '{column}'), max({column})) from {table} having max({column}) is not null");
    }
}

/// <summary>The store that everything is to be moved to holds something already.</summary>
public sealed class StoreNotEmptyException(string table) : Exception($"{table} has rows.")
{
    public string Table => table;
}
